"""The ticker runs its jobs again and again, whatever happens in them, and leaves nothing behind."""

import asyncio
import logging
from datetime import timedelta

import pytest

from bot.delivery.ticker import CalendarJob, ticking
from bot.sandbox.botapi.world import PATIENCE_S

SOON = timedelta(seconds=0.02)


class Work:
    """Counts its runs, and tells when it has been done often enough."""

    def __init__(self, wanted: int = 3) -> None:
        self.runs = 0
        self.wanted = wanted
        self.enough = asyncio.Event()

    async def run(self) -> None:
        self.runs += 1
        if self.runs >= self.wanted:
            self.enough.set()

    async def done(self) -> None:
        async with asyncio.timeout(PATIENCE_S):
            await self.enough.wait()


async def test_jobs_run_again_and_again_and_stop_with_the_block() -> None:
    first, second = Work(), Work()
    async with ticking(CalendarJob("first", SOON, first.run), CalendarJob("second", SOON, second.run)):
        await first.done()
        await second.done()
    runs = (first.runs, second.runs)
    await asyncio.sleep(3 * SOON.total_seconds())
    assert (first.runs, second.runs) == runs


async def test_a_job_does_not_run_at_once() -> None:
    work = Work()
    async with ticking(CalendarJob("daily", timedelta(days=1), work.run)):
        await asyncio.sleep(0.05)
    assert work.runs == 0


async def test_a_job_that_fails_runs_again_and_is_told(caplog: pytest.LogCaptureFixture) -> None:
    work = Work()

    async def fail() -> None:
        await work.run()
        raise ValueError("broken on purpose")

    with caplog.at_level(logging.ERROR, logger="apscheduler"):
        async with ticking(CalendarJob("failing", SOON, fail)):
            await work.done()
    assert "broken on purpose" in caplog.text


async def test_a_slow_job_does_not_run_beside_itself(caplog: pytest.LogCaptureFixture) -> None:
    work = Work()
    beside = 0
    most = 0

    async def slow() -> None:
        nonlocal beside, most
        beside += 1
        most = max(most, beside)
        await asyncio.sleep(2.5 * SOON.total_seconds())
        beside -= 1
        await work.run()

    with caplog.at_level(logging.CRITICAL, logger="apscheduler"):
        async with ticking(CalendarJob("slow", SOON, slow)):
            await work.done()
    assert most == 1


async def test_what_runs_at_the_end_is_gone_when_the_block_is_left() -> None:
    begun = asyncio.Event()
    steps: list[str] = []

    async def long() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0.02)
            steps.append("undone")

    async with ticking(CalendarJob("long", SOON, long)):
        async with asyncio.timeout(PATIENCE_S):
            await begun.wait()
    steps.append("database closed")
    assert steps == ["undone", "database closed"]
