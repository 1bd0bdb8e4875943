from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.programme.setting_kinds import NO_WINDOW, Window
from bot.schedule.lookup import running_module
from bot.schedule.model import Module
from bot.shared.zones import MOSCOW, local
from bot.support.waiting import Manners, too_long_at

TYUMEN = "Asia/Yekaterinburg"
NIGHT = Window(22, 8)
PATIENCE = timedelta(minutes=30)
USUAL = Manners(PATIENCE, NIGHT)


def module(begins: int, ends: int, zone: str = TYUMEN, number: int = 1) -> Module:
    """A module on some days of November."""
    days = (date(2025, 11, begins), date(2025, 11, ends))
    return Module(number, 1, number, "Модуль", *days, 1, "Технопарк", "Тюмень", zone, "")


ALL_WEEK = (module(10, 28),)


def at(hour: int, minute: int = 0, day: int = 18) -> datetime:
    """A moment by Tyumen's clock."""
    return datetime(2025, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=5)


@pytest.mark.parametrize(
    ("since", "called_at"),
    [
        (at(9), at(9, 30)),
        (at(7, 59), at(8, 30)),
        (at(8), at(8, 30)),
        (at(21, 29), at(21, 59)),
        (at(21, 30), at(8, day=19)),
        (at(21, 45), at(8, 15, day=19)),
        (at(22), at(8, 30, day=19)),
        (at(23), at(8, 30, day=19)),
        (at(3), at(8, 30)),
    ],
)
def test_only_hours_of_work_count_and_nobody_is_called_in_others(
    since: datetime, called_at: datetime
) -> None:
    assert too_long_at(since, ALL_WEEK, USUAL) == (called_at, TYUMEN)


@pytest.mark.parametrize(
    ("quiet", "hours"),
    [(NO_WINDOW, 24), (NIGHT, 44), (Window(23, 7), 32), (Window(1, 5), 28), (Window(13, 14), 26)],
)
def test_the_quiet_hours_are_those_that_were_set(quiet: Window, hours: int) -> None:
    moment, _zone = too_long_at(at(12), ALL_WEEK, Manners(timedelta(hours=24), quiet))
    assert moment == at(12) + timedelta(hours=hours)


def test_without_quiet_hours_a_question_is_called_out_at_night_too() -> None:
    assert too_long_at(at(2), ALL_WEEK, Manners(PATIENCE, NO_WINDOW))[0] == at(2, 30)


def test_between_modules_moscows_clock_counts() -> None:
    assert too_long_at(at(9), (), USUAL) == (at(10, 30), MOSCOW)  # Moscow's eight o'clock and half an hour


def test_a_module_that_begins_meanwhile_brings_its_own_morning() -> None:
    """Asked at 23:30 in Moscow: half past eight is two hours earlier at the venue."""
    since, begins = at(1, 30), (module(18, 20),)
    assert too_long_at(since, (), USUAL) == (at(10, 30), MOSCOW)
    assert too_long_at(since, begins, USUAL) == (at(8, 30), TYUMEN)


def test_after_the_module_moscows_night_counts_again() -> None:
    """Asked on the last evening, at 22:10 in Tyumen; its midnight is the beginning of Moscow's night."""
    assert too_long_at(at(22, 10), (module(16, 18),), USUAL) == (at(10, day=19), MOSCOW)


def first_by_the_minute(since: datetime, modules: tuple[Module, ...], manners: Manners) -> datetime:
    """Look every minute whether enough waking minutes by the clock of the place have passed."""
    now = since
    while True:
        running = running_module(modules, now)
        zone = running.zone if running else MOSCOW
        passed = range(int((now - since) / timedelta(minutes=1)))
        hours = (local(since + timedelta(minutes=one), zone).hour for one in passed)
        awake = timedelta(minutes=sum(not manners.quiet.holds(hour) for hour in hours))
        if awake >= manners.patience and not manners.quiet.holds(local(now, zone).hour):
            return now
        now += timedelta(minutes=5)


@given(
    since=st.integers(0, 3 * 24 * 4).map(lambda quarter: at(0, day=16) + timedelta(minutes=15 * quarter)),
    begins=st.integers(15, 19),
    days=st.integers(0, 2),
    zone=st.sampled_from([TYUMEN, "Asia/Kamchatka", "Europe/Kaliningrad"]),
    patience=st.integers(1, 20).map(lambda quarter: timedelta(minutes=15 * quarter)),
    quiet=st.sampled_from([NIGHT, NO_WINDOW, Window(1, 5), Window(20, 10)]),
)
def test_it_is_the_first_moment_at_which_looking_all_the_time_would_call(
    since: datetime, begins: int, days: int, zone: str, patience: timedelta, quiet: Window
) -> None:
    modules, manners = (module(begins, begins + days, zone),), Manners(patience, quiet)
    moment, _zone = too_long_at(since, modules, manners)
    assert moment == first_by_the_minute(since, modules, manners)
