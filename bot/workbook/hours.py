"""Cells with times of day, alone or with their day."""

import re
from datetime import date, datetime, time

from bot.shared.records import Value
from bot.workbook.cells import Cell, Look, as_text, clean
from bot.workbook.days import SERIALS, Yearless, YearMissing, read_day
from bot.workbook.raw import Plain, Unclear

_TIME = re.compile(r"(\d{1,2})\s?(?:[:.\-–,]|ч\.?|\s)\s?(\d{2})(?:\s?м(?:ин)?\.?)?(?::(\d{2}))?(?:\.0+)?")
_HOUR = re.compile(r"(\d{1,2})(?:\s?ч(?:ас(?:а|ов)?)?\.?)?")
_SOLID = re.compile(r"(\d{1,2})(\d{2})")
_MOMENT = re.compile(
    r"(.*?\d.*?)(?:,?\s+(?:в\s+)?|T)(\d{1,2}\s?[:.\-]\s?\d{2}(?::\d{2})?|\d{1,2}\s?ч\.?(?:\s?\d{2}\s?м(?:ин)?\.?)?)"
)


class Hours(Cell):
    """A time of day: «9:00», «9.00», «9-30», «0900», «9 ч 30 мин», or Excel's own; «24:00» is midnight."""

    look = Look.TIME
    empty: Value = None

    def parse(self, raw: Plain) -> Value:
        """Return the time to the minute."""
        return read_time(raw)


def read_time(raw: Plain) -> time:
    """Return the time of a cell, to the minute; raises Unclear."""
    unclear = Unclear("workbook-cell-time", value=as_text(raw))
    if isinstance(raw, time):
        return raw.replace(second=0, microsecond=0)
    if isinstance(raw, datetime):
        if raw.year > 1900 and raw.time() == time():
            raise Unclear("workbook-cell-time-date", value=as_text(raw))
        return raw.time().replace(second=0, microsecond=0)
    if isinstance(raw, bool):
        raise unclear
    if isinstance(raw, int | float):
        return _time_of_number(raw, unclear)
    text = clean(raw).replace("\n", " ").lower()
    for form in (_TIME, _HOUR, _SOLID):
        if found := form.fullmatch(text):
            minute = found[2] if form is not _HOUR else None
            return _time(int(found[1]), int(minute or 0), unclear)
    if len(re.findall(r"\d{1,2}[:.]\d{2}", text)) > 1:
        raise Unclear("workbook-cell-time-span", value=text)
    raise unclear


def _time(hour: int, minute: int, unclear: Unclear) -> time:
    if (hour, minute) == (24, 0):
        return time()
    if hour > 23 or minute > 59:
        raise unclear
    return time(hour, minute)


def _time_of_number(number: float, unclear: Unclear) -> time:
    if 0 <= number < 1:
        minutes = round(number * 24 * 60)
        return _time(minutes // 60, minutes % 60, unclear)
    if number == int(number):
        whole = int(number)
        return _time(whole // 100, whole % 100, unclear) if whole > 24 else _time(whole, 0, unclear)
    # 9.30 typed as a number became 9.3; only 9.5 is as likely «half past nine»
    found = re.fullmatch(r"(\d{1,2})\.(\d{1,2})", f"{number:.15g}")
    if not found or found[2] == "5":
        raise unclear
    return _time(int(found[1]), int(found[2].ljust(2, "0")), unclear)


class Moment(Cell):
    """A day with a time, as a ticket says it: a naive wall clock of the place."""

    look = Look.MOMENT
    empty: Value = None

    def parse(self, raw: Plain) -> Value:
        """Return the naive datetime; a missing time is Unclear, a missing year YearMissing."""
        day, hours = _split(raw)
        if isinstance(day, Yearless):
            raise YearMissing(Yearless(day.day, day.month, hours), as_text(raw))
        return datetime.combine(day, hours)


def _split(raw: Plain) -> tuple[date | Yearless, time]:
    """Return the day (perhaps without a year) and the time of a cell; raises Unclear."""
    if isinstance(raw, datetime):
        return raw.date(), read_time(raw.time())
    if isinstance(raw, float) and int(raw) in SERIALS:
        return read_day(int(raw)), read_time(raw - int(raw))
    found = _MOMENT.fullmatch(clean(raw).replace("\n", " ")) if isinstance(raw, str) else None
    if not found:
        raise Unclear("workbook-cell-moment", value=as_text(raw))
    try:
        return read_day(found[1].strip(" ,")), read_time(found[2])
    except Unclear:
        raise Unclear("workbook-cell-moment", value=as_text(raw)) from None
