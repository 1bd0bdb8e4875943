"""The help desk for organizers: take, answer and close questions, and see which are open."""

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.delivery.questions import Courier
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.support import staff_actions
from bot.support.model import Question
from bot.ui import support as screens
from bot.ui import support_buttons as buttons
from bot.ui.answers import alert, say, show
from bot.ui.filters import GROUPS, Admitted, Fits, Private
from bot.ui.formatting import reformatted
from bot.ui.texts import Texts, texts_in
from db.engine import Database
from handlers.support_typing import ANSWERING, InAlbum, InThread, await_typed, content_of


def make_router() -> Router:
    """Handle the staff chat and organizers' private chats; rights are asked in the actions."""
    router = Router(name="support-staff")
    private = Private()
    in_group, replied = Fits(F.chat.type.in_(GROUPS)), Fits(F.reply_to_message)
    words = Fits(~F.text.startswith("/"))
    router.message.register(on_questions, private, Command("questions"), Admitted())
    nameless = (in_group, Fits(F.sender_chat), replied, words, InThread())
    router.message.register(on_nameless_reply, *nameless)
    album = (in_group, Fits(F.media_group_id), InAlbum())
    router.message.register(on_staff_reply, *album)
    router.message.register(on_staff_reply, in_group, replied, words, InThread())
    router.callback_query.register(on_take, buttons.TakeButton.filter())
    router.callback_query.register(on_close, buttons.CloseButton.filter())
    router.callback_query.register(on_page, private, buttons.QuestionsButton.filter(), Admitted())
    router.callback_query.register(on_card, private, buttons.CardButton.filter(), Admitted())
    router.callback_query.register(on_answer, private, buttons.AnswerButton.filter(), Admitted())
    return router


async def on_staff_reply(
    message: Message,
    question_id: int,
    bot: Bot,
    visitor: Visitor,
    db: Database,
    clock: Clock,
    courier: Courier,
    default_locale: str,
) -> None:
    """Pass an organizer's reply in the staff chat on to the person."""
    content = content_of(message)
    if content is None:
        await message.reply(texts_in(default_locale)("support-only"))
        return
    await staff_actions.answer(db, clock, courier.planning, visitor, question_id, content)
    await courier.hurry(bot, album=bool(content.album))


async def on_nameless_reply(message: Message, default_locale: str) -> None:
    """Say that an answer in the name of the group was not sent: nobody knows who answers."""
    await message.reply(texts_in(default_locale)("groups-nameless-answer"))


async def on_take(
    query: CallbackQuery,
    callback_data: buttons.TakeButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    default_locale: str,
) -> None:
    """Take a question."""
    question = await staff_actions.take(db, clock, visitor, callback_data.question_id)
    await _restate(query, texts, question, default_locale)


async def on_close(
    query: CallbackQuery,
    callback_data: buttons.CloseButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
    default_locale: str,
) -> None:
    """Mark a question answered."""
    question = await staff_actions.close(db, clock, planning, visitor, callback_data.question_id)
    await _restate(query, texts, question, default_locale)


async def on_questions(message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """List the open questions."""
    found = await staff_actions.open_questions(db, clock, visitor)
    await show(message, screens.questions_screen(texts, found, 0, clock.now()))


async def on_page(
    query: CallbackQuery,
    callback_data: buttons.QuestionsButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Turn a page of the open questions."""
    found = await staff_actions.open_questions(db, clock, visitor)
    await show(query, screens.questions_screen(texts, found, callback_data.page, clock.now()))


async def on_card(
    query: CallbackQuery,
    callback_data: buttons.CardButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Open a question with its messages."""
    question, thread = await staff_actions.card(db, clock, visitor, callback_data.question_id)
    await show(query, screens.card_screen(texts, question, thread))


async def on_answer(
    query: CallbackQuery,
    callback_data: buttons.AnswerButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Await an answer to a question."""
    question, _thread = await staff_actions.card(db, clock, visitor, callback_data.question_id)
    await await_typed(state, ANSWERING, question.id)
    await say(query, texts("support-write-reply", number=str(question.id)))


async def _restate(query: CallbackQuery, texts: Texts, question: Question, default_locale: str) -> None:
    """Say what is true now, and renew the line of the state in the message that was tapped."""
    await alert(query, screens.state_words(texts, question))
    shown = query.message
    if not isinstance(shown, Message):
        return
    language = texts if shown.chat.type == ChatType.PRIVATE else texts_in(default_locale)
    words, entities = shown.text or shown.caption or "", shown.entities or shown.caption_entities
    text = screens.restated(language, reformatted(words, entities), question)
    markup = screens.restated_markup(language, question)
    if shown.text:
        await shown.edit_text(text, reply_markup=markup)
    else:
        await shown.edit_caption(caption=text, reply_markup=markup)
