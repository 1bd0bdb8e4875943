"""Questions in the chat: the whole bot before the strict server."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from bot.shared.clock import ManualClock
from db.engine import Database
from tests import stage as telegram
from tests.understanding.stage import set_the_table


@pytest.fixture
async def chat(
    world: World, server: BotApiServer, database: Database, database_url: str, clock: ManualClock
) -> AsyncIterator[telegram.Stage]:
    """The running bot; it is Tuesday, 09:00 in Tyumen."""
    await set_the_table(database)
    async with telegram.staged(telegram.Stage(world, server, database, database_url, clock)) as running:
        yield running


FIRST_LINES = {
    "когда автобус?": "Трансфер: сегодня, 13:00–13:30",
    "автобус завтра": "Автобус: ср, 19 ноября в вашем расписании нет.",
    "где обед": "Обед: сегодня, 12:30–13:00, Столовая",
    "обет завтра во сколько": "Обед: завтра, 13:00–14:00, Столовая",
    "во сколько ужин": "Ужин: впереди в вашем расписании нет.",
    "когда завтрак": "Завтрак: впереди в вашем расписании нет.",
    "завтрак сегодня во сколько": "Завтрак: сегодня, 08:00–08:40, Столовая",
    "когда кофе": "Кофе-пауза: сегодня, 10:30–11:00, Столовая",
    "во сколько защита": "Защита проектов: завтра, 15:00–17:00, Зал 5",
    "где лекция": "Стратегия города: идёт сейчас, до 10:30",
    "когда стажировка": "Стажировка: впереди в вашем расписании нет.",
    "когда экскурсия": "Жилой квартал: вт, 18 ноября, 14:00–16:00. Сбор: Парковка",
    "экскурсия завтра": "Экскурсия: ср, 19 ноября в вашем расписании нет.",
    "где сейчас надо быть": "Сейчас: Стратегия города, до 10:30 (ещё 1 ч 30 мин). Далее в 10:30 (через 1 ч"
    " 30 мин): Кофе-пауза, Столовая (время: Тюмень, МСК+2)",
    "какой зал": "Зал в расписании не указан.",
    "что там завтра": "Завтра, ср, 19 ноября",
    "до скольки завтра": "Завтра до 19:00: последним в расписании стоит «Разбор А»",
    "во сколько завтра начало": "Завтра начало в 10:00: Лекция о бюджете",
    "во сколько начало": "Завтра начало в 10:00: Лекция о бюджете",
    "что завтра после обеда": "После обеда:",
    "кто завтра выступает": "Кто выступает (завтра):",
    "кто сегодня выступает": "Спикеры (сегодня) в расписании не указаны.",
    "пароль от вай фая": "Wi-Fi: Сеть guest, пароль 12345",
    "адрес технопарка": "Адрес: ул. Республики, 142",
    "как добраться": "Как добраться: Автобус 25",
    "телефон куратора": "Контакты: Штаб: кабинет 201",
    "телефон дежурного": "Дежурный: +70000000012",
    "какая гостиница": "Гостиница: Гостиница, номер 305",
    "когда прилетаю": "Прибытие: вс, 16 ноября, 21:40. Поезд 060",
    "когда домой": "Отъезд: пт, 21 ноября, 20:15. Рейс 101",
    "что взять с собой": "Что взять: Паспорт",
    "в какой я группе": "Группа: А",
    "мой заезд": "Мой заезд. Модуль 2 «Экономика города»",
    "какой сейчас модуль": "Модуль 2 «Экономика города»",
    "когда следующий модуль": "Следующих модулей в программе нет.",
    "какие модули": "Школа мэров, Поток 5",
}


async def test_the_first_line_is_the_answer(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1")
    answers = {}
    for words in FIRST_LINES:
        await anna.send(words)
        assert len(anna.replies) == 1, words
        answers[words] = anna.text.splitlines()[0]
    assert answers == FIRST_LINES


async def test_the_bus_of_an_excursion_counts_once_the_transfer_has_left(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1")
    chat.clock.move(timedelta(hours=4, minutes=35))
    await anna.send("где автобус")
    assert anna.text.splitlines()[:2] == [
        "Автобус: сегодня, 13:45, Парковка",
        "Автобус 1, А000АА 72. Экскурсия «Жилой квартал»",
    ]
    await anna.tap("Место сбора и автобус")
    anna.sees("Ваш автобус: Автобус 1, А000АА 72, отправление в 13:45")


async def test_who_speaks_is_told_for_the_part_of_the_day_and_for_the_own_group(
    chat: telegram.Stage,
) -> None:
    anna, boris = await chat.enter("Ч-1"), await chat.enter("Ч-2")
    await anna.send("кто выступает завтра после обеда")
    assert anna.text.splitlines()[1:] == [
        "15:00–17:00 глава города – Защита проектов",
        "18:00–19:00 наставник А – Разбор А",
    ]
    await boris.send("кто выступает завтра после обеда")
    assert boris.text.splitlines()[1:] == ["15:00–17:00 глава города – Защита проектов"]


async def test_from_the_answer_one_comes_to_the_card_and_the_day(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1")
    await anna.send("во сколько защита")
    await anna.tap("ср, 19 ноября, 15:00")
    anna.sees("Спикер: глава города")
    await anna.send("вайфай")
    await anna.tap("Площадка")
    anna.sees("Как добраться: Автобус 25")
    await anna.send("адрес")
    await anna.tap("На карте")
    assert anna.last["venue"]["title"] == "Технопарк"


async def test_nothing_of_another_stream_is_answered(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1")
    for words in FIRST_LINES:
        await anna.send(words)
        assert "Чуж" not in anna.text
    gleb = await chat.enter("Ч-4", stream="К1")
    await gleb.send("ужин")
    gleb.sees("Чужой ужин и защита: сегодня, 19:00–20:00, Чужой зал")
    await gleb.send("вайфай")
    gleb.sees("Wi-Fi: в программе пока не указано.\nДежурный: +70000000012")


async def test_what_only_people_can_answer_is_left_to_them(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1")
    for words in ("позовите Марину", "обед был холодный", "я опоздаю на автобус", "привет"):
        await anna.send(words)
        anna.sees("Не понял вопрос.")


async def test_what_is_not_understood_goes_to_the_organizers_by_one_tap(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1")
    await anna.send("в номере нет воды")
    await anna.tap("Отправить организаторам")
    anna.sees("Вопрос № 1 передан организаторам.")


async def test_before_anything_is_published_every_question_says_so(chat: telegram.Stage) -> None:
    newcomer = await chat.enter("Ч-6", stream="Ш7")
    for words in (
        "когда автобус",
        "где обед",
        "вайфай",
        "до скольки сегодня",
        "когда экскурсия",
        "какой зал",
    ):
        await newcomer.send(words)
        newcomer.sees("ещё не опубликована")


async def test_strangers_learn_nothing(chat: telegram.Stage) -> None:
    stranger = chat.newcomer("Посторонний")
    await stranger.start()
    await stranger.send("пароль от вай фая")
    assert "12345" not in stranger.text
    stranger.sees("Войти можно по личной ссылке-приглашению")


async def test_questions_are_answered_in_english(chat: telegram.Stage) -> None:
    anna = await chat.enter("Ч-1", language="en")
    asked = {
        "where is lunch?": "Обед: today, 12:30–13:00, Столовая",
        "when do we finish tomorrow": "Tomorrow: until 19:00, the last one is “Разбор А”",
        "wifi password": "Wi-Fi: Сеть guest, пароль 12345",
    }
    answers = {}
    for words in asked:
        await anna.send(words)
        answers[words] = anna.text.splitlines()[0]
    assert answers == asked
