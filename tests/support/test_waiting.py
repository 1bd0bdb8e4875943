from datetime import UTC, datetime, timedelta

import pytest

from bot.programme.setting_kinds import NO_WINDOW, Window
from bot.support.waiting import too_long, worked

TYUMEN = "Asia/Yekaterinburg"
NIGHT = Window(22, 8)
PATIENCE = timedelta(minutes=30)


def at(hour: int, minute: int = 0, day: int = 18) -> datetime:
    """A moment by Tyumen's clock."""
    return datetime(2025, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=5)


@pytest.mark.parametrize(
    ("since", "now", "called"),
    [
        (at(9), at(9, 29), False),
        (at(9), at(9, 30), True),
        (at(21, 45), at(22, 20), False),
        (at(21, 45), at(8, 14, day=19), False),
        (at(21, 45), at(8, 15, day=19), True),
        (at(23), at(8, 29, day=19), False),
        (at(23), at(8, 30, day=19), True),
        (at(9, day=17), at(3, day=19), False),
    ],
)
def test_only_hours_of_work_count(since: datetime, now: datetime, called: bool) -> None:
    assert too_long(since, now, TYUMEN, PATIENCE, NIGHT) is called


def test_a_whole_day_holds_fourteen_hours_of_work() -> None:
    assert worked(at(12), at(12, day=20), TYUMEN, NIGHT) == timedelta(hours=28)


@pytest.mark.parametrize(
    ("quiet", "hours"),
    [(NO_WINDOW, 48), (Window(23, 7), 32), (Window(1, 5), 40), (Window(12, 13), 46)],
)
def test_the_quiet_hours_are_those_that_were_set(quiet: Window, hours: int) -> None:
    assert worked(at(12), at(12, day=20), TYUMEN, quiet) == timedelta(hours=hours)


def test_without_quiet_hours_a_question_is_called_out_at_night_too() -> None:
    assert too_long(at(2), at(2, 30), TYUMEN, PATIENCE, NO_WINDOW) is True
    assert too_long(at(2), at(2, 30), TYUMEN, timedelta(minutes=31), NO_WINDOW) is False
