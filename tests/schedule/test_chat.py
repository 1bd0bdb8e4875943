"""Asking for the timetable in the chat: the whole bot before the strict server."""

from collections.abc import AsyncIterator

import pytest

from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from bot.shared.clock import ManualClock
from bot.ui.schedule.buttons import EventButton, ModuleButton, VenueButton, day_button
from db.engine import Database
from tests import stage as telegram
from tests.schedule.stage import DRAFT_ONLY, OTHER_EVENT, OTHER_MODULE, TECHNOPARK, TUESDAY, set_stage


@pytest.fixture
async def chat(
    world: World, server: BotApiServer, database: Database, database_url: str, clock: ManualClock
) -> AsyncIterator[telegram.Stage]:
    """The running bot, with two programmes in its database."""
    await set_stage(database)
    async with telegram.staged(telegram.Stage(world, server, database, database_url, clock)) as running:
        yield running


DAY = "Сегодня, вт, 18 ноября"
MODULE = "Модуль 2 «Экономика города»"


FIRST_LINES = {
    "/schedule": DAY,
    "/schedule завтра": "Завтра, ср, 19 ноября",
    "/schedule вт": DAY,
    "/schedule 17.11": "Вчера, пн, 17 ноября",
    "/schedule 20": "Чт, 20 ноября",
    "/schedule всё": DAY,
    "/schedule в Тюмени": MODULE,
    "/schedule Senezh": "Модуль 1 «Стратегия»",
    "/schedule модуль 1": "Модуль 1 «Стратегия»",
    "/schedule Париж": "Не нашёл «Париж» в вашем расписании.",
    "/schedule 🙂": "Не нашёл «🙂» в вашем расписании.",
    "/schedule <b>": "Не нашёл «<b>» в вашем расписании.",
    "/today": DAY,
    "/tomorrow": "Завтра, ср, 19 ноября",
    "/module": MODULE,
    "/modules": "Школа мэров, Поток 5",
    "/venue": "Технопарк",
    "/trip": f"Мой заезд. {MODULE}",
    "/excursions": "Экскурсии",
    "Расписание": DAY,
    "Schedule": DAY,
    "Экскурсии": "Экскурсии",
    "завтра": "Завтра, ср, 19 ноября",
    "что завтра?": "Завтра, ср, 19 ноября",
    "18.11": DAY,
    "Тюмень": MODULE,
}


async def test_words_and_commands_are_answered(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1")
    answers = {}
    for words in FIRST_LINES:
        await anna.send(words)
        assert len(anna.replies) == 1, words
        answers[words] = anna.text.splitlines()[0]
    assert answers == FIRST_LINES


async def test_now_is_answered_with_what_runs(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1")
    for words in ("/now", "сейчас", "Сейчас"):
        await anna.send(words)
        anna.sees("Сейчас: Стратегия города, до 10:30 (ещё 1 ч 30 мин).")


async def test_what_is_no_word_of_the_timetable_goes_to_the_fallback(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1")
    for words in ("привет", "5", "всё", "город", "автобус уехал без меня", "/unknown"):
        await anna.send(words)
        anna.sees("Не понял вопрос.")


async def test_one_walks_from_the_day_to_an_event_and_back(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1")
    await anna.send("/schedule")
    await anna.tap("4")
    anna.sees("Жилой квартал\nВт, 18 ноября, 14:00–16:00 (Тюмень, МСК+2)\nЭкскурсия")
    await anna.tap("Место сбора и автобус")
    anna.sees("Ваш автобус: Автобус 1, А000АА 72, отправление в 13:45")
    await anna.tap("О занятии")
    await anna.tap("‹ вт, 18 ноября")
    anna.sees(DAY)
    await anna.tap("ср, 19 ›")
    anna.sees("Завтра, ср, 19 ноября")
    await anna.tap("Модуль")
    await anna.tap("пн, 17 – 1 занятие")
    anna.sees("Установочная встреча")
    await anna.tap("На главную")
    anna.sees("Сейчас: Стратегия города")
    assert len([m for m in anna.messages() if m.get("text", "").startswith("Сейчас")]) == 2


async def test_the_whole_schedule_is_one_tap_away(chat: telegram.Stage) -> None:
    boris = await chat.enter("Ч-2")
    await boris.send("/today")
    assert "Практикум" not in boris.text
    await boris.tap("Всё расписание")
    boris.sees("3. 11:00–12:30 Практикум Б")
    await boris.tap("Моё расписание")
    assert "Практикум" not in boris.text


async def test_a_place_comes_as_a_point_on_the_map(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1")
    await anna.send("/venue")
    await anna.tap("На карте")
    assert anna.last["venue"]["title"] == "Технопарк"
    await anna.send("/excursions")
    await anna.tap("1")
    await anna.tap("Сбор на карте")
    assert anna.last["venue"]["address"] == "Парковка"


async def test_forged_buttons_open_nothing_of_another_stream(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1")
    await anna.send("/schedule")
    forged = [
        EventButton(event_id=OTHER_EVENT),
        ModuleButton(module_id=OTHER_MODULE),
        VenueButton(stream_id=6, venue_id=TECHNOPARK),
        day_button(6, TUESDAY, everything=True),
    ]
    for data in forged:
        await anna.press(data.pack())
        assert anna.alerts() == ["Это из другого потока: вы в нём не участвуете."]
        assert "Чужой запуск" not in "".join(message.get("text", "") for message in anna.messages())


async def test_a_button_to_what_is_gone_says_so_and_leads_on(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1")
    await anna.send("/schedule")
    await anna.press(EventButton(event_id=DRAFT_ONLY).pack())
    assert anna.alerts() == [
        "Этого занятия больше нет в программе: она изменилась. Откройте расписание заново."
    ]
    anna.sees("Сейчас: Стратегия города")
    for broken in ("sd1:5:20250230:0:0", "sd1:5:99999999999:0:0", "sd0:1"):
        await anna.press(broken)
        assert len(anna.alerts()) == 1
        anna.sees("Сейчас: Стратегия города")


async def test_a_member_of_two_streams_is_told_which_one_is_shown(chat: telegram.Stage) -> None:
    vera = await chat.enter("Ч-3")
    await vera.send("Тюмень")
    assert "Модуль 1 «Запуск фабрик»" in vera.text
    assert "Поток:" not in vera.text
    await vera.send("Сенеж")
    vera.sees("Поток: Школа мэров, Поток 5")


async def test_before_anything_is_published_every_way_says_so(chat: telegram.Stage) -> None:
    newcomer = await chat.enter("Ч-6", stream="Ш7")
    for words in ("/schedule", "/now", "/module", "/venue", "/trip", "/excursions", "завтра", "Сейчас"):
        await newcomer.send(words)
        newcomer.sees("Программа потока «Школа мэров, Поток 7» ещё не опубликована.")
        newcomer.sees("Дежурный: +70000000007")
    await newcomer.send("/modules")
    newcomer.sees("Программа ещё не опубликована.")


async def test_the_timetable_speaks_english(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1", language="en")
    await anna.send("/schedule tomorrow")
    anna.sees("Tomorrow, Wed, 19 November")
    await anna.send("tyumen")
    anna.sees("Module 2 “Экономика города”")
