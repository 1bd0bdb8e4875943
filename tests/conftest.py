"""What every test may ask for: a moment, a clock, and a migrated database of both kinds."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from hypothesis import settings
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from bot.shared.clock import ManualClock
from db.engine import Database, open_engine
from db.migrate import migrate, newest_revision
from tests import postgres
from tests.quick_starts import make_starts_quick
from tests.telegram import close_at_once, connected, new_world

MOMENT = datetime(2025, 11, 18, 4, 0, tzinfo=UTC)
"""Tuesday of the Tyumen module, 09:00 at the venue."""


settings.register_profile("quick", max_examples=40, deadline=None)
settings.load_profile("quick")


LONG = frozenset(
    {
        "broadcasts/test_fates.py",
        "db/test_alarms_become_notices.py",
        "delivery/test_boards.py",
        "delivery/test_breaking_off.py",
        "matching/test_apart.py",
        "mentoring/test_match_actions.py",
        "operations/test_stopping.py",
        "page/test_browser_acts.py",
        "page/test_browser_broadcast.py",
        "page/test_browser_company.py",
        "page/test_browser_contrast.py",
        "page/test_browser_match.py",
        "page/test_browser_organizer.py",
        "page/test_browser_projects.py",
        "page/test_browser_reach.py",
        "page/test_browser_room.py",
        "page/test_browser_time.py",
        "programme/test_effects.py",
        "sandbox/test_running.py",
        "timing/test_machine.py",
        "understanding/test_chat.py",
        "updates/test_webhook.py",
    }
)
"""Walks of hundreds of steps, waits of seconds: drills, so that `make test` stays short."""

EVERY_TIME = frozenset(
    {
        "test_coming_in.py",
        "test_publishing.py",
        "test_support_asking.py",
    }
)
"""One journey for each side of the bot; the attacks and all the others are drills."""

BOTH_EVERY_TIME = frozenset({"db", "people"})
"""Folders whose tests try the tables on both databases each time; the others' second half is a drill."""


HEAVY_ON_BOTH = frozenset({"test_notice_list.py"})
"""Of those folders, what fills large tables first."""

BESIDE_OTHERS = frozenset(
    {
        "test_broadcast_kills.py",
        "test_broadcast_replicas.py",
        "test_deliveries.py",
        "test_fresh_machine.py",
        "test_kills.py",
    }
)
"""Drills that measure no time: the others bear nothing beside them."""


SCREENS = frozenset(
    {
        "test_broadcasts_kinds.py",
        "test_calendar.py",
        "test_delay.py",
        "test_editing.py",
        "test_event_files.py",
        "test_notices_seen.py",
        "test_people_access.py",
        "test_people_assistants.py",
        "test_people_links.py",
        "test_people_mydata.py",
        "test_people_roster.py",
        "test_rehearsal.py",
        "test_settings_screen.py",
        "test_support_alarm.py",
        "test_support_albums.py",
        "test_support_asking.py",
        "test_support_exports.py",
        "test_support_formatting.py",
        "test_todo.py",
        "test_workbook.py",
        "test_workbook_export.py",
    }
)
"""Journeys about words, buttons and files: on SQLite alone, as are the talks of `test_chat.py`.

Their queries run on both in `tests/db` and in the rooms' own tests; those about time, turns and restarts
walk on both."""

PACED = frozenset({"test_broadcasts.py", "test_two_processes.py"})
"""Of the drills that measure, those that mostly wait: they go beside the busy ones."""


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what takes long as drills; CI runs the drills as well."""
    second = [each for each in items if _is_second_of_screens(each)]
    if second:
        config.hook.pytest_deselected(items=second)
        items[:] = [each for each in items if not _is_second_of_screens(each)]
    for item in items:
        if _is_long(item.path.parent.name, item.path.name, "[postgres" in item.name):
            item.add_marker(pytest.mark.drill)
        if item.path.parent.name == "drills" and item.path.name not in BESIDE_OTHERS:
            item.add_marker(pytest.mark.alone)
            item.add_marker(pytest.mark.xdist_group("paced" if item.path.name in PACED else "busy"))


def _is_second_of_screens(item: pytest.Item) -> bool:
    screens = item.path.name in SCREENS and item.path.parent.name == "journeys"
    return "postgres" in item.name and (screens or item.path.name == "test_chat.py")


def _is_long(folder: str, name: str, second: bool) -> bool:
    journey = folder == "journeys" and name not in EVERY_TIME
    alike = second and (folder not in BOTH_EVERY_TIME or name in HEAVY_ON_BOTH)
    return journey or folder == "drills" or f"{folder}/{name}" in LONG or alike


@pytest.fixture(scope="session", autouse=True)
def _quick_starts() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        make_starts_quick(patch)
        yield


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name cases the same in every process: no addresses of objects, no endless texts."""
    if isinstance(val, str):
        return val if len(val) <= 60 else f"{val[:40]}… {len(val)} characters"
    return type(val).__name__ if " object at 0x" in repr(val) else None


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
def postgres_database(postgres_cluster: str) -> str:
    """The address of a migrated database; making a new one for each test would take a second."""
    url = make_url(postgres_cluster).set(database="bot").render_as_string(hide_password=False)

    async def prepare() -> None:
        engine = create_async_engine(postgres_cluster, isolation_level="AUTOCOMMIT")
        async with engine.connect() as connection:
            await connection.execute(text("CREATE DATABASE bot"))
        await engine.dispose()
        await migrate(url)

    _run(prepare())
    return url


@pytest.fixture(params=["sqlite", "postgres"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a migrated, empty database; the test runs once on each kind."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        path = tmp_path / "bot.sqlite3"
        shutil.copy(template, path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    url: str = request.getfixturevalue("postgres_database")
    await _empty(url)
    yield url


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


_EMPTY = """
DO $$
DECLARE one record; filled boolean;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR one IN SELECT tablename FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> 'alembic_version'
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I)', one.tablename) INTO filled;
    IF filled THEN EXECUTE format('DELETE FROM %I', one.tablename); END IF;
  END LOOP;
  PERFORM setval(format('%I', sequencename), 1, false) FROM pg_sequences WHERE last_value IS NOT NULL;
END $$
"""
"""Only what holds rows is emptied: to TRUNCATE fifty tables takes longer than most tests."""


async def _empty(url: str) -> None:
    """Bring a database back to what the migrations made, ids included."""
    engine = create_async_engine(url, poolclass=NullPool)
    async with engine.begin() as connection:
        await connection.execute(text(_EMPTY))
        await connection.execute(
            text("UPDATE alembic_version SET version_num = :v"), {"v": newest_revision()}
        )
    await engine.dispose()
