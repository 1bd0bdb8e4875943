"""Cells with days, as people write them and as Excel bends them."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.shared.records import Value
from bot.workbook.cells import Cell, Look, as_text, clean
from bot.workbook.raw import Plain, Unclear

_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
SERIALS = range(20_000, 80_000)
"""Excel's numbers of days from 1954 to 2119: a date whose cell lost its format."""
_ZERO_DAY = datetime(1899, 12, 30)  # noqa: DTZ001  (a spreadsheet's day count has no zone)
_BY_NUMBERS = re.compile(r"(\d{1,2})\s?[./\-\s]\s?(\d{1,2})(?:\s?[./\-\s]\s?(\d{4}|\d{2}))?\.?(?:\s?г\.?)?")
_BY_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_BY_NAME = re.compile(r"(\d{1,2})\s?(?:-?го\s)?([а-я]{3,8})\.?(?:\s(\d{4})(?:\s?г(?:\.|ода)?)?)?")
_WEEKDAY = re.compile(r"^(?:пн|вт|ср|чт|пт|сб|вс|[а-я]{5,11})\.?,?\s(?=\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Yearless:
    """A day (with a time, for a moment) written without its year; the row's module or stream tells which."""

    day: int
    month: int
    hours: time | None = None

    def within(self, first: date, last: date) -> date:
        """Return the day or moment in the year that puts it between the two, or else nearest to the first.

        Raises Unclear when the day is in no such year (29 February).
        """
        years = range(first.year - 1, last.year + 2)
        days = [found for year in years if (found := _day(year, self.month, self.day))]
        if not days:
            raise Unclear("workbook-cell-date", value=f"{self.day:02}.{self.month:02}")
        inside = [day for day in days if first <= day <= last]
        chosen = inside[0] if inside else min(days, key=lambda day: abs(day - first))
        return chosen if self.hours is None else datetime.combine(chosen, self.hours)


class YearMissing(Unclear):
    """A date without a year: clear to whoever knows the days around it."""

    def __init__(self, yearless: Yearless, value: str) -> None:
        super().__init__("workbook-cell-year", value=value)
        self.yearless = yearless


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


class Day(Cell):
    """A date: «18.11.2025», «18 ноября 2025», «2025-11-18», «вт 18.11», or Excel's own.

    Without a year it raises YearMissing.
    """

    look = Look.DATE
    empty: Value = None

    def parse(self, raw: Plain) -> Value:
        """Return the date; raises Unclear."""
        found = read_day(raw)
        if isinstance(found, Yearless):
            raise YearMissing(found, as_text(raw))
        return found

    def show(self, value: Value) -> Plain | None:
        """Return Excel's own date."""
        return datetime(value.year, value.month, value.day) if isinstance(value, date) else None  # noqa: DTZ001  (a cell shows no zone)


def read_day(raw: Plain) -> date | Yearless:
    """Return the date of a cell, or the day without a year; raises Unclear."""
    unclear = Unclear("workbook-cell-date", value=as_text(raw))
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, bool | time):
        raise unclear
    if isinstance(raw, int | float):
        return _day_of_number(raw, unclear)
    text = clean(raw).replace("\n", " ").lower().replace("ё", "е")
    text = re.sub(r"[ t]00:00(:00)?(\.0+)?$", "", _WEEKDAY.sub("", text))
    year, month, day = _parts(text, unclear)
    if year is None:
        if _day(2000, month, day) is None:
            raise unclear
        return Yearless(day, month)
    found = _day(year + 2000 if year < 100 else year, month, day)
    if found is None or not 1990 <= found.year <= 2100:
        raise unclear
    return found


def _day_of_number(number: float, unclear: Unclear) -> date | Yearless:
    if int(number) in SERIALS:
        return (_ZERO_DAY + timedelta(days=int(number))).date()
    # 18.11 typed as a number is the eighteenth of November; 18.1 may be January or October
    found = re.fullmatch(r"(\d{1,2})\.(\d{2})", f"{number:.15g}")
    if found and _day(2000, int(found[2]), int(found[1])):
        return Yearless(int(found[1]), int(found[2]))
    raise unclear


def _parts(text: str, unclear: Unclear) -> tuple[int | None, int, int]:
    if found := _BY_ISO.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _BY_NUMBERS.fullmatch(text):
        return (int(found[3]) if found[3] else None), int(found[2]), int(found[1])
    if found := _BY_NAME.fullmatch(text):
        month = _month(found[2])
        if month:
            return (int(found[3]) if found[3] else None), month, int(found[1])
    raise unclear


def _month(name: str) -> int | None:
    exact = 3 if name.startswith("мар") else 5 if name.startswith(("май", "мая", "мае")) else None
    return exact or next((n for n, stem in enumerate(_MONTHS, 1) if n != 5 and name.startswith(stem)), None)
