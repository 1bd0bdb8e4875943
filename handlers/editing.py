"""Organizers change an event of the draft from the chat."""

from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.people.model import Visitor
from bot.publishing import editing_actions as actions
from bot.publishing import working_actions as working
from bot.publishing.editing_actions import Typed
from bot.publishing.typed import field_of
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from bot.ui import editing as screens
from bot.ui import editing_event as event_screens
from bot.ui.answers import show
from bot.ui.editing_buttons import (
    CallOffButton,
    DaysButton,
    EditEventButton,
    MoveButton,
    Text,
    TextButton,
)
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.texts import Texts
from bot.workbook.raw import Unclear
from db.engine import Database
from handlers import editing_adding, editing_browsing
from handlers.editing_browsing import day_of
from handlers.editing_typing import ADDING, FIELD, Awaited, EditingAwaited, await_field, await_nothing


def make_router() -> Router:
    """Handle organizers; the actions refuse everybody else."""
    router = Router(name="editing")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.callback_query.register(on_event, EditEventButton.filter())
    router.callback_query.register(on_ask, TextButton.filter())
    router.callback_query.register(on_days, DaysButton.filter())
    router.callback_query.register(on_move, MoveButton.filter())
    router.callback_query.register(on_call_off, CallOffButton.filter())
    router.include_router(editing_browsing.make_router())
    router.include_router(editing_adding.make_router())
    return router


def make_entry_router() -> Router:
    """Handle what was asked for and typed: a hall may be called as a day or a city is."""
    router = Router(name="editing-entry")
    router.message.filter(Private(), PlainText(), Admitted())
    router.message.register(on_typed, EditingAwaited())
    return router


async def on_event(
    query: CallbackQuery,
    callback_data: EditEventButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Show an event as it is edited."""
    await await_nothing(state)
    draft = await working.look_at_event(db, clock, visitor, callback_data.event_id)
    await show(query, event_screens.event_screen(texts, draft))


async def on_ask(
    query: CallbackQuery,
    callback_data: TextButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Ask for a text about an event."""
    draft = await working.look_at_event(db, clock, visitor, callback_data.event_id)
    await await_field(state, callback_data.event_id, callback_data.what)
    await show(query, event_screens.ask_screen(texts, draft, callback_data.what))


async def on_days(
    query: CallbackQuery,
    callback_data: DaysButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Offer the days an event may move to."""
    draft = await working.look_at_event(db, clock, visitor, callback_data.event_id)
    await show(query, event_screens.move_screen(texts, draft))


async def on_move(
    query: CallbackQuery,
    callback_data: MoveButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Move an event to another day."""
    fields: dict[str, Any] = {"day": day_of(callback_data.day)}
    draft = await actions.change_event(db, clock, visitor, callback_data.event_id, fields)
    await show(query, event_screens.event_screen(texts, draft))


async def on_call_off(
    query: CallbackQuery,
    callback_data: CallOffButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Cancel an event, or bring it back."""
    fields: dict[str, Any] = {"cancelled": callback_data.cancelled}
    draft = await actions.change_event(db, clock, visitor, callback_data.event_id, fields)
    await show(query, event_screens.event_screen(texts, draft))


async def on_typed(
    message: Message,
    awaited: Awaited,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Take what was asked for; what is none of it is asked for again."""
    if awaited.state == ADDING:
        await editing_adding.on_typed(message, awaited, visitor, texts, state, db, clock)
        return
    event_id = int(awaited.facts["event"])
    draft = await working.look_at_event(db, clock, visitor, event_id)
    if awaited.state == FIELD and not awaited.again:
        what = Text(awaited.facts["what"])
        try:
            fields = field_of(what.value, message.text or "", draft.record)
        except (Unclear, Refusal) as fault:
            again = event_screens.ask_screen(texts, draft, what)
            sentence = texts.plain(fault.key, **fault.facts)
            await show(message, screens.unclear_screen(sentence, again))
            return
        typed = Typed(message.chat.id)
        draft = await actions.change_event(db, clock, visitor, event_id, fields, typed)
    await show(message, event_screens.event_screen(texts, draft))
