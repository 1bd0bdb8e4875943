"""Until which day data are kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.programme.retention import Due, erased_from, next_due, person_erased_from


@pytest.mark.parametrize(
    ("ends_on", "months", "day"),
    [
        (date(2026, 5, 31), 12, date(2027, 5, 31)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2025, 11, 30), 1, date(2025, 12, 30)),
        (date(2025, 11, 30), 0, None),
    ],
)
def test_months_after_the_end(ends_on: date, months: int, day: date | None) -> None:
    assert erased_from(ends_on, months) == day


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 119))
def test_a_longer_retention_is_never_earlier(ends_on: date, months: int) -> None:
    shorter, longer = erased_from(ends_on, months), erased_from(ends_on, months + 1)
    assert shorter is not None
    assert longer is not None
    assert ends_on < shorter < longer


def test_the_last_stream_decides_and_one_that_keeps_keeps() -> None:
    early, late = date(2026, 1, 1), date(2027, 1, 1)
    assert person_erased_from([early, late]) == late
    assert person_erased_from([early, None]) is None
    assert person_erased_from([]) is None


def test_who_is_due_next_is_counted() -> None:
    days = {1: date(2026, 1, 1), 2: date(2027, 1, 1), 3: None}
    people = [{1}, {1}, {1, 2}, {2, 3}, set[int]()]
    assert next_due(people, days) == Due(date(2026, 1, 1), 2)
    assert next_due([{3}], days) is None
