"""The commands from end to end: what they leave behind, what they say, and how they end."""

import csv
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.sandbox.botapi.server import BotApiServer
from bot.shared.clock import ManualClock
from bot.workbook.actions import apply_file
from bot.workbook.interpret import interpret
from bot.workbook.sheets import SHEETS
from db.engine import Database
from tests.operations.conftest import Operator
from tests.process import Ended, settings_of
from tests.telegram import TOKEN
from tests.workbook.programmes import Rows, book_of, programme, write_programme

PEOPLE = 3


def small() -> Rows:
    return programme(streams=1, people=PEOPLE, days=1)


def done(ended: Ended) -> str:
    """Return what was said where everything went well."""
    assert (ended.code, ended.err) == (0, "")
    return ended.out


def wrong(ended: Ended, code: int = 1) -> str:
    """Return what was said where something is wrong; never a traceback."""
    assert ended.code == code
    assert "Traceback" not in ended.err
    return ended.err or ended.out


@pytest.fixture
async def filled(database: Database, clock: ManualClock) -> None:
    """A database with the small programme in a draft."""
    outcome = await apply_file(database, clock, await interpret(SHEETS, book_of(small())))
    assert outcome.applied


def count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608  (ours)


async def test_a_programme_from_the_template_to_the_export(operator: Operator, tmp_path: Path) -> None:
    data = tmp_path / "data" / "bot.sqlite3"
    assert done(await operator.run("template", "empty.xlsx")) == "Шаблон записан: empty.xlsx\n"
    assert "Отличий нет" in done(await operator.run("import", "empty.xlsx"))

    write_programme(tmp_path / "ours.xlsx", small())
    seen = done(await operator.run("import", "ours.xlsx"))
    assert seen.splitlines()[-1] == (
        "Это проверка: в программе ничего не изменилось. Чтобы загрузить файл, добавьте --apply."
    )
    assert count(data, "people") == 0

    loaded = done(await operator.run("import", "ours.xlsx", "--apply", "--publish"))
    assert loaded.splitlines()[-2:] == ["Файл загружен целиком.", "ШМ-5: программа опубликована."]
    assert count(data, "people") == PEOPLE

    assert done(await operator.run("export", "out.xlsx")) == "Программа выгружена: out.xlsx\n"
    again = done(await operator.run("import", "out.xlsx"))
    assert "Отличий нет: программа уже такая, как в файле." in again


async def test_a_workbook_with_errors_changes_nothing(operator: Operator, tmp_path: Path) -> None:
    rows = small()
    rows["Программа"][0]["Начало"] = "после обеда"
    write_programme(tmp_path / "wrong.xlsx", rows)
    for words in (("import", "wrong.xlsx"), ("import", "wrong.xlsx", "--apply", "--publish")):
        assert "Лист «Программа», строка 2, столбец «Начало»" in wrong(await operator.run(*words))
    assert count(tmp_path / "data" / "bot.sqlite3", "people") == 0


async def test_files_that_are_not_there_or_not_workbooks(operator: Operator, tmp_path: Path) -> None:
    (tmp_path / "letter.xlsx").write_text("Уважаемые коллеги!")
    told = {
        name: wrong(await operator.run("import", name))
        for name in ("none.xlsx", "letter.xlsx", str(tmp_path))
    }
    assert told == {
        "none.xlsx": "Файл не найден или не читается: none.xlsx\n",
        "letter.xlsx": (
            "Это не книга Excel. Нужен файл .xlsx: "
            "в Excel «Файл» – «Сохранить как» – «Книга Excel (.xlsx)».\n"
        ),
        str(tmp_path): f"Файл не найден или не читается: {tmp_path}\n",
    }


@pytest.mark.parametrize("words", [("template",), ("export",)])
async def test_a_place_where_nothing_can_be_written(operator: Operator, words: tuple[str, ...]) -> None:
    told = wrong(await operator.run(*words, "/proc/none/out.xlsx"))
    assert told == "Не получилось записать файл: /proc/none/out.xlsx\n"


async def test_links_are_a_table_with_a_link_for_each_and_stay_the_same(
    operator: Operator, server: BotApiServer, database_url: str, filled: None
) -> None:
    settings = settings_of(server, DATABASE_URL=database_url, LOG_LEVEL="WARNING")
    first = done(await operator.run("invite", "ШМ-5", **settings))
    table = list(csv.reader(first.splitlines(), dialect="excel-tab"))
    assert table[0] == ["Код", "ФИО", "Ссылка"]
    assert [code for code, _, _ in table[1:]] == [f"ШМ-5-{number:03}" for number in range(1, PEOPLE + 1)]
    assert all(link.startswith("https://t.me/mayors_demo_bot?start=") for _, _, link in table[1:])
    assert len({link for _, _, link in table[1:]}) == PEOPLE
    assert done(await operator.run("invite", "ШМ-5", "--days", "7", **settings)) == first


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_links_that_cannot_be_made(
    operator: Operator, server: BotApiServer, database_url: str, filled: None
) -> None:
    settings = settings_of(server, DATABASE_URL=database_url, LOG_LEVEL="WARNING")
    assert wrong(await operator.run("invite", "Ш99", **settings)) == (
        "There is no stream with the code 'Ш99'.\n"
    )
    assert "from 1 to 365 days" in wrong(await operator.run("invite", "ШМ-5", "--days", "0"), code=2)
    assert "invalid" in wrong(await operator.run("invite", "ШМ-5", "--days", "week"), code=2)
    assert wrong(await operator.run("invite", "ШМ-5", BOT_TOKEN="")) == (
        "BOT_TOKEN is not set: ask @BotFather for one, or start the sandbox.\n"
    )


