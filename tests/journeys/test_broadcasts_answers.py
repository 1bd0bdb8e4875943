"""Answers in time and late, the word about the silent at the deadline, and what waits for a reader."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.notices.model import State
from bot.sandbox.botapi.persona import Persona
from bot.ui.broadcasts.buttons import AskedButton
from tests.broadcasts.scene import answered, become_a_participant, begun, board, heard, rows, sent
from tests.journeys.publishing_week import ANNA, BORIS, ORGANIZER, OTHER, SECOND, STREAM, load_week
from tests.journeys.test_broadcasts_care import asked_for_approval
from tests.stage import Stage


@pytest.fixture
async def olga(stage: Stage, tmp_path: Path) -> Persona:
    await load_week(stage, tmp_path)
    return await stage.enter(ORGANIZER, stream=STREAM)


async def asked_until(
    stage: Stage, olga: Persona, words: str, until: str, buttons: str = "Приду / Не приду"
) -> None:
    """Send words that ask for an answer until a moment."""
    await begun(olga, words)
    await olga.tap("Кнопки")
    await olga.tap(buttons)
    await olga.tap("Срок ответа")
    await olga.send(until)
    await olga.tap("‹ Назад")
    await sent(stage, olga)


async def test_answers_after_the_deadline_are_told_to_both_sides(stage: Stage, olga: Persona) -> None:
    anna, boris = await stage.enter(ANNA, stream=STREAM), await stage.enter(BORIS, stream=STREAM)
    await asked_until(stage, olga, "Придёте на встречу?", "12:00")
    assert "Ответить до: вт, 18 ноября, 12:00 (МСК+2)" in board(olga)
    await anna.tap("Приду")
    assert anna.alerts() == ["Ответ записан: Приду"]
    assert anna.buttons() == [["✓ Приду"], ["Не приду"]]
    await stage.pass_to(stage.clock.now() + timedelta(hours=3, seconds=-1))
    assert heard(olga, "Срок ответа прошёл") == 0
    await stage.pass_to(stage.clock.now() + timedelta(seconds=1))
    assert heard(olga, "Срок ответа прошёл: не ответили 5 человек") == 1
    assert [state for state, _ in await rows(stage, "broadcast-deadline")] == [State.SENT]
    stage.clock.move(timedelta(seconds=1))
    await boris.tap("Не приду")
    assert boris.alerts() == ["Ответ записан: Не приду. Срок ответа уже прошёл."]
    await anna.tap("Не приду")
    assert anna.buttons() == [["Приду"], ["✓ Не приду"]]
    assert await answered(stage) == [1, 1]
    await olga.tap("Обновить")
    assert "Приду: 0" in board(olga)
    assert "Не приду: 2" in board(olga)
    assert "2 ответа после срока" in board(olga)
    await olga.tap("Отчёт в Excel")
    assert olga.last["document"]["file_name"] == "Рассылка 1.xlsx"


async def test_what_waits_for_an_answer_stands_in_the_readers_list(stage: Stage, olga: Persona) -> None:
    anna, boris = await stage.enter(ANNA, stream=STREAM), await stage.enter(BORIS, stream=STREAM)
    stranger = await stage.enter(f"{OTHER}-002", stream=OTHER)
    await asked_until(stage, olga, "Нужны ли <b>сапоги</b>?", "15:00", "Да / Нет")
    await anna.send("/todo")
    anna.sees("Ждут вашего ответа: «Нужны ли <b>сапоги</b>?»")
    await anna.tap("1. Ответить на сообщение")
    anna.sees("Нужны ли <b>сапоги</b>?")
    anna.sees("Ответить до: вт, 18 ноября, 15:00 (МСК+2)")
    await anna.tap("Да")
    assert anna.alerts() == ["Ответ записан: Да"]
    assert await answered(stage) == [0]
    for persona in (anna, stranger):
        await persona.send("/todo")
        assert "Ждут вашего ответа" not in persona.text
    await stranger.press(AskedButton(broadcast_id=1).pack())
    assert stranger.alerts() == ["Это сообщение было не вам: ответ не записан."]
    stage.clock.move(timedelta(hours=7))
    await boris.send("/todo")
    assert "Ждут вашего ответа" not in boris.text


async def test_an_acknowledgement_that_was_called_off_is_asked_for_no_more(
    stage: Stage, olga: Persona
) -> None:
    anna = await stage.enter(ANNA, stream=STREAM)
    await asked_until(stage, olga, "Прочтите порядок", "12:00", "Ознакомлен(а)")
    await olga.tap("Отозвать")
    await olga.tap("Да, отозвать")
    await stage.delivered()
    await anna.send("/todo")
    assert "Ждут вашего ответа" not in anna.text
    await anna.press(AskedButton(broadcast_id=1).pack())
    assert anna.alerts() == ["Ответить на это сообщение нельзя: оно отозвано или это была проба."]
    await stage.pass_to(stage.clock.now() + timedelta(hours=4))
    assert heard(olga, "Срок ответа прошёл") == 0


async def test_a_returned_draft_that_the_log_tells_of_can_be_dropped(stage: Stage, olga: Persona) -> None:
    await stage.enter(SECOND, stream=STREAM)
    await asked_for_approval(stage, olga, 3)
    await begun(olga)
    await olga.tap("Отправить: 6 человек")
    await olga.tap("На согласование: 6 человек")
    await stage.delivered()
    await olga.tap("Вернуть в черновики")
    await olga.tap("Удалить черновик")
    await olga.tap("Да, удалить")
    olga.sees("Рассылки")
    await olga.tap("Журнал")
    olga.sees("вернул(а) в черновики")


@pytest.mark.parametrize("command", ["/urgent", "/broadcast"])
async def test_phones_do_not_go_to_who_is_no_organizer_any_more(
    stage: Stage, olga: Persona, command: str
) -> None:
    await begun(olga, "Прочтите порядок", command)
    await olga.tap("Кнопки")
    await olga.tap("Срок ответа" if command == "/urgent" else "Ознакомлен(а)")
    if command == "/broadcast":
        await olga.tap("Срок ответа")
    await olga.send("12:00")
    await olga.tap("‹ Назад")
    await sent(stage, olga)
    async with stage.database.write() as tx:
        await become_a_participant(tx, ORGANIZER)
    await stage.pass_to(stage.clock.now() + timedelta(hours=3))
    assert (heard(olga, "Обзвон"), heard(olga, "Срок ответа прошёл"), heard(olga, "+7")) == (0, 0, 0)
    assert await rows(stage, "broadcast-deadline") == [(State.LAPSED, "left")]
    if command == "/urgent":
        assert await rows(stage, "broadcast-calls") == [(State.LAPSED, "left")]


async def test_whom_to_call_is_told_when_the_last_one_has_had_it_for_ten_minutes(
    stage: Stage, olga: Persona
) -> None:
    stage.clock.move(timedelta(hours=1))
    await begun(olga, "Сбор перенесён", "/urgent")
    await olga.tap("Когда")
    await olga.tap("В 09:00 у каждого")
    await sent(stage, olga)
    await stage.pass_to(stage.clock.now() + timedelta(hours=22, minutes=59))
    assert heard(olga, "Обзвон") == 0
    await stage.pass_to(stage.clock.now() + timedelta(minutes=11))
    assert heard(olga, "Обзвон: 6 человек не ответили") == 1


async def test_of_an_urgent_one_that_asks_nothing_only_the_unreached_are_to_be_called(
    stage: Stage, olga: Persona
) -> None:
    await stage.enter(ANNA, stream=STREAM)
    await begun(olga, "Сбор перенесён", "/urgent")
    await olga.tap("Кнопки")
    await olga.tap("Без ответа")
    await olga.tap("‹ Назад")
    await sent(stage, olga)
    await stage.pass_to(stage.clock.now() + timedelta(minutes=10))
    assert heard(olga, "Обзвон: срочное сообщение не дошло до 4 человек") == 1
    listed = next(one["text"] for one in reversed(olga.messages()) if "Обзвон" in one.get("text", ""))
    assert listed.count("+7") == 4
    assert "доставлено" not in listed
