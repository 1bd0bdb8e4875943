from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.kinds import EventKind
from bot.schedule.model import Audience, Event, EventDetails, Point, Travel, Venue
from bot.schedule.views import (
    EventView,
    ModulesView,
    NotUnderstood,
    Reader,
    StreamModules,
    TripView,
    VenueView,
)
from bot.ui.schedule.cards import event_screen, venue_screen
from bot.ui.schedule.modules import module_screen, modules_screen
from bot.ui.schedule.trip import trip_screen
from bot.ui.schedule.unpublished import not_understood_screen
from bot.ui.screens import MapPoint, Screen
from bot.ui.texts import Texts, texts_in
from tests.schedule.builders import MODULES, TYUMEN, changed, changed_module
from tests.ui.markup import visible
from tests.ui.views import CALL, CONCERT, LECTURE, STREAM, of_module, reader, there

RU, EN = texts_in("ru"), texts_in("en")
POINT = Point(57.15, 65.54)


def labels(screen: Screen) -> list[list[str]]:
    return [[button.text for button in row] for row in screen.rows]


def card(event: Event, own: bool = True, home: str | None = None, **facts: object) -> EventView:
    known: dict[str, object] = {
        "event": event,
        "module": TYUMEN,
        "audience": Audience(),
        "description": "",
        "materials": "",
        "point": None,
        "address": "",
    }
    details = EventDetails(**(known | facts))  # type: ignore[arg-type]  # the test names fields
    return EventView(reader(there(18, 9), home), details, own)


def test_an_events_card_in_russian() -> None:
    event = changed(LECTURE, kind=EventKind.WORKSHOP)
    audience = Audience(("А", "Б"), ("Цифровые решения",), (), ("Автобус 1",))
    view = card(
        event, audience=audience, description="О главном", materials="https://example.org/s", point=POINT
    )
    screen = event_screen(RU, view, everything=False, page=0, extra_rows=[])
    assert screen.text == (
        "<b>Стратегия &lt;города&gt; &amp; область</b>\n"
        "Вт, 18 ноября, 09:00–10:30 (Тюмень, МСК+2)\n"
        "Практикум\n"
        "\n"
        "<b>Где:</b> Большой зал, Западно-Сибирский технопарк\n"
        "<b>Спикер:</b> Глава города\n"
        "<b>Для кого:</b> группы А, Б; направление «Цифровые решения»; едущие в автобусе «Автобус 1»\n"
        "<b>О чём:</b> О главном\n"
        "<b>Материалы:</b> https://example.org/s"
    )
    assert labels(screen) == [["На карте", "Как добраться"], ["‹ вт, 18 ноября", "На главную"]]
    assert screen.point == MapPoint(57.15, 65.54, "Стратегия <города> & область", "Большой зал")


def test_an_online_events_card_in_english_has_the_link_and_the_readers_hour() -> None:
    screen = event_screen(EN, card(CALL, home="Asia/Omsk"), everything=True, page=0, extra_rows=[])
    assert visible(screen.text) == (
        "Созвон\n"
        "Wed, 19 November, 10:00–11:00 (Тюмень, MSK+2)\n"
        "(11:00 your time, Omsk)\n"
        "Lecture\n"
        "\n"
        "Where: Западно-Сибирский технопарк\n"
        "Online: https://example.org/1"
    )
    assert labels(screen) == [["How to get there"], ["‹ Wed, 19 November", "Home"]]


def test_a_cancelled_event_and_one_of_others_say_so_in_words() -> None:
    screen = event_screen(RU, card(CONCERT, own=False), everything=True, page=0, extra_rows=[])
    assert screen.text.splitlines()[0] == "<b>Отменено: <s>Концерт</s></b>"
    assert "Это занятие для других участников, вам идти не нужно." in screen.text.splitlines()


