"""Memory and time from start to the first poll, on a migrated SQLite, against a bare aiogram bot."""

import time
from collections.abc import Callable, Iterable
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
    ]
    bare, ours = (_least(column[1:]) for column in zip(*pairs, strict=True))
    seconds, worked, memory = (f"{ours[part]:.2f} against {bare[part]:.2f}" for part in range(3))
    return [
        Reading(
            "memory at the first poll, over bare aiogram", ours.memory - bare.memory, 80, "MB", f"{memory} MB"
        ),
        Reading(
            "start to first poll, over bare aiogram",
            ours.seconds - bare.seconds,
            2,
            "s",
            f"{seconds} s; of it processor time {worked} s",
        ),
    ]


async def _start(start: Start) -> Started:
    async with telegram() as api:
        since = time.perf_counter()
        async with start(api) as bot:
            return await started(api, bot, since)


def _least(starts: Iterable[Started]) -> Started:
    seconds, worked, memory = (min(column) for column in zip(*starts, strict=True))
    return Started(seconds, worked, memory)
