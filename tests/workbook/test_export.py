"""The template and the export: what goes out comes in again as it was."""

import asyncio
import io
import string
from datetime import date, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.registry import personal_data
from bot.shared.clock import ManualClock
from bot.shared.personal import Subject
from bot.shared.records import Ident, Record, Value, fold
from bot.workbook import console
from bot.workbook.actions import apply_file, examine_file
from bot.workbook.cells import clean
from bot.workbook.examination import Examination, State, examine
from bot.workbook.export import rows_of
from bot.workbook.sheets import SHEETS
from bot.workbook.template import write_template, write_workbook
from db.engine import Database
from db.privacy import erase
from db.records import read_names
from tests.words import RUSSIAN
from tests.workbook.programmes import Rows, examined, programme, reading_of

HOSTILE = ("=1+1", "+7", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "http://x.ru", "_x0041_", "{=1}")


async def test_what_is_exported_and_imported_changes_nothing(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    rows = programme(people=5, days=1)
    rows["Люди"].append({"Код": "ШМ-5-001", "Поток": "ШМ-6", "Роли": "наставник"})
    await apply_file(database, clock, await reading_of(tmp_path / "in.xlsx", rows))
    out, path = io.StringIO(), tmp_path / "out.xlsx"
    assert await console.export(database, path, out, RUSSIAN) == console.DONE
    reading = await console.read_workbook(path)
    examination = await examine_file(database, reading)
    assert examination.problems == ()
    difference = examination.difference
    assert (difference.added, difference.changed, difference.missing) == ((), (), ())
    assert examination.same["event"] == 60
    assert reading.stamp == {"ШМ-5": 1, "ШМ-6": 1}


async def test_a_workbook_made_after_an_erasure_comes_in_without_a_word(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    rows = programme(streams=1, people=5, days=1)
    rows["Команды"][0] |= {"Желаемые наставники": "ШМ-5-001; ШМ-5-002", "Закреплён наставник": "ШМ-5-001"}
    rows["Люди"][1]["Роли"] = "наставник"
    rows["Наставники"].append(rows["Наставники"][0] | {"Человек": "ШМ-5-002"})
    await apply_file(database, clock, await reading_of(tmp_path / "in.xlsx", rows))
    async with database.write() as tx:
        names = await read_names(tx, ["person"])
        gone = Subject(names.ids["person"][fold("ШМ-5-001")], 0, clock.now())
        await erase(tx, personal_data(), gone)
    out, path = io.StringIO(), tmp_path / "out.xlsx"
    assert await console.export(database, path, out, RUSSIAN) == console.DONE
    reading = await console.read_workbook(path)
    said = [str(value) for row in reading.rows for value in row.values.values()]
    assert [one for one in said if "ШМ-5-001" in one or "тёрто" in one] == []
    examination = await examine_file(database, reading)
    assert examination.problems == ()
    difference = examination.difference
    assert (difference.added, difference.changed, difference.missing) == ((), (), ())
    team = next(row.values for row in reading.rows if row.title == "Команды")
    assert (team["wanted"], team["pinned"]) == (("ШМ-5-002",), "")


async def test_the_template_alone_has_examples_and_nothing_else(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    out, path = io.StringIO(), tmp_path / "template.xlsx"
    assert await console.template(path, out, RUSSIAN) == console.DONE
    assert out.getvalue() == f"Шаблон записан: {path}\n"
    reading = await console.read_workbook(path)
    assert (reading.rows, reading.problems, reading.examples) == ([], [], len(SHEETS))
    outcome = await apply_file(database, clock, reading)
    assert (outcome.applied, bool(outcome.examination.difference)) == (True, False)


def test_the_template_has_every_sheet_with_its_headings_drop_downs_and_frozen_row(tmp_path: Path) -> None:
    write_template(tmp_path / "template.xlsx", SHEETS)
    book = openpyxl.load_workbook(tmp_path / "template.xlsx")
    assert book.sheetnames == ["Как заполнять", *(sheet.title for sheet in SHEETS)]
    page = book["Программа"]
    headings = [cell.value for cell in page[1]]
    assert headings[:7] == ["Код*", "Модуль*", "Дата*", "Начало*", "Окончание*", "Название*", "Вид*"]
    assert [bool(cell.font.b) for cell in page[1]][:8] == [True] * 7 + [False]
    assert page.freeze_panes == "B2"
    lists = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in page.data_validations.dataValidation}
    assert lists["B2"] == "'Модули'!$A$2:$A$2000"
    assert lists["G2"].startswith('"лекция,практикум,встреча')
    assert page["A2"].number_format == "@"


async def test_a_file_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    out, path = io.StringIO(), tmp_path / "no" / "template.xlsx"
    assert await console.template(path, out, RUSSIAN) == console.WRONG
    assert out.getvalue() == f"Не получилось записать файл: {path}\n"


@pytest.mark.parametrize("text", HOSTILE)
async def test_no_text_becomes_a_formula_or_a_link(text: str, tmp_path: Path) -> None:
    record = Record("programme", ("ШМ",), {"title": text, "short_title": ""})
    records = {record.ident: record}
    path = tmp_path / "out.xlsx"
    write_workbook(path, SHEETS, {sheet.title: rows_of(sheet, records) for sheet in SHEETS}, {})
    cell = openpyxl.load_workbook(path)["Программы"]["B2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert [row.values["title"] for row in (await console.read_workbook(path)).rows] == [text]


texts = st.text(st.characters(codec="utf-8"), max_size=40).map(clean)
names = texts.filter(bool)
codes = st.text(string.ascii_letters + string.digits + "абвгдж-", min_size=1, max_size=6)
words = st.lists(st.sampled_from(["1", "2", "дороги, мосты", "ЖКХ"]), unique=True, max_size=3).map(tuple)


@st.composite
def states(draw: st.DrawFn) -> State:
    """A programme with one stream, its module and some events and people."""
    records = [
        Record("programme", ("ШМ",), {"title": draw(names), "short_title": draw(texts)}),
        Record(
            "stream",
            ("Поток",),
            {"programme": "ШМ", "title": draw(names), "duty_phone": draw(texts)}
            | {"starts_on": date(2025, 10, 1), "ends_on": date(2026, 6, 30)},
        ),
    ]
    for code in draw(st.lists(codes, max_size=3, unique_by=lambda code: Record("", (code,), {}).ident)):
        personal: dict[str, Value] = {
            key: draw(texts) for key in ("patronymic", "post", "municipality", "region")
        }
        personal |= {"surname": draw(names), "name": draw(names)}
        zone = draw(st.sampled_from([None, "Asia/Omsk"]))
        records.append(Record("person", (f"Ч{code}",), {**personal, "zone": zone, "phone": ""}))
        enrolment: dict[str, Value] = {
            "roles": ("participant",),
            "group": draw(texts),
            "direction": "",
            "team": "",
        }
        left = draw(st.none() | st.dates(date(2025, 10, 1), date(2026, 6, 30)))
        records.append(Record("enrolment", (f"Ч{code}", "Поток"), {**enrolment, "left_on": left}))
    return State({record.ident: record for record in records}, {"Поток": _edition(draw)})


def _edition(draw: st.DrawFn) -> dict[Ident, Record]:
    texts_of = ("address", "way", "halls", "wifi", "meals", "contacts", "duty_phone")
    venue: dict[str, Value] = {key: draw(texts) for key in texts_of}
    venue |= {"title": draw(names), "city": draw(names)}
    point = draw(st.sampled_from([(None, None), (57.15, 65.53), (-1.5, 0.0)]))
    venue |= {"zone": "Asia/Yekaterinburg", "latitude": point[0], "longitude": point[1]}
    first, last = date(2025, 11, 17), date(2025, 11, 21)
    days: dict[str, Value] = {"starts_on": first, "ends_on": last}
    module: dict[str, Value] = {
        "stream": "Поток",
        "number": draw(st.none() | st.integers(1, 99)),
        "title": draw(names),
    }
    found = [
        Record("venue", ("ТМН",), venue),
        Record("module", ("М1",), {**module, "venue": "ТМН", "bring": draw(texts), **days}),
    ]
    for code in draw(st.lists(codes, max_size=3, unique_by=lambda code: Record("", (code,), {}).ident)):
        said: dict[str, Value] = {
            key: draw(texts) for key in ("speaker", "description", "materials", "online")
        }
        start = draw(st.integers(0, 22))
        found.append(
            Record(
                "event",
                (f"З{code}",),
                {**said, "module": "М1", "day": draw(st.dates(first, last))}
                | {"starts": time(start, draw(st.integers(0, 59))), "ends": time(start + 1, 0)}
                | {"title": draw(names), "kind": draw(st.sampled_from(["lecture", "meal", "check_in"]))}
                | {"room": "", "groups": draw(words), "directions": (), "teams": (), "buses": ()}
                | {"latitude": point[0], "longitude": point[1], "cancelled": draw(st.booleans())},
            )
        )
    return {record.ident: record for record in found}


@given(states())
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_exported_comes_in_as_it_was(tmp_path: Path, state: State) -> None:
    path = tmp_path / "out.xlsx"
    everything = state.everything
    write_workbook(path, SHEETS, {sheet.title: rows_of(sheet, everything) for sheet in SHEETS}, {})
    examination = asyncio.run(_examined_file(path, state))
    assert examination.errors == ()
    assert (examination.difference.added, examination.difference.changed) == ((), ())
    assert examination.drafts == {}


async def _examined_file(path: Path, state: State) -> Examination:
    return await examine(await console.read_workbook(path), state)


async def test_examining_the_same_rows_against_what_they_made_finds_nothing() -> None:
    rows: Rows = programme(people=3, days=1)
    first = await examined(rows)
    state = State(
        {record.ident: record for record in first.at_once[0]},
        first.drafts,
    )
    second = await examined(rows, state)
    assert (second.errors, second.difference.added, second.difference.changed, second.drafts) == (
        (),
        (),
        (),
        {},
    )
