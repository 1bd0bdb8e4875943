"""A broadcast to many, in full: at the pace allowed, and stopped at once."""

import asyncio
import signal
import sys
from pathlib import Path

import pytest

from bot.broadcasts import steering_actions as steering
from bot.people.model import Visitor
from bot.registry import make_planning
from bot.sandbox.botapi.flood import Limits
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from bot.shared.clock import SystemClock
from db.engine import Database
from tests.drills.broadcast import ADMIN, arrived, confirmed
from tests.drills.recipients import unfinished
from tests.drills.test_deliveries import Outbox, all_settled
from tests.process import process, settings_of

pytestmark = pytest.mark.drill


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


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_hundred_albums_of_ten_draw_no_429_and_all_their_buttons_come(
    server: BotApiServer, database: Database, database_url: str, tmp_path: Path
) -> None:
    world = server.world
    world.flood.limits = Limits()
    users = await confirmed(database, world, 100, files=10)
    world.faults.slow(0.1)
    settings = settings_of(server, ADMINS=str(ADMIN), DATABASE_URL=database_url)
    async with process(tmp_path, ["run"], settings) as running:
        async with asyncio.timeout(180):
            while await unfinished(database):  # noqa: ASYNC110  (rows have no event)
                await asyncio.sleep(0.5)
        running.signal(signal.SIGTERM)
        assert (await running.ended(30)).code == 0
    sends = [call for call in world.calls if call.method.lower() in {"sendmediagroup", "sendmessage"}]
    took = sends[-1].moment - sends[0].moment
    sys.stdout.write(f"\n100 albums in {took:.1f} s, the limit takes 36.7 s, the last buttons 6.3\n")
    assert {call.status for call in sends} == {200}
    assert [len(world.messages(user)) for user in users] == [11] * 100
    assert all("reply_markup" in world.messages(user)[-1] for user in users)
    assert took <= 36.7 * 1.05 + 6.5


@pytest.mark.parametrize("act", [steering.pause, steering.cancel])
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
        if act is steering.pause:
            again = Visitor(ADMIN, ADMIN, "ru", update_id=4)
            await steering.resume(database, clock, make_planning(), again, 1)
            await all_settled(database)
    got = arrived(world, users)
    assert (got.total(), max(got.values())) == (400 if act is steering.pause else by_then, 1)
