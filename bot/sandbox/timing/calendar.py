"""What is done by the calendar, done by the sandbox's clock: a moved clock runs what it passed."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from bot.delivery.ticker import CalendarJob, Ticker, ticking
from bot.shared.clock import Clock

log = logging.getLogger(__name__)

LOOK_S = 1.0
"""How often the clock is looked at while nobody moves it."""

SELDOM, MAY_WAIT = timedelta(minutes=10), timedelta(hours=6)
"""In a hurry, jobs with such intervals may be late by so much: planning looks far ahead, tidying can wait."""

PATIENCE_S = 2.0
"""How long whoever moves the clock waits for what runs; a job that takes longer goes on beside."""


class Calendar:
    """Runs the jobs of a bot at the moments of a clock that can be moved.

    Like the real ticker's: a job that was passed several times runs once, no job runs twice at once, one
    that fails is logged and runs again.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.hurry = False
        self._next: dict[str, tuple[CalendarJob, datetime]] = {}
        self._running: dict[str, asyncio.Task[None]] = {}

    @asynccontextmanager
    async def ticking(self, *jobs: CalendarJob) -> AsyncIterator[Ticker]:
        """Run the jobs while the block runs; the first time after one interval."""
        self._next = {job.name: (job, self._clock.now() + job.every) for job in jobs}
        async with ticking() as ticker:
            keeping = asyncio.create_task(self._keep())
            try:
                yield ticker
            finally:
                self._next = {}
                ending = [keeping, *self._running.values()]
                for task in ending:
                    task.cancel()
                await asyncio.gather(*ending, return_exceptions=True)

    async def run_due(self) -> None:
        """Run what is due at the clock's present moment and wait for it a little.

        In a `hurry` what is seldom done waits: late does these jobs no harm. After the clock went back, a
        job waits no longer than its own interval.
        """
        now = self._clock.now()
        for name, (job, due) in self._next.items():
            late = MAY_WAIT if self.hurry and job.every >= SELDOM else timedelta()
            if now < due + late <= now + job.every + late or name in self._running:
                continue
            self._next[name] = (job, now + job.every)
            if due <= now:
                self._running[name] = asyncio.create_task(self._run(job))
        if self._running:
            await asyncio.wait(list(self._running.values()), timeout=PATIENCE_S)

    async def _run(self, job: CalendarJob) -> None:
        try:
            await job.run()
        except Exception:
            log.exception("%s failed; it runs again", job.name)
        finally:
            self._running.pop(job.name, None)

    async def _keep(self) -> None:
        while True:
            await self.run_due()
            await asyncio.sleep(LOOK_S)
