"""aiosqlite with one trip for a statement: the same answers, and how often the thread is asked."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from db.engine import Database, open_engine
from db.sqlite_driver import ROWS_AT_ONCE, Connection

COUNT = text(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :most) SELECT i FROM n"
)
ADD = text("INSERT INTO notes (word) VALUES (:word) RETURNING id")


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    file = tmp_path / "one.sqlite3"
    with closing(sqlite3.connect(file)) as new:
        new.execute("PRAGMA journal_mode=WAL")
    database = Database(open_engine(f"sqlite+aiosqlite:///{file}"))
    async with database.write() as tx:
        await tx.execute(text("CREATE TABLE notes (id INTEGER PRIMARY KEY, word TEXT UNIQUE)"))
    yield database
    await database.close()


@pytest.fixture
def trips(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    asked: list[str] = []
    go = Connection._execute

    async def counted(self: Connection, function: Any, *values: Any, **named: Any) -> Any:
        asked.append(function.__name__)
        return await go(self, function, *values, **named)  # type: ignore[no-untyped-call]

    monkeypatch.setattr(Connection, "_execute", counted)
    return asked


async def test_a_query_takes_one_trip_and_its_transaction_one_more(db: Database, trips: list[str]) -> None:
    async with db.read() as tx:
        assert (await tx.execute(text("SELECT 1"))).scalar() == 1
    assert trips == ["_run", "rollback"]


async def test_what_is_read_stays_as_it_was_while_others_write(db: Database) -> None:
    """The transaction begins with the first statement and holds until its end."""
    async with db.read() as reading:
        before = (await reading.execute(text("SELECT count(*) FROM notes"))).scalar()
        async with db.write() as tx:
            await tx.execute(ADD, {"word": "новое"})
        assert (await reading.execute(text("SELECT count(*) FROM notes"))).scalar() == before == 0
    async with db.read() as tx:
        assert (await tx.execute(text("SELECT count(*) FROM notes"))).scalar() == 1


@pytest.mark.parametrize("most", [1, ROWS_AT_ONCE - 1, ROWS_AT_ONCE, ROWS_AT_ONCE + 1, 3 * ROWS_AT_ONCE])
async def test_no_row_is_lost_or_doubled_however_many(db: Database, most: int) -> None:
    async with db.read() as tx:
        at_once = (await tx.execute(COUNT, {"most": most})).scalars().all()
        in_parts = [row.i async for row in await tx.stream(COUNT, {"most": most})]
    assert at_once == in_parts == list(range(1, most + 1))


async def test_rows_nobody_asked_for_hold_nothing_up(db: Database) -> None:
    async with db.read() as tx:
        found = await tx.stream(COUNT, {"most": 5 * ROWS_AT_ONCE})
        assert (await found.fetchone()) == (1,)
        await found.close()
        assert (await tx.execute(text("SELECT 2"))).scalar() == 2


async def test_a_statement_tells_what_it_changed(db: Database) -> None:
    async with db.write() as tx:
        ids = [(await tx.execute(ADD, {"word": word})).scalar_one() for word in ("а", "б")]
        many = await tx.execute(
            text("INSERT INTO notes (word) VALUES (:word)"), [{"word": "в"}, {"word": "г"}]
        )
        changed = await tx.execute(text("UPDATE notes SET word = word || '!'"))
    assert (ids, many.rowcount, changed.rowcount) == ([1, 2], 2, 4)


async def test_what_fails_is_undone_whole_and_the_connection_goes_on(db: Database) -> None:
    with pytest.raises(IntegrityError):
        async with db.write() as tx:
            await tx.execute(ADD, {"word": "дважды"})
            await tx.execute(ADD, {"word": "дважды"})
    async with db.read() as tx:
        assert (await tx.execute(text("SELECT count(*) FROM notes"))).scalar() == 0
