from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.lookup import (
    NowAndNext,
    Phase,
    module_of_day,
    nearest_module,
    next_module,
    now_and_next,
    running_module,
    venue_today,
)
from bot.schedule.model import Event, Module
from tests.schedule.builders import BERLIN, MODULES, SENEZH, TYUMEN, at, event

MON, TUE, FRI = date(2025, 11, 17), date(2025, 11, 18), date(2025, 11, 21)
ARRIVAL = event(1, MON, "12:00", "13:00")
LECTURE = event(2, TUE, "09:00", "10:30")
GROUP_A = event(3, TUE, "11:00", "12:30")
GROUP_B = event(4, TUE, "11:00", "13:00")
DANCE = event(5, TUE, "23:00", "01:00")
DEPARTURE = event(6, FRI, "10:00", "11:00")
OFF = event(7, TUE, "14:00", "15:00", cancelled=True)
EVENTS = [DEPARTURE, DANCE, GROUP_B, OFF, LECTURE, GROUP_A, ARRIVAL]


def there(*clock: int) -> datetime:
    return at("Asia/Yekaterinburg", 2025, 11, *clock)


CASES: list[tuple[str, datetime, Phase, list[Event], list[Event], list[Event]]] = [
    ("before the module's first day", there(16, 23, 59), Phase.AHEAD, [], [ARRIVAL], []),
    ("the module begins at the venue's midnight", there(17, 0, 0), Phase.GAP, [], [ARRIVAL], []),
    ("the night between two days", there(17, 13, 0), Phase.NIGHT, [], [LECTURE], []),
    ("an event has just begun", there(18, 9, 0), Phase.RUNNING, [LECTURE], [GROUP_A, GROUP_B], []),
    ("its last minute", there(18, 10, 29), Phase.RUNNING, [LECTURE], [GROUP_A, GROUP_B], []),
    ("it has just ended", there(18, 10, 30), Phase.GAP, [], [GROUP_A, GROUP_B], []),
    ("two run at once", there(18, 11, 0), Phase.RUNNING, [GROUP_A, GROUP_B], [DANCE], [OFF]),
    ("a cancelled one would run", there(18, 14, 30), Phase.GAP, [], [DANCE], [OFF]),
    ("a cancelled one is past", there(18, 15, 0), Phase.GAP, [], [DANCE], []),
    ("an event goes on after midnight", there(19, 0, 30), Phase.RUNNING, [DANCE], [DEPARTURE], []),
    ("a day without events", there(19, 12, 0), Phase.NIGHT, [], [DEPARTURE], []),
    ("the last event is over", there(21, 11, 0), Phase.DONE, [], [], []),
    ("the day after the module", there(22, 0, 0), Phase.AHEAD, [], [], []),
    ("after every module", at("Europe/Berlin", 2026, 3, 31), Phase.OVER, [], [], []),
]


@pytest.mark.parametrize(("moment", "now", "phase", "current", "upcoming", "off"), CASES)
def test_what_runs_and_what_is_next(
    moment: str, now: datetime, phase: Phase, current: list[Event], upcoming: list[Event], off: list[Event]
) -> None:
    answer = now_and_next(EVENTS, MODULES, now)
    assert answer == NowAndNext(
        phase=phase,
        current=tuple(current),
        upcoming=tuple(upcoming),
        called_off=tuple(off),
        module=running_module(MODULES, now),
        next_module=next_module(MODULES, now),
    ), moment


@given(order=st.permutations(EVENTS), modules=st.permutations(MODULES), hour=st.integers(0, 24 * 7))
def test_the_order_of_the_timetable_does_not_matter(
    order: list[Event], modules: list[Module], hour: int
) -> None:
    now = there(16 + hour // 24, hour % 24)
    assert now_and_next(order, modules, now) == now_and_next(EVENTS, MODULES, now)


@pytest.mark.parametrize(
    ("now", "running", "following"),
    [
        (at("Europe/Moscow", 2025, 10, 19, 23, 59), None, SENEZH),
        (at("Europe/Moscow", 2025, 10, 20, 0, 0), SENEZH, TYUMEN),
        (at("Europe/Moscow", 2025, 10, 24, 23, 59), SENEZH, TYUMEN),
        (at("Europe/Moscow", 2025, 10, 25, 0, 0), None, TYUMEN),
        (at("Europe/Moscow", 2025, 11, 16, 22, 0), TYUMEN, BERLIN),
        (at("Asia/Yekaterinburg", 2025, 11, 22, 0, 0), None, BERLIN),
        (at("Europe/Berlin", 2026, 3, 29, 3, 0), BERLIN, None),
        (at("Europe/Berlin", 2026, 3, 31, 0, 0), None, None),
    ],
)
def test_modules_begin_and_end_at_the_venues_midnight(
    now: datetime, running: object, following: object
) -> None:
    assert (running_module(MODULES, now), next_module(MODULES, now)) == (running, following)


def test_the_nearest_module_is_the_running_then_the_next_then_the_last() -> None:
    assert nearest_module(MODULES, there(18, 9, 0)) == TYUMEN
    assert nearest_module(MODULES, there(22, 9, 0)) == BERLIN
    assert nearest_module(MODULES, at("Europe/Moscow", 2027, 1, 1)) == BERLIN
    assert nearest_module((), there(18, 9, 0)) is None


def test_today_is_the_venues_day_and_moscows_where_there_is_no_venue() -> None:
    late = at("Europe/Moscow", 2025, 11, 18, 23, 0)
    assert venue_today(MODULES, late, "Europe/Moscow") == date(2025, 11, 19)
    assert venue_today((), late, "Europe/Moscow") == date(2025, 11, 18)


def test_a_day_belongs_to_the_module_around_it() -> None:
    assert module_of_day(MODULES, date(2025, 11, 21)) == TYUMEN
    assert module_of_day(MODULES, date(2025, 11, 22)) is None


def test_the_clock_change_at_the_venue_keeps_the_order_of_events() -> None:
    night = event(8, date(2026, 3, 29), "01:00", "03:30", BERLIN)
    morning = event(9, date(2026, 3, 29), "09:00", "10:00", BERLIN)
    answer = now_and_next([morning, night], MODULES, at("Europe/Berlin", 2026, 3, 29, 3, 15))
    assert (answer.current, answer.upcoming) == ((night,), (morning,))
    assert (night.ends_at - night.starts_at).total_seconds() == 90 * 60
