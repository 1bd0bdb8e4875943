import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, select

from bot.shared.errors import Trouble
from db.engine import Database
from db.migrate import migrate, newest_revision, revision
from db.schema import metadata


def differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


async def test_migrations_make_exactly_the_tables_of_the_code(database: Database) -> None:
    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_a_second_start_changes_nothing(database: Database, database_url: str) -> None:
    before = await revision(database.engine)
    await migrate(database_url)
    assert (before, await revision(database.engine)) == (newest_revision(), newest_revision())


async def test_a_database_of_a_newer_version_is_refused(database: Database, database_url: str) -> None:
    async with database.write() as tx:
        await tx.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Trouble, match="newer"):
        await migrate(database_url)


async def test_what_an_action_raised_in_leaves_nothing(database: Database) -> None:
    programmes = metadata.tables["programmes"]
    with pytest.raises(RuntimeError):
        async with database.write() as tx:
            await tx.execute(programmes.insert().values(code="ШМ", title="Школа мэров"))
            raise RuntimeError
    async with database.read() as tx:
        assert (await tx.execute(select(programmes))).all() == []
