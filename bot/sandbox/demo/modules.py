"""The modules: which week of which stream, how far from today, and its days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.sandbox.demo import days_change_teams, days_defence, days_senezh, days_tyumen, days_vladivostok
from bot.sandbox.demo.tables import Row, day_after


@dataclass(frozen=True, slots=True)
class DemoModule:
    """A module placed by `first`, the days from today to its first day; `days` are texts of timetables."""

    code: str
    stream: str
    number: int
    title: str
    venue: str
    first: int
    days: Sequence[str]
    bring: str

    @property
    def last(self) -> int:
        """The days from today to the last day."""
        return self.first + len(self.days) - 1


_PASSPORT = "Паспорт, удобная обувь, одежда по погоде"
_PROJECT = "Паспорт, презентация проекта на своём носителе"
_LAPTOP = "Паспорт, ноутбук, материалы команды"

MODULES = (
    DemoModule(
        "Ш5-М1", "Ш5", 1, "Цели развития и технологии управления", "Сенеж", -35, days_senezh.DAYS, _PASSPORT
    ),
    DemoModule("Ш5-М2", "Ш5", 2, "Экономика и среда города", "Тюмень", -1, days_tyumen.DAYS, _PASSPORT),
    DemoModule("Ш5-М3", "Ш5", 3, "Защита проектов", "Сенеж", 60, days_defence.MAYORS, _PROJECT),
    DemoModule(
        "Ш6-М1", "Ш6", 1, "Цели развития и технологии управления", "Сенеж", -30, days_senezh.DAYS, _PASSPORT
    ),
    DemoModule("Ш6-М2", "Ш6", 2, "Город у моря", "Владивосток", -1, days_vladivostok.DAYS, _PASSPORT),
    DemoModule("Ш6-М3", "Ш6", 3, "Защита проектов", "Сенеж", 63, days_defence.MAYORS, _PROJECT),
    DemoModule("К1-М1", "К1", 1, "Запуск фабрик изменений", "Сенеж", -52, days_change_teams.START, _LAPTOP),
    DemoModule("К1-М2", "К1", 2, "Проекты изменений", "Сенеж", -1, days_change_teams.DAYS, _LAPTOP),
    DemoModule("К1-М3", "К1", 3, "Защита проектов изменений", "Сенеж", 70, days_defence.TEAMS, _PROJECT),
)


def modules(today: date) -> list[Row]:
    """Return the rows of «Модули»."""
    return [
        {
            "Код": module.code,
            "Поток": module.stream,
            "Номер": module.number,
            "Название": module.title,
            "Площадка": module.venue,
            "Первый день": day_after(today, module.first),
            "Последний день": day_after(today, module.last),
            "Что взять": module.bring,
        }
        for module in MODULES
    ]
