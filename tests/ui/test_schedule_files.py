from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.calendar_actions import Offer
from bot.schedule.calendar_facts import Copy, FileEvent, Form, Material
from bot.schedule.model import Event, Module
from bot.schedule.pictures.model import DayPart, Line
from bot.ui.schedule.files import files_screen
from bot.ui.schedule.files_calendar import calendar_bytes
from bot.ui.schedule.files_picture import MESSAGE, poster_messages, poster_of
from bot.ui.schedule.files_wording import caption, file_name
from bot.ui.texts import texts_in
from tests.schedule.builders import TYUMEN, changed, changed_module, event
from tests.schedule.ics import read_calendar
from tests.ui.markup import visible
from tests.ui.views import CALL, CONCERT, LECTURE, PRACTICE_B, TUESDAY, reader, there

RU, EN = texts_in("ru"), texts_in("en")
DAY = Copy(5, TYUMEN.id, TUESDAY, Form.PICTURE)
WHOLE = replace(DAY, day=None)


def told(one: Event, *, withdrawn: bool = False) -> FileEvent:
    about = ("Как устроен город", "Слайды") if one is LECTURE else ("", "")
    return FileEvent(one, "Технопарк", "ул. Республики, 142", None, *about, 3, withdrawn)


def material(
    copy: Copy = DAY,
    events: tuple[Event, ...] = (LECTURE, PRACTICE_B, CONCERT),
    elsewhere: tuple[FileEvent, ...] = (),
    module: Module = TYUMEN,
    hears: bool = True,
) -> Material:
    own = frozenset({LECTURE.id, CONCERT.id, CALL.id})
    facts = (reader(there(18, 9)), copy, module, 7, tuple(map(told, events)), elsewhere, own, "abc", hears)
    return Material(*facts)


def test_the_poster_of_a_day() -> None:
    poster = poster_of(RU, material(replace(DAY, everything=True)))
    assert (poster.title, poster.about) == (
        "Вт, 18 ноября",
        (
            "Тюмень, МСК+2 · Западно-Сибирский технопарк",
            "Модуль 2 «Городская экономика»",
            "Школа мэров, поток 5",
            "Всё расписание потока, не только ваше",
        ),
    )
    assert poster.days == (
        DayPart(
            "",
            (
                Line("09:00–10:30", "Стратегия <города> & область", ("Большой зал · Глава города",)),
                Line("11:00–12:30", "Практикум Б", ("группа Б",)),
                Line("18:00–19:00", "Концерт", (), "отменено"),
            ),
        ),
    )
    assert poster.footer == (
        "Составлено 18.11, 09:00 (Тюмень, МСК+2), редакция 7",
        "Файл сам не обновляется: свежее расписание – в боте.",
    )
    assert (poster.page(2, 3), poster.more(2)) == (
        "Картинка 2 из 3",
        "Не поместилось 2 занятия: они есть в боте.",
    )


def test_the_poster_of_a_module_names_every_day() -> None:
    poster = poster_of(EN, material(WHOLE, (LECTURE, CALL)))
    assert (poster.title, poster.about[1]) == ("Module 2 “Городская экономика”", "17–21 November")
    assert [(part.heading, len(part.lines), part.free) for part in poster.days] == [
        ("Mon, 17 November", 0, "No events."),
        ("Tue, 18 November", 1, ""),
        ("Wed, 19 November", 1, ""),
        ("Thu, 20 November", 0, "No events."),
        ("Fri, 21 November", 0, "No events."),
    ]
    assert poster.days[2].lines[0].details == ("online, the link is in the bot",)


def test_a_module_of_many_weeks_shows_only_days_with_events() -> None:
    long = changed_module(TYUMEN, ends_on=date(2026, 2, 1))
    poster = poster_of(RU, material(WHOLE, (LECTURE, CALL), module=long))
    assert [part.heading for part in poster.days] == ["Вт, 18 ноября", "Ср, 19 ноября"]


def test_the_words_of_a_calendar() -> None:
    gone = told(CALL, withdrawn=True)
    content = calendar_bytes(RU, material(replace(DAY, form=Form.CALENDAR), elsewhere=(gone,)))
    lecture, other, concert, call = read_calendar(content).vevent_list
    assert lecture.description.value == (
        "Спикер: Глава города\n"
        "О чём: Как устроен город\n"
        "Материалы: Слайды\n"
        "Время площадки: Тюмень, МСК+2\n"
        "Составлено 18.11, 09:00 (Тюмень, МСК+2), редакция 7\n"
        "Файл сам не обновляется: свежее расписание – в боте."
    )
    assert lecture.location.value == "Большой зал, Технопарк, ул. Республики, 142"
    assert (lecture.sequence.value, lecture.categories.value) == ("3", ["Лекция"])
    assert other.description.value.splitlines()[0] == "Это занятие для других участников."
    assert (concert.summary.value, concert.status.value) == ("Отменено: Концерт", "CANCELLED")
    assert (call.summary.value, call.status.value) == ("Отменено: Созвон", "CANCELLED")
    assert call.description.value.splitlines()[0] == "Этого занятия больше нет в вашем расписании."
    assert call.url.value == "https://example.org/1"


