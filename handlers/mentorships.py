"""/teams and /mentor: mentorships as mentors, teams and organizers see them, and their end."""

from contextlib import suppress

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.mentoring import ending_actions, life_actions, match_actions
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from bot.ui.answers import show
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.mentoring import ending as endings
from bot.ui.mentoring import life_buttons as buttons
from bot.ui.mentoring import teams as screens
from bot.ui.texts import Texts
from bot.ui.understanding.asking import Asking
from bot.understanding.model import Intent
from db.engine import Database
from handlers.mentoring_typing import END
from handlers.text_entry import await_typed


def make_router() -> Router:
    """Handle admitted people in private chats; the actions ask every right."""
    router = Router(name="mentorships")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_teams, Command("teams"))
    router.message.register(on_mentor, Command("mentor"))
    taps = router.callback_query.register
    taps(on_page, buttons.TeamsButton.filter())
    taps(on_own_mentor, buttons.MentorButton.filter())
    taps(on_card, buttons.LifeButton.filter())
    taps(on_ask_end, buttons.AskEndButton.filter())
    taps(on_board, buttons.BoardButton.filter())
    taps(on_staff_card, buttons.StaffLifeButton.filter())
    taps(on_end, buttons.EndButton.filter())
    taps(on_go_on, buttons.GoOnButton.filter())
    return router


def make_word_router() -> Router:
    """Handle «кто мой наставник», written."""
    router = Router(name="mentor-words")
    router.message.filter(Private(), Admitted())
    router.message.register(on_mentor, PlainText(), Asking(Intent.MENTOR))
    return router


async def on_teams(message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Show a mentor's teams; organizers who mentor nobody, the mentorships of their stream."""
    view = await life_actions.teams(db, clock, visitor)
    if view.organizes and not view.mentors:
        board = await life_actions.board(db, clock, visitor)
        await show(message, endings.board_screen(texts, board, 0))
        return
    await show(message, screens.teams_screen(texts, view, 0))


async def on_page(
    query: CallbackQuery,
    callback_data: buttons.TeamsButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a page of the teams."""
    view = await life_actions.teams(db, clock, visitor)
    await show(query, screens.teams_screen(texts, view, callback_data.page))


async def on_mentor(message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock) -> None:
    """Show the own mentor."""
    view = await life_actions.mentor(db, clock, visitor)
    await show(message, screens.mentor_screen(texts, view))


async def on_own_mentor(
    query: CallbackQuery, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    """Show the own mentor."""
    view = await life_actions.mentor(db, clock, visitor)
    await show(query, screens.mentor_screen(texts, view))


async def on_card(
    query: CallbackQuery,
    callback_data: buttons.LifeButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show one mentorship to one of its sides."""
    view = await life_actions.card(db, clock, visitor, callback_data.mentorship_id)
    await show(query, screens.life_screen(texts, view))


async def on_ask_end(
    query: CallbackQuery,
    callback_data: buttons.AskEndButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Await why it is to end."""
    view = await life_actions.card(db, clock, visitor, callback_data.mentorship_id)
    if not view.me.one.runs:
        await show(query, screens.life_screen(texts, view))
        return
    await await_typed(state, END, mentorship=view.me.one.id)
    await show(query, endings.ask_screen(texts, view.me))


async def on_board(
    query: CallbackQuery,
    callback_data: buttons.BoardButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a page of a stream's mentorships."""
    view = await life_actions.board(db, clock, visitor, callback_data.stream_id)
    await show(query, endings.board_screen(texts, view, callback_data.page))


async def on_staff_card(
    query: CallbackQuery,
    callback_data: buttons.StaffLifeButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show one mentorship to an organizer."""
    life = await life_actions.organizers_card(db, clock, visitor, callback_data.mentorship_id)
    await show(query, endings.staff_screen(texts, life))


async def on_end(
    query: CallbackQuery,
    callback_data: buttons.EndButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Ask first; end it when sure."""
    number = callback_data.mentorship_id
    if not callback_data.sure:
        life = await life_actions.organizers_card(db, clock, visitor, number)
        await show(query, endings.sure_screen(texts, life))
        return
    life = await ending_actions.end(db, clock, planning, visitor, number)
    await show(query, endings.ended_screen(texts, life))
    with suppress(Refusal):  # the draft may wait until somebody can be proposed
        await match_actions.make(db, clock, life.one.stream.id, visitor)


async def on_go_on(
    query: CallbackQuery,
    callback_data: buttons.GoOnButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Let it go on."""
    life = await ending_actions.let_go_on(db, clock, planning, visitor, callback_data.mentorship_id)
    await show(query, endings.staff_screen(texts, life))
