"""What is done with a broadcast: tried, sent, held, called off; every right is asked in the actions."""

import asyncio
from collections.abc import Awaitable, Callable

from aiogram import Bot, F, Router
from aiogram.types import BufferedInputFile, CallbackQuery

from bot.broadcasts import audience_actions as audiences
from bot.broadcasts import draft_actions as drafts
from bot.broadcasts import following_actions as following
from bot.broadcasts import list_actions as lists
from bot.broadcasts import sending_actions as sending
from bot.broadcasts import steering_actions as steering
from bot.broadcasts.model import Card, State
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from bot.ui.answers import send_file, show, stop_spinner
from bot.ui.broadcasts import buttons as data
from bot.ui.broadcasts import draft, whom
from bot.ui.broadcasts import following as beside
from bot.ui.broadcasts.tables import file_name, report_file
from bot.ui.filters import Admitted, Private
from bot.ui.texts import Texts
from db.engine import Database
from handlers.broadcasts_shown import leave, send_as_it_will_look, show_anew, show_card

Act = data.Act

ASKED = frozenset({Act.DROP, Act.CANCEL, Act.RETRACT})
"""What is asked about first."""


def make_router() -> Router:
    """Handle organizers in private chats."""
    router = Router(name="broadcasts-acting")
    router.callback_query.filter(Private(), Admitted())
    own = router.callback_query.register
    own(on_try, data.ActButton.filter(F.act == Act.TRY))
    own(on_send, data.ActButton.filter((F.act == Act.SEND) & ~F.sure))
    own(on_report, data.ActButton.filter(F.act == Act.REPORT))
    own(on_act, data.ActButton.filter())
    return router


async def on_act(
    query: CallbackQuery,
    callback_data: data.ActButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Do what a button asks for, after a question where it cannot be taken back."""
    act = callback_data.act
    if callback_data.sure or act not in ASKED:
        await _act(query, callback_data, visitor, texts, db, clock, planning)
        return
    card = await lists.card(db, clock, visitor, callback_data.broadcast_id)
    await leave(query, db)
    await show(query, beside.question_screen(texts, card, act))


async def _act(
    query: CallbackQuery,
    asked: data.ActButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    number, act = asked.broadcast_id, asked.act
    if act is Act.DROP:
        await drafts.drop(db, clock, visitor, number)
        await show(query, draft.home_screen(texts, await lists.own(db, clock, visitor), 0))
        return
    if act is Act.RETURN:
        returned = await sending.give_back(db, clock, planning, visitor, number)
        if returned is None:
            await show(query, draft.home_screen(texts, await lists.own(db, clock, visitor), 0))
            return
        await show_card(query, texts, db, returned)
        return
    done: dict[data.Act, Callable[[], Awaitable[Card]]] = {
        Act.SEND: lambda: sending.confirm(db, clock, planning, visitor, number, asked.count, asked.mark),
        Act.APPROVE: lambda: sending.approve(db, clock, planning, visitor, number, asked.count, asked.mark),
        Act.PAUSE: lambda: steering.pause(db, clock, visitor, number),
        Act.RESUME: lambda: steering.resume(db, clock, planning, visitor, number),
        Act.CANCEL: lambda: steering.cancel(db, clock, visitor, number),
        Act.RETRY: lambda: steering.retry(db, clock, planning, visitor, number),
        Act.RETRACT: lambda: following.retract(db, clock, planning, visitor, number),
        Act.REMIND: lambda: following.remind(db, clock, planning, visitor, number),
        Act.CHATS: lambda: audiences.with_chats(db, clock, visitor, number, True),
        Act.NO_CHATS: lambda: audiences.with_chats(db, clock, visitor, number, False),
        Act.CLEAR: lambda: audiences.aim_anew(db, clock, visitor, number),
    }
    if act not in done:
        raise OutOfDate
    try:
        card = await done[act]()
    except OutOfDate as why:
        await show_anew(query, visitor, texts, db, clock, number, why)
        return
    if act in {Act.CHATS, Act.NO_CHATS, Act.CLEAR}:
        own = await audiences.streams(db, clock, visitor)
        await show(query, whom.audience_screen(texts, card, len(own)))
        return
    await show_card(query, texts, db, card)


async def on_try(
    query: CallbackQuery,
    callback_data: data.ActButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Send a broadcast to the organizer alone, exactly as everybody will get it."""
    card = await lists.card(db, clock, visitor, callback_data.broadcast_id)
    await stop_spinner(query)
    await send_as_it_will_look(bot, visitor, texts, card.broadcast, card.broadcast.parts)


async def on_send(
    query: CallbackQuery,
    callback_data: data.ActButton,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a broadcast exactly as it will look, and ask below it whether it is to go to so many."""
    card = await lists.card(db, clock, visitor, callback_data.broadcast_id)
    if card.broadcast.state is not State.DRAFT:
        await show_card(query, texts, db, card)
        return
    await stop_spinner(query)
    await send_as_it_will_look(bot, visitor, texts, card.broadcast, card.broadcast.parts)
    question = draft.confirm_screen(texts, card)
    await bot.send_message(visitor.chat_id, question.text, reply_markup=question.markup)


async def on_report(
    query: CallbackQuery,
    callback_data: data.ActButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Send the report as a file."""
    one, people = await following.recipients_of(db, clock, visitor, callback_data.broadcast_id)
    content = await asyncio.to_thread(report_file, texts, one, people)
    name = file_name(texts, one)
    await send_file(query, BufferedInputFile(content, name), texts("broadcasts-report-caption"))
