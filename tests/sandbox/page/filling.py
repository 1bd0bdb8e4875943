"""The template filled in as an organizer does it: new rows under the examples, cell by cell."""

import io
from datetime import date, time
from typing import Any

import openpyxl

Rows = dict[str, list[dict[str, Any]]]

DAY = date(2026, 2, 17)
STREAM = "Ш7"


def programme() -> Rows:
    """A new stream of «Школа мэров» with a module in Tyumen that has begun this morning."""
    module = {"Модуль": "Ш7-М1", "Дата": DAY}
    return {
        "Потоки": [
            {"Код": STREAM, "Программа": "ШМ", "Название": "Школа мэров, поток 7"}
            | {"Начало": DAY, "Окончание": "30.10.2026", "Дежурный телефон": "+7 345 200-07-00"}
        ],
        "Площадки": [
            {"Код": "ТЮМ-7", "Название": "Технопарк", "Город": "Тюмень", "Часовой пояс": "МСК+2"}
            | {"Адрес": "ул. Республики, 142", "Широта": "57.152985, 65.541227"}
            | {"Питание": "Столовая на первом этаже"}
        ],
        "Модули": [
            {"Код": "Ш7-М1", "Поток": STREAM, "Номер": 1, "Название": "Экономика города"}
            | {"Площадка": "ТЮМ-7", "Первый день": DAY, "Последний день": "19.02.2026"}
        ],
        "Программа": [
            {**module, "Код": "Ш7-01", "Начало": "10.00", "Окончание": "11-30", "Вид": "лекция"}
            | {"Название": "Стратегия муниципалитета", "Зал": "Большой зал", "Спикер": "глава города"},
            {**module, "Код": "Ш7-02", "Начало": time(12), "Окончание": time(13), "Вид": "питание"}
            | {"Название": "Обед", "Зал": "Столовая"},
            {**module, "Код": "Ш7-03", "Начало": "15:00", "Окончание": "17:00", "Вид": "экскурсия"}
            | {"Название": "Набережная и общественные пространства"},
        ],
        "Экскурсии": [
            {"Занятие": "Ш7-03", "Запись": "по списку", "Место сбора": "Главный вход технопарка"}
            | {"Что взять": "Тёплая одежда"}
        ],
        "Люди": [
            {"Код": "Ш7-001", "ФИО": "Первая Вера Демовна", "Должность": "Глава города"}
            | {"Муниципалитет": "г. Первый (демо)", "Часовой пояс": "Омск", "Телефон": "8 (999) 000-07-01"}
            | {"Поток": STREAM, "Роли": "слушатель", "Группа": "А"},
            {"Код": "Ш7-002", "ФИО": "Второв Олег Демович", "Должность": "Глава округа"}
            | {"Муниципалитет": "Второй округ (демо)", "Часовой пояс": "МСК", "Поток": STREAM}
            | {"Роли": "слушатель", "Группа": "Б"},
        ],
    }


def with_two_errors(rows: Rows) -> Rows:
    """Spoil an end («часов в двенадцать») and the stream somebody is in («Ш77»)."""
    lecture, *others = rows["Программа"]
    first, *rest = rows["Люди"]
    return rows | {
        "Программа": [lecture | {"Окончание": "часов в двенадцать"}, *others],
        "Люди": [first | {"Поток": "Ш77"}, *rest],
    }


def fill_in(template: bytes, rows: Rows) -> bytes:
    """Write rows under the examples of a template, each value under its heading."""
    book = openpyxl.load_workbook(io.BytesIO(template))
    for title, lines in rows.items():
        sheet = book[title]
        columns = {str(cell.value).rstrip("*"): column for column, cell in enumerate(sheet[1], 1)}
        for number, line in enumerate(lines, 3):
            for heading, value in line.items():
                sheet.cell(number, columns[heading], value)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def marked_cells(content: bytes) -> dict[str, str]:
    """Return sheet and cell → the comment on it."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in book
        for line in sheet.iter_rows()
        for cell in line
        if cell.comment
    }
