"""From the workbook to the first publication, by an organizer in the chat."""

from pathlib import Path

import pytest

from bot.sandbox.botapi.persona import Persona
from bot.workbook.actions import apply_file
from db.editions import read_editions
from tests.journeys.test_workbook import rows
from tests.stage import Stage
from tests.workbook.programmes import reading_of


@pytest.fixture
async def olga(stage: Stage, tmp_path: Path) -> Persona:
    """The organizer of ШМ-5, whose first programme is a draft."""
    await apply_file(stage.database, stage.clock, await reading_of(tmp_path / "first.xlsx", rows()))
    return await stage.enter("ШМ-5-001", stream="ШМ-5")


async def published(stage: Stage) -> dict[str, bool]:
    async with stage.database.read() as tx:
        return {one.code: one.published_id is not None for one in await read_editions(tx)}


async def test_the_first_programme_is_looked_through_and_published(
    stage: Stage, olga: Persona, tmp_path: Path
) -> None:
    anna = await stage.enter("ШМ-5-002", stream="ШМ-5")
    await anna.send("/schedule 13.10")
    assert "Занятие 1 дня 1" not in anna.text
    await olga.send("/draft")
    olga.sees("Школа мэров, Поток 5: черновик № 1")
    olga.sees("38 строк добавится.")
    first = olga.text
    await olga.tap("Дальше ›") if "Дальше ›" in olga.all_buttons() else await olga.press(_page(olga))
    assert olga.text != first
    await olga.tap("Опубликовать")
    olga.sees("Её увидят 3 человека потока")
    assert await published(stage) == {"ШМ-5": False, "ШМ-6": False}
    data = olga.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await olga.tap("Да, опубликовать")
    olga.sees("опубликовано")
    assert await published(stage) == {"ШМ-5": True, "ШМ-6": False}
    await olga.press(data)
    olga.sees("Это уже сделано: Примеров Пётр")
    await anna.send("/schedule 13.10")
    anna.sees("Занятие 1 дня 1")


async def test_a_draft_that_changed_is_not_published(stage: Stage, olga: Persona, tmp_path: Path) -> None:
    await olga.send("/draft")
    await olga.tap("Опубликовать")
    other = await reading_of(tmp_path / "other.xlsx", rows(Зал="Малый зал"))
    await apply_file(stage.database, stage.clock, other)
    await olga.tap("Да, опубликовать")
    assert olga.alerts()[0].startswith("Этого больше нет в программе")
    assert await published(stage) == {"ШМ-5": False, "ШМ-6": False}


async def test_a_first_publication_taken_back_is_a_draft_again(stage: Stage, olga: Persona) -> None:
    anna = await stage.enter("ШМ-5-002", stream="ШМ-5")
    for _ in range(2):
        await olga.send("/publish")
        olga.sees("черновик № 1")
        await olga.tap("Опубликовать")
        await olga.tap("Да, опубликовать")
        await anna.send("/schedule 13.10")
        anna.sees("Занятие 1 дня 1")
        await olga.send("/publish")
        olga.sees("черновика нет")
        olga.sees("Последняя публикация: Примеров Пётр Петрович ШМ-5")
        await olga.tap("Отменить публикацию")
        olga.sees("Люди снова не видят программу потока")
        await anna.send("/schedule 13.10")
        assert not anna.shows("Занятие 1 дня 1")
        assert await published(stage) == {"ШМ-5": False, "ШМ-6": False}


async def test_only_the_streams_organizer_sees_and_publishes_its_draft(stage: Stage, olga: Persona) -> None:
    await olga.send("/draft")
    data = olga.last["reply_markup"]["inline_keyboard"][-1][0]["callback_data"]
    for person, stream in (("ШМ-5-002", "ШМ-5"), ("ШМ-6-001", "ШМ-6")):
        other = await stage.enter(person, stream=stream)
        for forged in (data, data[:-1] + "1", "wd1:1:0" if stream == "ШМ-6" else data):
            await other.press(forged)
            assert other.alerts()[0].startswith("У вас нет доступа к этому")
    assert await published(stage) == {"ШМ-5": False, "ШМ-6": False}


def _page(persona: Persona) -> str:
    data: str = persona.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    return data
