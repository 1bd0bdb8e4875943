"""`run` that cannot start: one sentence that names the setting, exit code 1, nothing secret, no traceback."""

import asyncio
import ctypes
import socket
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import create_async_engine

from bot.sandbox.botapi.server import BotApiServer
from tests.operations.conftest import Operator
from tests.process import Ended, settings_of
from tests.telegram import TOKEN

PASSWORD = "hunter2-of-the-database"


def sentence(ended: Ended) -> str:
    """Return the one line an operator is told; log lines do not count."""
    assert ended.code == 1
    assert ended.out == ""
    told = [line for line in ended.err.splitlines() if " bot." not in line]
    assert "Traceback" not in ended.err
    for secret in (TOKEN, TOKEN.split(":")[1], PASSWORD):
        assert secret not in ended.err
    return "\n".join(told)


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


@pytest.fixture
def closed_port() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


async def test_a_wrong_setting(operator: Operator, server: BotApiServer) -> None:
    ended = await operator.run("run", **settings_of(server, BOT_TOKEN=TOKEN[:-20], LOG_LEVEL="loud"))
    assert sentence(ended) == (
        "Wrong settings (environment or .env):\n"
        "  BOT_TOKEN: must look like 123456789:AA…, as @BotFather gives it\n"
        "  LOG_LEVEL: Input should be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"
    )


async def test_an_unknown_token(operator: Operator, server: BotApiServer) -> None:
    ended = await operator.run("run", **settings_of(server, BOT_TOKEN=TOKEN.replace("1", "2")))
    assert sentence(ended) == "Telegram does not know BOT_TOKEN: copy it from @BotFather again."


async def test_an_unreachable_bot_api(operator: Operator, server: BotApiServer, closed_port: int) -> None:
    url = f"http://127.0.0.1:{closed_port}"
    ended = await operator.run("run", **settings_of(server, TELEGRAM_API_URL=url))
    assert sentence(ended) == f"The Bot API at {url} cannot be reached. Check the address and that it is up."


async def test_a_port_that_is_taken(operator: Operator, server: BotApiServer, taken_port: int) -> None:
    ended = await operator.run("run", **settings_of(server, HTTP_PORT=str(taken_port)))
    assert ended.out.startswith("\nNobody administers this bot yet.")
    told = Ended(ended.code, "", ended.err)
    assert sentence(told) == f"HTTP_PORT {taken_port} is taken by another program: choose another."


async def test_an_address_that_is_not_of_this_machine(operator: Operator, server: BotApiServer) -> None:
    ended = await operator.run("run", **settings_of(server, HTTP_HOST="203.0.113.1", ADMINS="5"))
    assert sentence(ended) == (
        "HTTP_HOST 203.0.113.1 is not an address of this machine: 127.0.0.1 or 0.0.0.0 is."
    )


# SQLite


def file_database(path: Path) -> str:
    return f"sqlite:///{path}"


def written(path: Path, statement: str) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(statement)
    return path


async def test_a_file_another_process_holds(operator: Operator, server: BotApiServer, tmp_path: Path) -> None:
    path = written(tmp_path / "held.sqlite3", "CREATE TABLE some (thing INTEGER)")
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        ended = await operator.run("run", **settings_of(server, DATABASE_URL=file_database(path)))
    assert sentence(ended) == (
        f"The database (SQLite {path}) is locked by another program: stop it, or wait until it is done."
    )


