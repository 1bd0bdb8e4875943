"""The workbook handed out in the chat, and an old one that comes back."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select

from bot.sandbox.botapi.persona import Persona
from bot.shared.records import fold
from bot.workbook.actions import apply_file, read_state
from db.people import people
from handlers.workbook import XLSX
from tests.journeys.test_workbook import drafts, kept, present, rows
from tests.stage import Stage
from tests.workbook.programmes import Rows, reading_of


@pytest.fixture
async def olga(stage: Stage, tmp_path: Path) -> Persona:
    """The organizer of ШМ-5, whose first programme is a draft."""
    await enter(stage, tmp_path, rows())
    return await stage.enter("ШМ-5-001", stream="ШМ-5")


async def enter(stage: Stage, path: Path, found: Rows) -> None:
    await apply_file(stage.database, stage.clock, await reading_of(path / "entered.xlsx", found))


async def exported(stage: Stage, persona: Persona) -> bytes:
    await persona.send("/export")
    await persona.tap("Программа")
    data = stage.world.files.data(persona.last["document"]["file_id"])
    assert data is not None
    return data


async def test_an_organizer_gets_own_streams_alone_and_sending_it_back_changes_nothing(
    stage: Stage, olga: Persona
) -> None:
    data = await exported(stage, olga)
    book = openpyxl.load_workbook(io.BytesIO(data))
    everything = "\n".join(
        str(cell) for page in book for line in page.iter_rows(values_only=True) for cell in line if cell
    )
    assert "ШМ-5-003" in everything
    assert "ШМ-5: 1" in everything
    assert "ШМ-6" not in everything
    await olga.send_file("document", "Программа.xlsx", XLSX, data)
    olga.sees("Отличий нет")
    assert "нет в файле" not in olga.text


async def test_a_participant_gets_no_workbook(stage: Stage, olga: Persona) -> None:
    anna = await stage.enter("ШМ-5-002", stream="ШМ-5")
    for command in ("/export", "/template"):
        await anna.send(command)
        anna.sees("У вас нет доступа к этому")
        assert all("document" not in message for message in anna.messages())


async def test_the_template_comes_with_examples_that_are_not_read(stage: Stage, olga: Persona) -> None:
    await olga.send("/template")
    assert olga.last["document"]["file_name"] == "Шаблон программы.xlsx"
    data = stage.world.files.data(olga.last["document"]["file_id"])
    assert data is not None
    await olga.send_file("document", "Шаблон.xlsx", XLSX, data)
    olga.sees("Отличий нет")
    assert await kept(stage) == []


def edited(data: bytes, old: str, new: str) -> bytes:
    """Return the workbook with one cell's text replaced everywhere on the sheet «Программа»."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for line in book["Программа"].iter_rows():
        for cell in line:
            if cell.value == old:
                cell.value = new
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


async def old_file(stage: Stage, olga: Persona, path: Path) -> bytes:
    """A file from edition 1 that changes one title; since then the first event got another hall."""
    data = edited(await exported(stage, olga), "Занятие 2 дня 1", "Лекция")
    await enter(stage, path, rows(Зал="Малый зал"))
    return data


async def room_and_title(stage: Stage) -> tuple[object, object]:
    async with stage.database.read() as tx:
        state, _ = await read_state(tx)
    events = {
        record.codes[0]: record.fields for record in state.editions["ШМ-5"].values() if record.kind == "event"
    }
    return events["ШМ-5-М1-01"]["room"], events["ШМ-5-М1-02"]["title"]


async def test_an_older_file_names_each_cell_it_would_take_back(
    stage: Stage, olga: Persona, tmp_path: Path
) -> None:
    data = await old_file(stage, olga, tmp_path)
    await olga.send_file("document", "Программа.xlsx", XLSX, data)
    olga.sees("Файл старее программы. После него изменили 1 ячейку")
    olga.sees("«Зал»: сейчас «Малый зал», в файле «Зал ШМ-5»")
    assert olga.buttons() == [
        ["Применить, прежнее не возвращать"],
        ["Применить и вернуть прежнее"],
        ["Отмена"],
    ]
    assert await room_and_title(stage) == ("Малый зал", "Занятие 2 дня 1")


