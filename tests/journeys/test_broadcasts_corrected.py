"""What is typed after «Исправить» reaches nobody before it was shown and confirmed."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Table, delete, select, update

from bot.notices.model import State
from bot.sandbox.botapi.persona import Persona
from db.notice_claims import deliveries
from db.notices import notices
from db.people import consents, enrolments, people
from tests.broadcasts.scene import begun, board, corrected, data_of, heard, rows, sent
from tests.journeys.publishing_week import ANNA, ORGANIZER, STREAM, load_week
from tests.stage import Stage


@pytest.fixture
async def olga(stage: Stage, tmp_path: Path) -> Persona:
    await load_week(stage, tmp_path)
    return await stage.enter(ORGANIZER, stream=STREAM)


@pytest.fixture
async def anna(stage: Stage, olga: Persona) -> Persona:
    return await stage.enter(ANNA, stream=STREAM)


async def test_a_correction_is_shown_and_asked_about_first(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await begun(olga)
    await sent(stage, olga)
    await olga.tap("Исправить")
    await olga.send("{имя}, сбор в 9:00")
    olga.sees("Исправить у 2 человек?")
    assert heard(olga, ", сбор в 9:00") == 2  # the try of it, and what olga has written
    await stage.delivered()
    assert heard(anna, "Завтра сбор в 8:30") == 1
    await olga.tap("Не исправлять")
    assert board(olga).startswith("Рассылка: завершена")
    await stage.delivered()
    assert heard(anna, "Завтра сбор в 8:30") == 1
    assert await rows(stage, "broadcast-change") == []
    await corrected(stage, olga, "Сбор в 9:15")
    assert (heard(anna, "Завтра сбор"), heard(anna, "Сбор в 9:15")) == (0, 1)


@pytest.mark.parametrize("key", ["Экскурсии", "Спросить"])
async def test_a_key_is_no_correction_and_no_broadcast(
    stage: Stage, olga: Persona, anna: Persona, key: str
) -> None:
    await begun(olga)
    await sent(stage, olga)
    await olga.tap("Исправить")
    await olga.send(key)
    assert "Да, исправить" not in olga.all_buttons()
    await olga.send("/broadcast")
    await olga.send(key)
    assert "черновик" not in olga.text
    await stage.delivered()
    assert heard(anna, "Завтра сбор в 8:30") == 1


async def test_what_is_written_after_the_question_is_no_correction(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await begun(olga)
    await sent(stage, olga)
    await olga.tap("Исправить")
    await olga.send("Сбор в 9:00")
    await olga.send("когда автобус?")
    assert heard(olga, "Исправить у 2 человек?") == 1
    await olga.tap("Да, исправить")
    await stage.delivered()
    assert heard(anna, "Сбор в 9:00") == 1


async def test_an_older_question_corrects_nothing_with_newer_words(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await begun(olga)
    await sent(stage, olga)
    await olga.tap("Исправить")
    await olga.send("Сбор в 9:00")
    older = data_of(olga, "Да, исправить")
    await olga.tap("Исправить")
    await olga.send("Сбор в 10:00")
    await olga.press(older)
    assert olga.alerts()[-1].startswith("Пока вы решали, рассылка изменилась")
    assert board(olga).startswith("Рассылка: завершена")
    await stage.delivered()
    assert heard(anna, "Завтра сбор в 8:30") == 1


async def test_a_correction_keeps_the_readers_own_answer_ticked(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await begun(olga)
    await olga.tap("Кнопки")
    await olga.tap("Приду / Не приду")
    await olga.tap("‹ Назад")
    await sent(stage, olga)
    await anna.tap("Не приду")
    await corrected(stage, olga, "Завтра сбор в 9:00")
    assert heard(anna, "сбор в 9:00") == 1
    assert anna.buttons() == [["Приду"], ["✓ Не приду"]]


@pytest.mark.parametrize("table", [enrolments, consents], ids=["left the stream", "withdrew the consent"])
async def test_whoever_is_out_meanwhile_loses_what_is_retracted_and_reads_no_correction(
    stage: Stage, olga: Persona, anna: Persona, table: Table
) -> None:
    await begun(olga)
    await sent(stage, olga)
    async with stage.database.write() as tx:
        same = select(people.c.id).where(people.c.code == ANNA).scalar_subquery()
        await tx.execute(delete(table).where(table.c.person_id == same))
    await corrected(stage, olga, "Завтра сбор в 9:00")
    assert (heard(anna, "сбор в 8:30"), heard(anna, "сбор в 9:00")) == (1, 0)
    await olga.tap("Отозвать")
    await olga.tap("Да, отозвать")
    await stage.delivered()
    assert heard(anna, "Завтра сбор") == 0


async def test_a_correction_waits_for_a_message_that_is_long_on_its_way(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await begun(olga)
    await sent(stage, olga)
    whose = people.c.id == notices.c.person_id
    chosen = select(notices.c.settled_at, notices.c.id).join(people, whose).where(people.c.code == ANNA)
    async with stage.database.write() as tx:
        row = (await tx.execute(chosen.where(notices.c.kind == "broadcast"))).one()
        own = notices.c.id == row.id
        epoch = select(deliveries.c.epoch).scalar_subquery()
        flying = {"state": State.CLAIMED, "settled_at": None, "epoch": epoch}
        await tx.execute(update(notices).where(own).values(flying))
    await olga.tap("Исправить")
    await olga.send("Завтра сбор в 9:00")
    await olga.tap("Да, исправить")
    await asyncio.sleep(0.5)
    stage.clock.move(timedelta(minutes=2))
    await asyncio.sleep(0.5)
    assert heard(anna, "сбор в 8:30") == 1
    async with stage.database.write() as tx:
        await tx.execute(update(notices).where(own).values(state=State.SENT, settled_at=row.settled_at))
    await stage.pass_to(stage.clock.now() + timedelta(minutes=2))
    assert (heard(anna, "сбор в 8:30"), heard(anna, "сбор в 9:00")) == (0, 1)
