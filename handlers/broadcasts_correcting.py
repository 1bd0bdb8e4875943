"""What is decided about a correction, by whoever typed it and by a second organizer.

Every right is asked in the actions.
"""

from aiogram import Bot, F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.broadcasts import correcting_actions as correcting
from bot.broadcasts import list_actions as lists
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from bot.ui.answers import stop_spinner
from bot.ui.broadcasts.buttons import Act, ActButton
from bot.ui.broadcasts.following import waiting_screen
from bot.ui.filters import Admitted, Private
from bot.ui.texts import Texts
from db.engine import Database
from handlers.broadcasts_shown import send_as_it_will_look, show_anew, show_card
from handlers.broadcasts_typing import PROPOSED, proposal
from handlers.text_entry import stop_awaiting


def make_router() -> Router:
    """Handle organizers in private chats."""
    router = Router(name="broadcasts-correcting")
    router.callback_query.filter(Private(), Admitted())
    own = router.callback_query.register
    own(on_rewrite, ActButton.filter(F.act == Act.REWRITE))
    own(on_leave, ActButton.filter(F.act == Act.LEAVE))
    own(on_waiting, ActButton.filter(F.act == Act.WAITING))
    own(on_agree, ActButton.filter(F.act == Act.AGREE))
    own(on_refuse, ActButton.filter(F.act == Act.REFUSE))
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


async def on_waiting(
    query: CallbackQuery,
    callback_data: ActButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a correction that waits for a second organizer as it will look, and ask below it."""
    card = await lists.card(db, clock, visitor, callback_data.broadcast_id)
    if not card.waiting:
        await show_card(query, texts, db, card)
        return
    await stop_spinner(query)
    await send_as_it_will_look(bot, visitor, texts, card.broadcast, card.waiting)
    question = waiting_screen(texts, card)
    await bot.send_message(visitor.chat_id, question.text, reply_markup=question.markup)


async def on_agree(
    query: CallbackQuery,
    callback_data: ActButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Make a correction that was laid before a second organizer."""
    number = callback_data.broadcast_id
    try:
        card = await correcting.agree(db, clock, planning, visitor, number, callback_data.mark)
    except OutOfDate as why:
        await show_anew(query, visitor, texts, db, clock, number, why)
        return
    await show_card(query, texts, db, card)


async def on_refuse(
    query: CallbackQuery,
    callback_data: ActButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Make no correction of what waits."""
    card = await correcting.refuse(db, clock, planning, visitor, callback_data.broadcast_id)
    await show_card(query, texts, db, card)
