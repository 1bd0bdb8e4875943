"""/export: the roster with who has entered, and the questions; text stays text, other streams stay away."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import update

from bot.operations.tables import export_table
from bot.sandbox.botapi.persona import Persona
from bot.ui.exports import Export
from bot.ui.texts import texts_in
from db.people import enrolments, people
from db.support import question_messages
from tests.roster import Roster, row, write_roster
from tests.stage import Stage
from tests.support.groups import number_of_last, staff_chat

STREAM = "Школа мэров, поток 5"


@pytest.fixture
async def roster(stage: Stage) -> Roster:
    return await write_roster(stage.database)


@pytest.fixture
async def olga(stage: Stage, roster: Roster) -> Persona:
    return await stage.enter("О-1")


def cells(data: bytes) -> list[tuple[object, ...]]:
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert all(cell.data_type in {"s", "n"} and cell.hyperlink is None for line in page for cell in line)
    assert all(cell.value is None or isinstance(cell.value, str) for line in page for cell in line)
    return [tuple("" if value is None else value for value in line) for line in page.values]


async def taken(stage: Stage, persona: Persona, what: str) -> list[tuple[object, ...]]:
    await persona.send("/export")
    await persona.tap(what)
    data = stage.world.files.data(persona.last["document"]["file_id"])
    assert data is not None
    return cells(data)


async def test_the_roster_tells_who_has_entered_in_own_streams_alone(
    stage: Stage, roster: Roster, olga: Persona
) -> None:
    stranger = {"code": "Ч-1", "surname": "Чужаков", "name": "Чеслав", "patronymic": "", "phone": ""}
    other = await row(stage.database, people, **stranger)
    await row(stage.database, enrolments, person_id=other, stream_id=roster.others, roles=["participant"])
    gone = await row(
        stage.database, people, code="Л-3", surname="Ушедшев", name="Уильям", patronymic="", phone=""
    )
    left = {"person_id": gone, "stream_id": roster.mayors, "roles": ["participant", "mentor"]}
    await row(stage.database, enrolments, **left, left_on=date(2025, 11, 18))
    anna = await stage.enter("Л-1")
    await anna.block()
    found = await taken(stage, olga, "Участники и вход")
    assert [(line[0], line[1], line[6], line[8]) for line in found[1:]] == [
        (STREAM, "Л-1", "слушатель", "недоступен(-на) для бота"),
        (STREAM, "О-1", "организатор", "вошёл(-ла)"),
        (STREAM, "Л-2", "слушатель", "не вошёл(-ла)"),
        (STREAM, "Л-3", "слушатель, наставник", "больше не в потоке"),
    ]
    assert found[0][:4] == ("Поток", "Код", "ФИО", "Должность")
    assert [line[9] for line in found[1:]] == ["18.11.2025 07:00", "18.11.2025 07:00", "", ""]


async def test_questions_come_with_who_asked_and_who_answered_when(
    stage: Stage, roster: Roster, olga: Persona
) -> None:
    anna = await stage.enter("Л-1")
    chat = await staff_chat(stage, olga)
    await anna.send("/ask Где парковка?")
    await olga.send("У входа.", chat=chat, reply_to=number_of_last(stage, chat))
    await anna.send("/ask А зал?")
    found = await taken(stage, olga, "Вопросы")
    anna_name, moment = "Образцова Анна Петровна", "18.11.2025 07:00"
    phone, olga_name = "+79120000000", "Опытова Ольга Петровна"
    assert found[1:] == [
        ("1", STREAM, moment, anna_name, phone, "Где парковка?", "отвечен", olga_name, moment),
        ("2", STREAM, moment, anna_name, phone, "А зал?", "новый", "", ""),
    ]
    boris = await stage.enter("Л-2", stream="Ш6")
    await boris.send("/export")
    boris.sees("У вас нет доступа к этому")
    for what in Export:
        await boris.press(f"tk1:{what}")
        assert boris.alerts()[0].startswith("У вас нет доступа к этому")


@pytest.mark.parametrize("evil", ["=1+1", "+7(900)", "-cmd", "@SUM(A1)", "http://example.org/"])
async def test_what_people_wrote_stays_text(stage: Stage, roster: Roster, olga: Persona, evil: str) -> None:
    anna = await stage.enter("Л-1")
    await anna.send(f"/ask {evil}")
    async with stage.database.write() as tx:
        await tx.execute(update(question_messages).values(text=f"{evil}\x07"))
        await tx.execute(update(people).where(people.c.id == roster.anna).values(post=evil))
    assert (await taken(stage, olga, "Вопросы"))[1][5] == evil
    assert (await taken(stage, olga, "Участники и вход"))[1][3] == evil


async def test_the_operator_takes_every_stream_away(
    stage: Stage, roster: Roster, olga: Persona, tmp_path: Path
) -> None:
    out, path = io.StringIO(), tmp_path / "people.xlsx"
    code = await export_table(stage.database, stage.clock, Export.ROSTER, path, out, texts_in("ru"))
    assert (code, out.getvalue()) == (0, f"Участники выгружены: {path}\n")
    assert len(cells(path.read_bytes())) == 5
    nowhere = tmp_path / "none" / "questions.xlsx"
    code = await export_table(stage.database, stage.clock, Export.QUESTIONS, nowhere, out, texts_in("ru"))
    assert (code, nowhere.exists()) == (1, False)
