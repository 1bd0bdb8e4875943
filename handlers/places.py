"""Places on excursions: sign up, change the bus, give up, answer an offer."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.excursions import actions, places_actions
from bot.excursions.places_actions import Answer
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui.answers import show
from bot.ui.excursions.places import clash_screen, give_up_screen, said
from bot.ui.excursions.places_buttons import GiveUpButton, OfferButton, TakeButton
from bot.ui.excursions.screens import excursion_screen
from bot.ui.filters import Admitted, Private
from bot.ui.texts import Texts
from db.engine import Database


def make_router() -> Router:
    """Handle admitted people in private chats; the actions ask every right."""
    router = Router(name="places")
    router.callback_query.filter(Private(), Admitted())
    router.callback_query.register(on_take, TakeButton.filter())
    router.callback_query.register(on_give_up, GiveUpButton.filter())
    router.callback_query.register(on_offer, OfferButton.filter())
    return router


async def on_take(
    query: CallbackQuery,
    callback_data: TakeButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Sign up, change the bus, or join those who wait."""
    wish = callback_data
    answer = await places_actions.take_place(
        db, clock, planning, visitor, wish.event_id, wish.bus_id, wish.instead
    )
    await _answer(query, wish.event_id, answer, visitor, texts, db, clock)


async def on_give_up(
    query: CallbackQuery,
    callback_data: GiveUpButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Ask first; give the place up when sure."""
    event_id = callback_data.event_id
    if not callback_data.sure:
        view = await actions.excursion(db, clock, visitor, event_id)
        await show(query, give_up_screen(texts, view))
        return
    answer = await places_actions.give_up_place(db, clock, planning, visitor, event_id)
    await _answer(query, event_id, answer, visitor, texts, db, clock)


async def on_offer(
    query: CallbackQuery,
    callback_data: OfferButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Accept or decline the place that is held."""
    act = places_actions.accept_offer if callback_data.accept else places_actions.decline_offer
    answer = await act(db, clock, planning, visitor, callback_data.event_id)
    await _answer(query, callback_data.event_id, answer, visitor, texts, db, clock)


async def _answer(
    query: CallbackQuery,
    event_id: int,
    answer: Answer,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show the card as it is now, under what the tap came to."""
    view = await actions.excursion(db, clock, visitor, event_id)
    if answer.other is not None:
        await show(query, clash_screen(texts, view, answer, answer.other))
    else:
        await show(query, excursion_screen(texts, view, answer=said(texts, view, answer)))