async def test_a_backup_moves_an_installation_to_a_new_database(
    operator: Operator, database_url: str, filled: None, tmp_path: Path
) -> None:
    said = done(await operator.run("backup", "monday.sqlite3", DATABASE_URL=database_url))
    rows = int(said.split()[-2])
    assert said == f"monday.sqlite3: {rows} rows\n"
    assert wrong(await operator.run("backup", "monday.sqlite3")).startswith("monday.sqlite3 exists already")
    assert wrong(await operator.run("restore", "monday.sqlite3")) == (
        "The database is not empty. `restore --replace` puts the backup in its place.\n"
    )
    assert done(await operator.run("restore", "monday.sqlite3", "--replace")) == f"{rows} rows restored\n"
    new = done(await operator.run("restore", "monday.sqlite3", DATABASE_URL=""))
    assert new == f"{rows} rows restored\n"
    assert count(tmp_path / "data" / "bot.sqlite3", "people") == PEOPLE


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_backups_that_cannot_be_written_or_read(
    operator: Operator, database_url: str, filled: None, sqlite_template: Path, tmp_path: Path
) -> None:
    await operator.run("backup", "whole.sqlite3", DATABASE_URL=database_url)
    (tmp_path / "half.sqlite3").write_bytes((tmp_path / "whole.sqlite3").read_bytes()[:9000])
    with closing(sqlite3.connect(tmp_path / "other.sqlite3")) as other:
        other.executescript("CREATE TABLE songs (title TEXT)")
    (tmp_path / "letter.txt").write_text("Уважаемые коллеги!")
    before = count(Path(database_url.split("///")[1]), "people")
    told = {
        " ".join(words): wrong(await operator.run(*words)).strip()
        for words in (
            ("backup", "/proc/none/monday.sqlite3"),
            ("backup", "letter.txt/monday.sqlite3"),
            ("restore", "none.sqlite3", "--replace"),
            ("restore", ".", "--replace"),
            ("restore", "letter.txt", "--replace"),
            ("restore", "half.sqlite3", "--replace"),
            ("restore", "other.sqlite3", "--replace"),
        )
    }
    assert told == {
        "backup /proc/none/monday.sqlite3": (
            "/proc/none/monday.sqlite3 cannot be written: No such file or directory."
        ),
        "backup letter.txt/monday.sqlite3": "letter.txt/monday.sqlite3 cannot be written: File exists.",
        "restore none.sqlite3 --replace": "There is no file none.sqlite3.",
        "restore . --replace": "There is no file ..",
        "restore letter.txt --replace": "letter.txt is not a backup made by `python -m bot backup`.",
        "restore half.sqlite3 --replace": "half.sqlite3 is damaged.",
        "restore other.sqlite3 --replace": "other.sqlite3 is not a backup made by `python -m bot backup`.",
    }
    assert count(Path(database_url.split("///")[1]), "people") == before == PEOPLE
    assert not (tmp_path / "monday.sqlite3.part").exists()


@pytest.mark.parametrize(
    "words", [(), ("nonsense",), ("import",), ("import", "file.xlsx", "--publish"), ("run", "fast")]
)
async def test_what_no_command_understands_is_told_with_the_usage(
    operator: Operator, words: tuple[str, ...]
) -> None:
    assert wrong(await operator.run(*words), code=2).startswith("usage: python -m bot")


@pytest.mark.parametrize(
    "command",
    ["run", "sandbox", "doctor", "template", "import", "export", "invite", "backup", "restore"],
)
async def test_every_command_of_the_contract_explains_itself(operator: Operator, command: str) -> None:
    assert done(await operator.run(command, "--help")).startswith(f"usage: python -m bot {command}")


async def test_a_fault_of_the_bot_itself_is_told_without_the_token(
    operator: Operator, server: BotApiServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise ZeroDivisionError(f"at https://api.telegram.org/bot{TOKEN}/getMe")

    monkeypatch.setattr("bot.operations.doctor.examine", broken)
    ended = await operator.run("doctor", **settings_of(server))
    assert ended.code == 1
    assert ended.err.startswith("A fault of the bot itself, please report it:\n")
    assert ended.err.splitlines()[-1] == "ZeroDivisionError: at https://api.telegram.org/bot<token>/getMe"