async def test_a_file_that_is_not_a_database(
    operator: Operator, server: BotApiServer, tmp_path: Path
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Уважаемые коллеги! " * 100)
    ended = await operator.run("run", **settings_of(server, DATABASE_URL=file_database(path)))
    assert sentence(ended) == (
        f"The database (SQLite {path}) is not a database: DATABASE_URL names another kind of file."
    )


def copied(template: Path, path: Path, spoilt: bool = False) -> Path:
    """Copy a migrated database, or one whose first page a failing disk has taken."""
    content = bytearray(template.read_bytes())
    if spoilt:
        content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    return path


async def test_a_damaged_file(
    operator: Operator, server: BotApiServer, sqlite_template: Path, tmp_path: Path
) -> None:
    path = copied(sqlite_template, tmp_path / "half.sqlite3", spoilt=True)
    ended = await operator.run("run", **settings_of(server, DATABASE_URL=file_database(path)))
    assert sentence(ended) == (
        f"The database (SQLite {path}) is damaged: restore a backup with `python -m bot restore FILE`."
    )


@pytest.mark.parametrize("place", ["a folder", "inside a file", "where nobody may write"])
async def test_a_place_where_no_file_can_be(
    operator: Operator, server: BotApiServer, tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").write_text("")
    path = {
        "a folder": tmp_path,
        "inside a file": tmp_path / "file" / "bot.sqlite3",
        "where nobody may write": Path("/proc/bot/bot.sqlite3"),
    }[place]
    ended = await operator.run("run", **settings_of(server, DATABASE_URL=file_database(path)))
    assert sentence(ended) == (
        f"The database (SQLite {path}) cannot be opened: "
        "check that the folder exists and this user may write there."
    )


async def test_a_database_of_a_newer_version(
    operator: Operator, server: BotApiServer, sqlite_template: Path, tmp_path: Path
) -> None:
    path = copied(sqlite_template, tmp_path / "newer.sqlite3")
    written(path, "UPDATE alembic_version SET version_num = '9999'")
    ended = await operator.run("run", **settings_of(server, DATABASE_URL=file_database(path)))
    assert sentence(ended) == (
        "The database stands at revision 9999, which this version of the bot does not know: "
        "it was written by a newer one. Start the newer version, or restore an older backup."
    )


def obey_file_modes() -> None:
    """Let this thread, and those it starts, be refused as anybody is, even if it is root's (capset(2))."""
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; twice 32 bits
    asked = libc.capget(header, sets)
    sets[0] &= ~(1 << 1)  # CAP_DAC_OVERRIDE
    if asked or libc.capset(header, sets):
        raise OSError(ctypes.get_errno(), "capabilities cannot be given up")


async def test_a_file_this_user_may_only_read(
    operator: Operator, server: BotApiServer, sqlite_template: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "guarded"
    folder.mkdir()
    path = copied(sqlite_template, folder / "bot.sqlite3")
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        settings = settings_of(server, DATABASE_URL=file_database(path))
        operator.prepare = obey_file_modes
        ended = await operator.run("run", **settings)
    finally:
        folder.chmod(0o755)
    assert sentence(ended) == (
        f"The database (SQLite {path}) may only be read: "
        "give this user the right to write the file and its folder."
    )


# PostgreSQL


@pytest.fixture
async def guarded(postgres_cluster: str) -> AsyncIterator[URL]:
    """The address of a user who needs a password, of a cluster that trusts everybody else."""
    engine = create_async_engine(postgres_cluster, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(f"CREATE ROLE guarded LOGIN PASSWORD '{PASSWORD}'"))
        rules = Path(await connection.scalar(text("SHOW hba_file")) or "")
        before = await asyncio.to_thread(rules.read_text)
        await asyncio.to_thread(rules.write_text, f"host all guarded 127.0.0.1/32 scram-sha-256\n{before}")
        await connection.execute(text("SELECT pg_reload_conf()"))
        yield make_url(postgres_cluster).set(username="guarded", password=PASSWORD)
        await asyncio.to_thread(rules.write_text, before)
        await connection.execute(text("SELECT pg_reload_conf()"))
        await connection.execute(text("DROP ROLE guarded"))
    await engine.dispose()


def whole(url: URL) -> str:
    return url.render_as_string(hide_password=False)


async def refused(operator: Operator, server: BotApiServer, url: URL) -> str:
    """Return what an operator is told, without the name of the database."""
    told = sentence(await operator.run("run", **settings_of(server, DATABASE_URL=whole(url))))
    head = f"The database (PostgreSQL {url.render_as_string(hide_password=True)}) "
    assert told.startswith(head)
    return told.removeprefix(head)


async def test_a_server_that_is_down(operator: Operator, server: BotApiServer, closed_port: int) -> None:
    url = URL.create("postgresql+asyncpg", "bot", PASSWORD, "127.0.0.1", closed_port, "bot")
    assert await refused(operator, server, url) == (
        "cannot be reached: check the host, the port and that the server is up."
    )


async def test_a_server_without_an_address(operator: Operator, server: BotApiServer) -> None:
    url = URL.create("postgresql+asyncpg", "bot", PASSWORD, "no-such-host.invalid", 5432, "bot")
    assert await refused(operator, server, url) == (
        "cannot be reached: check the host, the port and that the server is up."
    )


async def test_what_the_server_refuses(operator: Operator, server: BotApiServer, guarded: URL) -> None:
    """One role for all: its password, a database that is not there, tables it may not make."""
    assert await refused(operator, server, guarded.set(password="hunter2")) == (
        "refuses the user or the password of DATABASE_URL."
    )
    assert await refused(operator, server, guarded.set(database="nowhere")) == (
        "does not exist on that server: create it first."
    )
    assert await refused(operator, server, guarded) == (
        "does not let its user make tables: grant CREATE on its schema, or make the user its owner."
    )


async def test_a_server_that_may_only_be_read(
    operator: Operator, server: BotApiServer, postgres_cluster: str
) -> None:
    engine = create_async_engine(postgres_cluster, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text("CREATE ROLE reader SUPERUSER LOGIN"))
        await connection.execute(text("ALTER ROLE reader SET default_transaction_read_only = on"))
        url = make_url(postgres_cluster).set(username="reader")
        assert await refused(operator, server, url) == (
            "may only be read: name the server that is written to, not its copy."
        )
        await connection.execute(text("DROP ROLE reader"))
    await engine.dispose()
