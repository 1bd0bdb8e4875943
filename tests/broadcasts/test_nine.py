"""Nine in the morning by each receiver's own clock, whatever their zone does."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.broadcasts.audience import Audience, Member
from bot.broadcasts.contents import Kind, Part
from bot.broadcasts.model import Broadcast, Buttons, Schedule, State, Timing
from bot.broadcasts.notices import due_of, next_nine, wanted_broadcast
from bot.shared.zones import local

NOW = datetime(2025, 11, 18, 6, 0, tzinfo=UTC)
"""Tuesday, nine in Moscow."""

ZONES = (
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Asia/Omsk",
    "Asia/Vladivostok",
    "Asia/Kamchatka",
    "America/New_York",
)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2025, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "now", "moment"),
    [
        ("Europe/Kaliningrad", NOW, at(18, 7)),
        ("Europe/Moscow", NOW, at(18, 6)),
        ("Europe/Moscow", NOW + timedelta(seconds=1), at(19, 6)),
        ("Asia/Yekaterinburg", NOW, at(19, 4)),
        ("Asia/Kamchatka", NOW, at(18, 21)),
        ("Asia/Kamchatka", at(18, 20, 59), at(18, 21)),
        ("America/New_York", at(1, 18), at(2, 14)),
        ("America/New_York", at(31, 18, month=10), at(1, 13)),
        ("Europe/Berlin", at(29, 12, month=3), at(30, 7, month=3)),
        ("Europe/Berlin", at(25, 12, month=10), at(26, 8, month=10)),
    ],
)
def test_it_is_today_until_nine_and_tomorrow_afterwards(zone: str, now: datetime, moment: datetime) -> None:
    assert next_nine(zone, now) == moment


@given(st.integers(0, 2 * 365 * 24 * 60), st.sampled_from(ZONES))
def test_it_is_nine_there_and_within_a_day(minutes: int, zone: str) -> None:
    now = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    found = next_nine(zone, now)
    assert (local(found, zone).hour, local(found, zone).minute) == (9, 0)
    assert timedelta(0) <= found - now <= timedelta(hours=25)


def test_everybody_gets_it_at_their_own_nine_and_people_at_the_venue_at_its_nine() -> None:
    one = Broadcast(
        5,
        1,
        None,
        "",
        State.DRAFT,
        False,
        Audience((1, 2)),
        Buttons(),
        Schedule(Timing.NINE),
        None,
        NOW,
        None,
        0,
        0,
        (Part(Kind.TEXT, "а"),),
    )
    homes = ((1, "Asia/Omsk"), (1, None), (2, "Asia/Omsk"), (2, None))
    members = [Member(number, stream, "", home, True) for number, (stream, home) in enumerate(homes, 1)]
    venues = {1: "Asia/Vladivostok"}
    found = wanted_broadcast(
        one,
        members,
        [(2, -100, "Europe/Moscow")],
        lambda stream, home: venues.get(stream) or home or "Europe/Moscow",
        NOW,
    )
    assert [one.due_at for one in found] == [at(18, 23), at(18, 23), at(19, 3), at(18, 6), at(18, 6)]


def test_a_moment_that_has_passed_meanwhile_is_now() -> None:
    gone = Schedule(Timing.AT, NOW - timedelta(hours=1), "Europe/Moscow")
    assert due_of(gone, "Asia/Omsk", NOW) == NOW
