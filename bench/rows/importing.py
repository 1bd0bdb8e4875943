"""Import of 10,000 people and 600 events: how long it takes, and how long the loop stands still meanwhile."""

import asyncio
import time
from pathlib import Path

from bench.budget import Reading
from bench.pulse import Pulse, pulse
from bot.shared.clock import SystemClock
from bot.workbook.actions import apply_file
from bot.workbook.console import read_workbook
from db.engine import Database, open_engine
from db.readiness import make_ready
from tests.workbook.programmes import programme, write_programme

STREAMS, PEOPLE_EACH, DAYS = 4, 2_500, 5
"""Three modules of five days in each stream, ten events a day: 600 events."""
ROUNDS = 3


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
