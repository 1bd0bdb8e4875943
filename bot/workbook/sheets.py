"""Every sheet of the workbook, in the order in which people fill it in."""

from bot.excursions.sheet import BUSES, EXCURSIONS, SEATS
from bot.mentoring.sheet import SHEETS as MENTORING
from bot.people.sheet import PEOPLE
from bot.programme.sheet import SHEETS as PROGRAMME
from bot.projects.sheet import SHEETS as PROJECTS
from bot.schedule.sheet import EVENTS, MODULES, TRAVELS, VENUES
from bot.workbook.columns import Sheet
from bot.workbook.instructions import INSTRUCTIONS_TITLE
from bot.workbook.prints import PRINTS_TITLE

SHEETS: tuple[Sheet, ...] = (
    *PROGRAMME,
    VENUES,
    MODULES,
    EVENTS,
    EXCURSIONS,
    BUSES,
    PEOPLE,
    TRAVELS,
    SEATS,
    *PROJECTS,
    *MENTORING,
)

TITLES = (INSTRUCTIONS_TITLE, *(sheet.title for sheet in SHEETS), PRINTS_TITLE)
"""What is read of a file; other sheets are only named."""
