"""/export: what organizers take away as Excel files."""

import asyncio

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.excursions import attendance_actions
from bot.mentoring import life_actions
from bot.people.model import Visitor
from bot.projects.monthly_actions import monthly
from bot.projects.portfolio import Filter
from bot.shared.clock import Clock
from bot.support import export_actions as actions
from bot.ui import exports as screens
from bot.ui.answers import send_file, show
from bot.ui.excursions.attendance import attendance_file
from bot.ui.exports import Export
from bot.ui.filters import Admitted, Private
from bot.ui.mentoring.export import mentorships_file
from bot.ui.projects.monthly import monthly_file
from bot.ui.texts import Texts
from bot.workbook import downloads
from db.engine import Database


def make_router() -> Router:
    """Handle organizers; the actions refuse everybody else."""
    router = Router(name="exports")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_export, Command("export"))
    router.callback_query.register(on_chosen, screens.ExportButton.filter())
    return router


async def on_export(message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Ask what is to be taken away."""
    await actions.allowed(db, clock, visitor)
    await show(message, screens.choose_screen(texts))


async def on_chosen(
    query: CallbackQuery,
    callback_data: screens.ExportButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    readers: asyncio.Semaphore,
) -> None:
    """Send the chosen file."""
    what, day = callback_data.what, actions.today(clock)
    if what is Export.PROGRAMME:
        async with readers:
            data = await downloads.export_workbook(db, clock, visitor)
    elif what is Export.ROSTER:
        people = await actions.roster(db, clock, visitor)
        data = await asyncio.to_thread(screens.roster_file, texts, people, day)
    elif what is Export.ATTENDANCE:
        rows = await attendance_actions.rows(db, clock, visitor)
        data = await asyncio.to_thread(attendance_file, texts, rows)
    elif what is Export.MENTORSHIPS:
        lives = await life_actions.rows(db, clock, visitor)
        data = await asyncio.to_thread(mentorships_file, texts, lives)
    elif what is Export.PROJECTS:
        report = await monthly(db, clock, visitor, Filter())
        data = await asyncio.to_thread(monthly_file, texts, report)
    else:
        asked = await actions.questions(db, clock, visitor)
        data = await asyncio.to_thread(screens.questions_file, texts, asked)
    caption = texts("workbook-export" if what is Export.PROGRAMME else f"exports-{what}-caption")
    await send_file(query, BufferedInputFile(data, screens.file_name(texts, what, day)), caption)
