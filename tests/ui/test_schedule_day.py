from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.model import Event
from bot.ui.schedule.day import EVENTS, day_screen
from bot.ui.screens import Screen
from bot.ui.texts import texts_in
from tests.schedule.builders import TYUMEN, changed, changed_module, event
from tests.ui.markup import visible
from tests.ui.views import TUESDAY, of_day, reader, there

RU, EN = texts_in("ru"), texts_in("en")


def labels(screen: Screen) -> list[list[str]]:
    return [[button.text for button in row] for row in screen.rows]


def test_an_own_day_in_russian() -> None:
    screen = day_screen(RU, of_day())
    assert screen.text == (
        "<b>Сегодня, вт, 18 ноября</b>\n"
        "Тюмень, МСК+2 · Модуль 2 «Городская экономика»\n"
        "\n"
        "1. <b>09:00–10:30</b> Стратегия &lt;города&gt; &amp; область\n"
        "<i>Большой зал · Глава города</i>\n"
        "2. <b>11:00–12:30</b> Практикум А\n"
        "3. <b>18:00–19:00</b> отменено: <s>Концерт</s>"
    )
    assert labels(screen) == [
        ["1", "2", "3"],
        ["‹ пн, 17", "ср, 19 ›"],
        ["Всё расписание"],
        ["Календарь (.ics)", "Картинка"],
        ["Модуль", "На главную"],
    ]


def test_the_whole_day_in_english_says_whom_an_event_is_for() -> None:
    screen = day_screen(EN, of_day(everything=True))
    assert screen.text == (
        "<b>Today, Tue, 18 November</b>\n"
        "Тюмень, MSK+2 · Module 2 “Городская экономика”\n"
        "The whole stream’s schedule, not only yours\n"
        "\n"
        "1. <b>09:00–10:30</b> Стратегия &lt;города&gt; &amp; область\n"
        "<i>Большой зал · Глава города</i>\n"
        "2. <b>11:00–12:30</b> Практикум А\n"
        "3. <b>11:00–12:30</b> Практикум Б\n"
        "<i>group Б</i>\n"
        "4. <b>15:00–16:00</b> Разбор проекта\n"
        "<i>for other participants</i>\n"
        "5. <b>18:00–19:00</b> cancelled: <s>Концерт</s>"
    )
    assert labels(screen)[2] == ["My schedule"]


@pytest.mark.parametrize(
    ("home", "day", "hour", "lines"),
    [
        ("Asia/Omsk", 16, 12, ["Время площадки; в скобках – у вас, Омск", "1. 09:00–10:30 (10:00 у вас) "]),
        ("Asia/Omsk", 17, 0, ["1. 09:00–10:30 "]),
        ("Asia/Yekaterinburg", 16, 12, ["1. 09:00–10:30 "]),
        (None, 16, 12, ["1. 09:00–10:30 "]),
    ],
)
def test_the_readers_hours_are_shown_until_the_module_begins(
    home: str | None, day: int, hour: int, lines: list[str]
) -> None:
    seen = visible(day_screen(RU, of_day(who=reader(there(day, hour), home))).text)
    shown = [line for line in seen.splitlines() if line.startswith(("Время", "1."))]
    assert [line.split("Стратегия")[0] for line in shown] == lines


def test_an_event_online_keeps_the_readers_hours() -> None:
    view = of_day(date(2025, 11, 19), who=reader(there(18, 9), "Asia/Kamchatka"))
    assert visible(day_screen(RU, view).text) == (
        "Завтра, ср, 19 ноября\n"
        "Тюмень, МСК+2 · Модуль 2 «Городская экономика»\n"
        "Время площадки; в скобках – у вас, Петропавловск-Камчатский\n"
        "\n"
        "1. 10:00–11:00 (17:00 у вас) Созвон"
    )


def test_another_stream_is_named() -> None:
    view = of_day(who=reader(there(18, 9), aside=True))
    assert visible(day_screen(RU, view).text).splitlines()[1] == "Поток: Школа мэров, поток 5"


