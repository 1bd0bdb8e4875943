"""Ten power cuts while a broadcast goes out: everybody is reached, and only unknown fates repeat."""

import asyncio
import signal
import sys
import time
from pathlib import Path
from random import Random

import pytest

from bot.notices.model import State
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from db.engine import Database
from tests.drills.broadcast import ADMIN, arrived, confirmed
from tests.drills.recipients import rows_left
from tests.drills.test_deliveries import Outbox, all_settled
from tests.drills.warm import warm
from tests.process import process, settings_of

pytestmark = pytest.mark.drill

SIZE, KILLS = 600, 10


async def test_ten_power_cuts_reach_everybody_and_repeat_only_what_was_under_way(
    world: World, server: BotApiServer, database: Database, database_url: str, tmp_path: Path
) -> None:
    seed = time.time_ns() % 1_000_000
    users = await confirmed(database, world, SIZE)
    world.faults.slow(0.04)
    outbox, random = Outbox(world), Random(seed)  # noqa: S311  (repeatable)
    settings = settings_of(server, ADMINS=str(ADMIN), DATABASE_URL=database_url, MESSAGES_PER_SECOND="90")
    async with warm(tmp_path, settings) as forks:
        for _number in range(KILLS):
            async with forks.bot():
                await outbox.next(at_most=20)
                await asyncio.sleep(random.uniform(0.0, 0.5))
    by_then = outbox.sent
    async with process(tmp_path, ["run"], settings) as last:
        await all_settled(database)
        last.signal(signal.SIGTERM)
        assert (await last.ended(30)).code == 0
    rows, got = await rows_left(database), arrived(world, users)
    unknown = {row.user: row.repeats for row in rows}
    sys.stdout.write(
        f"\nseed {seed}: {KILLS} kills, {by_then} messages before the last, "
        f"{got.total() - len(users)} repeated, {sum(unknown.values())} unknown\n"
    )
    assert by_then < SIZE
    assert {row.state for row in rows} == {State.SENT}
    assert [user for user in users if not 1 <= got[user] <= 1 + unknown[user]] == []
    assert max(unknown.values()) > 0
