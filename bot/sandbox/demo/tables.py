"""Tables written as text: the demonstration's content stays readable as a timetable on paper is."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

Row = dict[str, object]
"""A row of a sheet: heading → what an organizer would type; cells left blank are not in it."""

_WHOLE = re.compile(r"\d{1,6}")
_FRACTION = re.compile(r"\d+\.\d+")
_TIME = re.compile(r"\d{2}:\d{2}")


def read_table(headings: Sequence[str], text: str) -> list[Row]:
    """Return a row for each line of cells separated by «|».

    A line that begins with «+» adds one more cell, «Heading: value», to the row above it. Numbers and
    times become such; blank cells and a «–» leave nothing. Raises ValueError for a line with too many cells.
    """
    rows: list[Row] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("+"):
            heading, _, value = line.removeprefix("+").partition(":")
            rows[-1][heading.strip()] = typed(value.strip())
            continue
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > len(headings):
            raise ValueError(line)
        pairs = zip(headings, cells, strict=False)
        rows.append({heading: typed(cell) for heading, cell in pairs if cell not in ("", "–")})
    return rows


def typed(text: str) -> str | int | float | time:
    """Return a number or a time where the text is one, as Excel does."""
    if _WHOLE.fullmatch(text):
        return int(text)
    if _TIME.fullmatch(text):
        return time.fromisoformat(text)
    return float(text) if _FRACTION.fullmatch(text) else text


def day_after(today: date, days: object) -> date:
    """Return the day so many days after today; `days` may be written «+3» or «-2»."""
    return today + timedelta(days=int(str(days)))


def moment_after(today: date, text: object) -> datetime:
    """Return the wall clock of a ticket written «-2 18:40»: days from today, then the time."""
    days, _, hours = str(text).partition(" ")
    return datetime.combine(day_after(today, days), time.fromisoformat(hours))
