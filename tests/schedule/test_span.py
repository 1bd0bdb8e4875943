from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.span import LONGEST_PAST_MIDNIGHT, ClockJumps, EndsFirst, span
from bot.shared.zones import UnknownZone

DAY = date(2025, 11, 18)
TYUMEN = "Asia/Yekaterinburg"


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type,misc]  # parts of a moment in order


@pytest.mark.parametrize(
    ("starts", "ends", "moments"),
    [
        (time(9), time(10, 30), (at(2025, 11, 18, 4), at(2025, 11, 18, 5, 30))),
        (time(2), time(3), (at(2025, 11, 17, 21), at(2025, 11, 17, 22))),
        (time(23), time(1), (at(2025, 11, 18, 18), at(2025, 11, 18, 20))),
        (time(22), time(0), (at(2025, 11, 18, 17), at(2025, 11, 18, 19))),
        (time(20), time(8), (at(2025, 11, 18, 15), at(2025, 11, 19, 3))),
    ],
)
def test_times_at_the_venue_become_moments(
    starts: time, ends: time, moments: tuple[datetime, datetime]
) -> None:
    assert span(DAY, starts, ends, TYUMEN) == moments


@pytest.mark.parametrize(
    ("starts", "ends"), [(time(9), time(9)), (time(10), time(9)), (time(20), time(8, 1))]
)
def test_an_end_before_the_start_is_a_slip_unless_the_night_lies_between(starts: time, ends: time) -> None:
    with pytest.raises(EndsFirst):
        span(DAY, starts, ends, TYUMEN)


def test_a_time_that_the_clocks_skip_is_refused() -> None:
    with pytest.raises(ClockJumps):
        span(date(2026, 3, 29), time(2, 30), time(4), "Europe/Berlin")


def test_a_time_that_the_clocks_show_twice_is_its_first_showing() -> None:
    moments = span(date(2025, 10, 26), time(2, 30), time(4), "Europe/Berlin")
    assert moments == (at(2025, 10, 26, 0, 30), at(2025, 10, 26, 3))


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(UnknownZone):
        span(DAY, time(9), time(10), "Asia/Tyumen")


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.times(), st.times())
def test_an_event_has_a_length_and_none_lasts_a_day(day: date, starts: time, ends: time) -> None:
    try:
        begins, finishes = span(day, starts, ends, TYUMEN)
    except EndsFirst:
        assert ends <= starts
    else:
        assert timedelta() < finishes - begins < timedelta(days=1)
        assert ends > starts or finishes - begins <= LONGEST_PAST_MIDNIGHT
