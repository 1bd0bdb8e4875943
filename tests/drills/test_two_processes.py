"""Two processes on one database: one delivers, the other takes over; a stop finishes what is in flight."""

import asyncio
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from bot.notices.model import State
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from db.engine import Database
from db.notice_claims import deliveries
from db.notices import notices
from tests.drills.recipients import (
    arrived,
    gather_recipients,
    lost_or_repeated,
    repeated,
    rows_left,
    unfinished,
)
from tests.process import PATIENCE_S, process, settings_of

pytestmark = pytest.mark.drill

PEOPLE = 400
RATE = 40
TAKEN_OVER_S = 5.0
STOPPED_S = 20.0
"""A second or two, on a machine that has other things to do as well."""
on_postgres = pytest.mark.parametrize("database_url", ["postgres"], indirect=True)


def free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1]), int(other.getsockname()[1])


def replicas(server: BotApiServer, database_url: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the settings of two processes behind one webhook, which the first one receives."""
    first, second = free_ports()
    hook = {"WEBHOOK_URL": f"http://127.0.0.1:{first}/hook", "WEBHOOK_SECRET": "between-us"}
    common = settings_of(server, DATABASE_URL=database_url, MESSAGES_PER_SECOND=str(RATE), **hook)
    return common | {"HTTP_PORT": str(first)}, common | {"HTTP_PORT": str(second)}


async def until(condition: Callable[[], bool], at_most: float = PATIENCE_S) -> None:
    async with asyncio.timeout(at_most):
        while not condition():  # noqa: ASYNC110  (processes and the world have no event for this)
            await asyncio.sleep(0.02)


async def serves(settings: dict[str, str]) -> None:
    """Wait until a process answers on its port."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            try:
                _reader, writer = await asyncio.open_connection("127.0.0.1", int(settings["HTTP_PORT"]))
            except OSError:
                await asyncio.sleep(0.05)
                continue
            writer.close()
            return


async def all_settled(database: Database) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while await unfinished(database):  # noqa: ASYNC110  (rows have no event)
            await asyncio.sleep(0.1)


async def epoch(database: Database) -> int:
    """Return how often a process has begun to deliver."""
    async with database.read() as tx:
        return int(await tx.scalar(select(deliveries.c.epoch)) or 0)


async def in_state(database: Database, state: State) -> int:
    async with database.read() as tx:
        return int(await tx.scalar(select(func.count()).where(notices.c.state == state)) or 0)


def folders(tmp_path: Path) -> tuple[Path, Path]:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    return one, other


async def test_one_of_two_delivers_and_the_other_takes_over_within_five_seconds(
    world: World,
    server: BotApiServer,
    database: Database,
    database_url: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    users = await gather_recipients(database, world, PEOPLE)
    world.faults.slow(0.04)
    one, other = folders(tmp_path)
    ours, theirs = replicas(server, database_url)

    def came() -> int:
        return arrived(world, users).total()

    async with process(one, ["run"], ours) as first, process(other, ["run"], theirs) as second:
        await until(lambda: came() > 0)
        await serves(ours)
        await serves(theirs)
        before, since = came(), time.monotonic()
        await asyncio.sleep(4)
        rate = (came() - before) / (time.monotonic() - since)
        began = await epoch(database)
        delivering, waiting = (first, second) if delivers(one) else (second, first)
        await delivering.kill()
        killed, by_then = time.monotonic(), came()
        await until(lambda: came() > by_then)
        taken_over = time.monotonic() - killed
        await all_settled(database)
        waiting.signal(signal.SIGTERM)
        ended = await waiting.ended(30)
    rows, got = await rows_left(database), arrived(world, users)
    unknown = sum(row.repeats for row in rows)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{database.engine.dialect.name}: {rate:.0f} of {RATE} messages per second, then "
            f"taken over after {taken_over:.1f} s, {unknown} fates unknown, {repeated(got)} repeated\n"
        )
    assert began == 1
    assert rate <= RATE * 1.1
    assert taken_over <= TAKEN_OVER_S
    assert await epoch(database) == 2
    assert lost_or_repeated(rows, got) == []
    assert 0 < unknown <= RATE
    assert ended.code == 0


def delivers(folder: Path) -> bool:
    """Tell whether a process said that it delivers."""
    return "delivering" in (folder / "err").read_text()


async def test_a_stop_finishes_what_is_in_flight_and_leaves_the_rest_in_the_queue(
    world: World, server: BotApiServer, database: Database, database_url: str, tmp_path: Path
) -> None:
    users = await gather_recipients(database, world, PEOPLE // 4)
    world.faults.slow(0.3)
    settings = settings_of(server, DATABASE_URL=database_url, MESSAGES_PER_SECOND=str(RATE))
    async with process(tmp_path, ["run"], settings) as stopped:
        await until(lambda: arrived(world, users).total() > PEOPLE // 8)
        stopped.signal(signal.SIGTERM)
        ended = await stopped.ended(STOPPED_S)
    assert ended.code == 0
    sent = arrived(world, users).total()
    assert await in_state(database, State.SENT) == sent
    assert await in_state(database, State.CLAIMED) == 0
    assert await in_state(database, State.QUEUED) == 2 * len(users) - sent > 0
    async with process(tmp_path, ["run"], settings) as last:
        await all_settled(database)
        last.signal(signal.SIGTERM)
        assert (await last.ended(STOPPED_S)).code == 0
    rows, got = await rows_left(database), arrived(world, users)
    assert lost_or_repeated(rows, got) == []
    assert set(got.values()) == {1}
    assert sum(row.repeats for row in rows) == 0


@on_postgres
async def test_who_loses_the_lock_with_its_connection_stops_when_another_begins(
    world: World, server: BotApiServer, database: Database, database_url: str, tmp_path: Path
) -> None:
    users = await gather_recipients(database, world, PEOPLE)
    world.faults.slow(0.04)
    one, other = folders(tmp_path)
    ours, theirs = replicas(server, database_url)
    async with process(one, ["run"], ours), process(other, ["run"], theirs):
        await until(lambda: arrived(world, users).total() > 0)
        await serves(ours)
        await serves(theirs)
        loser = one if delivers(one) else other
        async with database.write() as tx:
            await tx.execute(
                text("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted")
            )
        await until(lambda: "another process delivers" in (loser / "err").read_text(), TAKEN_OVER_S)
        await all_settled(database)
    rows, got = await rows_left(database), arrived(world, users)
    assert await epoch(database) == 2
    assert lost_or_repeated(rows, got) == []
    assert 0 < sum(row.repeats for row in rows) <= RATE
