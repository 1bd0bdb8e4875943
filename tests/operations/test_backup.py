"""A backup holds every row, and a restored one counts on where it stopped."""

import stat
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from bot.operations.backup import back_up, restore
from bot.shared.clock import ManualClock
from bot.shared.errors import Trouble
from db.engine import Database
from db.people import people
from db.programme import editions, streams
from db.schema import metadata
from tests.roster import Roster, invite, row, write_roster


async def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    async with database.read() as tx:
        return {
            table.name: [
                tuple(found) for found in await tx.execute(select(table).order_by(*table.primary_key))
            ]
            for table in metadata.sorted_tables
        }


@pytest.fixture
async def roster(database: Database, clock: ManualClock) -> Roster:
    roster = await write_roster(database)
    await invite(database, roster.anna, "abc", clock.now(), clock.now())
    first = await row(database, editions, stream_id=roster.mayors, number=1, created_at=clock.now())
    second = await row(
        database, editions, stream_id=roster.mayors, number=2, based_on_id=first, created_at=clock.now()
    )
    async with database.write() as tx:
        ours = streams.c.id == roster.mayors
        await tx.execute(update(streams).where(ours).values(published_id=first, draft_id=second))
    return roster


async def test_a_restored_backup_is_the_same_to_the_last_row(
    database: Database, database_url: str, roster: Roster, tmp_path: Path
) -> None:
    before = await everything(database)
    file = tmp_path / "backups" / "monday.sqlite3"
    written = await back_up(database_url, file)
    assert written == sum(map(len, before.values()))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    async with database.write() as tx:
        await tx.execute(update(people).values(surname="Испорчено"))
    assert await restore(file, database_url, replace=True) == written
    assert await everything(database) == before


async def test_new_rows_after_a_restore_get_new_ids(
    database: Database, database_url: str, roster: Roster, tmp_path: Path
) -> None:
    file = tmp_path / "monday.sqlite3"
    await back_up(database_url, file)
    await restore(file, database_url, replace=True)
    async with database.write() as tx:
        added = await tx.execute(insert(people).values(code="Н-1", surname="Новый", name="Пример"))
    assert added.inserted_primary_key is not None
    assert added.inserted_primary_key[0] > max(roster.anna, roster.boris, roster.olga)


async def test_a_filled_database_is_not_overwritten_by_mistake(
    database: Database, database_url: str, roster: Roster, tmp_path: Path
) -> None:
    file = tmp_path / "monday.sqlite3"
    await back_up(database_url, file)
    before = await everything(database)
    with pytest.raises(Trouble, match="not empty"):
        await restore(file, database_url, replace=False)
    assert await everything(database) == before


async def test_an_existing_backup_is_not_overwritten(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "monday.sqlite3"
    file.write_text("precious")
    with pytest.raises(Trouble, match="exists already"):
        await back_up(database_url, file)
    assert file.read_text() == "precious"


@pytest.mark.parametrize(
    "content", [None, b"", b"PK\x03\x04 not a backup"], ids=["absent", "empty", "foreign"]
)
async def test_something_else_than_a_backup_is_refused(
    database: Database, database_url: str, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "backup"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(Trouble, match=r"There is no file|is not a backup"):
        await restore(file, database_url, replace=True)
