from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.excursions.model import Bus, Entry, Excursion
from bot.excursions.notice_actions import News
from bot.excursions.views import ExcursionsView, ExcursionView
from bot.schedule.kinds import EventKind
from bot.schedule.model import Point
from bot.ui.excursions.screens import excursion_rows, excursion_screen, excursions_screen
from bot.ui.notices.excursions import write_expired
from bot.ui.screens import MapPoint, Screen
from bot.ui.texts import texts_in
from tests.schedule.builders import TYUMEN, changed, event
from tests.ui.markup import visible
from tests.ui.views import LECTURE, TUESDAY, reader, there

RU, EN = texts_in("ru"), texts_in("en")
BUS = Bus(1, "Автобус 1", "А000АА 72", time(13, 45), "Парковка", None)
TRIP = Excursion(
    event=changed(event(6, TUESDAY, "14:00", "16:00", title="Завод <и> порт"), kind=EventKind.EXCURSION),
    module=TYUMEN,
    entry=Entry.ASSIGNED,
    meeting_point="Главный вход",
    point=Point(57.15, 65.54),
    contact="+70000000013",
    bring="Паспорт, закрытая обувь",
    bus=BUS,
    has_buses=True,
)
WALK = replace(
    TRIP,
    event=changed(event(7, TUESDAY, "18:00", "19:00", title="Набережная", cancelled=True)),
    bus=None,
    has_buses=False,
    meeting_point="",
    point=None,
)


@pytest.mark.parametrize(
    ("full", "words", "label"),
    [
        (True, "его предложили следующему.", "Встать в список ожидания"),
        (False, "можно записаться снова.", "Записаться"),
    ],
)
def test_a_place_held_no_more_is_another_s_or_free(full: bool, words: str, label: str) -> None:
    letter = write_expired(RU, News(TRIP, full), TRIP.event.starts_at)
    assert visible(letter.text).split("\n")[0].endswith(words)
    assert letter.rows[0][0].text == label


def labels(screen: Screen) -> list[list[str]]:
    return [[button.text for button in row] for row in screen.rows]


def test_the_list_in_russian_tells_when_where_and_in_which_bus() -> None:
    screen = excursions_screen(RU, ExcursionsView(reader(there(18, 9)), (TRIP, WALK), 1, False))
    assert screen.text == (
        "<b>Экскурсии</b>\n"
        "\n"
        "Тюмень, МСК+2 · Модуль 2 «Городская экономика»\n"
        "\n"
        "1. <b>Вт, 18 ноября, 14:00–16:00</b> Завод &lt;и&gt; порт\n"
        "Сбор: Парковка\n"
        "Ваш автобус: Автобус 1, А000АА 72, отправление в 13:45\n"
        "\n"
        "2. <b>Вт, 18 ноября, 18:00–19:00</b> отменено: <s>Набережная</s>"
    )
    assert labels(screen) == [["1", "2"], ["Все экскурсии"], ["На главную"]]


def test_before_the_module_the_list_shows_the_readers_clock() -> None:
    screen = excursions_screen(EN, ExcursionsView(reader(there(16, 9), "Asia/Omsk"), (TRIP,), 0, False))
    assert visible(screen.text).splitlines()[4] == (
        "1. Tue, 18 November, 14:00–16:00 (15:00 your time, Omsk) Завод <и> порт"
    )


def test_an_empty_list_says_whether_others_have_any() -> None:
    empty = ExcursionsView(reader(there(18, 9)), (), 0, False)
    assert visible(excursions_screen(RU, empty).text) == "Экскурсии\n\nВпереди экскурсий нет."
    others = replace(empty, others=2)
    assert visible(excursions_screen(RU, others).text) == (
        "Экскурсии\n\nДля вас экскурсий впереди нет. У потока 2 экскурсии."
    )


def test_a_card_in_russian_leads_to_the_place_on_the_map() -> None:
    screen = excursion_screen(RU, ExcursionView(reader(there(18, 9)), TRIP, own=True))
    assert screen.text == (
        "<b>Завод &lt;и&gt; порт</b>\n"
        "Вт, 18 ноября, 14:00–16:00 (Тюмень, МСК+2)\n"
        "\n"
        "<b>Сбор:</b> Парковка\n"
        "<b>Ваш автобус:</b> Автобус 1, А000АА 72, отправление в 13:45\n"
        "<b>Что взять:</b> Паспорт, закрытая обувь\n"
        "<b>Контакт:</b> +70000000013"
    )
    assert labels(screen) == [["Сбор на карте", "О занятии"], ["‹ Экскурсии", "На главную"]]
    assert screen.point == MapPoint(57.15, 65.54, "Завод <и> порт", "Парковка")


def test_a_card_of_others_without_a_seat_says_so() -> None:
    view = ExcursionView(reader(there(18, 9)), replace(TRIP, bus=None), own=False)
    assert visible(excursion_screen(EN, view).text).splitlines()[2:6] == [
        "This excursion is for other participants.",
        "",
        "Meeting point: Главный вход",
        "Your bus: not assigned yet",
    ]


def test_only_an_excursions_event_card_leads_on_to_it() -> None:
    assert excursion_rows(RU, LECTURE) == []
    assert [[one.text for one in row] for row in excursion_rows(RU, TRIP.event)] == [
        ["Место сбора и автобус"]
    ]


long_text = st.text(alphabet="аб <&>\n", max_size=3000)


@given(st.lists(st.tuples(long_text, long_text, long_text), max_size=20), st.integers(0, 4))
def test_any_list_and_card_fit_into_a_message(rows: list[tuple[str, str, str]], page: int) -> None:
    trips = tuple(
        replace(
            TRIP,
            event=changed(TRIP.event, id=number, title=a),
            meeting_point=b,
            bring=c,
            contact=b,
            bus=replace(BUS, title=b, meeting_point=c, plate=a),
        )
        for number, (a, b, c) in enumerate(rows)
    )
    who = reader(there(16, 9), "Asia/Kamchatka", aside=True)
    screens = [excursions_screen(RU, ExcursionsView(who, trips, 1, False), page)]
    screens += [excursion_screen(RU, ExcursionView(who, trip, own=False), page) for trip in trips[:2]]
    assert all(len(visible(screen.text)) < 4000 for screen in screens)
    assert all(len(label) <= 28 for screen in screens for row in labels(screen) for label in row)
    assert all(len(row) <= 8 for screen in screens for row in screen.rows)
