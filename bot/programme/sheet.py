"""Programmes, streams and directions in the workbook."""

from bot.workbook.cells import Code, Text
from bot.workbook.columns import Column, Sheet, one_record
from bot.workbook.days import Day

_PROGRAMMES = (
    Column(
        "code",
        "Код",
        Code(),
        True,
        "Короткий и постоянный: по нему строки связаны друг с другом",
        "Пример-ШМ",
    ),
    Column("title", "Название", Text(), True, example="Школа мэров", width=36),
    Column("short_title", "Краткое название", Text(), example="ШМ"),
)

_STREAMS = (
    Column("code", "Код", Code(), True, "Например, ШМ-5", "Пример-ШМ-5"),
    Column("programme", "Программа", Code(), True, "Код с листа «Программы»", "Пример-ШМ", "programme"),
    Column("title", "Название", Text(), True, example="Поток 5", width=36),
    Column("starts_on", "Начало", Day(), True, "Первый день потока", "17.11.2025"),
    Column("ends_on", "Окончание", Day(), True, "Последний день потока", "26.06.2026"),
    Column(
        "duty_phone",
        "Дежурный телефон",
        Text(),
        hint="Виден всем слушателям потока",
        example="+7 900 000-00-01",
    ),
)

_DIRECTIONS = (
    Column("code", "Код", Code(), True, example="Пример-ИИ"),
    Column("programme", "Программа", Code(), True, "Код с листа «Программы»", "Пример-ШМ", "programme"),
    Column("title", "Название", Text(), True, example="ИИ и цифровые решения", width=36),
)

SHEETS = (
    Sheet(
        "Программы",
        "Учебные программы: по строке на каждую.",
        _PROGRAMMES,
        one_record("programme", _PROGRAMMES),
        prefix="ПР",
    ),
    Sheet("Потоки", "Потоки программ и их сроки.", _STREAMS, one_record("stream", _STREAMS), prefix="ПТ"),
    Sheet(
        "Направления",
        "Направления программы, если они есть.",
        _DIRECTIONS,
        one_record("direction", _DIRECTIONS),
        prefix="Н",
    ),
)
