"""The sheet «Программа»: texts of days become events with codes, dates and times."""

from datetime import date, time

from bot.sandbox.demo.modules import MODULES, DemoModule
from bot.sandbox.demo.tables import Row, day_after, read_table

HEADINGS = ("Время", "Вид", "Название", "Зал", "Спикер", "Группы")
"""The cells of a line; other columns of the sheet stand below it with a «+»."""


def events(today: date) -> list[Row]:
    """Return the rows of «Программа» in the order of modules, days and times."""
    return [row for module in MODULES for row in _events_of(module, today)]


def _events_of(module: DemoModule, today: date) -> list[Row]:
    rows = []
    for number, text in enumerate(module.days, 1):
        day = day_after(today, module.first + number - 1)
        for place, cells in enumerate(read_table(HEADINGS, text), 1):
            starts, _, ends = str(cells.pop("Время")).partition("–")
            mark = cells.pop("Код", f"Д{number}-{place:02}")
            rows.append(
                {
                    "Код": f"{module.code}-{mark}",
                    "Модуль": module.code,
                    "Дата": day,
                    "Начало": time.fromisoformat(starts),
                    "Окончание": time.fromisoformat(ends),
                    **cells,
                }
            )
    return rows
