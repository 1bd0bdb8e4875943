from datetime import UTC, date, datetime

import pytest

from bot.shared.zones import UnknownZone, day_in, local, minutes_from_moscow, same_clock, zone_named

WINTER = datetime(2025, 11, 18, 4, 0, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 4, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "moment", "minutes"),
    [
        ("Europe/Moscow", WINTER, 0),
        ("Europe/Kaliningrad", WINTER, -60),
        ("Asia/Yekaterinburg", WINTER, 120),
        ("Asia/Kamchatka", WINTER, 540),
        ("Asia/Kolkata", WINTER, 150),
        ("Europe/Berlin", WINTER, -120),
        ("Europe/Berlin", SUMMER, -60),
        ("America/St_Johns", WINTER, -390),
    ],
)
def test_the_distance_from_moscow_is_counted_at_the_moment(zone: str, moment: datetime, minutes: int) -> None:
    assert minutes_from_moscow(zone, moment) == minutes


def test_the_day_changes_at_midnight_of_the_place() -> None:
    before = datetime(2025, 11, 18, 18, 59, tzinfo=UTC)
    after = datetime(2025, 11, 18, 19, 0, tzinfo=UTC)
    assert day_in(before, "Asia/Yekaterinburg") == date(2025, 11, 18)
    assert day_in(after, "Asia/Yekaterinburg") == date(2025, 11, 19)
    assert day_in(after, "Europe/Moscow") == date(2025, 11, 18)


def test_a_moment_is_shown_as_the_clock_of_the_place() -> None:
    assert local(WINTER, "Asia/Yekaterinburg").isoformat() == "2025-11-18T09:00:00+05:00"


def test_two_zones_may_show_the_same_clock_at_one_moment_and_not_at_another() -> None:
    assert same_clock("Europe/Berlin", "Europe/Kaliningrad", SUMMER)
    assert not same_clock("Europe/Berlin", "Europe/Kaliningrad", WINTER)


@pytest.mark.parametrize("name", ["Мск", "Asia", "../etc/passwd", "", "Asia/Tyumen"])
def test_an_unknown_zone_is_an_error_of_its_own(name: str) -> None:
    with pytest.raises(UnknownZone):
        zone_named(name)
