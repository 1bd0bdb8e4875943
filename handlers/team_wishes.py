"""/needs: what a team needs of a mentor, and up to five mentors it would like."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.mentoring import wish_actions as actions
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui.answers import show
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.mentoring import wishes as screens
from bot.ui.mentoring.wishes import KindButton, MentorsButton, NeedsButton, WishesButton, WishMentorButton
from bot.ui.texts import Texts
from db.engine import Database
from handlers.text_entry import Awaiting, await_typed, stop_awaiting

NEEDS = "wishes:needs"
"""What the team needs is awaited."""


def make_router() -> Router:
    """Handle people of teams in private chats; the actions refuse everybody else."""
    router = Router(name="team-wishes")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_wishes_word, Command("needs"))
    router.callback_query.register(on_wishes, WishesButton.filter())
    router.callback_query.register(on_needs, NeedsButton.filter())
    router.callback_query.register(on_kind, KindButton.filter())
    router.callback_query.register(on_mentors, MentorsButton.filter())
    router.callback_query.register(on_wish, WishMentorButton.filter())
    return router


def make_entry_router() -> Router:
    """Handle the needs that were asked for: after commands and keys, before words of the timetable."""
    router = Router(name="team-wishes-entry")
    router.message.filter(Private(), Admitted(), PlainText())
    router.message.register(on_typed, Awaiting(NEEDS))
    return router


async def on_wishes_word(
    message: Message, visitor: Visitor, texts: Texts, db: Database, clock: Clock
) -> None:
    """Show the own team's wishes."""
    await show(message, screens.wishes_screen(texts, await actions.wishes(db, clock, visitor)))


async def on_wishes(
    query: CallbackQuery, visitor: Visitor, texts: Texts, state: FSMContext, db: Database, clock: Clock
) -> None:
    """Show the own team's wishes; needs are awaited no more."""
    await stop_awaiting(state, NEEDS)
    await show(query, screens.wishes_screen(texts, await actions.wishes(db, clock, visitor)))


async def on_needs(
    query: CallbackQuery, visitor: Visitor, texts: Texts, state: FSMContext, db: Database, clock: Clock
) -> None:
    """Await the needs."""
    view = await actions.wishes(db, clock, visitor)
    await await_typed(state, NEEDS)
    await show(query, screens.needs_screen(texts, view))


async def on_typed(
    message: Message, visitor: Visitor, texts: Texts, state: FSMContext, db: Database, clock: Clock
) -> None:
    """Write the needs that were typed."""
    await state.clear()
    view = await actions.write_needs(db, clock, visitor, message.text or "")
    await show(message, screens.wishes_screen(texts, view))


async def on_kind(
    query: CallbackQuery,
    callback_data: KindButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Ask for a kind of mentor, or no longer."""
    view = await actions.turn_kind(db, clock, visitor, callback_data.kind, callback_data.chosen)
    await show(query, screens.wishes_screen(texts, view))


async def on_mentors(
    query: CallbackQuery,
    callback_data: MentorsButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a page of the mentors."""
    view = await actions.wishes(db, clock, visitor)
    await show(query, screens.mentors_screen(texts, view, callback_data.page))


async def on_wish(
    query: CallbackQuery,
    callback_data: WishMentorButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Name a mentor, or take one off the list."""
    data = callback_data
    view = await actions.wish_mentor(db, clock, visitor, data.mentor_id, data.wished)
    await show(query, screens.mentors_screen(texts, view, data.page))
