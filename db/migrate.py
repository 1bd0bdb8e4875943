"""Bring a database to the present tables at start, safely with several replicas."""

import asyncio
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from bot.shared.errors import Trouble

SCRIPTS = Path(__file__).parent / "migrations"
REPLICAS_LOCK = 4_210_311
"""The advisory lock behind which replicas of one PostgreSQL migrate one after another."""


async def migrate(url: str) -> None:
    """Upgrade the database at `url` to the newest revision; a newer database than this code is a Trouble."""
    if make_url(url).get_backend_name() == "sqlite":
        await asyncio.to_thread(_migrate_sqlite, url)
    else:
        await _migrate_postgres(url)


async def revision(engine: AsyncEngine) -> str | None:
    """Return the revision a database stands at, None for an empty one."""
    async with engine.connect() as connection:
        return await connection.run_sync(lambda c: MigrationContext.configure(c).get_current_revision())


def newest_revision() -> str | None:
    """Return the revision this code brings databases to."""
    return ScriptDirectory(str(SCRIPTS)).get_current_head()


def _migrate_sqlite(url: str) -> None:
    """Migrate with foreign keys off: batch mode rebuilds tables, and with them on child rows die."""
    engine = create_engine(make_url(url).set(drivername="sqlite"), poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA busy_timeout=5000")
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA journal_mode=WAL")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    try:
        with engine.begin() as connection:
            _upgrade(connection)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise Trouble(f"After the migration {len(broken)} rows refer to nothing; it was undone.")
    finally:
        engine.dispose()


async def _migrate_postgres(url: str) -> None:
    engine = create_async_engine(url, poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": REPLICAS_LOCK})
            await connection.run_sync(_upgrade)
    finally:
        await engine.dispose()


def _upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["connection"] = connection
    script = ScriptDirectory.from_config(config)
    present = MigrationContext.configure(connection).get_current_revision()
    known = {item.revision for item in script.walk_revisions()}
    if present is not None and present not in known:
        raise Trouble(
            f"The database stands at revision {present}, which this version of the bot does not know: "
            "it was written by a newer one. Start the newer version, or restore an older backup."
        )
    if present != script.get_current_head():
        command.upgrade(config, "head")
