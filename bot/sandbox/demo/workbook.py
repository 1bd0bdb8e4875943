"""The demonstration programme as an organizer's workbook, placed around a day."""

from datetime import date

from bot.sandbox.demo.excursions import BUSES, EXCURSIONS, seats
from bot.sandbox.demo.mentoring import mentors
from bot.sandbox.demo.modules import modules
from bot.sandbox.demo.people import people
from bot.sandbox.demo.programme import DIRECTIONS, PROGRAMMES, streams
from bot.sandbox.demo.projects import FACTORIES, PROJECTS, TEAMS, milestones
from bot.sandbox.demo.tables import Row
from bot.sandbox.demo.timetable import events
from bot.sandbox.demo.travel import travels
from bot.sandbox.demo.venues import VENUES


def demo_workbook(today: date) -> dict[str, list[Row]]:
    """Return sheet title → rows of heading → value; blank cells are left out.

    Days are `date`, times `time`, moments naive `datetime` of the venue's wall clock, lists «А; Б». The
    modules of all three streams run from the day before `today` to the third day after it.
    """
    sheets = {
        "Программы": PROGRAMMES,
        "Потоки": streams(today),
        "Направления": DIRECTIONS,
        "Площадки": VENUES,
        "Модули": modules(today),
        "Программа": events(today),
        "Экскурсии": EXCURSIONS,
        "Автобусы": BUSES,
        "Люди": people(),
        "Заезд": travels(today),
        "Рассадка": seats(),
        "Фабрики": FACTORIES,
        "Команды": TEAMS,
        "Проекты": PROJECTS,
        "Контрольные точки": milestones(today),
        "Наставники": mentors(today),
    }
    return {title: [dict(row) for row in rows] for title, rows in sheets.items()}