def test_the_longest_texts_of_an_event_fit_into_a_calendar() -> None:
    words = "Предложение, в котором сказано всё нужное. " * 500
    long = changed(LECTURE, title=words, room=words, speaker=words, online=words)
    found = material(replace(DAY, form=Form.CALENDAR))
    event = replace(found.events[0], event=long, description=words, materials=words, venue=words)
    [read] = read_calendar(calendar_bytes(RU, replace(found, events=(event,)))).vevent_list
    assert len(read.summary.value) <= 300
    assert len(read.location.value) <= 700
    about = read.description.value
    assert len(about) < 6500
    assert "нужное. …\nВремя площадки: Тюмень, МСК+2\nСоставлено" in about


@pytest.mark.parametrize(
    ("copy", "hears", "anew", "seen"),
    [
        (
            replace(DAY, form=Form.CALENDAR),
            True,
            False,
            "Вт, 18 ноября\n"
            "Тюмень, МСК+2 · Школа мэров, поток 5\n"
            "Откройте файл: телефон добавит занятия в календарь, а уже добавленные обновит.\n"
            "Файл в чате сам не обновляется. Если ваши занятия изменятся, пришлём новый.",
        ),
        (
            replace(WHOLE, everything=True),
            True,
            True,
            "Программа изменилась: новый файл вместо прежнего.\n"
            "Модуль 2 «Городская экономика», 17–21 ноября\n"
            "Тюмень, МСК+2 · Школа мэров, поток 5\n"
            "Всё расписание потока, не только ваше\n"
            "Картинку можно открыть без связи.\n"
            "Файл в чате сам не обновляется. Если изменятся ваши занятия, пришлём новый; "
            "если чужие – возьмите новый сами.",
        ),
        (
            DAY,
            False,
            False,
            "Вт, 18 ноября\n"
            "Тюмень, МСК+2 · Школа мэров, поток 5\n"
            "Картинку можно открыть без связи.\n"
            "Файл в чате сам не обновляется: после изменений возьмите новый.",
        ),
    ],
)
def test_below_a_file_stands_that_it_stands_still(copy: Copy, hears: bool, anew: bool, seen: str) -> None:
    assert visible(caption(RU, material(copy, hears=hears), anew=anew)) == seen


@pytest.mark.parametrize(
    ("copy", "number", "name"),
    [
        (DAY, 0, "Расписание 18.11.2025.png"),
        (DAY, 2, "Расписание 18.11.2025 2.png"),
        (replace(WHOLE, form=Form.CALENDAR), 0, "Расписание 17.11–21.11.2025.ics"),
    ],
)
def test_files_are_named_by_their_days(copy: Copy, number: int, name: str) -> None:
    assert file_name(RU, material(copy), number) == name


long_text = st.text(alphabet="аб <&>\n", max_size=3000)


@given(st.lists(st.tuples(long_text, long_text, st.booleans()), max_size=12), long_text)
def test_any_words_fit_where_they_go(given: list[tuple[str, str, bool]], title: str) -> None:
    events = tuple(
        changed(event(number, TUESDAY, "09:00", "10:00", cancelled=off), title=words, room=room)
        for number, (words, room, off) in enumerate(given)
    )
    module = changed_module(TYUMEN, title=title, venue_title=title, city=title)
    found = material(WHOLE, events, module=module)
    assert len(visible(caption(RU, found, anew=True))) <= 1024
    for message in poster_messages(poster_of(RU, found)):
        assert len(message) <= MESSAGE + 700
        assert len(visible(message)) <= 4000
    screen = files_screen(RU, Offer(reader(there(18, 9), aside=True), module, TUESDAY))
    assert len(visible(screen.text)) < 4000
    assert all(len(button.text) <= 28 for row in screen.rows for button in row)


def test_the_text_in_place_of_a_picture_says_the_same() -> None:
    [message] = poster_messages(poster_of(RU, material()))
    assert visible(message) == (
        "Вт, 18 ноября\n"
        "Тюмень, МСК+2 · Западно-Сибирский технопарк\n"
        "Модуль 2 «Городская экономика»\n"
        "Школа мэров, поток 5\n\n"
        "09:00–10:30 Стратегия <города> & область\n"
        "Большой зал · Глава города\n\n"
        "11:00–12:30 Практикум Б\n"
        "группа Б\n\n"
        "18:00–19:00 отменено: Концерт\n\n"
        "Составлено 18.11, 09:00 (Тюмень, МСК+2), редакция 7\n"
        "Файл сам не обновляется: свежее расписание – в боте."
    )
