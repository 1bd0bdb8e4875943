"""When messages wait for morning."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.notices.model import Quiet
from bot.notices.night import Night, allowed_at, morning

TYUMEN, KAMCHATKA, BERLIN = "Asia/Yekaterinburg", "Asia/Kamchatka", "Europe/Berlin"
NIGHT = Night()


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "zone", "expected"),
    [
        ("2025-11-18T16:59:59", TYUMEN, None),
        ("2025-11-18T17:00:00", TYUMEN, "2025-11-19T03:00:00"),
        ("2025-11-19T02:59:59", TYUMEN, "2025-11-19T03:00:00"),
        ("2025-11-19T03:00:00", TYUMEN, None),
        ("2025-11-18T10:00:00", KAMCHATKA, "2025-11-18T20:00:00"),
        ("2025-11-18T10:00:00", TYUMEN, None),
        # the night in which Berlin's clocks go back is an hour longer, the other an hour shorter
        ("2025-10-25T21:00:00", BERLIN, "2025-10-26T07:00:00"),
        ("2026-03-28T22:00:00", BERLIN, "2026-03-29T06:00:00"),
    ],
)
def test_the_night_lasts_from_22_to_8_by_the_readers_clock(
    moment: str, zone: str, expected: str | None
) -> None:
    assert morning(utc(moment), zone, NIGHT) == (utc(expected) if expected else None)


def test_equal_hours_mean_no_night() -> None:
    assert morning(utc("2025-11-18T20:00:00"), TYUMEN, Night(time(8), time(8))) is None


def test_a_night_may_lie_within_one_day() -> None:
    siesta = Night(time(13), time(15))
    assert morning(utc("2025-11-18T08:30:00"), TYUMEN, siesta) == utc("2025-11-18T10:00:00")
    assert morning(utc("2025-11-18T10:00:00"), TYUMEN, siesta) is None


@pytest.mark.parametrize(
    ("quiet", "happens_at", "expected"),
    [
        (Quiet.HELD, None, "2025-11-19T03:00:00"),
        (Quiet.PASSES, None, "2025-11-19T00:30:00"),
        # a bus at 07:30 is announced at 05:30, one at 09:00 not before eight
        (Quiet.HELD, "2025-11-19T02:30:00", "2025-11-19T00:30:00"),
        (Quiet.HELD, "2025-11-19T03:00:00", "2025-11-19T00:30:00"),
        (Quiet.HELD, "2025-11-19T04:00:00", "2025-11-19T03:00:00"),
    ],
)
def test_what_happens_before_morning_is_told_at_night(
    quiet: Quiet, happens_at: str | None, expected: str
) -> None:
    happens = utc(happens_at) if happens_at else None
    assert allowed_at(utc("2025-11-19T00:30:00"), TYUMEN, NIGHT, quiet, happens) == utc(expected)


@given(
    moment=st.integers(0, 2 * 365 * 24 * 60).map(lambda n: utc("2025-01-01T00:00:00") + timedelta(minutes=n)),
    zone=st.sampled_from([TYUMEN, KAMCHATKA, BERLIN, "Europe/Moscow", "Australia/Lord_Howe"]),
)
def test_the_allowed_moment_is_never_earlier_and_never_in_the_night(moment: datetime, zone: str) -> None:
    allowed = allowed_at(moment, zone, NIGHT, Quiet.HELD, None)
    assert moment <= allowed <= moment + timedelta(hours=11)
    assert morning(allowed, zone, NIGHT) is None
    assert allowed_at(allowed, zone, NIGHT, Quiet.HELD, None) == allowed
