"""The database's doors: one for reading, one for an action's transaction."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from sqlalchemy import Executable, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as SlowPool
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from db.sqlite_driver import open_connection

Tx = AsyncConnection
"""A transaction: steps take one and never commit it."""

BUSY_TIMEOUT_MS = 5000
SQLITE_CONNECTIONS = 8
"""Each has a thread of its own; opening more for a burst and closing them costs more than waiting."""


_AFTER, _MEMORY = "after-commit", "memory"


class Database:
    """Opens transactions on SQLite or PostgreSQL.

    On SQLite an action begins with `BEGIN IMMEDIATE`: with the default, two actions read the same last
    seat before either writes. A lock in front of it keeps writers of this process in a fair line.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._is_sqlite = engine.dialect.name == "sqlite"
        self._writers = asyncio.Lock()
        self._writing = engine.execution_options(immediate=True)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        """Open a transaction for looking only; nothing in it is kept."""
        async with self.engine.connect() as connection:
            yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Tx]:
        """Open an action's transaction: kept when the block ends well, undone when it raises."""
        async with AsyncExitStack() as stack:
            if self._is_sqlite:
                await stack.enter_async_context(self._writers)
            tx = await stack.enter_async_context(self._writing.begin())
            calls = tx.info[_AFTER] = dict[Callable[[], None], None]()
            yield tx
        for call in calls:
            call()

    async def close(self) -> None:
        """Close all connections."""
        await self.engine.dispose()


def after_commit(tx: Tx, call: Callable[[], None]) -> None:
    """Have something called, once, when a transaction of `write` has been kept."""
    tx.info[_AFTER][call] = None


def out_of_reach(fault: Exception) -> bool:
    """Tell whether a fault is about the way to the database, not about what was asked of it."""
    if isinstance(fault, OSError | OperationalError | InterfaceError | SlowPool):
        return True
    return isinstance(fault, DBAPIError) and fault.connection_invalidated


def is_action(tx: Tx) -> bool:
    """Tell whether a transaction is one of `write`: what it reads may be undone."""
    return bool(_options(tx).get("immediate"))


def memory_of(tx: Tx, name: str) -> dict[Any, Any]:
    """Return the memory of the transaction's database, under a name, for what is never written again."""
    memory: dict[Any, Any] = _options(tx)[_MEMORY].setdefault(name, {})
    return memory


def _options(tx: Tx) -> Mapping[str, Any]:
    return tx.engine.get_execution_options()


ROWS_AT_ONCE = 1_000
"""Rows read between two turns of the loop: some milliseconds."""


async def rows_in_parts(
    tx: Tx, statement: Executable, values: Mapping[str, Any] | None = None
) -> AsyncIterator[Any]:
    """Read the rows of what may be tens of thousands, so that the loop answers people in between."""
    result = await tx.stream(statement, dict(values or {}))
    async for part in result.partitions(ROWS_AT_ONCE):
        for row in part:
            yield row
        await asyncio.sleep(0)


def open_engine(url: str) -> AsyncEngine:
    """Make an engine for `sqlite+aiosqlite:///…` or `postgresql+asyncpg://…`; connects lazily."""
    backend = make_url(url).get_backend_name()
    if backend == "sqlite":
        engine = create_async_engine(
            url,
            connect_args={"timeout": BUSY_TIMEOUT_MS / 1000, "async_creator_fn": open_connection},
            pool_size=SQLITE_CONNECTIONS,
            max_overflow=0,
            execution_options={_MEMORY: {}},
        )
        _prepare_sqlite(engine)
        return engine
    return create_async_engine(url, pool_pre_ping=True, pool_size=10, execution_options={_MEMORY: {}})


def _prepare_sqlite(engine: AsyncEngine) -> None:
    """Set up connections; the file itself is in WAL mode since its migration."""

    @event.listens_for(engine.sync_engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in ("synchronous=FULL", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Any) -> None:
        adapted = connection.connection.dbapi_connection
        if connection.get_execution_options().get("immediate", False):
            adapted.run_async(lambda driver: driver.execute("BEGIN IMMEDIATE"))
        else:
            adapted.driver_connection.begin_with_next()
