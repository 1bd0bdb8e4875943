"""The help desk for those who ask: questions, more about them, ready answers."""

from aiogram import Bot, F, Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.delivery.questions import Courier
from bot.people.model import Visitor
from bot.schedule import card_actions
from bot.schedule.views import Unpublished
from bot.shared.clock import Clock
from bot.support import actions, staff_actions
from bot.support.model import Content, Question
from bot.ui import support as screens
from bot.ui import support_buttons as buttons
from bot.ui.answers import Tap, alert, say, show
from bot.ui.filters import Admitted, Fits, Key, Private
from bot.ui.menu import key_labels
from bot.ui.texts import Texts
from db.engine import Database
from handlers.support_typing import (
    ANSWERING,
    ASKING,
    Awaited,
    InAlbum,
    InThread,
    Typed,
    arguments_of,
    await_typed,
    content_of,
)


def make_router() -> Router:
    """Handle commands, replies and buttons; rights are asked in the actions."""
    router = Router(name="support")
    private = Private()
    replied, words = Fits(F.reply_to_message), Fits(~F.text.startswith("/"))
    router.message.register(on_ask_words, private, Command("ask", magic=F.args), Admitted())
    router.message.register(on_ask, private, Command("ask"), Admitted())
    router.message.register(on_ask, private, Key(key_labels("ask")), Admitted())
    router.message.register(on_album, private, Fits(F.media_group_id), InAlbum(), Admitted())
    router.message.register(on_private_reply, private, replied, words, InThread(), Admitted())
    router.edited_message.register(on_edited)
    own = router.callback_query.register
    own(on_more, private, buttons.AskButton.filter(), Admitted())
    own(on_ready, private, buttons.ReadyButton.filter(), Admitted())
    own(on_send, private, buttons.SendButton.filter(), Admitted())
    return router


def make_entry_router() -> Router:
    """Handle what was asked for and typed: after commands and keys, before words of the timetable."""
    router = Router(name="support-entry")
    router.message.filter(Private(), Fits(~F.text.startswith("/")), Admitted())
    router.message.register(on_typed, Awaited())
    return router


async def on_ask(message: Message, visitor: Visitor, texts: Texts, state: FSMContext) -> None:
    """Show whom to call and await a question."""
    await await_typed(state, ASKING, 0)
    await show(message, screens.question_screen(texts, visitor))


async def on_ask_words(
    message: Message,
    command: CommandObject,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    courier: Courier,
) -> None:
    """Send the words after the command at once."""
    content = arguments_of(message, command)
    question = await actions.ask(db, clock, courier.planning, visitor, content)
    await _arrived(message, bot, texts, courier, question, content, follow_up=False)


async def on_more(
    query: CallbackQuery,
    callback_data: buttons.AskButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
) -> None:
    """Await a question, or more about one."""
    number = callback_data.question_id
    await await_typed(state, ASKING, number)
    if number:
        await say(query, screens.more_screen(texts, number).text)
    else:
        await show(query, screens.question_screen(texts, visitor))


async def on_ready(
    query: CallbackQuery,
    callback_data: buttons.ReadyButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Answer from the venue card."""
    view = await card_actions.venue(db, clock, visitor)
    venue = None if isinstance(view, Unpublished) else view.venue
    await show(query, screens.ready_screen(texts, venue, callback_data.what))


async def on_send(
    query: CallbackQuery,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
    courier: Courier,
) -> None:
    """Send on the message that the button's message replies to."""
    shown = query.message if isinstance(query.message, Message) else None
    written = shown.reply_to_message if shown is not None else None
    content = content_of(written) if written is not None else None
    if content is None:
        await await_typed(state, ASKING, 0)
        await say(query, texts("support-again"))
        return
    known = await actions.thread_of(db, content.chat_id, content.message_id)
    if known is not None:
        await alert(query, texts.plain("support-arrived", number=str(known)))
        return
    question = await actions.ask(db, clock, courier.planning, visitor, content)
    await _arrived(query, bot, texts, courier, question, content, follow_up=False)


async def on_typed(
    message: Message,
    typed: Typed,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    courier: Courier,
) -> None:
    """Take what was asked for: a question, more about one, or an answer."""
    content = content_of(message)
    if content is None:
        await say(message, texts("support-only"))
    elif typed.what == ANSWERING:
        await staff_actions.answer(db, clock, courier.planning, visitor, typed.question_id, content)
        await courier.hurry(bot, album=bool(content.album))
    else:
        question = await actions.ask(db, clock, courier.planning, visitor, content, typed.question_id or None)
        follow_up = bool(typed.question_id)
        await _arrived(message, bot, texts, courier, question, content, follow_up=follow_up)


async def on_album(
    message: Message,
    question_id: int,
    bot: Bot,
    visitor: Visitor,
    db: Database,
    clock: Clock,
    courier: Courier,
) -> None:
    """Take a further message of an album; its first one was answered."""
    content = content_of(message)
    if content is None:
        return
    if await actions.is_own(db, visitor, question_id):
        await actions.ask(db, clock, courier.planning, visitor, content, question_id)
    else:
        await staff_actions.answer(db, clock, courier.planning, visitor, question_id, content)
    await courier.hurry(bot, album=True)


async def on_private_reply(
    message: Message,
    question_id: int,
    bot: Bot,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    courier: Courier,
) -> None:
    """Go on with an own question, or answer one that came to an organizer in private."""
    content = content_of(message)
    if content is None:
        await say(message, texts("support-only"))
    elif await actions.is_own(db, visitor, question_id):
        question = await actions.ask(db, clock, courier.planning, visitor, content, question_id)
        await _arrived(message, bot, texts, courier, question, content, follow_up=True)
    else:
        await staff_actions.answer(db, clock, courier.planning, visitor, question_id, content)
        await courier.hurry(bot, album=bool(content.album))


async def on_edited(
    message: Message, bot: Bot, visitor: Visitor, db: Database, clock: Clock, courier: Courier
) -> None:
    """Pass the correction of a question or an answer on."""
    content = content_of(message)
    if content is not None and await actions.correct(db, clock, visitor, content):
        await courier.hurry(bot)


async def _arrived(
    tap: Tap, bot: Bot, texts: Texts, courier: Courier, question: Question, content: Content, follow_up: bool
) -> None:
    screen = screens.arrived_screen(texts, question, follow_up)
    await show(tap, screen)
    await courier.hurry(bot, album=bool(content.album))
