"""Memory and time from start to the first poll, on a migrated SQLite, against a bare aiogram bot."""

import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from bench.budget import Reading
from bench.stand import Running, Started, Telegram, bare_bot, our_bot, started, telegram
from db.readiness import make_ready

ROUNDS = 5
SCREEN = {"text": "Расписание", "rows": [[("Сегодня", "d1")]]}

Start = Callable[[Telegram], AbstractAsyncContextManager[Running]]


async def measure(folder: Path) -> list[Reading]:
    """Start each in turn, the first time uncounted (byte code is written), and compare the least values.

    What else the machine does only adds, so the least is the nearest to the truth.
    """
    await make_ready(f"sqlite+aiosqlite:///{folder / 'bot.sqlite3'}")
    pairs = [
        (
            await _start(lambda api: bare_bot(api, folder, SCREEN)),
            await _start(lambda api: our_bot(api, folder)),
        )
        for _ in range(ROUNDS + 1)
    ][1:]
    bare, ours = [one for one, _ in pairs], [other for _, other in pairs]
    return [
        _difference("memory at the first poll, over bare aiogram", bare, ours, 80, "MB", _memory),
        _difference("start to first poll, over bare aiogram", bare, ours, 2, "s", _seconds),
    ]


async def _start(start: Start) -> Started:
    async with telegram() as api:
        since = time.perf_counter()
        async with start(api) as bot:
            return await started(api, bot, since)


def _memory(start: Started) -> float:
    return start.memory


def _seconds(start: Started) -> float:
    return start.seconds


def _difference(
    what: str,
    bare: list[Started],
    ours: list[Started],
    budget: float,
    unit: str,
    of: Callable[[Started], float],
) -> Reading:
    own, other = min(map(of, ours)), min(map(of, bare))
    return Reading(what, own - other, budget, unit, f"{own:.2f} {unit} against {other:.2f} {unit}")
