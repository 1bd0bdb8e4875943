"""The ticker: APScheduler wakes the calendar jobs, and nothing is stored in it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler


@dataclass(frozen=True, slots=True)
class CalendarJob:
    """Something to be done again and again; running it twice or late must do no harm."""

    name: str
    every: timedelta
    run: Callable[[], Awaitable[None]]


@asynccontextmanager
async def ticking(*jobs: CalendarJob) -> AsyncIterator[None]:
    """Run the jobs while the block runs; the first time after one interval."""
    scheduler = AsyncIOScheduler(
        timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    for job in jobs:
        scheduler.add_job(job.run, "interval", seconds=job.every.total_seconds(), id=job.name)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)
