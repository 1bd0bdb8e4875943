"""What is said of boarding to those who ride in a bus, go on foot, or have been given no bus."""

from datetime import timedelta

import pytest

from bot.excursions.boarding import Scene, Way
from bot.excursions.boarding_plan_actions import Call
from bot.excursions.boarding_views import BoardingView, Reply
from bot.ui.excursions.boarding import alert_words, reply_screen
from bot.ui.notices.boarding import write_back, write_called, write_leaving
from bot.ui.texts import texts_in
from tests.excursions.test_boarding import STARTS, rider, scene
from tests.ui.markup import visible

RU = texts_in("ru")
ON_FOOT = scene(rider(1, None), buses=())
BUSES = scene(rider(1, None), rider(2, 1))


def call(one: Scene, bus_id: int | None = None) -> Call:
    return Call(one, Way.THERE, bus_id, STARTS, one.riders[0])


@pytest.mark.parametrize(
    ("one", "bus_id", "words", "label"),
    [
        (BUSES, 1, "Вас ждут в автобусе. Автобус 1", "Я в автобусе"),
        (
            BUSES,
            None,
            "Вас ждут у автобусов. Автобус вам не назначен: спросите, в какой сесть.",
            "Я в автобусе",
        ),
        (ON_FOOT, None, "Вас ждут. Отметьтесь, когда придёте.", "Я на месте"),
    ],
)
def test_who_is_called_hears_where_to(one: Scene, bus_id: int | None, words: str, label: str) -> None:
    letter = write_called(RU, call(one, bus_id), STARTS)
    assert visible(letter.text).split("\n")[0] == words
    assert letter.rows[0][0].text == label


def test_the_way_back_names_a_bus_to_those_alone_who_have_one() -> None:
    firsts = [
        visible(write_back(RU, call(one, bus_id), STARTS).text).split("\n")[0]
        for one, bus_id in ((BUSES, 1), (BUSES, None), (ON_FOOT, None))
    ]
    assert firsts == [
        "Обратная дорога: посадка началась. Автобус 1. Отметьтесь, когда сядете.",
        "Обратная дорога: посадка началась. Автобус вам не назначен: спросите, в какой сесть. "
        "Отметьтесь, когда сядете.",
        "Обратная дорога: собираемся. Отметьтесь, когда придёте.",
    ]


@pytest.mark.parametrize(("minutes", "words"), [(5, "уходят через 5 мин!"), (0, "уходят! Отправление")])
def test_who_has_no_bus_is_told_that_the_buses_leave(minutes: int, words: str) -> None:
    text = visible(write_leaving(RU, call(BUSES), STARTS - timedelta(minutes=minutes)).text)
    assert text.startswith(f"Автобусы {words}")
    assert "без автобуса" not in text


def answer(reply: Reply, one: Scene = ON_FOOT) -> BoardingView:
    return BoardingView(reply, one, Way.THERE, None, STARTS, STARTS)


def test_answers_on_foot_offer_and_name_no_bus() -> None:
    labels = [reply_screen(RU, answer(reply)).rows[0][0].text for reply in (Reply.ABOARD, Reply.STAYING)]
    assert labels == ["Я не на месте, не пойду", "Я на месте"]
    assert "«Я на месте»" in alert_words(RU, answer(Reply.STAYING_ALREADY))
    assert "«Я в автобусе»" in alert_words(RU, answer(Reply.STAYING_ALREADY, BUSES))
