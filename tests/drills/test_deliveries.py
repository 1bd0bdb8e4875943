"""Fifty power cuts while two thousand notices go out: nothing is lost, and what repeats is accounted for."""

import asyncio
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from bot.sandbox.botapi.feed import Event
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from db.engine import Database
from tests.drills.recipients import (
    arrived,
    gather_recipients,
    lost_or_repeated,
    repeated,
    rows_left,
    unfinished,
)
from tests.drills.warm import Warm, warm
from tests.process import PATIENCE_S, process, settings_of

pytestmark = pytest.mark.drill

PEOPLE = 1000
KILLS = 50
RATE = 90
"""Messages per second: so that the work lasts about as long as the power cuts."""


class Outbox:
    """What leaves the bot, as it leaves."""

    def __init__(self, world: World) -> None:
        self.sent = 0
        self._bot = world.bot_id
        self._news = asyncio.Event()
        world.feed.listen(self._notice)

    async def next(self, at_most: float) -> None:
        """Wait for the next message, or until there is none for so long."""
        self._news.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._news.wait(), at_most)

    def _notice(self, event: Event) -> None:
        if event["kind"] == "message" and event["message"]["from"]["id"] == self._bot:
            self.sent += 1
            self._news.set()


async def cut_the_power(outbox: Outbox, forks: Warm, random: Random) -> None:
    """Start and kill the bot: mostly while it delivers, sometimes while it starts."""
    for number in range(KILLS):
        async with forks.bot():
            if number % 5:
                await outbox.next(at_most=20)
                await asyncio.sleep(random.uniform(0.0, 0.6))
            else:
                await asyncio.sleep(random.uniform(0.0, 1.5))


async def all_settled(database: Database) -> None:
    """Wait until nothing waits or is under way any more."""
    async with asyncio.timeout(PATIENCE_S):
        while await unfinished(database):  # noqa: ASYNC110  (rows have no event)
            await asyncio.sleep(0.2)


async def test_fifty_power_cuts_lose_nothing_and_repeat_only_what_was_under_way(
    world: World,
    server: BotApiServer,
    database: Database,
    database_url: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    seed = int(os.environ.get("DRILL_SEED") or time.time_ns() % 1_000_000)
    began = time.monotonic()
    users = await gather_recipients(database, world, PEOPLE)
    assert await unfinished(database) == 2 * PEOPLE
    world.faults.slow(0.04)
    outbox = Outbox(world)
    settings = settings_of(server, DATABASE_URL=database_url, MESSAGES_PER_SECOND=str(RATE))
    async with warm(tmp_path, settings) as forks:
        await cut_the_power(outbox, forks, Random(seed))  # noqa: S311  (repeatable)
    by_then = outbox.sent
    async with process(tmp_path, ["run"], settings) as last:
        await all_settled(database)
        last.signal(signal.SIGTERM)
        ended = await last.ended(30)
    rows, got = await rows_left(database), arrived(world, users)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{database.engine.dialect.name}, seed {seed}: {KILLS} kills, {2 * PEOPLE} notices, "
            f"{by_then} messages before the last kill, {sum(row.repeats for row in rows)} fates unknown, "
            f"{repeated(got)} messages repeated, {time.monotonic() - began:.0f} s\n"
        )
    assert ended.code == 0
    assert lost_or_repeated(rows, got) == []
    assert got.keys() == {(row.user, row.kind) for row in rows}
    assert sum(row.repeats for row in rows) > KILLS