def test_a_venues_card_in_russian_and_its_point() -> None:
    venue = Venue(
        12, "Технопарк", "Тюмень", "Asia/Yekaterinburg", "ул. Республики, 142", POINT, "Автобус 25",
        "Большой зал – 1 этаж\nЗал 205 – 2 этаж", "Сеть <guest>", "Столовая", "Стойка", "",
    )  # fmt: skip
    screen = venue_screen(RU, VenueView(reader(there(18, 9)), venue))
    assert screen.text == (
        "<b>Технопарк</b>\n"
        "Тюмень, МСК+2\n"
        "\n"
        "<b>Адрес:</b> ул. Республики, 142\n"
        "<b>Как добраться:</b> Автобус 25\n"
        "<b>Залы:</b>\n"
        "Большой зал – 1 этаж\n"
        "Зал 205 – 2 этаж\n"
        "<b>Wi-Fi:</b> Сеть &lt;guest&gt;\n"
        "<b>Питание:</b> Столовая\n"
        "<b>Контакты:</b> Стойка\n"
        "<b>Дежурный:</b> +70000000005"
    )
    assert labels(screen) == [["На карте"], ["На главную"]]
    assert screen.point == MapPoint(57.15, 65.54, "Технопарк", "ул. Республики, 142")


def test_a_trip_is_on_one_card() -> None:
    travel = Travel(
        datetime(2025, 11, 16, 21, 40),  # noqa: DTZ001  (a wall clock)
        "Поезд 060", None, "Самолёт, рейс уточняется", "Микроавтобус у выхода 2", "Гостиница", "305",
        "2", "Тёплая куртка",
    )  # fmt: skip
    view = TripView(reader(there(10, 9)), TYUMEN, travel, "Паспорт", "А")
    screen = trip_screen(RU, view)
    assert visible(screen.text) == (
        "Мой заезд. Модуль 2 «Городская экономика»\n"
        "Тюмень, МСК+2 · 17–21 ноября\n"
        "\n"
        "Прибытие: вс, 16 ноября, 21:40. Поезд 060\n"
        "Трансфер: Микроавтобус у выхода 2\n"
        "Гостиница: Гостиница, номер 305\n"
        "Автобус: 2\n"
        "Группа: А\n"
        "Что взять:\n"
        "Тёплая куртка\n"
        "Паспорт\n"
        "Отъезд: Самолёт, рейс уточняется"
    )
    assert labels(screen) == [["Площадка", "Модуль"], ["На главную"]]


def test_an_unknown_trip_says_whom_to_call() -> None:
    screen = trip_screen(EN, TripView(reader(there(10, 9)), TYUMEN))
    assert visible(screen.text).splitlines()[3] == (
        "Nothing is known about your trip yet. Please call the person on duty: +73450000002"
    )


def test_a_module_has_a_button_for_each_day_with_its_count() -> None:
    screen = module_screen(RU, of_module(reader(there(18, 9))))
    assert visible(screen.text) == (
        "Модуль 2 «Городская экономика»\n"
        "17–21 ноября, идёт сейчас\n"
        "Тюмень, МСК+2 · Западно-Сибирский технопарк\n"
        "Выберите день."
    )
    assert labels(screen) == [
        ["пн, 17 – занятий нет"],
        ["вт, 18 – 2 занятия, сегодня"],
        ["ср, 19 – 1 занятие"],
        ["чт, 20 – занятий нет"],
        ["пт, 21 – занятий нет"],
        ["Всё расписание"],
        ["Календарь (.ics)", "Картинка"],
        ["Площадка", "Мой заезд"],
        ["Все модули", "На главную"],
    ]


def test_a_module_of_many_weeks_keeps_to_telegrams_hundred_buttons() -> None:
    module = changed_module(TYUMEN, ends_on=date(2026, 11, 21))
    screen = module_screen(RU, of_module(reader(there(18, 9)), module))
    assert labels(screen)[0] == ["вт, 18", "ср, 19"]
    assert sum(len(row) for row in screen.rows) <= 100


