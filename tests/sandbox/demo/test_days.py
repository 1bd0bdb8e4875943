"""The demonstration's days as its people see them, by the rule of the timetable."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings

from bot.sandbox.demo.cast import GUIDE, MENTOR, NEWCOMER, ORGANIZER, PARTICIPANT, SECOND_GUIDE
from bot.sandbox.demo.excursions import TOMORROWS
from bot.sandbox.demo.tables import Row
from bot.schedule.kinds import EventKind
from bot.schedule.model import Event
from bot.schedule.own import Belonging, own_events
from bot.schedule.sheet import KINDS
from bot.schedule.span import span
from bot.workbook.zones import read_zone
from tests.sandbox.demo.placing import TODAY, days, rows_of

RUNNING = {"Ш5": "Ш5-М2", "Ш6": "Ш6-М2", "К1": "К1-М2"}
PARTS = [(str(row["Код"]), str(row["Поток"])) for row in rows_of("Люди") if row["Роли"] != "организатор"]
"""Everybody held to an own timetable: organizers see the days of all groups."""


def rows_by(title: str, heading: str, today: date = TODAY) -> dict[object, Row]:
    return {row[heading]: row for row in rows_of(title, today)}


def words(row: Row, heading: str) -> tuple[str, ...]:
    return tuple(filter(None, str(row.get(heading, "")).split("; ")))


def events_of(module: str, today: date = TODAY) -> list[Event]:
    """Build the events of a module, `id` counting the rows of «Программа»."""
    venue = str(rows_by("Модули", "Код")[module]["Площадка"])
    zone = read_zone(str(rows_by("Площадки", "Код")[venue]["Часовой пояс"]))
    return [
        build_event(number, row, zone)
        for number, row in enumerate(rows_of("Программа", today))
        if row["Модуль"] == module
    ]


def build_event(number: int, row: Row, zone: str) -> Event:
    day, starts, ends = row["Дата"], row["Начало"], row["Окончание"]
    assert isinstance(day, date)
    assert isinstance(starts, time)
    assert isinstance(ends, time)
    starts_at, ends_at = span(day, starts, ends, zone)
    return Event(
        id=number,
        module_id=1,
        kind=EventKind(str(KINDS.read(str(row["Вид"])))),
        title=str(row["Название"]),
        day=day,
        starts_at=starts_at,
        ends_at=ends_at,
        room=str(row.get("Зал", "")),
        speaker=str(row.get("Спикер", "")),
        online=str(row.get("Ссылка", "")),
        cancelled="Отменено" in row,
        groups=words(row, "Группы"),
        directions=words(row, "Направления"),
        teams=words(row, "Команды"),
        buses=words(row, "Автобусы"),
        zone=zone,
        city="",
    )


def belonging(person: str, stream: str) -> Belonging:
    part = next(row for row in rows_of("Люди") if (row["Код"], row["Поток"]) == (person, stream))
    seats = [str(row["Автобус"]) for row in rows_of("Рассадка") if row["Человек"] == person]
    travels = [
        str(row["Автобус"])
        for row in rows_of("Заезд")
        if (row["Человек"], row["Модуль"]) == (person, RUNNING[stream]) and "Автобус" in row
    ]
    return Belonging(
        group=str(part.get("Группа", "")),
        direction=str(part.get("Направление", "")),
        team=str(part.get("Команда", "")),
        buses={1: (*travels, *seats)},
        sees_everything=part["Роли"] == "организатор",
    )


@settings(max_examples=20, deadline=None)
@given(today=days)
def test_events_are_within_the_days_of_their_module_and_end_after_they_start(today: date) -> None:
    modules = rows_by("Модули", "Код", today)
    wrong = [
        row["Код"]
        for row in rows_of("Программа", today)
        if not modules[row["Модуль"]]["Первый день"]
        <= row["Дата"]
        <= modules[row["Модуль"]]["Последний день"]  # type: ignore[operator]  # both are dates
        or not row["Начало"] < row["Окончание"]  # type: ignore[operator]  # both are times
    ]
    assert wrong == []
    for module in modules:
        assert all(event.starts_at < event.ends_at for event in events_of(str(module), today))


@settings(max_examples=20, deadline=None)
@given(today=days)
def test_the_modules_of_all_streams_run_from_yesterday_to_the_third_day(today: date) -> None:
    modules = rows_by("Модули", "Код", today)
    running = {code: (row["Первый день"], row["Последний день"]) for code, row in modules.items()}
    expected = (today - timedelta(days=1), today + timedelta(days=3))
    assert {code for code, span in running.items() if span[0] <= today <= span[1]} == set(RUNNING.values())  # type: ignore[operator]  # dates
    assert {running[code] for code in RUNNING.values()} == {expected}


@pytest.mark.parametrize(("person", "stream"), PARTS)
def test_nobody_is_to_be_at_two_places_at_once(person: str, stream: str) -> None:
    own = belonging(person, stream)
    for module in rows_by("Модули", "Код"):
        if str(module).startswith(stream):
            events = [event for event in own_events(events_of(str(module)), own) if not event.cancelled]
            events.sort(key=lambda event: event.starts_at)
            overlaps = [
                (one.title, two.title) for one, two in pairwise(events) if two.starts_at < one.ends_at
            ]
            assert overlaps == []


@pytest.mark.parametrize("person", [PARTICIPANT, NEWCOMER])
def test_a_listeners_days_in_tyumen_are_full(person: str) -> None:
    own = own_events(events_of("Ш5-М2"), belonging(person, "Ш5"))
    counts = [
        len([event for event in own if event.day == TODAY + timedelta(days=distance)])
        for distance in range(-1, 4)
    ]
    assert counts == [12, 11, 11, 12, 12]


def test_every_running_day_has_at_least_eight_events() -> None:
    for module in RUNNING.values():
        counts = [
            len([event for event in events_of(module) if event.day == TODAY + timedelta(days=distance)])
            for distance in range(-1, 4)
        ]
        assert min(counts) >= 8
        assert sum(event.day == TODAY - timedelta(days=2) for event in events_of(module)) == 0


def test_parallel_groups_differ_in_the_same_hours() -> None:
    def at(person: str, hours: time) -> str:
        own = own_events(events_of("Ш5-М2"), belonging(person, "Ш5"))
        return next(
            event.title
            for event in own
            if event.day == TODAY and event.starts_at.strftime("%H:%M") == f"{hours:%H:%M}"
        )

    in_utc = time(6, 20)  # 11:20 in Тюмень
    assert at(PARTICIPANT, in_utc) == "Документооборот без лишних согласований"
    assert at(NEWCOMER, in_utc) == "Карта инвестора: от заявки до ввода"


@settings(max_examples=20, deadline=None)
@given(today=days)
def test_tomorrows_excursion_is_for_everybody_with_a_place_and_two_buses(today: date) -> None:
    event = rows_by("Программа", "Код", today)[TOMORROWS]
    when = (event["Дата"], event["Начало"], event["Окончание"])
    assert when == (today + timedelta(days=1), time(14), time(17, 30))
    assert not set(event) & {"Группы", "Автобусы", "Команды", "Направления", "Отменено"}
    excursion = rows_by("Экскурсии", "Занятие", today)[TOMORROWS]
    assert {"Место сбора", "Широта", "Долгота", "Контакт", "Что взять"} <= set(excursion)
    buses = [row for row in rows_of("Автобусы", today) if row["Экскурсия"] == TOMORROWS]
    assert [row["Сопровождающий"] for row in buses] == [GUIDE, SECOND_GUIDE]


def test_every_listener_of_the_stream_has_a_seat_tomorrow() -> None:
    seated = {row["Человек"]: row["Автобус"] for row in rows_of("Рассадка") if row["Экскурсия"] == TOMORROWS}
    listeners = {row["Код"] for row in rows_of("Люди") if (row["Поток"], row["Роли"]) == ("Ш5", "слушатель")}
    assert set(seated) == listeners | {MENTOR}
    assert len(listeners) == 14
    assert (seated[PARTICIPANT], seated[NEWCOMER]) == ("Ш5-Набережная-1", "Ш5-Набережная-2")


def test_each_sees_the_boarding_of_the_own_bus_only() -> None:
    def boarding(person: str) -> list[str]:
        own = own_events(events_of("Ш5-М2"), belonging(person, "Ш5"))
        return [event.title for event in own if event.title.startswith("Посадка")]

    first, second = ["Посадка в автобус 1"], ["Посадка в автобус 2"]
    people = (PARTICIPANT, MENTOR, GUIDE, NEWCOMER, SECOND_GUIDE)
    assert [boarding(person) for person in people] == [first, first, first, second, second]
    assert boarding(ORGANIZER) == [*first, *second]


def test_this_evening_is_filled_until_eleven_in_tyumen() -> None:
    evening = [event for event in events_of("Ш5-М2") if event.day == TODAY][-2:]
    shown = [(f"{event.starts_at:%H:%M}", f"{event.ends_at:%H:%M}") for event in evening]
    assert shown == [("15:00", "17:30"), ("17:30", "18:00")]  # in UTC: five hours behind Тюмень


def test_the_passport_is_asked_for_where_it_is_needed() -> None:
    event = rows_by("Программа", "Код")["Ш5-М2-Промплощадка"]
    assert event["Дата"] == TODAY + timedelta(days=2)
    assert "Паспорт" in str(rows_by("Экскурсии", "Занятие")["Ш5-М2-Промплощадка"]["Что взять"])


def test_travellers_come_before_the_module_and_leave_after_it() -> None:
    for row in rows_of("Заезд"):
        if "Прибытие" in row:
            arrives, departs = row["Прибытие"], row["Отъезд"]
            assert isinstance(arrives, datetime)
            assert isinstance(departs, datetime)
            assert arrives.date() < TODAY - timedelta(days=1)
            assert departs >= datetime.combine(TODAY + timedelta(days=3), time(19))
