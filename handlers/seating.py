"""Who goes on an excursion: organizers see the list, give, move and take places away."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.excursions import seating_actions as actions
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui.answers import show
from bot.ui.excursions import seating as screens
from bot.ui.excursions.places_buttons import FindButton, PutButton, SeatButton, TakeAwayButton, WhoButton
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.texts import Texts
from db.engine import Database
from handlers.text_entry import Awaiting, await_typed

NAMING = "seating:naming"
"""Whom to give a place is awaited; beside it, on which excursion."""


def make_router() -> Router:
    """Handle organizers in private chats; the actions refuse everybody else."""
    router = Router(name="seating")
    router.callback_query.filter(Private(), Admitted())
    router.callback_query.register(on_who, WhoButton.filter())
    router.callback_query.register(on_seat, SeatButton.filter())
    router.callback_query.register(on_put, PutButton.filter())
    router.callback_query.register(on_take_away, TakeAwayButton.filter())
    router.callback_query.register(on_find, FindButton.filter())
    return router


def make_entry_router() -> Router:
    """Handle the name that was asked for: after commands and keys, before words of the timetable."""
    router = Router(name="seating-entry")
    router.message.filter(Private(), Admitted(), PlainText())
    router.message.register(on_name, Awaiting(NAMING, event_id="event"))
    return router


async def on_who(
    query: CallbackQuery,
    callback_data: WhoButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a page of who goes and who waits."""
    view = await actions.who_goes(db, clock, visitor, callback_data.event_id)
    await show(query, screens.who_screen(texts, view, callback_data.page))


async def on_seat(
    query: CallbackQuery,
    callback_data: SeatButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show what may be done about somebody's place."""
    wish = callback_data
    view = await actions.place_of(db, clock, visitor, wish.event_id, wish.person_id)
    await show(query, screens.seat_screen(texts, view))


async def on_put(
    query: CallbackQuery,
    callback_data: PutButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Give a place, or move to another bus."""
    wish = callback_data
    view = await actions.put(db, clock, planning, visitor, wish.event_id, wish.person_id, wish.bus_id)
    await show(query, screens.seat_screen(texts, view))


async def on_take_away(
    query: CallbackQuery,
    callback_data: TakeAwayButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Ask first; take the place away when sure."""
    event_id, person_id = callback_data.event_id, callback_data.person_id
    if not callback_data.sure:
        view = await actions.place_of(db, clock, visitor, event_id, person_id)
        await show(query, screens.seat_screen(texts, view, ask=True))
        return
    view = await actions.take_away(db, clock, planning, visitor, event_id, person_id)
    await show(query, screens.seat_screen(texts, view))


async def on_find(
    query: CallbackQuery,
    callback_data: FindButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Await whom to give a place."""
    view = await actions.who_goes(db, clock, visitor, callback_data.event_id)
    await await_typed(state, NAMING, event=view.excursion.event.id)
    await show(query, screens.asking_screen(texts, view))


async def on_name(
    message: Message,
    event_id: int,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Show who is meant by what was typed."""
    words = (message.text or "").strip()[:100]
    found = await actions.find_for(db, clock, visitor, event_id, words)
    await state.clear()
    await show(message, screens.found_screen(texts, event_id, found, words))
