"""A broadcast to many, in full: at the pace allowed, through power cuts, and stopped at once."""

import asyncio
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import delete, select, update

from bot.broadcasts import draft_actions as drafts
from bot.broadcasts import sending_actions as sending
from bot.broadcasts.contents import Kind, Part
from bot.notices.model import State
from bot.people.model import Visitor
from bot.registry import make_planning
from bot.sandbox.botapi.flood import Limits
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from bot.shared.clock import SystemClock
from db import people
from db.engine import Database
from db.notices import notices
from db.programme import streams
from tests.drills.recipients import gather_recipients, unfinished
from tests.drills.test_deliveries import Outbox, all_settled
from tests.drills.warm import warm
from tests.process import process, settings_of

pytestmark = pytest.mark.drill

WORDS = "Завтра сбор в 8:30 у гостиницы"
ADMIN = 77_001
KILLS = 10


async def confirmed(database: Database, world: World, size: int) -> list[int]:
    """Write so many people of a stream and confirm a broadcast to them; return their chats."""
    users = await gather_recipients(database, world, size)
    clock, planning = SystemClock(), make_planning()
    async with database.write() as tx:
        await tx.execute(delete(notices))
        await tx.execute(update(streams).values(published_id=None))
        await people.appoint_from_settings(tx, frozenset({ADMIN}), "ru", clock.now())
    first, second = (Visitor(ADMIN, ADMIN, "ru", update_id=number) for number in (1, 2))
    card = await drafts.begin(database, clock, first, Part(Kind.TEXT, WORDS), urgent=False)
    assert card.count == size
    began = time.monotonic()
    await sending.confirm(database, clock, planning, second, card.broadcast.id, size)
    sys.stdout.write(f"\n{size} recipients frozen in {time.monotonic() - began:.2f} s")
    return users


def arrived(world: World, users: list[int]) -> Counter[int]:
    """Count how often each person has got it."""
    return Counter({user: [one.get("text") for one in world.messages(user)].count(WORDS) for user in users})


async def fates(database: Database) -> Counter[tuple[str, int]]:
    """Count states and repeats."""
    async with database.read() as tx:
        rows = await tx.execute(select(notices.c.state, notices.c.repeats))
        return Counter((row.state, row.repeats) for row in rows)


async def test_ten_power_cuts_reach_everybody_and_repeat_only_what_was_under_way(
    world: World, server: BotApiServer, database: Database, database_url: str, tmp_path: Path
) -> None:
    seed = time.time_ns() % 1_000_000
    users = await confirmed(database, world, 600)
    world.faults.slow(0.04)
    outbox, random = Outbox(world), Random(seed)  # noqa: S311  (repeatable)
    settings = settings_of(server, ADMINS=str(ADMIN), DATABASE_URL=database_url, MESSAGES_PER_SECOND="90")
    async with warm(tmp_path, settings) as forks:
        for _number in range(KILLS):
            async with forks.bot():
                await outbox.next(at_most=20)
                await asyncio.sleep(random.uniform(0.0, 0.5))
    async with process(tmp_path, ["run"], settings) as last:
        await all_settled(database)
        last.signal(signal.SIGTERM)
        assert (await last.ended(30)).code == 0
    got, found = arrived(world, users), await fates(database)
    repeats = sum(times * count for (_state, times), count in found.items())
    sys.stdout.write(
        f"\nseed {seed}: {KILLS} kills, {got.total() - len(users)} repeated, {repeats} unknown\n"
    )
    assert {state for state, _times in found} == {State.SENT}
    assert min(got.values()) == 1
    assert 0 < got.total() - len(users) <= repeats or got.total() == len(users)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_three_thousand_take_no_longer_than_the_limit_itself(
    server: BotApiServer, database: Database, database_url: str, tmp_path: Path
) -> None:
    world = server.world
    world.flood.limits = Limits()
    users = await confirmed(database, world, 3_000)
    world.faults.slow(0.1)
    settings = settings_of(server, ADMINS=str(ADMIN), DATABASE_URL=database_url)
    async with process(tmp_path, ["run"], settings) as running:
        async with asyncio.timeout(180):
            while await unfinished(database):  # noqa: ASYNC110  (rows have no event)
                await asyncio.sleep(0.5)
        running.signal(signal.SIGTERM)
        assert (await running.ended(30)).code == 0
    sends = [call for call in world.calls if call.method.lower() == "sendmessage"]
    took = sends[-1].moment - sends[0].moment
    sys.stdout.write(f"\n3,000 in {took:.1f} s, the limit's own time is 100 s\n")
    assert {call.status for call in sends} == {200}
    assert set(arrived(world, users).values()) == {1}
    assert took <= 105.0


@pytest.mark.parametrize("act", [sending.pause, sending.cancel])
async def test_what_is_stopped_stops_within_a_second(
    world: World, server: BotApiServer, database: Database, database_url: str, tmp_path: Path, act: object
) -> None:
    users = await confirmed(database, world, 400)
    world.faults.slow(0.1)
    settings = settings_of(server, ADMINS=str(ADMIN), DATABASE_URL=database_url)
    outbox = Outbox(world)
    async with process(tmp_path, ["run"], settings):
        while outbox.sent < 60:
            await outbox.next(at_most=20)
        clock, visitor = SystemClock(), Visitor(ADMIN, ADMIN, "ru", update_id=3)
        await act(database, clock, visitor, 1)  # type: ignore[operator]  # both take the same
        await asyncio.sleep(1.0)
        by_then = outbox.sent
        await asyncio.sleep(2.0)
        assert outbox.sent == by_then
        if act is sending.pause:
            again = Visitor(ADMIN, ADMIN, "ru", update_id=4)
            await sending.resume(database, clock, make_planning(), again, 1)
            await all_settled(database)
    got = arrived(world, users)
    assert (got.total(), max(got.values())) == (400 if act is sending.pause else by_then, 1)
