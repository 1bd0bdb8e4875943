"""Two processes on one PostgreSQL while a broadcast goes out: one sends, and nobody gets it twice."""

import signal
from pathlib import Path

import pytest

from bot.notices.model import State
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from db.engine import Database
from tests.drills.broadcast import arrived, confirmed, fates
from tests.drills.test_deliveries import Outbox, all_settled
from tests.drills.test_two_processes import delivers, epoch, folders, replicas, serves
from tests.process import process

pytestmark = pytest.mark.drill

SIZE, BY_THEN = 400, 100


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_two_processes_send_nobody_twice_though_the_one_that_sends_is_stopped_in_the_middle(
    world: World, server: BotApiServer, database: Database, database_url: str, tmp_path: Path
) -> None:
    users = await confirmed(database, world, SIZE)
    world.faults.slow(0.04)
    outbox = Outbox(world)
    one, other = folders(tmp_path)
    ours, theirs = replicas(server, database_url)
    async with process(one, ["run"], ours) as first, process(other, ["run"], theirs) as second:
        await serves(ours)
        await serves(theirs)
        while outbox.sent < BY_THEN:
            await outbox.next(at_most=20)
        sending, waiting = (first, second) if delivers(one) else (second, first)
        sending.signal(signal.SIGTERM)
        assert (await sending.ended(30)).code == 0
        assert outbox.sent < SIZE
        await all_settled(database)
        waiting.signal(signal.SIGTERM)
        assert (await waiting.ended(30)).code == 0
    assert await epoch(database) == 2
    assert await fates(database) == {(State.SENT, 0): SIZE}
    assert set(arrived(world, users).values()) == {1}