async def test_what_was_changed_since_is_kept_when_asked(stage: Stage, olga: Persona, tmp_path: Path) -> None:
    data = await old_file(stage, olga, tmp_path)
    await olga.send_file("document", "Программа.xlsx", XLSX, data)
    await olga.tap("Применить, прежнее не возвращать")
    olga.sees("Файл загружен целиком")
    assert await room_and_title(stage) == ("Малый зал", "Лекция")


async def test_the_old_comes_back_only_when_asked(stage: Stage, olga: Persona, tmp_path: Path) -> None:
    data = await old_file(stage, olga, tmp_path)
    await olga.send_file("document", "Программа.xlsx", XLSX, data)
    await olga.tap("Применить и вернуть прежнее")
    assert await room_and_title(stage) == ("Зал ШМ-5", "Лекция")


async def test_a_file_of_the_present_edition_takes_nothing_back(stage: Stage, olga: Persona) -> None:
    before, then = await present(stage), await drafts(stage)
    data = edited(await exported(stage, olga), "Занятие 2 дня 1", "Лекция")
    await olga.send_file("document", "Программа.xlsx", XLSX, data)
    assert olga.buttons() == [["Применить", "Отмена"]]
    assert (await present(stage), await drafts(stage)) == (before, then)


async def let_go(stage: Stage, olga: Persona, code: str) -> None:
    async with stage.database.read() as tx:
        number = await tx.scalar(select(people.c.id).where(people.c.code == code))
    await olga.press(f"pc1:{number}")
    await olga.tap("Отчислить: Поток 5")
    await olga.tap("Да, отчислить")


async def left_on(stage: Stage, code: str) -> object:
    return (await present(stage)).records["enrolment", fold(code), fold("ШМ-5")].fields["left_on"]


async def test_an_older_file_lets_nobody_in_again_unasked(stage: Stage, olga: Persona) -> None:
    data = edited(await exported(stage, olga), "Занятие 2 дня 1", "Лекция")
    await let_go(stage, olga, "ШМ-5-002")
    await olga.send_file("document", "Программа.xlsx", XLSX, data)
    olga.sees("Файл старее программы. После него изменили 1 ячейку")
    olga.sees("ШМ-5-002 · ШМ-5, «Отчислен с»: сейчас «18.11.2025», в файле пусто")
    await olga.tap("Применить, прежнее не возвращать")
    olga.sees("Файл загружен целиком")
    assert await left_on(stage, "ШМ-5-002") == date(2025, 11, 18)
    assert await room_and_title(stage) == ("Зал ШМ-5", "Лекция")


async def test_an_older_file_lets_in_again_when_asked(stage: Stage, olga: Persona) -> None:
    data = await exported(stage, olga)
    await let_go(stage, olga, "ШМ-5-002")
    await olga.send_file("document", "Программа.xlsx", XLSX, data)
    await olga.tap("Применить и вернуть прежнее")
    assert await left_on(stage, "ШМ-5-002") is None


async def test_an_older_file_names_whom_it_would_bring_back_after_erasing(
    stage: Stage, olga: Persona
) -> None:
    data = await exported(stage, olga)
    anna = await stage.enter("ШМ-5-003", stream="ШМ-5")
    await anna.send("/mydata")
    await anna.tap("Отозвать согласие и стереть")
    await anna.tap("Да, стереть мои данные")
    before = await present(stage)
    await olga.send_file("document", "Программа.xlsx", XLSX, data)
    olga.sees("ШМ-5-003 «Примеров»: строку с тех пор убрали, файл вернёт её")
    await olga.tap("Применить, прежнее не возвращать")
    olga.sees("Файл загружен целиком")
    assert await present(stage) == before


async def test_how_it_was_is_hidden_in_the_file_and_in_its_marked_copy(stage: Stage, olga: Persona) -> None:
    data = edited(await exported(stage, olga), "экскурсия", "ярмарка")
    await olga.send_file("document", "Программа.xlsx", XLSX, data)
    marked = stage.world.files.data(olga.last["document"]["file_id"])
    assert marked is not None
    for content in (data, marked):
        book = openpyxl.load_workbook(io.BytesIO(content))
        assert [page.title for page in book if page.sheet_state != "visible"] == ["Как было"]
    await let_go(stage, olga, "ШМ-5-002")
    mended = edited(marked, "ярмарка", "экскурсия")
    await olga.send_file("document", "Ошибки.xlsx", XLSX, mended)
    olga.sees("Файл старее программы. После него изменили 1 ячейку")
