"""Import of 10,000 people and 600 events: how long it takes, and how long the loop stands still meanwhile."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bench.budget import Reading
from bot.shared.clock import SystemClock
from bot.workbook.actions import apply_file
from bot.workbook.console import read_workbook
from db.engine import Database, open_engine
from db.readiness import make_ready
from tests.workbook.programmes import programme, write_programme

STREAMS, PEOPLE_EACH, DAYS = 4, 2_500, 5
"""Three modules of five days in each stream, ten events a day: 600 events."""
ROUNDS = 3
BEAT_S = 0.002


class Pulse:
    """Feels how long the loop leaves others waiting, in milliseconds.

    `longest` is the longest delay of a beat by the clock; `own` counts only what the process spent working
    meanwhile, so that a machine busy with something else is not taken for a stall.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self.own = 0.0

    async def beat(self) -> None:
        """Beat until cancelled."""
        while True:
            before, worked = time.perf_counter(), time.process_time()
            await asyncio.sleep(BEAT_S)
            late = (time.perf_counter() - before - BEAT_S) * 1000
            self.longest = max(self.longest, late)
            self.own = max(self.own, min(late, (time.process_time() - worked) * 1000))


@asynccontextmanager
async def pulse() -> AsyncIterator[Pulse]:
    """Feel the loop's pulse during a block."""
    felt = Pulse()
    task = asyncio.create_task(felt.beat())
    try:
        yield felt
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def measure(folder: Path) -> list[Reading]:
    """Import into an empty database several times; the least counts, for others only add to it."""
    file = write_programme(folder / "large.xlsx", programme(STREAMS, PEOPLE_EACH, DAYS))
    rounds = [await _import(file, folder / f"{number}.sqlite3") for number in range(ROUNDS)]
    seconds = min(each for each, _ in rounds)
    stall = min(felt.own for _, felt in rounds)
    async with pulse() as idle:
        await asyncio.sleep(seconds)
    by_clock = ", ".join(f"{felt.longest:.0f}" for _, felt in rounds)
    return [
        Reading("import of 10,000 people and 600 events", seconds, 15, "s", "read, checked and written"),
        Reading(
            "longest stall of the loop meanwhile",
            stall,
            50,
            "ms",
            f"by the clock {by_clock} ms; an idle loop as long {idle.longest:.0f} ms",
        ),
    ]


async def _import(file: Path, database: Path) -> tuple[float, Pulse]:
    """Return the seconds an import takes and what the loop's pulse was."""
    url = f"sqlite+aiosqlite:///{database}"
    await make_ready(url)
    db = Database(open_engine(url))
    try:
        before = time.perf_counter()
        async with pulse() as felt:
            outcome = await apply_file(db, SystemClock(), await read_workbook(file))
        seconds = time.perf_counter() - before
    finally:
        await db.close()
    if not outcome.applied:
        raise RuntimeError(f"the workbook of the bench has errors: {outcome.examination.errors[:3]}")
    return seconds, felt
