"""Moving one event among 10,000 people × 60 events: plan again, by who is affected and by what else waits."""

from pathlib import Path

from bench.budget import Reading
from bench.moving import OF_ALL, OF_HUNDRED, OF_THOUSAND, Crowd, Move, gather
from tests.postgres import binaries, cluster

ROUNDS = 3
SIZES = (1_000, 10_000, 100_000)
BUDGET_S, STALL_MS = 1.0, 50.0


async def measure(folder: Path) -> list[Reading]:
    """Measure on SQLite, and on PostgreSQL where it is installed."""
    readings = await _measure("SQLite", f"sqlite+aiosqlite:///{folder / 'bot.sqlite3'}")
    if binaries() is not None:
        with cluster() as url:
            readings += await _measure("PostgreSQL", url)
    return readings


async def _measure(database: str, url: str) -> list[Reading]:
    crowd = await gather(url)
    try:
        await crowd.plan((OF_HUNDRED, OF_THOUSAND, OF_ALL))
        by_people = {
            count: await _moved(crowd, event)
            for count, event in ((100, OF_HUNDRED), (1_000, OF_THOUSAND), (10_000, OF_ALL))
        }
        by_size = {}
        for size in SIZES:
            await crowd.plan((OF_HUNDRED, OF_THOUSAND))
            await crowd.fill(size)
            by_size[size] = await _moved(crowd, OF_THOUSAND)
    finally:
        await crowd.db.close()
    return [
        *(_reading(f"{count:,} people affected", database, move) for count, move in by_people.items()),
        *(_reading(f"1,000, {size:,} notices beside", database, move) for size, move in by_size.items()),
        Reading(
            f"longest stall of the loop meanwhile ({database})",
            max(move.felt.own for move in by_people.values()),
            STALL_MS,
            "ms",
            "of the process's own work",
        ),
    ]


async def _moved(crowd: Crowd, event_id: int) -> Move:
    """Return the quickest of several moves: what else the machine does only adds."""
    return min([await crowd.move(event_id) for _ in range(ROUNDS)], key=lambda move: move.planning)


def _reading(what: str, database: str, move: Move) -> Reading:
    beside = f"the whole publication {move.publication:.2f} s; {move.changed:,} reminders replaced"
    return Reading(f"one event moves, plan again: {what} ({database})", move.planning, BUDGET_S, "s", beside)
