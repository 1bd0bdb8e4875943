"""The calendar of a clock that is moved: what it passed is run, once."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.ticker import CalendarJob
from bot.sandbox.botapi.world import PATIENCE_S
from bot.sandbox.timing.calendar import Calendar
from bot.sandbox.timing.clock import MovableClock
from bot.shared.clock import ManualClock

NOON = datetime(2026, 2, 17, 12, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(ManualClock(NOON))


class Work:
    """Notes the moments at which it was done."""

    def __init__(self, clock: MovableClock) -> None:
        self.clock = clock
        self.done: list[timedelta] = []

    async def run(self) -> None:
        self.done.append(self.clock.now() - NOON)


async def test_each_job_runs_when_its_interval_has_passed_and_not_before(clock: MovableClock) -> None:
    often, seldom, calendar = Work(clock), Work(clock), Calendar(clock)
    jobs = (CalendarJob("often", MINUTE, often.run), CalendarJob("seldom", HOUR, seldom.run))
    async with calendar.ticking(*jobs):
        for passed in (timedelta(), MINUTE - timedelta(seconds=1), MINUTE, 2 * MINUTE, HOUR):
            clock.move_to(NOON + passed)
            await calendar.run_due()
    assert often.done == [MINUTE, 2 * MINUTE, HOUR]
    assert seldom.done == [HOUR]


async def test_a_job_passed_many_times_runs_once(clock: MovableClock) -> None:
    work, calendar = Work(clock), Calendar(clock)
    async with calendar.ticking(CalendarJob("work", MINUTE, work.run)):
        clock.move_to(NOON + HOUR)
        await calendar.run_due()
        await calendar.run_due()
    assert work.done == [HOUR]


async def test_after_the_clock_went_back_a_job_waits_for_its_own_interval_alone(clock: MovableClock) -> None:
    work, calendar = Work(clock), Calendar(clock)
    async with calendar.ticking(CalendarJob("work", MINUTE, work.run)):
        clock.move_to(NOON + HOUR)
        await calendar.run_due()
        clock.come_back()
        await calendar.run_due()
        clock.move_to(NOON + MINUTE)
        await calendar.run_due()
    assert work.done == [HOUR, MINUTE]


async def test_in_a_hurry_what_is_seldom_done_waits_for_some_hours(clock: MovableClock) -> None:
    often, seldom, calendar = Work(clock), Work(clock), Calendar(clock)
    jobs = (CalendarJob("often", MINUTE, often.run), CalendarJob("seldom", 10 * MINUTE, seldom.run))
    calendar.hurry = True
    async with calendar.ticking(*jobs):
        for minutes in (9, 10, 369, 370, 371):
            clock.move_to(NOON + minutes * MINUTE)
            await calendar.run_due()
        calendar.hurry = False
        clock.move_to(NOON + 380 * MINUTE)
        await calendar.run_due()
    assert often.done == [minutes * MINUTE for minutes in (9, 10, 369, 370, 371, 380)]
    assert seldom.done == [370 * MINUTE, 380 * MINUTE]


async def test_a_job_that_fails_is_logged_and_runs_again(
    clock: MovableClock, caplog: pytest.LogCaptureFixture
) -> None:
    tries, calendar = [0], Calendar(clock)

    async def fail() -> None:
        tries[0] += 1
        raise RuntimeError

    async with calendar.ticking(CalendarJob("failing", MINUTE, fail)):
        for minutes in (1, 2):
            clock.move_to(NOON + minutes * MINUTE)
            await calendar.run_due()
    assert tries == [2]
    assert [record.getMessage() for record in caplog.records] == ["failing failed; it runs again"] * 2


async def test_it_looks_at_the_clock_by_itself_too(
    clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sandbox.timing.calendar.LOOK_S", 0.01)
    done, calendar = asyncio.Event(), Calendar(clock)

    async def note() -> None:
        done.set()

    async with calendar.ticking(CalendarJob("work", MINUTE, note)):
        clock.move_to(NOON + MINUTE)
        async with asyncio.timeout(PATIENCE_S):
            await done.wait()


async def test_at_the_end_what_runs_is_broken_off(
    clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sandbox.timing.calendar.PATIENCE_S", 0.01)
    ended, calendar = [False], Calendar(clock)

    async def long() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended[0] = True

    async with calendar.ticking(CalendarJob("long", MINUTE, long)):
        clock.move_to(NOON + MINUTE)
        await calendar.run_due()
        assert ended == [False]
    assert ended == [True]
