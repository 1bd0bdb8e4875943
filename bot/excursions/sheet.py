"""Excursions, buses and seats in the workbook."""

from bot.workbook.cells import Code, Text, Whole
from bot.workbook.choices import Choice
from bot.workbook.columns import Column, Sheet, one_record
from bot.workbook.hours import Hours
from bot.workbook.places import Degrees, coordinates_in_parts

ENTRIES = Choice(
    {
        "sign_up": ("по записи", "запись", "свободная запись"),
        "assigned": ("по списку", "список", "по спискам", "назначение"),
    }
)

_POINT = (
    Column("latitude", "Широта", Degrees(90), hint="Точка места сбора", example="57.152985"),
    Column("longitude", "Долгота", Degrees(180), example="65.541227"),
)

_EXCURSIONS = (
    Column("event", "Занятие", Code(), True, "Код с листа «Программа»", "Пример-М2-07", "event"),
    Column(
        "entry",
        "Запись",
        ENTRIES,
        True,
        "«по записи» – выбирают сами; «по списку» – лист «Рассадка»",
        "по записи",
    ),
    Column("capacity", "Мест", Whole(1, 10_000), example="40", width=8),
    Column("meeting_point", "Место сбора", Text(), example="Главный вход технопарка", width=30),
    *_POINT,
    Column("contact", "Контакт", Text(), example="+7 900 000-00-03"),
    Column("bring", "Что взять", Text(), example="Паспорт, закрытая обувь", width=30),
)

_BUSES = (
    Column("code", "Код", Code(), True, example="Пример-А1"),
    Column("event", "Экскурсия", Code(), True, "Код занятия с листа «Экскурсии»", "Пример-М2-07", "event"),
    Column("title", "Название", Text(), True, example="Автобус 1"),
    Column("plate", "Госномер", Text(), example="А000АА 72"),
    Column("capacity", "Мест", Whole(1, 1000), True, example="40", width=8),
    Column(
        "guide", "Сопровождающий", Code(), hint="Код с листа «Люди»", example="Пример-002", refers="person"
    ),
    Column("departs", "Отправление", Hours(), hint="По времени площадки", example="14:00", width=12),
    Column("meeting_point", "Место сбора", Text(), example="Парковка у главного входа", width=30),
    *_POINT,
)

_SEATS = (
    Column("event", "Экскурсия", Code(), True, "Код занятия с листа «Экскурсии»", "Пример-М2-07", "event"),
    Column("person", "Человек", Code(), True, "Код с листа «Люди»", "Пример-001", "person"),
    Column("bus", "Автобус", Code(), False, "Код с листа «Автобусы»; пусто, если их нет", "Пример-А1", "bus"),
)

EXCURSIONS = Sheet(
    "Экскурсии",
    "Что нужно знать об экскурсии сверх строки расписания.",
    _EXCURSIONS,
    one_record("excursion", _EXCURSIONS, "event"),
    (coordinates_in_parts,),
)
BUSES = Sheet(
    "Автобусы",
    "Автобусы экскурсий и их сопровождающие.",
    _BUSES,
    one_record("bus", _BUSES),
    (coordinates_in_parts,),
    "А",
)
SEATS = Sheet(
    "Рассадка",
    "Кто едет и в каком автобусе. Записавшиеся сами тоже здесь; кого в файле нет, тот места не теряет.",
    _SEATS,
    one_record("seat", _SEATS, "event", "person"),
)

SHEETS = (EXCURSIONS, BUSES, SEATS)
