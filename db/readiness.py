"""Make a database ready to work, or say in one sentence why it is not."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import asyncpg
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.shared.errors import Trouble
from db.engine import Database, open_engine
from db.migrate import migrate

_SQLITE_REASONS = {
    "locked": "is locked by another program: stop it, or wait until it is done",
    "readonly": "may only be read: give this user the right to write the file and its folder",
    "read-only": "may only be read: give this user the right to write the file and its folder",
    "unable to open": "cannot be opened: check that the folder exists and this user may write there",
    "not a database": "is not a database: DATABASE_URL names another kind of file",
    "malformed": "is damaged: restore a backup with `python -m bot restore FILE`",
    "disk is full": "cannot grow: the disk is full",
}


async def make_ready(url: str) -> None:
    """Create the folder, bring the tables forward and try to write; raises Trouble with the reason."""
    try:
        _make_folder(url)
        await migrate(url)
        await _try_to_write(url)
    except (SQLAlchemyError, sqlite3.Error, asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as fault:
        raise Trouble(_sentence(url, fault)) from fault


def describe(url: str) -> str:
    """Name a database without its password."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return f"SQLite {parsed.database}"
    return f"PostgreSQL {parsed.render_as_string(hide_password=True)}"


def _make_folder(url: str) -> None:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)


async def _try_to_write(url: str) -> None:
    db = Database(open_engine(url))
    try:
        async with db.write() as tx:
            await tx.exec_driver_sql("UPDATE alembic_version SET version_num = version_num")
    finally:
        await db.close()


def _sentence(url: str, fault: Exception) -> str:
    name = describe(url)
    if make_url(url).get_backend_name() == "sqlite":
        for mark, reason in _SQLITE_REASONS.items():
            if mark in str(fault):
                return f"The database ({name}) {reason}."
        if isinstance(fault, OSError):
            return f"The database ({name}) {_SQLITE_REASONS['unable to open']}."
        return f"The database ({name}) cannot be used: {_first_line(fault)}."
    return f"The database ({name}) {_postgres_reason(fault)}."


def _postgres_reason(fault: Exception) -> str:
    known: tuple[tuple[type[BaseException], str], ...] = (
        (asyncpg.InvalidPasswordError, "refuses the user or the password of DATABASE_URL"),
        (asyncpg.InvalidAuthorizationSpecificationError, "refuses the user of DATABASE_URL"),
        (asyncpg.InvalidCatalogNameError, "does not exist on that server: create it first"),
        (
            asyncpg.InsufficientPrivilegeError,
            "does not let its user make tables: grant CREATE on its schema, or make the user its owner",
        ),
        (
            asyncpg.ReadOnlySQLTransactionError,
            "may only be read: name the server that is written to, not its copy",
        ),
        (asyncpg.TooManyConnectionsError, "takes no more connections"),
        (OSError, "cannot be reached: check the host, the port and that the server is up"),
    )
    causes = list(_causes(fault))
    for kind, reason in known:
        if any(isinstance(cause, kind) for cause in causes):
            return reason
    return f"cannot be used: {_first_line(fault)}"


def _causes(fault: BaseException) -> Iterator[BaseException]:
    """Yield a fault and what led to it, the driver's own error among them."""
    yield fault
    for cause in (getattr(fault, "orig", None), fault.__cause__):
        if cause is not None:
            yield from _causes(cause)


def _first_line(fault: Exception) -> str:
    return str(fault).splitlines()[0].rstrip(".") if str(fault) else type(fault).__name__
