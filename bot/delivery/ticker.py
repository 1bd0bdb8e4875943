"""The ticker: APScheduler wakes the calendar jobs and the delivery, and nothing is stored in it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.shared.clock import SystemClock


@dataclass(frozen=True, slots=True)
class CalendarJob:
    """Something to be done again and again; running it twice or late must do no harm."""

    name: str
    every: timedelta
    run: Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Ticker:
    """Calls somebody once after a while; a later wish takes the place of the one before."""

    scheduler: AsyncIOScheduler

    def call_in(self, wait: timedelta, call: Callable[[], None]) -> None:
        """Call after a wait, at once where it is negative."""
        moment = SystemClock().now() + max(wait, timedelta())
        self.scheduler.add_job(call, "date", run_date=moment, id="once", replace_existing=True)


Ticking = Callable[..., AbstractAsyncContextManager[Ticker]]
"""Runs calendar jobs while its block runs, as `ticking` does; the sandbox has one for a clock that moves."""


@asynccontextmanager
async def ticking(*jobs: CalendarJob) -> AsyncIterator[Ticker]:
    """Run the jobs while the block runs; the first time after one interval.

    A job that fails is logged and runs again. At the end what runs is broken off, and gone when the
    block is left: its database may be closed then.
    """
    running: set[asyncio.Task[Any]] = set()

    def noted(job: CalendarJob) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            task = asyncio.current_task()
            assert task is not None  # noqa: S101  (a coroutine that runs is in a task)
            running.add(task)
            try:
                await job.run()
            finally:
                running.discard(task)

        return run

    scheduler = AsyncIOScheduler(
        timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    for job in jobs:
        scheduler.add_job(noted(job), "interval", seconds=job.every.total_seconds(), id=job.name)
    scheduler.start()
    try:
        yield Ticker(scheduler)
    finally:
        scheduler.shutdown(wait=False)
        await asyncio.gather(*running, return_exceptions=True)
