"""/broadcast and /urgent: prepare, try, confirm, and watch; every right is asked in the actions."""

import asyncio
from collections.abc import Awaitable, Callable

from aiogram import Bot, F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.broadcasts import answer_actions
from bot.broadcasts import board_actions as boards
from bot.broadcasts import draft_actions as drafts
from bot.broadcasts import following_actions as following
from bot.broadcasts import sending_actions as sending
from bot.broadcasts.model import Buttons, Card, Schedule, State, Timing
from bot.delivery.letters import send_first, send_text
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui.answers import alert, say, send_file, show, stop_spinner
from bot.ui.broadcasts import board, draft
from bot.ui.broadcasts import buttons as data
from bot.ui.broadcasts.tables import file_name, report_file
from bot.ui.broadcasts.wording import choice_label
from bot.ui.dates import zone_mark
from bot.ui.filters import Admitted, Private
from bot.ui.notices.broadcasts import letter_of
from bot.ui.screens import Screen
from bot.ui.texts import Texts
from db.engine import Database
from handlers.broadcasts_typing import (
    CHOICES,
    CONTENT,
    CORRECTION,
    DEADLINE,
    LINK,
    MOMENT,
    TITLE,
    await_typed,
)

Act = data.Act
Attach = data.Attach

TYPED = {Act.CONTENT: CONTENT, Act.CORRECT: CORRECTION, Act.SAVE: TITLE}
"""What is awaited after a tap."""

ASKED = frozenset({Act.SEND, Act.DROP, Act.CANCEL, Act.RETRACT})
"""What is asked about first."""

OFFERED = {Attach.COMING: "broadcasts-coming", Attach.YES: "broadcasts-yesno"}
"""Choices that are offered: their labels stand in one text, parted by a bar."""


def make_router() -> Router:
    """Handle organizers in private chats, and recipients' answers anywhere."""
    router = Router(name="broadcasts")
    private, admitted = Private(), Admitted()
    router.message.register(on_broadcast, private, Command("broadcast", "urgent"), admitted)
    own = router.callback_query.register
    own(on_answer, data.ReplyButton.filter(), admitted)
    own(on_home, private, data.HomeButton.filter(), admitted)
    own(on_log, private, data.LogButton.filter(), admitted)
    own(on_table, private, data.AbilitiesButton.filter(), admitted)
    own(on_look, private, data.LookButton.filter(), admitted)
    own(on_field, private, data.FieldButton.filter(), admitted)
    own(on_value, private, data.ValueButton.filter(), admitted)
    own(on_stream, private, data.StreamButton.filter(), admitted)
    own(on_load, private, data.LoadButton.filter(), admitted)
    own(on_attach, private, data.AttachButton.filter(), admitted)
    own(on_moment, private, data.MomentButton.filter(), admitted)
    own(on_try, private, data.ActButton.filter(F.act == Act.TRY), admitted)
    own(on_report, private, data.ActButton.filter(F.act == Act.REPORT), admitted)
    own(on_type, private, data.ActButton.filter(F.act.in_(set(TYPED))), admitted)
    own(on_act, private, data.ActButton.filter(), admitted)
    return router


async def on_broadcast(
    message: Message, visitor: Visitor, texts: Texts, state: FSMContext, db: Database, clock: Clock
) -> None:
    """Await what is to be sent, and show what was sent before."""
    found = await drafts.own(db, clock, visitor)
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
    found = await drafts.own(db, clock, visitor)
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
    await show(query, board.log_screen(texts, await drafts.log(db, clock, visitor), callback_data.page))


async def on_table(query: CallbackQuery, texts: Texts, db: Database) -> None:
    """Show what each kind of message allows."""
    await _leave(query, db)
    await show(query, board.abilities_screen(texts))


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
        await show(query, board.silent_screen(texts, one, silent, callback_data.page))
        return
    card = await drafts.card(db, clock, visitor, number)
    if card.broadcast.state is not State.DRAFT or view is data.View.CARD:
        await _show(query, texts, db, card)
    elif view is data.View.AUDIENCE:
        own = await drafts.streams(db, clock, visitor)
        await show(query, draft.audience_screen(texts, card, len(own)))
    elif view is data.View.STREAMS:
        await show(query, draft.streams_screen(texts, card, await drafts.streams(db, clock, visitor)))
    elif view is data.View.SAVED:
        await show(query, draft.saved_screen(texts, card, await drafts.audiences(db, clock, visitor)))
    elif view is data.View.BUTTONS:
        await show(query, draft.buttons_screen(texts, card))
    else:
        await show(query, draft.moment_screen(texts, card))