@pytest.mark.parametrize(
    ("day", "seen", "rows"),
    [
        (
            date(2025, 11, 1),
            "Сб, 1 ноября\n\nЗанятий нет.\n"
            "Далее: Модуль 2 «Городская экономика», Тюмень, 17–21 ноября (сегодня)",
            [["Модуль", "На главную"]],
        ),
        (
            date(2025, 12, 1),
            "Пн, 1 декабря\n\nЗанятий нет.\n"
            "Далее: Модуль 3 «Зарубежный опыт», Берлин, 27–30 марта (через 130 дней)",
            [["Модуль", "На главную"]],
        ),
        (date(2026, 6, 1), "Пн, 1 июня 2026\n\nЗанятий нет.", [["Все модули", "На главную"]]),
        (
            date(2025, 11, 21),
            "Пт, 21 ноября\nТюмень, МСК+2 · Модуль 2 «Городская экономика»\n\nЗанятий нет.",
            [["‹ чт, 20"], ["Модуль", "На главную"]],
        ),
    ],
)
def test_a_day_without_events_leads_on(day: date, seen: str, rows: list[list[str]]) -> None:
    screen = day_screen(RU, of_day(day, who=reader(there(17, 9))))
    assert (visible(screen.text), labels(screen)) == (seen, rows)


def test_a_day_with_events_of_others_only_says_so() -> None:
    only_others = (
        event(1, TUESDAY, "09:00", "10:00", groups=["Б"]),
        event(2, TUESDAY, "9:30", "10:00", groups=["В"]),
    )
    screen = day_screen(RU, of_day(events=only_others))
    assert visible(screen.text).splitlines()[-1] == "Для вас занятий нет. В общем расписании 2 занятия."
    assert ["Всё расписание"] in labels(screen)


def test_a_long_day_goes_page_by_page() -> None:
    events = tuple(
        event(number, TUESDAY, f"{8 + number // 4:02}:{number % 4 * 15:02}", "21:00") for number in range(24)
    )
    first, second, third = (day_screen(RU, of_day(events=events), page) for page in range(3))
    assert visible(second.text).splitlines()[2:5] == ["Страница 2 из 3", "", "11. 10:30–21:00 Занятие 10"]
    assert labels(first)[:3] == [["1", "2", "3", "4", "5"], ["6", "7", "8", "9", "10"], ["Ещё ›"]]
    assert labels(second)[2] == ["‹ Раньше", "Ещё ›"]
    assert labels(third)[:2] == [["21", "22", "23", "24"], ["‹ Раньше"]]


long_text = st.text(alphabet="аб <&>", max_size=4000)


@given(
    titles=st.lists(st.tuples(long_text, long_text, long_text, st.booleans()), max_size=25),
    page=st.integers(0, 5),
    everything=st.booleans(),
)
def test_any_day_fits_into_a_message(
    titles: list[tuple[str, str, str, bool]], page: int, everything: bool
) -> None:
    events = tuple(
        changed(event(number, TUESDAY, "09:00", "10:00"), title=a, room=b, speaker=c, cancelled=d)
        for number, (a, b, c, d) in enumerate(titles)
    )
    module = changed_module(TYUMEN, title="Очень длинное название " * 40)
    who = reader(there(16, 9), "Asia/Kamchatka", aside=True)
    view = of_day(events=events, who=who, everything=everything, modules=(module,))
    screen = day_screen(RU, view, page)
    assert len(visible(screen.text)) < 4000
    assert all(len(row) <= 8 for row in screen.rows)
    assert all(len(label) <= 28 for row in labels(screen) for label in row)


@given(st.integers(0, 40))
def test_the_pages_of_a_day_show_each_event_once(count: int) -> None:
    events: tuple[Event, ...] = tuple(event(number, TUESDAY, "09:00", "10:00") for number in range(count))
    pages = range(max(1, -(-count // EVENTS)))
    shown = [
        line
        for page in pages
        for line in visible(day_screen(RU, of_day(events=events), page).text).splitlines()
        if "Занятие" in line
    ]
    assert shown == [f"{number + 1}. 09:00–10:00 Занятие {number}" for number in range(count)]
