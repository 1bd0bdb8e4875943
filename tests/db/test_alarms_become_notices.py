"""An upgrade while questions wait: what was called out stays so, what was not is still to be."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData, Table, insert, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from db.migrate import SCRIPTS

SINCE = datetime(2025, 11, 18, 7, 0, tzinfo=UTC)
STAFF, PRIVATE = -100, 77

BLANKS: dict[type, Any] = {
    str: "",
    int: 0,
    bool: False,
    datetime: SINCE,
    date: SINCE.date(),
    list: [],
    dict: [],
}


def upgrade_to(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


@pytest.fixture(params=["sqlite", "postgres"])
async def old(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """A database as the version before left it."""
    if request.param == "sqlite":
        url = f"sqlite+aiosqlite:///{tmp_path / 'old.sqlite3'}"
    else:
        cluster: str = request.getfixturevalue("postgres_cluster")
        engine = create_async_engine(cluster, isolation_level="AUTOCOMMIT")
        async with engine.connect() as connection:
            await connection.execute(text("DROP DATABASE IF EXISTS before_alarms"))
            await connection.execute(text("CREATE DATABASE before_alarms"))
        await engine.dispose()
        url = make_url(cluster).set(database="before_alarms").render_as_string(hide_password=False)
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(upgrade_to, "0012")
    yield engine
    await engine.dispose()


class OldTables:
    """The tables as they are in the database: those of today's code are others."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known = MetaData()
        self._known.reflect(connection)

    def write(self, name: str, **values: Any) -> None:
        """Write a row; what must not be empty and is not named is blank."""
        table = self._known.tables[name]
        needed = {
            column.name: BLANKS[column.type.python_type]
            for column in table.columns
            if not column.nullable and column.name != "id"
        }
        self._connection.execute(insert(table).values(needed | values))

    def read(self, name: str, *columns: str) -> list[tuple[Any, ...]]:
        """Read some columns, in the order of the first one."""
        table = Table(name, MetaData(), autoload_with=self._connection)
        chosen = select(*(table.c[column] for column in columns)).order_by(table.c[columns[0]])
        return [tuple(row) for row in self._connection.execute(chosen)]


def ask(old: OldTables, number: int, state: str, what: str, send: str, *, shown: bool, called: bool) -> None:
    """Write a question with what its newest send is and what has become of that."""
    alarmed = {"alarmed_at": SINCE} if called else {}
    whose = {"stream_id": 1, "person_id": 1, "chat_id": PRIVATE}
    old.write("questions", id=number, state=state, waiting_since=SINCE, **whose, **alarmed)
    place = {"chat_id": PRIVATE, "message_id": number}
    old.write("question_messages", id=number, question_id=number, text="Где парковка?", **place)
    old.write("question_sends", id=number, message_id=number, what=what, state=send, due_at=SINCE)
    if shown:
        post = {"chat_id": STAFF, "message_id": number, "question_id": number, "send_id": number}
        old.write("question_posts", **post)


def write_questions(connection: Connection) -> None:
    old = OldTables(connection)
    old.write("programmes", id=1, code="ШМ")
    old.write("streams", id=1, code="Ш5", programme_id=1)
    old.write("people", id=1, code="Л-1")
    ask(old, 1, "new", "alarm", "sent", shown=True, called=True)
    ask(old, 2, "new", "message", "sent", shown=True, called=False)
    ask(old, 3, "taken", "alarm", "waiting", shown=False, called=True)
    ask(old, 4, "taken", "alarm", "waiting", shown=True, called=True)
    ask(old, 5, "answered", "alarm", "sent", shown=True, called=True)


async def test_what_was_called_out_before_the_upgrade_is_not_called_out_again(old: AsyncEngine) -> None:
    async with old.begin() as connection:
        await connection.run_sync(write_questions)
        await connection.run_sync(upgrade_to, "0013")

    def look(connection: Connection) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
        tables = OldTables(connection)
        return (
            tables.read("notices", "subject", "kind", "state", "chat_id"),
            tables.read("question_sends", "id", "state"),
        )

    async with old.connect() as connection:
        kept, sends = await connection.run_sync(look)
    kind = "question-waiting"
    assert kept == [("question:1", kind, "sent", STAFF), ("question:4", kind, "sent", STAFF)]
    assert sends == [(1, "sent"), (2, "sent"), (4, "sent"), (5, "sent")]
