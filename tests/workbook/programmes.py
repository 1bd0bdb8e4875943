"""Programmes for tests, as somebody would type them into the workbook; the people are invented."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from bot.workbook.console import read_workbook
from bot.workbook.examination import Examination, State, examine
from bot.workbook.interpret import Reading, interpret
from bot.workbook.raw import Raw
from bot.workbook.reader import Book, RawRow, RawSheet
from bot.workbook.sheets import SHEETS
from tests.workbook.books import write_book

Rows = dict[str, list[dict[str, Any]]]
"""Rows by sheet title; each is a dict of headings."""

VENUES = (
    ("СНЖ", "Сенеж", "Солнечногорск", "МСК"),
    ("ТМН", "Технопарк", "Тюмень", "МСК+2"),
    ("ВЛД", "Кампус", "Владивосток", "Asia/Vladivostok"),
)
FIRST_DAYS = (date(2025, 10, 13), date(2025, 11, 17), date(2026, 2, 9))
TIMES = tuple((time(hour, 0), time(hour, 50)) for hour in range(9, 19))


def programme(streams: int = 2, people: int = 80, days: int = 5) -> Rows:
    """A programme with three modules per stream in three zones; 10 events a day."""
    rows: Rows = {sheet.title: [] for sheet in SHEETS}
    rows["Программы"] = [{"Код": "ШМ", "Название": "Школа мэров", "Краткое название": "ШМ"}]
    rows["Направления"] = [{"Код": "ИИ", "Программа": "ШМ", "Название": "ИИ и цифровые решения"}]
    rows["Площадки"] = [
        {
            "Код": code,
            "Название": title,
            "Город": city,
            "Часовой пояс": zone,
            "Широта": "57,15",
            "Долгота": 65.53,
        }
        for code, title, city, zone in VENUES
    ]
    for number in range(streams):
        stream = f"ШМ-{5 + number}"
        rows["Потоки"].append(
            {"Код": stream, "Программа": "ШМ", "Название": f"Поток {5 + number}"}
            | {"Начало": date(2025, 10, 1), "Окончание": "30.06.2026"}
        )
        _add_modules(rows, stream, days)
        _add_people(rows, stream, people)
        _add_projects(rows, stream)
    return rows


def _add_modules(rows: Rows, stream: str, days: int) -> None:
    for number, (venue, first) in enumerate(zip(VENUES, FIRST_DAYS, strict=True), 1):
        module = f"{stream}-М{number}"
        rows["Модули"].append(
            {"Код": module, "Поток": stream, "Номер": number, "Название": venue[2], "Площадка": venue[0]}
            | {"Первый день": first, "Последний день": first + timedelta(days=days - 1)}
        )
        for day in range(days):
            for slot, (starts, ends) in enumerate(TIMES):
                rows["Программа"].append(
                    {
                        "Код": f"{module}-{day * len(TIMES) + slot + 1:02}",
                        "Модуль": module,
                        "Дата": first + timedelta(days=day),
                        "Начало": starts,
                        "Окончание": ends,
                        "Название": f"Занятие {slot + 1} дня {day + 1}",
                        "Вид": "экскурсия" if slot == 5 else "лекция",
                        "Зал": f"Зал {stream}",
                        "Группы": "1; 2" if slot == 3 else None,
                    }
                )
    excursion = f"{stream}-М2-06"
    rows["Экскурсии"].append({"Занятие": excursion, "Запись": "по записи", "Мест": 40, "Место сбора": "Вход"})
    rows["Автобусы"].append(
        {"Код": f"{stream}-А1", "Экскурсия": excursion, "Название": "Автобус 1", "Мест": 40}
        | {"Сопровождающий": f"{stream}-001", "Отправление": "13.45"}
    )


def _add_people(rows: Rows, stream: str, people: int) -> None:
    for number in range(1, people + 1):
        person = f"{stream}-{number:03}"
        rows["Люди"].append(
            {
                "Код": person,
                "Фамилия": "Примеров",
                "Имя": "Пётр",
                "Отчество": f"Петрович {stream}",
                "Регион": "Тюменская область",
                "Часовой пояс": "Тюмень",
                "Телефон": f"8 (900) {stream[-1]}00-{number // 100:02}-{number % 100:02}",
                "Поток": stream,
                "Роли": "слушатель; сопровождающий; наставник" if number == 1 else "слушатель",
                "Группа": str(number % 2 + 1),
                "Команда": f"{stream}-К1" if number < 5 else None,
            }
        )
    rows["Заезд"].append(
        {"Человек": f"{stream}-001", "Модуль": f"{stream}-М2", "Прибытие": "16.11 21:40"}
        | {"Рейс/поезд": "060", "Гостиница": "При технопарке", "Номер": "305"}
    )
    rows["Рассадка"].append(
        {"Экскурсия": f"{stream}-М2-06", "Человек": f"{stream}-002", "Автобус": f"{stream}-А1"}
    )


def _add_projects(rows: Rows, stream: str) -> None:
    own = {"Поток": stream, "Направление": "ИИ"}
    rows["Фабрики"].append({"Код": f"{stream}-Ф1", "Название": "Фабрика", **own})
    rows["Команды"].append(
        {"Код": f"{stream}-К1", "Название": "Команда", "Фабрика": f"{stream}-Ф1", "Темы": "ЖКХ; парки", **own}
    )
    rows["Проекты"].append(
        {"Код": f"{stream}-П1", "Название": "Проект", "Команда": f"{stream}-К1", "Стадия": "идея", **own}
    )
    rows["Контрольные точки"].append(
        {"Код": f"{stream}-КТ1", "Проект": f"{stream}-П1", "Название": "Паспорт", "Срок": "16 февраля"}
    )
    rows["Наставники"].append(
        {"Человек": f"{stream}-001", "Поток": stream, "Вид": "эксперт", "Направления": "ИИ", "Мест": 3}
    )


def table(title: str, rows: list[dict[str, Any]]) -> list[list[Any]]:
    """Return headings and rows as they stand on the sheet."""
    sheet = next(sheet for sheet in SHEETS if sheet.title == title)
    headings = [column.heading for column in sheet.columns]
    own = list(dict.fromkeys(heading for row in rows for heading in row if heading not in headings))
    marked = [f"{column.heading}*" if column.required else column.heading for column in sheet.columns]
    return [[*marked, *own], *([row.get(heading) for heading in (*headings, *own)] for row in rows)]


def write_programme(path: Path, rows: Mapping[str, list[dict[str, Any]]]) -> Path:
    """Write the rows of sheets that have some."""
    return write_book(path, {title: table(title, own) for title, own in rows.items() if own})


async def reading_of(path: Path, rows: Mapping[str, list[dict[str, Any]]]) -> Reading:
    """Write the rows and read them as the import does."""
    return await read_workbook(write_programme(path, rows))


def book_of(rows: Mapping[str, list[dict[str, Any]]]) -> Book:
    """Return what reading a file with these rows gives, without a file."""
    sheets = []
    for title, own in rows.items():
        if own:
            lines = [tuple(map(_raw, line)) for line in table(title, own)]
            sheets.append(
                RawSheet(title, tuple(RawRow(number, line) for number, line in enumerate(lines, 1)))
            )
    return Book(tuple(sheet.title for sheet in sheets), tuple(sheets))


def _raw(value: Any) -> Raw:
    """Excel has no dates without a time."""
    plain_day = isinstance(value, date) and not isinstance(value, datetime)
    raw: Raw = datetime.combine(value, time()) if plain_day else value
    return raw


async def examined(rows: Mapping[str, list[dict[str, Any]]], state: State | None = None) -> Examination:
    """Examine the rows against the programme as it is, an empty one by default."""
    return await examine(await interpret(SHEETS, book_of(rows)), state or State())
