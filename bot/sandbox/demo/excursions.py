"""Excursions of the running modules, their buses, and who sits where tomorrow."""

from collections.abc import Iterable

from bot.sandbox.demo.cast import GUIDE, MENTOR, SECOND_GUIDE
from bot.sandbox.demo.people import PARTS
from bot.sandbox.demo.tables import Row, read_table

TOMORROWS = "Ш5-М2-Набережная"
"""The event of tomorrow's excursion of Ш5: 14:00–17:30 in Тюмень, two buses, for everybody."""
_BUS_1, _BUS_2 = "Ш5-Набережная-1", "Ш5-Набережная-2"
_PORT, _PORT_BUS = "Ш6-М2-Порт", "Ш6-Порт-1"

EXCURSIONS = read_table(
    ("Занятие", "Запись", "Мест", "Место сбора", "Широта", "Долгота"),
    """
    Ш5-М2-Район | по записи | 40 | Главный вход технопарка | 57.1418 | 65.5711
    + Контакт: Сопровождающая группы, +7 345 200-01-03
    + Что взять: Удобная обувь, зонт
    Ш5-М2-Набережная | по списку | 80 | У главного входа в технопарк | 57.1418 | 65.5711
    + Контакт: Сопровождающий группы, +7 345 200-01-02
    + Что взять: Удобная обувь, тёплая куртка, вода
    Ш5-М2-Промплощадка | по записи | 10 | Лобби гостиницы | 57.1460 | 65.5530
    + Контакт: Сопровождающая группы, +7 345 200-01-03
    + Что взять: Паспорт, закрытая обувь без каблука
    Ш5-М2-Студия | по записи | 8 | Холл технопарка, у стойки регистрации | 57.1418 | 65.5711
    + Контакт: Куратор потока, +7 345 200-01-01
    + Что взять: Фотография знака или вывески вашего города
    Ш6-М2-Порт | по списку | 20 | Вход в деловой центр у бухты | 43.1155 | 131.8855
    + Контакт: Сопровождающая потока 6, +7 345 200-01-06
    + Что взять: Паспорт
    """,
)

BUSES = read_table(
    ("Код", "Экскурсия", "Название", "Госномер", "Мест", "Сопровождающий", "Отправление"),
    f"""
    Ш5-Район-1 | Ш5-М2-Район | Автобус 1 | Д001ЕМ 00 | 45 | {SECOND_GUIDE} | 15:45
    + Место сбора: Парковка у главного входа в технопарк
    {_BUS_1} | {TOMORROWS} | Автобус 1 | Д001ЕМ 00 | 40 | {GUIDE} | 14:00
    + Место сбора: У главного входа в технопарк, табличка «1»
    + Широта: 57.1419
    + Долгота: 65.5708
    {_BUS_2} | {TOMORROWS} | Автобус 2 | Д002ЕМ 00 | 40 | {SECOND_GUIDE} | 14:00
    + Место сбора: У главного входа в технопарк, табличка «2»
    + Широта: 57.1416
    + Долгота: 65.5714
    Ш5-Промплощадка-1 | Ш5-М2-Промплощадка | Автобус 1 | Д001ЕМ 00 | 40 | {SECOND_GUIDE} | 08:15
    + Место сбора: У входа в гостиницу
    {_PORT_BUS} | {_PORT} | Автобус до порта | Д006ЕМ 00 | 20 | демо-сопровождающий-6 | 13:30
    + Место сбора: Вход в деловой центр у бухты
    """,
)


def seats() -> list[Row]:
    """Return who sits in which bus tomorrow: group А and its mentor in bus 1, group Б in bus 2."""
    rows = [_seat(TOMORROWS, person, _BUS_1) for person in (*_group("Ш5", "А"), MENTOR)]
    rows += [_seat(TOMORROWS, person, _BUS_2) for person in _group("Ш5", "Б")]
    rows += [_seat(_PORT, person, _PORT_BUS) for person in (*_group("Ш6", "А"), *_group("Ш6", "Б"))]
    return rows


def _group(stream: str, group: str) -> Iterable[str]:
    return [str(part["Код"]) for part in PARTS if (part["Поток"], part.get("Группа")) == (stream, group)]


def _seat(event: str, person: str, bus: str) -> Row:
    return {"Экскурсия": event, "Человек": person, "Автобус": bus}
