"""What a second organizer approves is what everybody gets: nothing goes round the second pair of eyes."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.notices.model import State
from bot.sandbox.botapi.persona import Persona
from db import broadcasts
from tests.broadcasts.scene import begun, board, data_of, heard, rows
from tests.journeys.publishing_week import ANNA, ORGANIZER, SECOND, STREAM, load_week
from tests.journeys.test_broadcasts_care import asked_for_approval
from tests.stage import Stage

CHANGED = "Пока вы решали, рассылка изменилась. Проверьте и подтвердите снова."


@pytest.fixture
async def olga(stage: Stage, tmp_path: Path) -> Persona:
    await load_week(stage, tmp_path)
    return await stage.enter(ORGANIZER, stream=STREAM)


@pytest.fixture
async def anna(stage: Stage, olga: Persona) -> Persona:
    return await stage.enter(ANNA, stream=STREAM)


@pytest.fixture
async def boss(stage: Stage, olga: Persona) -> Persona:
    boss = await stage.enter(SECOND, stream=STREAM)
    await asked_for_approval(stage, olga, 3)
    return boss


async def laid(stage: Stage, olga: Persona, command: str = "/broadcast") -> None:
    """Lay a broadcast before the second organizer."""
    await begun(olga, command=command)
    await olga.tap("Отправить: 6 человек")
    await olga.tap("На согласование: 6 человек")
    await stage.delivered()


async def approved(stage: Stage, olga: Persona, boss: Persona) -> None:
    """Send a broadcast with the approval of the second organizer."""
    await laid(stage, olga)
    await boss.tap("Посмотреть")
    await boss.tap("Согласовать: 6 человек")
    await stage.delivered()


async def test_a_correction_waits_for_the_second_organizer_too(
    stage: Stage, olga: Persona, anna: Persona, boss: Persona
) -> None:
    await approved(stage, olga, boss)
    await olga.send("/broadcast")
    await olga.tap("Завтра сбор в 8:30")
    await olga.tap("Исправить")
    await olga.send("Сбор отменён, {имя}")
    olga.sees("Исправление согласует второй организатор")
    await olga.tap("На согласование")
    assert "Исправление ждёт второго организатора" in board(olga)
    await olga.tap("Посмотреть исправление")
    assert "Согласовать исправление" not in olga.buttons()[0]
    await stage.delivered()
    assert (heard(anna, "Завтра сбор в 8:30"), heard(anna, "Сбор отменён")) == (1, 0)
    assert heard(boss, "просит согласовать исправление рассылки: 6 получателей") == 1
    await boss.send("/todo")
    await boss.tap("1. Согласовать")
    await boss.tap("Посмотреть исправление")
    await olga.press(data_of(boss, "Согласовать исправление"))
    assert olga.alerts() == ["Свою рассылку согласует другой организатор."]
    await boss.tap("Согласовать исправление")
    await stage.delivered()
    assert (heard(anna, "Завтра сбор в 8:30"), heard(anna, "Сбор отменён")) == (0, 1)
    assert heard(olga, "Исправление согласовано.") == 1
    await boss.send("/broadcast")
    await boss.tap("Журнал")
    boss.sees("согласовал(а) исправление")


async def test_a_correction_that_was_refused_or_replaced_is_not_made(
    stage: Stage, olga: Persona, anna: Persona, boss: Persona
) -> None:
    await approved(stage, olga, boss)
    await olga.send("/broadcast")
    await olga.tap("Завтра сбор в 8:30")
    for words in ("Сбор в 9:00", "Сбора нет"):
        await olga.tap("Исправить")
        await olga.send(words)
        await olga.tap("На согласование")
        await boss.send("/broadcast")
        await boss.tap("Завтра сбор в 8:30")
        await boss.tap("Посмотреть исправление")
    older, newer = [one for one in boss.messages() if "Исправить у " in one.get("text", "")]
    await boss.press(older["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
    assert boss.alerts()[-1] == CHANGED
    await boss.press(newer["reply_markup"]["inline_keyboard"][1][0]["callback_data"])
    await boss.press(newer["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
    assert boss.alerts()[-1] == CHANGED
    await stage.delivered()
    assert heard(olga, "Исправление не согласовано") == 1
    assert heard(anna, "Завтра сбор в 8:30") == 1
    assert await rows(stage, "broadcast-change") == []


async def test_words_changed_after_the_approver_saw_them_are_not_sent_by_the_old_button(
    stage: Stage, olga: Persona, anna: Persona, boss: Persona
) -> None:
    await laid(stage, olga)
    await boss.tap("Посмотреть")
    older = data_of(boss, "Согласовать: 6 человек")
    await olga.tap("Вернуть в черновики")
    await olga.tap("Другое сообщение")
    await olga.send("Совсем другое")
    await olga.tap("Отправить: 6 человек")
    await olga.tap("На согласование: 6 человек")
    await boss.press(older)
    assert boss.alerts() == [CHANGED]
    boss.sees("Совсем другое")
    await stage.delivered()
    assert heard(anna, "Совсем другое") == 0
    await boss.tap("Согласовать: 6 человек")
    await stage.delivered()
    assert heard(anna, "Совсем другое") == 1


async def test_an_old_confirmation_of_the_author_sends_no_newer_draft(
    stage: Stage, olga: Persona, anna: Persona
) -> None:
    await begun(olga)
    await olga.tap("Отправить: 6 человек")
    older = data_of(olga, "Да, отправить: 6 человек")
    await olga.tap("‹ Назад")
    await olga.tap("Когда")
    await olga.tap("В 09:00 у каждого")
    await olga.press(older)
    assert olga.alerts() == [CHANGED]
    olga.sees("Рассылка: черновик")
    await stage.delivered()
    assert heard(anna, "Завтра сбор") == 0
    assert State.SENT not in {state for state, _ in await rows(stage)}


@pytest.mark.parametrize(("command", "asked"), [("/urgent", 1), ("/broadcast", 0)])
async def test_an_urgent_one_is_laid_before_the_second_organizer_at_night(
    stage: Stage, olga: Persona, anna: Persona, boss: Persona, command: str, asked: int
) -> None:
    stage.clock.set(stage.clock.now().replace(hour=19))
    await stage.delivered()
    await laid(stage, olga, command=command)
    assert heard(boss, "просит согласовать рассылку") == asked
    if not asked:
        await stage.pass_to(stage.clock.now() + timedelta(hours=9))
        assert heard(boss, "просит согласовать рассылку") == 1
        return
    await boss.tap("Посмотреть")
    await boss.tap("Согласовать: 6 человек")
    await stage.delivered()
    assert heard(anna, "Завтра сбор в 8:30") == 1


async def test_the_author_is_told_of_the_approval_and_keeps_the_progress(
    stage: Stage, olga: Persona, anna: Persona, boss: Persona
) -> None:
    await laid(stage, olga)
    asked = olga.last["message_id"]
    await boss.tap("Посмотреть")
    await boss.tap("Обновить")
    assert await shown_at(stage) == (olga.user, asked)
    await boss.tap("Согласовать: 6 человек")
    await stage.delivered()
    assert await shown_at(stage) in {(olga.user, asked), None}
    assert heard(olga, "Рассылка согласована.") == 1
    await olga.tap("Посмотреть")
    olga.sees("Рассылка: завершена")


async def test_the_author_is_told_that_it_is_a_draft_again(
    stage: Stage, olga: Persona, anna: Persona, boss: Persona
) -> None:
    await laid(stage, olga)
    await boss.tap("Посмотреть")
    await boss.tap("Вернуть в черновики")
    await stage.delivered()
    assert heard(olga, "Рассылка не согласована: она снова в черновиках.") == 1
    await olga.tap("Посмотреть")
    olga.sees("Рассылка: черновик")
    await olga.tap("Отправить: 6 человек")
    await olga.tap("На согласование: 6 человек")
    await olga.tap("Вернуть в черновики")
    await stage.delivered()
    assert len(await rows(stage, "broadcast-decided")) == 1


@pytest.mark.parametrize("entered", [False, True])
async def test_nobody_is_asked_who_cannot_be_reached(stage: Stage, olga: Persona, entered: bool) -> None:
    await asked_for_approval(stage, olga, 3)
    if entered:
        await (await stage.enter(SECOND, stream=STREAM)).block()
    await begun(olga)
    await olga.tap("Отправить: 6 человек")
    await olga.tap("На согласование: 6 человек")
    assert olga.alerts()[-1].startswith("Согласовать некому")
    assert await rows(stage, "broadcast-approval") == []


async def shown_at(stage: Stage) -> tuple[int, int] | None:
    """Return chat and message that show the broadcast."""
    async with stage.database.read() as tx:
        return await broadcasts.board_of(tx, 1)
