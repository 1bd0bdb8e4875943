"""A broadcast from the first message to the report."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.notices.model import State
from bot.sandbox.botapi.persona import Persona
from tests.broadcasts.scene import answered, begun, board, heard, rows, sent
from tests.journeys.publishing_week import ANNA, BORIS, ORGANIZER, OTHER, STREAM, load_week
from tests.stage import Stage


@pytest.fixture
async def olga(stage: Stage, tmp_path: Path) -> Persona:
    """The organizer of the published week."""
    await load_week(stage, tmp_path)
    return await stage.enter(ORGANIZER, stream=STREAM)


async def test_a_text_reaches_everybody_of_the_stream_and_nobody_else(stage: Stage, olga: Persona) -> None:
    anna, boris = await stage.enter(ANNA, stream=STREAM), await stage.enter(BORIS, stream=STREAM)
    stranger = await stage.enter(f"{OTHER}-002", stream=OTHER)
    await begun(olga)
    olga.sees("6 человек")
    olga.sees("Из них 3 ещё не вошли в бот")
    await sent(stage, olga)
    assert (heard(anna, "Завтра сбор"), heard(boris, "Завтра сбор"), heard(stranger, "Завтра сбор")) == (
        1,
        1,
        0,
    )
    found = await rows(stage)
    assert sorted(found) == [(State.SENT, "")] * 3 + [(State.SKIPPED, "not-entered")] * 3


async def test_the_progress_ends_as_a_report_in_the_same_message(stage: Stage, olga: Persona) -> None:
    anna = await stage.enter(ANNA, stream=STREAM)
    await anna.block()
    await begun(olga)
    await sent(stage, olga)
    await olga.tap("Обновить")
    for line in (
        "Рассылка: завершена",
        "(6 из 6)",
        "доставлено: 1",
        "бот заблокирован или аккаунт удалён: 1",
        "не вошли в бот: 4",
    ):
        assert line in board(olga)
    await anna.unblock()
    await olga.tap("Повторить тем, кому не дошло")
    await stage.delivered()
    await olga.tap("Обновить")
    assert "доставлено: 2" in board(olga)
    assert heard(anna, "Завтра сбор") == 1
    await olga.tap("Отчёт в Excel")
    assert olga.last["document"]["file_name"] == "Рассылка 1.xlsx"


async def test_a_second_tap_and_a_second_delivery_send_nothing_again(stage: Stage, olga: Persona) -> None:
    anna = await stage.enter(ANNA, stream=STREAM)
    await begun(olga)
    await olga.tap("Отправить: 6 человек")
    sure = next(
        one["callback_data"]
        for row in olga.last["reply_markup"]["inline_keyboard"]
        for one in row
        if one["text"].startswith("Да")
    )
    await olga.press(sure)
    await olga.press(sure)
    await stage.delivered()
    assert heard(anna, "Завтра сбор") == 1
    assert len(await rows(stage)) == 6


async def test_a_name_takes_the_place_of_the_placeholder_and_formatting_moves_along(
    stage: Stage, olga: Persona
) -> None:
    anna = await stage.enter(ANNA, stream=STREAM)
    await olga.send("/broadcast")
    text = "{имя}, сбор <b>в 8:30</b> & точка"
    place = text.index("<b>")
    world = stage.world
    update = world.say(olga.user, text, entities=[{"type": "bold", "offset": place, "length": 13}])
    await world.wait_confirmed(update)
    await sent(stage, olga)
    got = anna.messages()[-1]
    assert got["text"].endswith(", сбор <b>в 8:30</b> & точка")
    assert "{имя}" not in got["text"]
    bold = next(one for one in got["entities"] if one["type"] == "bold")
    assert got["text"][bold["offset"] : bold["offset"] + bold["length"]] == "<b>в 8:30</b>"


async def test_pause_holds_resume_goes_on_cancel_stops(stage: Stage, olga: Persona) -> None:
    anna = await stage.enter(ANNA, stream=STREAM)
    await begun(olga)
    await olga.tap("Когда")
    await olga.tap("Назначить время")
    await olga.send("12:00")
    olga.sees("вт, 18 ноября, 12:00 (МСК+2)")
    await sent(stage, olga)
    olga.sees("Рассылка: назначена")
    await olga.tap("Пауза")
    olga.sees("Рассылка: на паузе")
    await stage.pass_to(stage.clock.now() + timedelta(hours=4))
    assert heard(anna, "Завтра сбор") == 0
    assert {state for state, _ in await rows(stage)} == {State.HELD}
    await olga.tap("Продолжить")
    await stage.delivered()
    assert heard(anna, "Завтра сбор") == 1
    await begun(olga, "Второе")
    await olga.tap("Когда")
    await olga.tap("В 09:00 у каждого")
    await sent(stage, olga)
    await olga.tap("Отменить")
    await olga.tap("Да, отменить")
    olga.sees("Рассылка: отменена")
    await stage.pass_to(stage.clock.now() + timedelta(days=1))
    assert heard(anna, "Второе") == 0


async def test_what_was_held_for_days_goes_on(stage: Stage, olga: Persona) -> None:
    anna = await stage.enter(ANNA, stream=STREAM)
    await begun(olga)
    await olga.tap("Когда")
    await olga.tap("Назначить время")
    await olga.send("12:00")
    await sent(stage, olga)
    await olga.tap("Пауза")
    await stage.pass_to(stage.clock.now() + timedelta(days=5))
    assert heard(anna, "Завтра сбор") == 0
    await olga.tap("Продолжить")
    await stage.delivered()
    assert heard(anna, "Завтра сбор") == 1


async def test_who_joins_the_audience_later_gets_nothing_of_it(stage: Stage, olga: Persona) -> None:
    await begun(olga)
    await sent(stage, olga)
    late = await stage.enter(ANNA, stream=STREAM)
    await stage.delivered()
    assert heard(late, "Завтра сбор") == 0


async def test_acknowledgements_are_counted_and_only_the_silent_are_reminded(
    stage: Stage, olga: Persona
) -> None:
    anna, boris = await stage.enter(ANNA, stream=STREAM), await stage.enter(BORIS, stream=STREAM)
    stranger = await stage.enter(f"{OTHER}-002", stream=OTHER)
    await begun(olga)
    await olga.tap("Кнопки")
    await olga.tap("Ознакомлен(а)")
    await olga.tap("‹ Назад")
    await sent(stage, olga)
    await anna.tap("Ознакомлен(а)")
    assert anna.alerts() == ["Ответ записан: Ознакомлен(а)"]
    await anna.tap("✓ Ознакомлен(а)")
    data = anna.messages()[-1]["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await stranger.press(data)
    assert stranger.alerts() == ["Это сообщение было не вам: ответ не записан."]
    assert await answered(stage) == [0]
    await olga.tap("Обновить")
    assert "Ознакомлен(а): 1" in board(olga)
    assert "Получили и молчат: 2" in board(olga)
    await olga.tap("Кто не ответил")
    olga.sees("Не ответили 5 человек")
    await olga.tap("Напомнить молчащим")
    await stage.delivered()
    assert (heard(anna, "Напоминаем"), heard(boris, "Напоминаем")) == (0, 1)
    reminder = boris.messages()[-1]
    assert reminder["reply_to_message"]["text"] == "Завтра сбор в 8:30"
    await boris.tap("Ознакомлен(а)")
    assert await answered(stage) == [0, 0]
