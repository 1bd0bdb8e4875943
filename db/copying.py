"""A backup is an SQLite file with every row, whatever the database is; so it also moves between kinds."""

from collections.abc import Iterable

from sqlalchemy import Column, Table, func, insert, select, text, update

from bot.shared.errors import Trouble
from db.engine import Database, Tx
from db.schema import metadata

BATCH = 1000


async def copy_all(source: Database, target: Database, replace: bool = False) -> int:
    """Copy every row in one transaction of each side and return their number.

    Both stand at the newest revision. A target that holds anything is a Trouble unless `replace`,
    which empties it first.
    """
    async with source.read() as reading, target.write() as writing:
        if reading.dialect.name == "postgresql":
            await reading.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
        await _clear(writing, replace)
        copied = 0
        for table in metadata.sorted_tables:
            copied += await _copy_table(reading, writing, table)
        for table in metadata.sorted_tables:
            await _tie_circles(reading, writing, table)
        await move_sequences(writing)
        return copied


async def _clear(tx: Tx, replace: bool) -> None:
    filled = [
        table.name
        for table in metadata.sorted_tables
        if (await tx.execute(select(func.count()).select_from(table))).scalar_one()
    ]
    if filled and not replace:
        raise Trouble("The database is not empty. `restore --replace` puts the backup in its place.")
    for table in metadata.sorted_tables:
        for column in _circular(table):
            await tx.execute(update(table).values({column: None}))
    for table in reversed(metadata.sorted_tables):
        for column in _to_itself(table):
            await tx.execute(update(table).values({column: None}))
        await tx.execute(table.delete())


async def _copy_table(reading: Tx, writing: Tx, table: Table) -> int:
    """Copy in the order of the keys, so that a row comes after the row of its table it refers to."""
    held_back = {column.name: None for column in _circular(table)}
    copied = 0
    result = await reading.stream(select(table).order_by(*table.primary_key.columns))
    async for part in result.mappings().partitions(BATCH):
        await writing.execute(insert(table), [{**row, **held_back} for row in part])
        copied += len(part)
    return copied


async def _tie_circles(reading: Tx, writing: Tx, table: Table) -> None:
    columns = list(_circular(table))
    if not columns:
        return
    key = table.c.id
    for row in (await reading.execute(select(key, *columns))).mappings():
        values = {column.name: row[column.name] for column in columns}
        await writing.execute(update(table).where(key == row["id"]).values(**values))


def _circular(table: Table) -> Iterable[Column[object]]:
    return [
        key.parent for key in table.foreign_keys if key.constraint is not None and key.constraint.use_alter
    ]


def _to_itself(table: Table) -> Iterable[Column[object]]:
    return [key.parent for key in table.foreign_keys if key.column.table is table]


async def move_sequences(tx: Tx) -> None:
    """Step: let PostgreSQL count on after ids that were written by name; SQLite does so by itself."""
    if tx.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        if table.autoincrement_column is not None:
            newest = select(func.coalesce(func.max(table.autoincrement_column), 0) + 1).scalar_subquery()
            name = func.pg_get_serial_sequence(table.name, table.autoincrement_column.name)
            await tx.execute(select(func.setval(name, newest, False)))
