"""The cards behind the timetable's buttons: an event, a venue, the own travel, and points on the map."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.people.model import Visitor
from bot.schedule import card_actions
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from bot.ui.answers import show, show_point
from bot.ui.editing_event import edit_row
from bot.ui.event_files import file_rows
from bot.ui.excursions.screens import excursion_rows
from bot.ui.notices_buttons import event_notices_rows
from bot.ui.schedule import buttons
from bot.ui.schedule.answer import answer_screen
from bot.ui.schedule.cards import event_screen
from bot.ui.screens import Screen
from bot.ui.texts import Texts
from db.engine import Database


def make_router() -> Router:
    """Handle buttons that the router around it has let through."""
    router = Router(name="schedule-cards")
    router.callback_query.register(on_event, buttons.EventButton.filter())
    router.callback_query.register(on_venue, buttons.VenueButton.filter())
    router.callback_query.register(on_trip, buttons.TripButton.filter())
    router.callback_query.register(on_event_point, buttons.EventPointButton.filter())
    router.callback_query.register(on_venue_point, buttons.VenuePointButton.filter())
    return router


async def on_event(
    query: CallbackQuery,
    callback_data: buttons.EventButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Open a page of an event's card."""
    view = await card_actions.event(db, clock, visitor, callback_data.event_id)
    event = view.details.event
    stream_id = view.reader.stream.id
    extra = [
        *file_rows(texts, view),
        *excursion_rows(texts, event),
        *edit_row(texts, visitor, stream_id, event.id),
        *event_notices_rows(texts, visitor, stream_id, event.id),
    ]
    await show(query, event_screen(texts, view, callback_data.everything, callback_data.page, extra))


async def on_venue(
    query: CallbackQuery,
    callback_data: buttons.VenueButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Open a page of a venue's card."""
    view = await card_actions.venue(db, clock, visitor, callback_data.stream_id, callback_data.venue_id)
    await show(query, answer_screen(texts, view, callback_data.page))


async def on_trip(
    query: CallbackQuery,
    callback_data: buttons.TripButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Open a page of the own travel to a module."""
    view = await card_actions.trip(db, clock, visitor, callback_data.module_id)
    await show(query, answer_screen(texts, view, callback_data.page))


async def on_event_point(
    query: CallbackQuery,
    callback_data: buttons.EventPointButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Send where an event is on the map."""
    view = await card_actions.event(db, clock, visitor, callback_data.event_id)
    await _send_point(query, event_screen(texts, view, everything=False, page=0, extra_rows=[]))


async def on_venue_point(
    query: CallbackQuery,
    callback_data: buttons.VenuePointButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Send where a venue is on the map."""
    view = await card_actions.venue(db, clock, visitor, callback_data.stream_id, callback_data.venue_id)
    await _send_point(query, answer_screen(texts, view))


async def _send_point(query: CallbackQuery, screen: Screen) -> None:
    if screen.point is None:
        raise OutOfDate("schedule-no-point")
    await show_point(query, screen)
