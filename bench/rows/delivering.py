"""From the moment a notice is due until Telegram has it, when nothing queues.

The bot itself plans, claims, writes and sends: last calls of excursions, each for three people, due at
scattered moments of half a minute and far fewer than the pace allows.
"""

import asyncio
import random
import re
import time
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles

from bench.budget import Reading
from bench.programme import write_excursions, write_programme
from bench.stand import our_bot, telegram
from bot.shared.clock import SystemClock
from db.engine import Database, open_engine
from db.readiness import make_ready
from tests.postgres import binaries, cluster

EVENTS, NOTICES = 100, 300
FIRST_IN_S, LAST_IN_S = 60.0, 90.0
"""Seconds until the first is due, for the bot to start and plan even on a busy machine; until the last."""
LAST_CALL = timedelta(minutes=15)
"""How long before an excursion its last call is due. It passes the night: the bench may run at any hour."""
PATIENCE_S = 10.0
BUDGET_S = 1.0

_NUMBER = re.compile(r"Выезд (\d+)")


async def measure(folder: Path) -> list[Reading]:
    """Measure on SQLite, and on PostgreSQL where it is installed."""
    readings = [await _measure("SQLite", folder, f"sqlite+aiosqlite:///{folder / 'bot.sqlite3'}")]
    if binaries() is not None:
        with cluster() as url:
            readings.append(await _measure("PostgreSQL", folder, url))
    return readings


async def _measure(database: str, folder: Path, url: str) -> Reading:
    async with telegram() as api:
        users = await api.people(NOTICES)
        moments = await _prepare(url, users)
        async with our_bot(api, folder, url):
            await api.first_poll()
            await api.burst(users, "/start")  # nobody can be written to who never wrote
            await asyncio.sleep(max(moments) + PATIENCE_S - time.monotonic())
            sent = await api.sent()
    called = [(text, moment) for text, moment in sent if moment >= min(moments)]  # not the answers to /start
    late = [moment - moments[int(one[1])] for text, moment in called if (one := _NUMBER.search(text))]
    if len(late) != NOTICES:
        raise RuntimeError(f"{len(late)} of {NOTICES} notices have come to Telegram")
    shape = f"of {NOTICES} in {LAST_IN_S - FIRST_IN_S:.0f} s"
    beside = f"{shape}; median {median(late):.3f} s, worst {max(late):.3f} s"
    p99 = quantiles(late, n=100)[-1]
    return Reading(f"due notice → Telegram, p99 ({database})", p99, BUDGET_S, "s", beside)


async def _prepare(url: str, users: list[int]) -> list[float]:
    """Write who is to be called where; return the monotonic moments at which that is due."""
    await make_ready(url)
    scattered = random.Random(NOTICES)  # noqa: S311  (the same moments in each run)
    waits = [scattered.uniform(FIRST_IN_S, LAST_IN_S) for _ in range(EVENTS)]
    groups = [f"Г-{number % EVENTS}" for number in range(len(users))]
    clock = SystemClock()
    db = Database(open_engine(url))
    async with db.write() as tx:
        await write_programme(tx, clock.now(), users, groups)
        now, began = clock.now(), time.monotonic()
        starts = [now + timedelta(seconds=wait) + LAST_CALL for wait in waits]
        await write_excursions(tx, groups[:EVENTS], starts)
    await db.close()
    return [began + wait for wait in waits]
