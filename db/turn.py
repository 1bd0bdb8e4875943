"""Whose turn it is to deliver: of all processes on one database exactly one holds it."""

import asyncio
import fcntl
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from db.engine import Database, Tx

_DELIVERING = 7_305_002
"""The advisory lock of PostgreSQL that whoever delivers holds."""

RETRY_S = 1.0
"""How often a waiting process asks; the system frees a dead holder's lock at once."""


@asynccontextmanager
async def turn_to_deliver(db: Database, stop: asyncio.Event) -> AsyncIterator[bool]:
    """Wait for the turn and hold it while the block runs; yields False where `stop` was set before.

    On PostgreSQL it is an advisory lock on a connection of its own, on SQLite a lock on a file beside
    the database: both end with the process that holds them, however it ends. A connection that breaks
    ends the turn without a word: whoever delivers finds out by the next holder's epoch.
    """
    if db.engine.dialect.name == "postgresql":
        async with db.engine.connect() as plain:
            connection = await plain.execution_options(isolation_level="AUTOCOMMIT")
            try:
                yield await _taken(partial(_advisory_lock, connection), stop)
            finally:
                await _unlock(connection)
        return
    handle = os.open(f"{db.engine.url.database}.delivering", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        yield await _taken(partial(_file_lock, handle), stop)
    finally:
        os.close(handle)


async def _taken(take: Callable[[], Awaitable[bool]], stop: asyncio.Event) -> bool:
    while not stop.is_set():
        if await take():
            return True
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), RETRY_S)
    return False


async def _advisory_lock(connection: Tx) -> bool:
    taken = await connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": _DELIVERING})
    return bool(taken)


async def _unlock(connection: Tx) -> None:
    """Let go of the lock; a connection that cannot say so is closed, for in the pool it would keep it."""
    try:
        await connection.execute(text("SELECT pg_advisory_unlock_all()"))
    except BaseException as fault:
        with suppress(SQLAlchemyError, OSError):
            await connection.invalidate()
        if not isinstance(fault, SQLAlchemyError | OSError):
            raise


async def _file_lock(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
