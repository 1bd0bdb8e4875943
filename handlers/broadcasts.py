"""/broadcast and /urgent: prepare, try, confirm, and watch; every right is asked in the actions."""

import asyncio

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.broadcasts import answer_actions
from bot.broadcasts import audience_actions as audiences
from bot.broadcasts import following_actions as following
from bot.broadcasts import list_actions as lists
from bot.broadcasts.model import State
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui.answers import alert, show
from bot.ui.broadcasts import buttons as data
from bot.ui.broadcasts import draft, whom
from bot.ui.broadcasts import following as beside
from bot.ui.broadcasts.answered import tick
from bot.ui.broadcasts.wording import choice_label
from bot.ui.filters import Admitted, Private
from bot.ui.texts import Texts
from db.engine import Database
from handlers.broadcasts_shown import leave, show_card
from handlers.broadcasts_typing import CONTENT, await_typed

Act = data.Act
Attach = data.Attach


def make_router() -> Router:
    """Handle organizers in private chats, and recipients' answers anywhere."""
    router = Router(name="broadcasts")
    private, admitted = Private(), Admitted()
    router.message.register(on_broadcast, private, Command("broadcast", "urgent"), admitted)
    own = router.callback_query.register
    own(on_answer, data.ReplyButton.filter(), admitted)
    own(on_asked, private, data.AskedButton.filter(), admitted)
    own(on_home, private, data.HomeButton.filter(), admitted)
    own(on_log, private, data.LogButton.filter(), admitted)
    own(on_table, private, data.AbilitiesButton.filter(), admitted)
    own(on_look, private, data.LookButton.filter(), admitted)
    return router


async def on_broadcast(
    message: Message, visitor: Visitor, texts: Texts, state: FSMContext, db: Database, clock: Clock
) -> None:
    """Await what is to be sent, and show what was sent before."""
    found = await lists.own(db, clock, visitor)
    urgent = (message.text or "").startswith("/urgent")
    await await_typed(state, CONTENT, urgent=urgent)
    await show(message, draft.home_screen(texts, found, 0, urgent))


async def on_home(
    query: CallbackQuery,
    callback_data: data.HomeButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Show a page of the list, and await a new broadcast."""
    found = await lists.own(db, clock, visitor)
    await await_typed(state, CONTENT)
    await leave(query, db)
    await show(query, draft.home_screen(texts, found, callback_data.page))


async def on_log(
    query: CallbackQuery,
    callback_data: data.LogButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show the log."""
    await leave(query, db)
    await show(query, beside.log_screen(texts, await lists.log(db, clock, visitor), callback_data.page))


async def on_table(query: CallbackQuery, texts: Texts, db: Database) -> None:
    """Show what each kind of message allows."""
    await leave(query, db)
    await show(query, beside.abilities_screen(texts))


async def on_look(
    query: CallbackQuery,
    callback_data: data.LookButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Open a screen of a broadcast."""
    number, view = callback_data.broadcast_id, callback_data.view
    if view is data.View.SILENT:
        one, silent = await following.silent_of(db, clock, visitor, number)
        await leave(query, db)
        await show(query, beside.silent_screen(texts, one, silent, callback_data.page))
        return
    card = await lists.card(db, clock, visitor, number)
    if card.broadcast.state is not State.DRAFT or view is data.View.CARD:
        await show_card(query, texts, db, card)
    elif view is data.View.AUDIENCE:
        own = await audiences.streams(db, clock, visitor)
        await show(query, whom.audience_screen(texts, card, len(own)))
    elif view is data.View.STREAMS:
        await show(query, whom.streams_screen(texts, card, await audiences.streams(db, clock, visitor)))
    elif view is data.View.SAVED:
        await show(
            query,
            whom.saved_screen(texts, card, await audiences.audiences(db, clock, visitor), callback_data.page),
        )
    elif view is data.View.BUTTONS:
        await show(query, draft.buttons_screen(texts, card))
    else:
        await show(query, draft.moment_screen(texts, card))


async def on_answer(
    query: CallbackQuery,
    callback_data: data.ReplyButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Take a recipient's answer."""
    number, choice = callback_data.broadcast_id, callback_data.choice
    one = await answer_actions.answer(db, clock, visitor, number, choice)
    late = one.deadline is not None and clock.now() > one.deadline
    key = "broadcasts-answered-late" if late else "broadcasts-answered"
    await asyncio.gather(alert(query, texts.plain(key, label=choice_label(texts, one, choice))), tick(query))


async def on_asked(
    query: CallbackQuery,
    callback_data: data.AskedButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a recipient what a broadcast has asked them, with its buttons."""
    one = await answer_actions.asked(db, clock, visitor, callback_data.broadcast_id)
    await show(query, beside.asked_screen(texts, one))
