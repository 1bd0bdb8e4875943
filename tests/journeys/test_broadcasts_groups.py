"""The stream's own group as one more recipient: it is corrected and retracted as everybody."""

import io
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from bot.notices.model import State
from bot.sandbox.botapi.persona import Persona
from tests.broadcasts.scene import begun, corrected, rows, sent
from tests.journeys.publishing_week import ANNA, ORGANIZER, STREAM, load_week
from tests.stage import Stage
from tests.support.groups import group_with_bot


@pytest.fixture
async def olga(stage: Stage, tmp_path: Path) -> Persona:
    await load_week(stage, tmp_path)
    return await stage.enter(ORGANIZER, stream=STREAM)


async def group(stage: Stage, olga: Persona, *others: Persona) -> int:
    """Bind a group to the stream and send it a broadcast as well."""
    chat = await group_with_bot(stage, "Поток", olga, *others)
    await olga.send("/bind", chat=chat)
    await olga.tap(next(one for one in olga.all_buttons(chat) if one.startswith("Чат потока")), chat=chat)
    await begun(olga, "{имя}, завтра сбор")
    await olga.tap("Кому")
    await olga.tap("Добавить групповые чаты")
    await olga.tap("‹ Назад")
    await sent(stage, olga)
    return chat


def said(stage: Stage, chat: int, *words: str) -> list[int]:
    """Count the messages of a group that say each of some words."""
    texts = [one.get("text", "") for one in stage.world.messages(chat)]
    return [texts.count(one) for one in words]


async def test_the_group_reads_the_correction_in_place(stage: Stage, olga: Persona) -> None:
    chat = await group(stage, olga, await stage.enter(ANNA, stream=STREAM))
    assert said(stage, chat, "коллеги, завтра сбор") == [1]
    await corrected(stage, olga, "{имя}, завтра <отбой>")
    assert said(stage, chat, "коллеги, завтра сбор", "коллеги, завтра <отбой>") == [0, 1]
    assert await rows(stage, "broadcast-change") == [(State.SENT, "")] * 3


@pytest.mark.parametrize(("hours", "left"), [(47, [0, 0]), (48, [0, 1])])
async def test_retracting_takes_it_out_of_the_group_too(
    stage: Stage, olga: Persona, hours: int, left: list[int]
) -> None:
    chat = await group(stage, olga)
    stage.clock.move(timedelta(hours=hours))
    await olga.tap("Отозвать")
    await olga.tap("Да, отозвать")
    await stage.delivered()
    assert said(stage, chat, "коллеги, завтра сбор", "Сообщение отозвано.") == left


def column(stage: Stage, olga: Persona, title: str) -> list[str]:
    """Return what the newest Excel report says of each recipient in a column."""
    data = stage.world.files.data(olga.last["document"]["file_id"])
    assert data is not None
    heads, *lines = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].values
    return [str(line[heads.index(title)] or "") for line in lines]


async def test_the_excel_report_tells_whom_a_correction_has_reached(stage: Stage, olga: Persona) -> None:
    anna = await stage.enter(ANNA, stream=STREAM)
    await group(stage, olga, anna)
    await anna.block()
    await corrected(stage, olga, "{имя}, завтра отбой")
    await olga.tap("Отчёт в Excel")
    fates = column(stage, olga, "Исправление")
    assert fates[column(stage, olga, "Кто").index("Поток")] == "доставлено"
    assert sorted(fates) == [
        *[""] * 4,
        "бот заблокирован или аккаунт удалён",
        "доставлено",
        "доставлено",
    ]
    await olga.tap("Отозвать")
    await olga.tap("Да, отозвать")
    await stage.delivered()
    await olga.tap("Отчёт в Excel")
    assert column(stage, olga, "Отзыв").count("доставлено") == 2


async def test_the_log_tells_of_the_group_too(stage: Stage, olga: Persona) -> None:
    await group(stage, olga)
    await olga.send("/broadcast")
    await olga.tap("Журнал")
    olga.sees("отправил(а): 6 человек и 1 групповой чат")