def test_modules_are_listed_under_their_streams() -> None:
    parts = (
        StreamModules(reader(there(18, 9)), MODULES),
        StreamModules(reader(there(18, 9), aside=True)),
    )
    screen = modules_screen(RU, ModulesView(parts))
    assert visible(screen.text) == (
        "Школа мэров, поток 5\n"
        "Модуль 1 «Стратегия и команда» – Солнечногорск, 20–24 октября, прошёл\n"
        "Модуль 2 «Городская экономика» – Тюмень, 17–21 ноября, идёт сейчас\n"
        "Модуль 3 «Зарубежный опыт» – Берлин, 27–30 марта, через 129 дней\n"
        "\n"
        "Школа мэров, поток 5\n"
        "Программа ещё не опубликована."
    )
    assert labels(screen)[:3] == [
        ["Солнечногорск, 20–24 октября"],
        ["Тюмень, 17–21 ноября"],
        ["Берлин, 27–30 марта"],
    ]


def test_many_modules_go_page_by_page() -> None:
    many = tuple(changed_module(TYUMEN, id=number, title="Слово " * 100) for number in range(30))
    view = ModulesView((StreamModules(reader(there(18, 9)), many),))
    pages = [modules_screen(EN, view, page) for page in range(4)]
    turns = [["More ›"], ["‹ Back", "More ›"], ["‹ Back", "More ›"], ["‹ Back"]]
    assert [labels(page)[-2] for page in pages] == turns
    shown = [button.callback_data for page in pages for row in page.rows for button in row]
    assert [data for data in shown if data and data.startswith("sm1")] == [f"sm1:{n}:0" for n in range(30)]


@pytest.mark.parametrize("published", [True, False])
def test_any_number_of_streams_fits_into_a_message(published: bool) -> None:
    long = "Слово " * 300
    module = changed_module(TYUMEN, title=long, city=long)
    stream = replace(STREAM, title=long, programme_title=long)
    part = StreamModules(Reader(stream, there(18, 9)), (module,) if published else ())
    parts = tuple(replace(part) for _ in range(40))
    screens = [modules_screen(RU, ModulesView(parts), page) for page in range(5)]
    assert max(len(visible(screen.text)) for screen in screens) < 4000


def test_words_that_mean_nothing_are_answered_with_examples_and_modules() -> None:
    screen = not_understood_screen(RU, NotUnderstood(reader(there(18, 9)), MODULES), "<Париж>")
    assert visible(screen.text) == (
        "Не нашёл «<Париж>» в вашем расписании.\n"
        "Напишите день или место: /schedule завтра, /schedule вт, /schedule 18.11, /schedule Тюмень. "
        "Или выберите ниже."
    )
    assert labels(screen) == [
        ["Сегодня", "Завтра"],
        ["Солнечногорск, 20–24 октября"],
        ["Тюмень, 17–21 ноября"],
        ["Берлин, 27–30 марта"],
        ["На главную"],
    ]


long_text = st.text(alphabet="аб <&>\n", max_size=4000)


@given(st.tuples(*[long_text] * 6), st.integers(0, 12), st.sampled_from([RU, EN]))
def test_any_card_fits_into_a_message(given_texts: tuple[str, ...], page: int, texts: Texts) -> None:
    a, b, c, d, e, f = given_texts
    event = changed(LECTURE, title=a, room=b, speaker=c, online=d)
    screens = [
        event_screen(texts, card(event, own=False, description=e, materials=f, point=POINT), True, page, []),
        venue_screen(
            texts,
            VenueView(reader(there(18, 9)), Venue(1, a, "Тюмень", "Asia/Omsk", b, POINT, c, d, e, f, a, b)),
            page,
        ),
        trip_screen(
            texts,
            TripView(reader(there(18, 9)), TYUMEN, Travel(None, a, None, b, c, d, e, f, a), b, c),
            page,
        ),
    ]
    assert all(len(visible(screen.text)) < 4000 for screen in screens)
    assert all(len(label) <= 28 for screen in screens for row in labels(screen) for label in row)


@pytest.mark.parametrize("texts", [RU, EN])
def test_a_long_description_is_read_page_by_page_without_loss(texts: Texts) -> None:
    description = " ".join(f"слово{number}" for number in range(1200))
    view = card(LECTURE, description=description)
    pages = [event_screen(texts, view, False, number, []).text for number in range(4)]
    assert [f"слово{number}" in " ".join(pages).split() for number in range(1200)] == [True] * 1200