async def on_field(
    query: CallbackQuery,
    callback_data: data.FieldButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Open a condition of the audience."""
    number, field = callback_data.broadcast_id, callback_data.field
    card, values = await drafts.values(db, clock, visitor, number, field)
    await show(query, draft.values_screen(texts, card, values, callback_data))


async def on_value(
    query: CallbackQuery,
    callback_data: data.ValueButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Put a value into a condition, or take it out."""
    number, field, excluded = callback_data.broadcast_id, callback_data.field, callback_data.excluded
    await drafts.aim(db, clock, visitor, number, field, callback_data.mark, excluded)
    card, values = await drafts.values(db, clock, visitor, number, field)
    asked = data.FieldButton(broadcast_id=number, field=field, excluded=excluded, page=callback_data.page)
    await show(query, draft.values_screen(texts, card, values, asked))


async def on_stream(
    query: CallbackQuery,
    callback_data: data.StreamButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Put a stream into the audience, or take it out."""
    number, stream_id = callback_data.broadcast_id, callback_data.stream_id
    card = await drafts.aim_stream(db, clock, visitor, number, stream_id)
    await show(query, draft.streams_screen(texts, card, await drafts.streams(db, clock, visitor)))


async def on_load(
    query: CallbackQuery,
    callback_data: data.LoadButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Take a kept audience."""
    number = callback_data.broadcast_id
    card = await drafts.load_audience(db, clock, visitor, number, callback_data.audience_id)
    own = await drafts.streams(db, clock, visitor)
    await show(query, draft.audience_screen(texts, card, len(own)))


async def on_attach(
    query: CallbackQuery,
    callback_data: data.AttachButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Change what a broadcast asks for; what must be typed is awaited."""
    number, what = callback_data.broadcast_id, callback_data.what
    typed = {Attach.OWN: CHOICES, Attach.LINK: LINK, Attach.DEADLINE: DEADLINE}.get(what)
    if typed is not None:
        await drafts.card(db, clock, visitor, number)
        await await_typed(state, typed, number)
        await say(query, texts(f"broadcasts-type-{what}"))
        return
    if what is Attach.ENDLESS:
        card = await drafts.set_deadline(db, clock, visitor, number, None)
    else:
        old = (await drafts.card(db, clock, visitor, number)).broadcast.buttons
        card = await drafts.set_buttons(db, clock, visitor, number, _asked(texts, what, old))
    await show(query, draft.buttons_screen(texts, card))


def _asked(texts: Texts, what: Attach, old: Buttons) -> Buttons:
    """Return what is attached after a tap."""
    if what is Attach.UNLINK:
        return Buttons(old.ack, old.choices)
    if what in OFFERED:
        labels = texts.plain(OFFERED[what]).split("|")
        return Buttons(choices=tuple(label.strip() for label in labels), link=old.link)
    return Buttons(ack=what is Attach.ACK, link=old.link)


async def on_moment(
    query: CallbackQuery,
    callback_data: data.MomentButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Change when a broadcast goes; a moment is awaited."""
    number, timing = callback_data.broadcast_id, callback_data.timing
    if timing is Timing.AT:
        zone = await drafts.zone_of(db, clock, visitor, number)
        await await_typed(state, MOMENT, number)
        await say(query, texts("broadcasts-type-moment", zone=zone_mark(texts, zone, clock.now())))
        return
    card = await drafts.set_moment(db, clock, visitor, number, Schedule(timing))
    await show(query, draft.draft_screen(texts, card))


async def on_type(
    query: CallbackQuery,
    callback_data: data.ActButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Await a message about a broadcast."""
    number, act = callback_data.broadcast_id, callback_data.act
    await drafts.card(db, clock, visitor, number)
    await await_typed(state, TYPED[act], number)
    await say(query, texts(f"broadcasts-type-{act}"))


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
    card = await drafts.card(db, clock, visitor, callback_data.broadcast_id)
    if act is not Act.SEND:
        await _leave(query, db)
        await show(query, board.question_screen(texts, card, act))
    elif card.broadcast.state is State.DRAFT:
        await show(query, draft.confirm_screen(texts, card))
    else:
        await _show(query, texts, db, card)


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
        await show(query, draft.home_screen(texts, await drafts.own(db, clock, visitor), 0))
        return
    if act is Act.RETURN:
        returned = await sending.give_back(db, clock, visitor, number)
        if returned is None:
            await show(query, draft.home_screen(texts, await drafts.own(db, clock, visitor), 0))
            return
        await _show(query, texts, db, returned)
        return
    done: dict[data.Act, Callable[[], Awaitable[Card]]] = {
        Act.SEND: lambda: sending.confirm(db, clock, planning, visitor, number, asked.count),
        Act.APPROVE: lambda: sending.approve(db, clock, planning, visitor, number, asked.count),
        Act.PAUSE: lambda: sending.pause(db, clock, visitor, number),
        Act.RESUME: lambda: sending.resume(db, clock, planning, visitor, number),
        Act.CANCEL: lambda: sending.cancel(db, clock, visitor, number),
        Act.RETRY: lambda: sending.retry(db, clock, planning, visitor, number),
        Act.RETRACT: lambda: following.retract(db, clock, planning, visitor, number),
        Act.REMIND: lambda: following.remind(db, clock, planning, visitor, number),
        Act.CHATS: lambda: drafts.with_chats(db, clock, visitor, number, True),
        Act.NO_CHATS: lambda: drafts.with_chats(db, clock, visitor, number, False),
        Act.CLEAR: lambda: drafts.aim_anew(db, clock, visitor, number),
    }
    card = await done[act]()
    if act in {Act.CHATS, Act.NO_CHATS, Act.CLEAR}:
        own = await drafts.streams(db, clock, visitor)
        await show(query, draft.audience_screen(texts, card, len(own)))
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
    one = (await drafts.card(db, clock, visitor, callback_data.broadcast_id)).broadcast
    name = visitor.own_person.address_name if visitor.own_person else ""
    letter = letter_of(texts, one, one.parts, name)
    await stop_spinner(query)
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
    await alert(query, texts.plain("broadcasts-answered", label=choice_label(texts, one, choice)))


async def _leave(query: CallbackQuery, db: Database) -> None:
    """Renew the message no more: it shows something else now."""
    if query.message is not None:
        await boards.leave(db, query.message.chat.id, query.message.message_id)


async def _show(query: CallbackQuery, texts: Texts, db: Database, card: Card) -> None:
    """Show a broadcast as it stands; the message shown is renewed while it is being sent."""
    one = card.broadcast
    screen: Screen = (
        draft.draft_screen(texts, card) if one.state is State.DRAFT else board.board_screen(texts, card)
    )
    await show(query, screen)
    if query.message is not None:
        await boards.show_at(db, one.id, query.message.chat.id, query.message.message_id)
