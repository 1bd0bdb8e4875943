"""The demonstration as a file would give it, without the file."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from hypothesis import strategies

from bot.sandbox.demo.tables import Row
from bot.sandbox.demo.workbook import demo_workbook
from bot.workbook.raw import Raw
from bot.workbook.reader import Book, RawRow, RawSheet
from bot.workbook.sheets import SHEETS

TODAY = date(2025, 11, 18)
FIRST, LAST = date(2024, 1, 1), date(2039, 12, 31)

_TURNS = [
    day + timedelta(days=distance)
    for distance in range(-4, 2)
    for day in (date(2024, 2, 29), date(2025, 3, 30), date(2025, 10, 26), date(2026, 1, 1), date(2027, 1, 1))
]

days = strategies.one_of(strategies.sampled_from(_TURNS), strategies.dates(FIRST, LAST))
"""Any day; often one near New Year, a leap day or a change of Europe's clocks."""


@lru_cache(maxsize=4)
def _sheets(today: date) -> dict[str, list[Row]]:
    return demo_workbook(today)


def rows_of(title: str, today: date = TODAY) -> list[Row]:
    """Return the rows of one sheet; not to be changed."""
    return _sheets(today)[title]


def book_of(rows: dict[str, list[Row]]) -> Book:
    """Return the workbook as the reader would hand it over: all headings in row 1, a row for each row."""
    sheets = []
    for sheet in SHEETS:
        headings = tuple(column.heading for column in sheet.columns)
        cells = [tuple(_raw(row.get(heading)) for heading in headings) for row in rows[sheet.title]]
        numbered = enumerate([headings, *cells], 1)
        sheets.append(RawSheet(sheet.title, tuple(RawRow(number, row) for number, row in numbered)))
    return Book(tuple(rows), tuple(sheets))


def _raw(value: object) -> Raw:
    """Return what Excel keeps of a value: a date is a moment at midnight."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, datetime.min.time())
    return value  # type: ignore[return-value]  # rows hold only what a cell can hold, or the test fails
