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
        *(_reading(f"{count:,} people affected", database, moves) for count, moves in by_people.items()),
        *(_reading(f"1,000, {size:,} notices beside", database, moves) for size, moves in by_size.items()),
        Reading(
            f"longest stall of the loop meanwhile ({database})",
            max(move.felt.own for moves in (by_people, by_size) for each in moves.values() for move in each),
            STALL_MS,
            "ms",
            "of the process's own work, in the worst of all rounds",
        ),
    ]


async def _moved(crowd: Crowd, event_id: int) -> list[Move]:
    return [await crowd.move(event_id) for _ in range(ROUNDS)]


def _reading(what: str, database: str, moves: list[Move]) -> Reading:
    """Tell of the quickest of several moves: what else the machine does only adds."""
    move = min(moves, key=lambda one: one.planning)
    beside = f"the whole publication {move.publication:.2f} s; {move.changed:,} reminders replaced"
    return Reading(f"one event moves, plan again: {what} ({database})", move.planning, BUDGET_S, "s", beside)
