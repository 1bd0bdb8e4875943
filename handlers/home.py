"""The home card: where one is to be now, and the ways on."""

from dataclasses import replace

from aiogram.types import Message

from bot.people.model import Visitor
from bot.schedule import actions
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed
from bot.ui.answers import Tap, show
from bot.ui.assistants import acting_line
from bot.ui.mentoring.teams import mentorship_rows
from bot.ui.paging import paragraphs
from bot.ui.people import help_screen, streams_rows
from bot.ui.schedule.home import home_screen
from bot.ui.screens import Screen
from bot.ui.texts import Texts
from bot.ui.todo import starts_from_list, todo_rows
from db.engine import Database


async def show_home(
    tap: Tap, visitor: Visitor, texts: Texts, db: Database, clock: Clock, *, below: bool = False
) -> None:
    """Show the home card in place of a pressed button's message, or below it as a new one."""
    screen = await home(visitor, texts, db, clock)
    message = None if isinstance(tap, Message) else tap.message
    if below and message is not None:
        await message.answer(screen.text, reply_markup=screen.markup)
    else:
        await show(tap, screen)


async def home(visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> Screen:
    """Make the home card; an administrator of an installation without streams gets the help instead."""
    try:
        view = await actions.now(db, clock, visitor)
    except NotAllowed:
        return help_screen(texts, visitor)
    todo, streams = todo_rows(texts), [*mentorship_rows(texts, visitor), *streams_rows(texts, visitor)]
    if starts_from_list(visitor):
        return home_screen(texts, view, streams, todo)
    screen = home_screen(texts, view, [*todo, *streams])
    return replace(screen, text=paragraphs(acting_line(texts, visitor), screen.text))
