"""/write: letters between a mentor and a team, replies to them, albums, corrections."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.mentoring import correspondence_actions as actions
from bot.mentoring import life_actions
from bot.mentoring.correspondence import Letter
from bot.mentoring.standing_actions import Standing
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui.answers import Tap, say, show
from bot.ui.filters import Admitted, Fits, Private
from bot.ui.mentoring.letters import answer_screen, sent_screen, write_screen
from bot.ui.mentoring.life_buttons import AnswerLetterButton, WriteButton
from bot.ui.mentoring.teams import choose_mentorship
from bot.ui.texts import Texts
from db.engine import Database
from handlers.mentoring_typing import (
    LETTER,
    EditedLetter,
    OfAlbum,
    ToLetter,
    written_after,
    written_of,
)
from handlers.text_entry import await_typed


def make_router() -> Router:
    """Handle admitted people in private chats; the actions ask every right."""
    router = Router(name="correspondence")
    private, words = Private(), Fits(~F.text.startswith("/"))
    router.message.register(on_write, private, Command("write"), Admitted())
    router.message.register(on_album, private, Fits(F.media_group_id), OfAlbum(), Admitted())
    router.message.register(on_reply, private, Fits(F.reply_to_message), words, ToLetter(), Admitted())
    router.edited_message.register(on_edited, private, EditedLetter())
    router.callback_query.register(on_write_button, private, WriteButton.filter(), Admitted())
    router.callback_query.register(on_answer, private, AnswerLetterButton.filter(), Admitted())
    return router


async def on_write(
    message: Message,
    command: CommandObject,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Send the words after the command at once, or ask to whom and for the letter."""
    mine = await life_actions.mine(db, clock, visitor)
    if len(mine) != 1:
        await show(message, choose_mentorship(texts, "letters-to-whom", mine, WriteButton))
        return
    if not (command.args or "").strip():
        await _ask(message, mine[0], texts, state)
        return
    written = written_after(message, command)
    sent = await actions.write(db, clock, planning, visitor, mine[0].one.id, written)
    if sent is not None:
        await show(message, sent_screen(texts, sent, clock.now()))


async def on_write_button(
    query: CallbackQuery,
    callback_data: WriteButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Await a letter."""
    me = await actions.addressing(db, clock, visitor, callback_data.mentorship_id)
    await _ask(query, me, texts, state)


async def on_answer(
    query: CallbackQuery,
    callback_data: AnswerLetterButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Await the answer to a letter, below it."""
    me, letter = await actions.answering(db, clock, visitor, callback_data.letter_id)
    await await_typed(state, LETTER, mentorship=me.one.id, letter=letter.id)
    everybody = (*me.one.people(letter.side), me.person)
    name = next((one.full_name for one in everybody if one.id == letter.author_id), me.one.team)
    screen = answer_screen(texts, me, name)
    await say(query, screen.text, screen.markup)


async def on_reply(
    message: Message,
    letter: Letter,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Send a reply to a letter to whoever wrote it; one to an own letter goes where that went."""
    written = written_of(message)
    if written is None:
        await say(message, texts("letters-only"))
        return
    sent = await actions.write(db, clock, planning, visitor, letter.mentorship_id, written, letter.id)
    if sent is not None:
        await show(message, sent_screen(texts, sent, clock.now()))


async def on_album(
    message: Message, letter: Letter, visitor: Visitor, db: Database, clock: Clock, planning: Planning
) -> None:
    """Send a further file of an album to where its first one went."""
    written = written_of(message)
    if written is not None:
        await actions.go_on(db, clock, planning, visitor, written, letter)


async def on_edited(
    message: Message, visitor: Visitor, db: Database, clock: Clock, planning: Planning
) -> None:
    """Pass the correction of a letter on."""
    written = written_of(message)
    if written is not None:
        await actions.correct(db, clock, planning, visitor, written)


async def _ask(tap: Tap, me: Standing, texts: Texts, state: FSMContext) -> None:
    await await_typed(state, LETTER, mentorship=me.one.id)
    screen = write_screen(texts, me)
    await say(tap, screen.text, screen.markup)
