from datetime import date, datetime

import pytest

from bot.schedule.views import Unpublished
from bot.ui.schedule.home import home_screen, now_screen
from bot.ui.screens import Screen
from bot.ui.texts import texts_in
from tests.schedule.builders import at, event
from tests.ui.markup import visible
from tests.ui.views import EVENTS, LECTURE, TUESDAY, of_now, reader, there

RU, EN = texts_in("ru"), texts_in("en")
PLACE = "Модуль 2 «Городская экономика»\nВремя: Тюмень, МСК+2"


def labels(screen: Screen) -> list[list[str]]:
    return [[button.text for button in row] for row in screen.rows]


CASES: list[tuple[datetime, str]] = [
    (
        there(18, 9, 20),
        "Сейчас: Стратегия <города> & область, Большой зал, до 10:30 (ещё 1 ч 10 мин).\n\n"
        f"Далее в 11:00 (через 1 ч 40 мин): Практикум А\n\n{PLACE}",
    ),
    (there(18, 10, 35), f"Сейчас занятий нет.\n\nДалее в 11:00 (через 25 мин): Практикум А\n\n{PLACE}"),
    (
        there(18, 17, 0),
        f"Сегодня занятий больше нет.\n\n18:00 отменено: Концерт.\nЗавтра в 10:00: Созвон\n\n{PLACE}",
    ),
    (there(17, 12, 0), f"Сегодня занятий больше нет.\n\nЗавтра в 09:00: Стратегия <города> & область, "
     f"Большой зал\n\n{PLACE}"),
    (
        there(21, 12, 0),
        "Занятия модуля закончились.\n\n"
        "Далее: Модуль 3 «Зарубежный опыт», Берлин, 27–30 марта (через 126 дней)\n\n"
        "Модуль 2 «Городская экономика»",
    ),
    (
        there(1, 12, 0),
        "Сейчас занятий нет. Модуль 2 «Городская экономика» начнётся через 16 дней: "
        "Тюмень, 17–21 ноября.\n\n"
        "Вт, 18 ноября в 09:00: Стратегия <города> & область, Большой зал\n\nВремя: Тюмень, МСК+2",
    ),
    (at("Europe/Berlin", 2026, 4, 1), "Все модули потока прошли."),
]  # fmt: skip


@pytest.mark.parametrize(("now", "seen"), CASES)
def test_the_home_card_begins_with_where_to_be_now(now: datetime, seen: str) -> None:
    assert visible(home_screen(RU, of_now(reader(now))).text) == seen


def test_the_home_card_in_english() -> None:
    screen = home_screen(EN, of_now(reader(there(18, 9, 20))))
    assert screen.text == (
        "<b>Now:</b> Стратегия &lt;города&gt; &amp; область, Большой зал, until 10:30 (1 h 10 min left).\n"
        "\n"
        "<b>Next at 11:00</b> (in 1 h 40 min): Практикум А\n"
        "\n"
        "Module 2 “Городская экономика”\n"
        "Time: Тюмень, MSK+2"
    )
    assert labels(screen) == [["Today", "Tomorrow"], ["Module", "My trip"], ["Venue", "Excursions"]]


def test_the_readers_clock_stands_beside_before_the_module() -> None:
    seen = visible(home_screen(RU, of_now(reader(there(16, 12), "Asia/Omsk"))).text)
    assert seen.splitlines()[2] == (
        "Вт, 18 ноября в 09:00: Стратегия <города> & область, Большой зал (10:00 у вас, Омск)"
    )


def test_now_is_one_line_and_names_the_clock() -> None:
    screen = now_screen(RU, of_now(reader(there(18, 9, 20))))
    assert visible(screen.text) == (
        "Сейчас: Стратегия <города> & область, Большой зал, до 10:30 (ещё 1 ч 10 мин). "
        "Далее в 11:00 (через 1 ч 40 мин): Практикум А (время: Тюмень, МСК+2)"
    )
    assert labels(screen) == [["Сегодня", "Завтра"]]


def test_many_parallel_events_are_counted_not_listed() -> None:
    parallel = tuple(event(number, TUESDAY, "09:00", "10:00") for number in range(7))
    seen = visible(home_screen(RU, of_now(reader(there(18, 9, 30)), parallel)).text)
    assert seen.splitlines()[:5] == [
        *(f"Сейчас: Занятие {number}, до 10:00 (ещё 30 мин)." for number in range(4)),
        "и ещё 3",
    ]


def test_an_event_across_midnight_runs_until_its_end() -> None:
    night = event(9, date(2025, 11, 18), "23:00", "01:00", title="Ночной город")
    seen = visible(home_screen(RU, of_now(reader(there(19, 0, 30)), (*EVENTS, night))).text)
    assert seen.splitlines()[0] == "Сейчас: Ночной город, до 01:00 (ещё 30 мин)."


def test_the_last_minute_is_still_a_minute() -> None:
    now = LECTURE.ends_at.replace(minute=29, second=30)
    assert "ещё 1 мин" in visible(home_screen(RU, of_now(reader(now))).text)


def test_nothing_published_says_so_with_the_duty_phone() -> None:
    view = Unpublished(reader(there(18, 9)))
    assert visible(home_screen(RU, view).text) == (
        "Программа потока «Школа мэров, поток 5» ещё не опубликована. "
        "Здесь она появится, как только её опубликуют организаторы.\nДежурный: +70000000005"
    )
    assert visible(now_screen(EN, view).text) == (
        "The programme of the stream “Школа мэров, поток 5” is not published yet. "
        "It will be here as soon as the organizers publish it.\nOn duty: +70000000005"
    )


def test_rows_of_others_stand_below() -> None:
    row = home_screen(RU, of_now(reader(there(18, 9)))).rows[0]
    assert home_screen(RU, of_now(reader(there(18, 9))), [row]).rows[-1] == row
