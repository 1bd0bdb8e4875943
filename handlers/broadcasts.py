"""/broadcast and /urgent: prepare, try, confirm, and watch; every right is asked in the actions."""

import asyncio
from collections.abc import Awaitable, Callable

from aiogram import Bot, F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.broadcasts import answer_actions
from bot.broadcasts import audience_actions as audiences
from bot.broadcasts import board_actions as boards
from bot.broadcasts import draft_actions as drafts
from bot.broadcasts import following_actions as following
from bot.broadcasts import list_actions as lists
from bot.broadcasts import sending_actions as sending
from bot.broadcasts import steering_actions as steering
from bot.broadcasts.model import Card, State
from bot.broadcasts.progress import is_over
from bot.delivery.letters import send_first, send_text
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui.answers import alert, send_file, show, stop_spinner
from bot.ui.broadcasts import board, draft, whom
from bot.ui.broadcasts import buttons as data
from bot.ui.broadcasts import following as beside
from bot.ui.broadcasts.tables import file_name, report_file
from bot.ui.broadcasts.wording import choice_label
from bot.ui.filters import Admitted, Private
from bot.ui.notices.broadcasts import letter_of
from bot.ui.screens import Screen
from bot.ui.texts import Texts
from db.engine import Database
from handlers.broadcasts_typing import (
    CONTENT,
    await_typed,
)

Act = data.Act
Attach = data.Attach

ASKED = frozenset({Act.DROP, Act.CANCEL, Act.RETRACT})
"""What is asked about first."""


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
    own(on_try, private, data.ActButton.filter(F.act == Act.TRY), admitted)
    own(on_send, private, data.ActButton.filter((F.act == Act.SEND) & ~F.sure), admitted)
    own(on_report, private, data.ActButton.filter(F.act == Act.REPORT), admitted)
    own(on_act, private, data.ActButton.filter(), admitted)
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
    await _leave(query, db)
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
    await _leave(query, db)
    await show(query, beside.log_screen(texts, await lists.log(db, clock, visitor), callback_data.page))


async def on_table(query: CallbackQuery, texts: Texts, db: Database) -> None:
    """Show what each kind of message allows."""
    await _leave(query, db)
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
        await _leave(query, db)
        await show(query, beside.silent_screen(texts, one, silent, callback_data.page))
        return
    card = await lists.card(db, clock, visitor, number)
    if card.broadcast.state is not State.DRAFT or view is data.View.CARD:
        await _show(query, texts, db, card)
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
    await _leave(query, db)
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
        returned = await sending.give_back(db, clock, visitor, number)
        if returned is None:
            await show(query, draft.home_screen(texts, await lists.own(db, clock, visitor), 0))
            return
        await _show(query, texts, db, returned)
        return
    done: dict[data.Act, Callable[[], Awaitable[Card]]] = {
        Act.SEND: lambda: sending.confirm(db, clock, planning, visitor, number, asked.count),
        Act.APPROVE: lambda: sending.approve(db, clock, planning, visitor, number, asked.count),
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
    card = await done[act]()
    if act in {Act.CHATS, Act.NO_CHATS, Act.CLEAR}:
        own = await audiences.streams(db, clock, visitor)
        await show(query, whom.audience_screen(texts, card, len(own)))
        return
    await _show(query, texts, db, card)


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
    await _send_as_it_will_look(bot, visitor, texts, card)


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
        await _show(query, texts, db, card)
        return
    await stop_spinner(query)
    await _send_as_it_will_look(bot, visitor, texts, card)
    question = draft.confirm_screen(texts, card)
    await bot.send_message(visitor.chat_id, question.text, reply_markup=question.markup)


async def _send_as_it_will_look(bot: Bot, visitor: Visitor, texts: Texts, card: Card) -> None:
    one = card.broadcast
    name = visitor.own_person.address_name if visitor.own_person else ""
    letter = letter_of(texts, one, one.parts, name)
    await send_first(bot, visitor.chat_id, letter, silent=False)
    if len(letter.media) > 1 and letter.rows:
        await send_text(bot, visitor.chat_id, letter, silent=False)


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
    await alert(query, texts.plain(key, label=choice_label(texts, one, choice)))


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


async def _leave(query: CallbackQuery, db: Database) -> None:
    """Renew the message no more: it shows something else now."""
    if query.message is not None:
        await boards.leave(db, query.message.chat.id, query.message.message_id)


async def _show(query: CallbackQuery, texts: Texts, db: Database, card: Card) -> None:
    """Show a broadcast as it stands; the message shown is renewed until nothing changes any more."""
    one = card.broadcast
    screen: Screen = (
        draft.draft_screen(texts, card) if one.state is State.DRAFT else board.board_screen(texts, card)
    )
    await show(query, screen)
    if one.state is not State.DRAFT and is_over(card):
        await _leave(query, db)
    elif query.message is not None:
        await boards.show_at(db, one.id, query.message.chat.id, query.message.message_id)
