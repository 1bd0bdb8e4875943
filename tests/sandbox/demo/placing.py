"""The demonstration as a file would give it, without the file."""

from datetime import date, timedelta
from functools import lru_cache

from hypothesis import strategies

from bot.sandbox.demo.tables import Row
from bot.sandbox.demo.workbook import demo_workbook

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
