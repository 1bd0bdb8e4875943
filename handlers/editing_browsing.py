"""/edit: the way to the event or the day that is to be edited."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.people.coverage import organized_streams
from bot.people.model import Visitor
from bot.publishing import working_actions as working
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from bot.ui import editing as screens
from bot.ui.answers import show
from bot.ui.editing_buttons import EditDayButton, EditModuleButton, EditStreamButton
from bot.ui.texts import Texts
from db.engine import Database
from handlers.editing_typing import await_nothing


def make_router() -> Router:
    """Handle what a router that lets organizers through hands on."""
    router = Router(name="editing-browsing")
    router.message.register(on_edit, Command("edit"))
    router.callback_query.register(on_stream, EditStreamButton.filter())
    router.callback_query.register(on_module, EditModuleButton.filter())
    router.callback_query.register(on_day, EditDayButton.filter())
    return router


async def on_edit(message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Show the days of the module that runs or comes next; of several streams ask which."""
    streams = await organized_streams(db, clock, visitor)
    if len(streams) != 1:
        await show(message, screens.streams_screen(texts, streams))
        return
    programme = await working.programme_of(db, clock, visitor, streams[0].id)
    await show(message, screens.start_screen(texts, programme, clock))


async def on_stream(
    query: CallbackQuery,
    callback_data: EditStreamButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show the modules of a stream."""
    programme = await working.programme_of(db, clock, visitor, callback_data.stream_id)
    await show(query, screens.modules_screen(texts, programme))


async def on_module(
    query: CallbackQuery,
    callback_data: EditModuleButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show the days of a module."""
    programme = await working.programme_with(db, clock, visitor, callback_data.module_id)
    await show(query, screens.days_screen(texts, programme, callback_data.module_id))


async def on_day(
    query: CallbackQuery,
    callback_data: EditDayButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Show the events of a day."""
    await await_nothing(state)
    module_id = callback_data.module_id
    programme = await working.programme_with(db, clock, visitor, module_id)
    day = day_of(callback_data.day)
    await show(query, screens.events_screen(texts, programme, module_id, day, callback_data.page))


def day_of(number: int) -> date:
    """Return the day a button carries; OutOfDate for digits that are no date."""
    try:
        return date(number // 10000, number // 100 % 100, number % 100)
    except ValueError:
        raise OutOfDate from None
