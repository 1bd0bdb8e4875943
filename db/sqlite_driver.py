"""aiosqlite with one trip to the connection's thread for a statement.

Each trip wakes that thread and then the loop. SQLAlchemy's dialect takes four for a query – a cursor, its
execution, its rows, its end –, and where two cores are idle these cost an answer more processor time than
all else together.
"""

import sqlite3
from collections import deque
from collections.abc import Iterable
from typing import Any, NamedTuple, Self

import aiosqlite

ROWS_AT_ONCE = 1_000
"""Rows that come with the execution; the others wait in SQLite until they are asked for."""

Row = tuple[Any, ...]


class Connection(aiosqlite.Connection):
    """A connection whose cursors cost no trip, nor the beginning of a transaction that only reads."""

    _to_begin = False

    def begin_with_next(self) -> None:
        """Begin a transaction with the next statement: before it, a deferred one would hold nothing."""
        self._to_begin = True

    def cursor(self) -> "Cursor":  # type: ignore[override]  # nothing to wait for
        """Make a cursor."""
        return Cursor(self)

    async def commit(self) -> None:
        """Keep what the transaction did, if it has begun."""
        if not self._unbegun():
            await super().commit()

    async def rollback(self) -> None:
        """Undo what the transaction did, if it has begun."""
        if not self._unbegun():
            await super().rollback()

    async def run(self, sql: str, values: Iterable[Any], *, many: bool = False) -> "Answer":
        """Execute a statement and take its first rows; raises what sqlite3 raises."""
        begin = self._unbegun()
        answer: Answer = await self._execute(_run, self._conn, sql, values, many=many, begin=begin)  # type: ignore[no-untyped-call]  # aiosqlite annotates what is public
        return answer

    async def take(self, cursor: sqlite3.Cursor, count: int) -> list[Row]:
        """Take further rows, all for a negative count."""
        rows: list[Row] = await self._execute(_take, cursor, count)  # type: ignore[no-untyped-call]  # as above
        return rows

    async def end(self, cursor: sqlite3.Cursor) -> None:
        """Let go of rows that nobody asked for."""
        await self._execute(cursor.close)  # type: ignore[no-untyped-call]  # as above

    def _unbegun(self) -> bool:
        waiting, self._to_begin = self._to_begin, False
        return waiting


class Answer(NamedTuple):
    """What a statement gave; `rest` is the cursor that has further rows."""

    rows: list[Row]
    description: Any
    rowcount: int
    lastrowid: int | None
    rest: sqlite3.Cursor | None


NOTHING = Answer([], None, -1, None, None)


class Cursor:
    """What SQLAlchemy's dialect asks of a cursor."""

    arraysize = 1

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._answer = NOTHING
        self._rows: deque[Row] = deque()

    async def __aenter__(self) -> Self:
        """Begin: there is nothing to prepare."""
        return self

    @property
    def description(self) -> Any:
        """The columns, None for a statement that has none."""
        return self._answer.description

    @property
    def rowcount(self) -> int:
        """How many rows were changed, -1 for a query."""
        return self._answer.rowcount

    @property
    def lastrowid(self) -> int | None:
        """The number of the row that was added last."""
        return self._answer.lastrowid

    async def execute(self, sql: str, values: Iterable[Any] = ()) -> Self:
        """Execute a statement."""
        return self._keep(await self._connection.run(sql, values))

    async def executemany(self, sql: str, values: Iterable[Any]) -> Self:
        """Execute a statement for each of many."""
        return self._keep(await self._connection.run(sql, values, many=True))

    async def fetchmany(self, size: int) -> list[Row]:
        """Return next rows, at most so many; none at the end."""
        if self._answer.rest and not self._rows:
            return await self._connection.take(self._answer.rest, size)
        return [self._rows.popleft() for _ in range(min(size, len(self._rows)))]

    async def fetchall(self) -> list[Row]:
        """Return all further rows."""
        rows = [*self._rows]
        self._rows.clear()
        if self._answer.rest:
            rows += await self._connection.take(self._answer.rest, -1)
        return rows

    async def close(self) -> None:
        """Let go of rows nobody asked for; those that came along need no trip."""
        if self._answer.rest:
            await self._connection.end(self._answer.rest)

    def _keep(self, answer: Answer) -> Self:
        self._answer = answer
        self._rows.extend(answer.rows)
        return self


def open_connection(*where: Any, **how: Any) -> Connection:
    """Make a connection that opens when awaited; takes what `sqlite3.connect` takes."""
    connection = Connection(lambda: sqlite3.connect(*where, **how), iter_chunk_size=ROWS_AT_ONCE)
    connection._thread.daemon = True  # as SQLAlchemy's dialect does with those it makes
    return connection


def _run(connection: sqlite3.Connection, sql: str, values: Any, *, many: bool, begin: bool) -> Answer:
    if begin:
        connection.execute("BEGIN")
    cursor = connection.cursor()
    (cursor.executemany if many else cursor.execute)(sql, values)
    rows = cursor.fetchmany(ROWS_AT_ONCE) if cursor.description else []
    rest = cursor if len(rows) == ROWS_AT_ONCE else None
    return Answer(rows, cursor.description, cursor.rowcount, cursor.lastrowid, rest)


def _take(cursor: sqlite3.Cursor, count: int) -> list[Row]:
    return cursor.fetchall() if count < 0 else cursor.fetchmany(count)
