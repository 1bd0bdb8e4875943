"""What every test may ask for: a moment, a clock, and a migrated database of both kinds."""

import asyncio
import shutil
import uuid
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from bot.shared.clock import ManualClock
from db.engine import Database, open_engine
from db.migrate import migrate
from tests import postgres
from tests.telegram import close_at_once, connected, new_world

MOMENT = datetime(2025, 11, 18, 4, 0, tzinfo=UTC)
"""Tuesday of the Tyumen module, 09:00 at the venue."""


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MOMENT)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file to copy: migrating once is enough."""
    path = tmp_path_factory.mktemp("template") / "bot.sqlite3"
    _run(migrate(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[str]:
    if postgres.binaries() is None:
        pytest.skip("PostgreSQL's server is not installed: its half of the tests did not run")
    with postgres.cluster() as url:
        yield url


@pytest.fixture(scope="session")
def postgres_template(postgres_cluster: str) -> str:
    """The name of a migrated database to copy."""

    async def prepare() -> None:
        await _administer(postgres_cluster, 'CREATE DATABASE "template_bot"')
        await migrate(_in_cluster(postgres_cluster, "template_bot"))

    _run(prepare())
    return "template_bot"


@pytest.fixture(params=["sqlite", "postgres"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a migrated, empty database; the test runs once on each kind."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        path = tmp_path / "bot.sqlite3"
        shutil.copy(template, path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    cluster: str = request.getfixturevalue("postgres_cluster")
    source: str = request.getfixturevalue("postgres_template")
    name = f"test_{uuid.uuid4().hex}"
    await _administer(cluster, f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
    yield _in_cluster(cluster, name)
    await _administer(cluster, f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A migrated, empty database on both kinds."""
    database = Database(open_engine(database_url))
    yield database
    await database.close()


@pytest.fixture(autouse=True)
def _sessions_close_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AiohttpSession, "close", close_at_once)


@pytest.fixture
def world(clock: ManualClock) -> World:
    """People and their chats with the bot."""
    return new_world(clock)


@pytest.fixture
async def server(world: World) -> AsyncIterator[BotApiServer]:
    """The strict server, over real HTTP."""
    api = BotApiServer(world)
    await api.start()
    yield api
    await api.stop()


@pytest.fixture
async def bot(server: BotApiServer) -> AsyncIterator[Bot]:
    """The bot's own client, connected to the strict server."""
    async with connected(server.base_url) as client:
        yield client


@pytest.fixture
def anna(world: World) -> int:
    """Somebody who has pressed «Start»; the update waits to be fetched."""
    user = world.add_user(first_name="Анна", last_name="Образцова", phone="+79120000001")
    world.start(user)
    return user


def _run(work: Coroutine[Any, Any, None]) -> None:
    """Finish async work for a fixture of the whole session, whose test already has a loop running."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


def _in_cluster(cluster: str, name: str) -> str:
    return make_url(cluster).set(database=name).render_as_string(hide_password=False)


async def _administer(cluster: str, statement: str) -> None:
    engine = create_async_engine(cluster, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()
