"""Boarding: «Я в автобусе», and what guides see of their buses."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.delivery.keeping import Keeper
from bot.excursions import boarding_actions, guide_actions, guide_view_actions
from bot.excursions.boarding import Mark
from bot.excursions.boarding_actions import Wish
from bot.excursions.boarding_views import BoardingView, BusView
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui.answers import alert, say, show
from bot.ui.excursions.boarding import ALERTS, alert_words, reply_screen
from bot.ui.excursions.boarding_buttons import (
    BoardButton,
    BusButton,
    BusDeed,
    BusDeedButton,
    BusesButton,
    EverybodyButton,
    HandButton,
    HandMark,
    RiderButton,
)
from bot.ui.excursions.boarding_guide import (
    bus_screen,
    buses_screen,
    called_words,
    everybody_screen,
    rider_screen,
)
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.texts import Texts
from db.engine import Database
from handlers.boarding_words import Said


def make_router() -> Router:
    """Handle admitted people in private chats; the actions refuse who is not a bus's guide."""
    router = Router(name="boarding")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.callback_query.register(on_board, BoardButton.filter())
    router.message.register(on_buses, Command("bus"))
    router.callback_query.register(on_list, BusesButton.filter())
    router.callback_query.register(on_bus, BusButton.filter())
    router.callback_query.register(on_everybody, EverybodyButton.filter())
    router.callback_query.register(on_rider, RiderButton.filter())
    router.callback_query.register(on_hand, HandButton.filter())
    router.callback_query.register(on_deed, BusDeedButton.filter())
    return router


def make_word_router() -> Router:
    """Handle «я в автобусе», written."""
    router = Router(name="boarding-words")
    router.message.filter(Private(), Admitted())
    router.message.register(on_word, PlainText(), Said())
    return router


async def on_board(
    query: CallbackQuery,
    callback_data: BoardButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
    keeper: Keeper,
) -> None:
    """Write that somebody is in the bus or does not go; what was pressed stays for the next time."""
    data = callback_data
    wish = Wish(data.event_id, data.way, data.mark, data.bus_id or None, data.sure)
    view = await boarding_actions.board(db, clock, planning, visitor, wish)
    keeper.nudge()
    if view.reply in ALERTS:
        await alert(query, alert_words(texts, view))
    else:
        await _say(query, texts, view)


async def on_word(
    message: Message,
    mark: Mark,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
    keeper: Keeper,
) -> None:
    """Do what somebody has written."""
    view = await boarding_actions.board_by_word(db, clock, planning, visitor, mark)
    keeper.nudge()
    await _say(message, texts, view)


async def on_buses(message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """List the buses one looks after; a sole one opens at once."""
    view = await guide_view_actions.buses(db, clock, visitor)
    if len(view.buses) != 1 or view.organizer:
        await show(message, buses_screen(texts, view))
        return
    one = view.buses[0]
    screen = bus_screen(texts, one)
    sent = await message.answer(screen.text, reply_markup=screen.markup)
    await guide_view_actions.watch(db, clock, visitor, guide_view_actions.live(visitor, sent.message_id, one))


async def on_list(
    query: CallbackQuery,
    callback_data: BusesButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a page of the buses."""
    await _leave(query, db)
    view = await guide_view_actions.buses(db, clock, visitor)
    await show(query, buses_screen(texts, view, callback_data.page))


async def on_bus(
    query: CallbackQuery,
    callback_data: BusButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    keeper: Keeper,
) -> None:
    """Show a page of a bus, and keep it up to date."""
    data = callback_data
    view = await guide_view_actions.bus(db, clock, visitor, data.event_id, data.bus_id or None, data.way)
    await _show_bus(query, view, visitor, texts, db, clock, keeper, data.page)


async def on_everybody(
    query: CallbackQuery,
    callback_data: EverybodyButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show everybody of a bus."""
    data = callback_data
    view = await guide_view_actions.bus(db, clock, visitor, data.event_id, data.bus_id or None, data.way)
    await _leave(query, db)
    await show(query, everybody_screen(texts, view, data.page))


async def on_rider(
    query: CallbackQuery,
    callback_data: RiderButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show somebody of a bus."""
    data = callback_data
    view = await guide_view_actions.rider(
        db, clock, visitor, data.event_id, data.bus_id or None, data.way, data.person_id
    )
    await _leave(query, db)
    await show(query, rider_screen(texts, view))


async def on_hand(
    query: CallbackQuery,
    callback_data: HandButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    keeper: Keeper,
) -> None:
    """Mark somebody by hand."""
    data = callback_data
    mark = None if data.mark is HandMark.NONE else Mark(data.mark)
    view = await guide_actions.mark_by_hand(
        db, clock, visitor, data.event_id, data.bus_id or None, data.way, data.person_id, mark
    )
    keeper.nudge()
    if data.listed:
        page = await guide_view_actions.page_of_view(db, visitor, _number(query))
        await _show_bus(query, view.bus, visitor, texts, db, clock, keeper, page)
    else:
        await show(query, rider_screen(texts, view))


async def on_deed(
    query: CallbackQuery,
    callback_data: BusDeedButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
    keeper: Keeper,
) -> None:
    """Say something of a bus."""
    data = callback_data
    event_id, bus_id, way = data.event_id, data.bus_id or None, data.way
    if data.deed is BusDeed.CALL:
        called = await guide_actions.call_missing(db, clock, planning, visitor, event_id, bus_id, way)
        await alert(query, called_words(texts, called))
        return
    if data.deed is BusDeed.BACK:
        view = await guide_actions.begin_back(db, clock, planning, visitor, event_id, bus_id)
    else:
        left = data.deed is BusDeed.LEFT
        view = await guide_actions.say_left(db, clock, visitor, event_id, bus_id, way, left)
    await _show_bus(query, view, visitor, texts, db, clock, keeper, 0)


async def _say(tap: Message | CallbackQuery, texts: Texts, view: BoardingView) -> None:
    screen = reply_screen(texts, view)
    await say(tap, screen.text, screen.markup)


async def _show_bus(
    query: CallbackQuery,
    view: BusView,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    keeper: Keeper,
    page: int,
) -> None:
    """Show a bus; afterwards its keeper looks at it: what changed meanwhile is not lost."""
    await show(query, bus_screen(texts, view, page))
    number = _number(query)
    if number:
        await guide_view_actions.watch(
            db, clock, visitor, guide_view_actions.live(visitor, number, view, page)
        )
        keeper.nudge()


async def _leave(query: CallbackQuery, db: Database) -> None:
    if query.message is not None:
        await guide_view_actions.unwatch(db, query.message.chat.id, query.message.message_id)


def _number(query: CallbackQuery) -> int:
    return 0 if query.message is None else query.message.message_id
