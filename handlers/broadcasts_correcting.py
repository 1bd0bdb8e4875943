"""What is decided about a correction that was typed: every right is asked in the actions."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.broadcasts import correcting_actions as correcting
from bot.broadcasts import list_actions as lists
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from bot.ui.broadcasts.buttons import Act, ActButton
from bot.ui.filters import Admitted, Private
from bot.ui.texts import Texts
from db.engine import Database
from handlers.broadcasts_shown import show_anew, show_card
from handlers.broadcasts_typing import PROPOSED, proposal
from handlers.text_entry import stop_awaiting


def make_router() -> Router:
    """Handle organizers in private chats."""
    router = Router(name="broadcasts-correcting")
    router.callback_query.filter(Private(), Admitted())
    own = router.callback_query.register
    own(on_rewrite, ActButton.filter(F.act == Act.REWRITE))
    own(on_leave, ActButton.filter(F.act == Act.LEAVE))
    return router


async def on_rewrite(
    query: CallbackQuery,
    callback_data: ActButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Correct a broadcast with the very words that were shown."""
    number = callback_data.broadcast_id
    part = await proposal(state, number)
    try:
        card = await correcting.correct(db, clock, planning, visitor, number, part, callback_data.mark)
    except OutOfDate as why:
        await show_anew(query, visitor, texts, db, clock, number, why)
        return
    await show_card(query, texts, db, card)


async def on_leave(
    query: CallbackQuery,
    callback_data: ActButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Leave a broadcast as it is."""
    card = await lists.card(db, clock, visitor, callback_data.broadcast_id)
    await stop_awaiting(state, PROPOSED)
    await show_card(query, texts, db, card)
