"""What hinders a project: closed, still there, and who helps."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.projects import blocker_actions as actions
from bot.shared.clock import Clock
from bot.ui.answers import show
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.projects.blockers import blocker_screen, finding_screen, helpers_screen
from bot.ui.projects.report_buttons import (
    BlockerButton,
    CloseButton,
    FindHelperButton,
    HelperButton,
    HelpersButton,
    StillButton,
)
from bot.ui.texts import Texts
from db.engine import Database
from handlers.project_reports import Typed, Typing
from handlers.text_entry import await_typed

NAMING = "report:helper"
"""The name of a helper is awaited; beside it, for which blocker."""


def make_router() -> Router:
    """Handle admitted people in private chats; the actions ask every right."""
    router = Router(name="project-blockers")
    router.callback_query.filter(Private(), Admitted())
    router.callback_query.register(on_blocker, BlockerButton.filter())
    router.callback_query.register(on_close, CloseButton.filter())
    router.callback_query.register(on_still, StillButton.filter())
    router.callback_query.register(on_helpers, HelpersButton.filter())
    router.callback_query.register(on_helper, HelperButton.filter())
    router.callback_query.register(on_find, FindHelperButton.filter())
    return router


def make_entry_router() -> Router:
    """Handle the name that was asked for."""
    router = Router(name="project-blockers-entry")
    router.message.filter(Private(), Admitted(), PlainText())
    router.message.register(on_name, Typing({NAMING}))
    return router


async def on_blocker(
    query: CallbackQuery,
    callback_data: BlockerButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show what hinders."""
    view = await actions.blocker(db, clock, visitor, callback_data.blocker_id)
    await show(query, blocker_screen(texts, view))


async def on_close(
    query: CallbackQuery,
    callback_data: CloseButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Close it."""
    view = await actions.close(db, clock, planning, visitor, callback_data.blocker_id)
    await show(query, blocker_screen(texts, view))


async def on_still(
    query: CallbackQuery,
    callback_data: StillButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Note that it still hinders."""
    view = await actions.still(db, clock, planning, visitor, callback_data.blocker_id)
    await show(query, blocker_screen(texts, view, texts("projects-still-noted")))


async def on_helpers(
    query: CallbackQuery,
    callback_data: HelpersButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show who may be named as helper."""
    found = await actions.helpers(db, clock, visitor, callback_data.blocker_id)
    await show(query, helpers_screen(texts, found, callback_data.page))


async def on_helper(
    query: CallbackQuery,
    callback_data: HelperButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Name a helper."""
    wish = callback_data
    view = await actions.name_helper(db, clock, planning, visitor, wish.blocker_id, wish.person_id)
    await show(query, blocker_screen(texts, view))


async def on_find(
    query: CallbackQuery,
    callback_data: FindHelperButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Await the helper's name."""
    found = await actions.helpers(db, clock, visitor, callback_data.blocker_id)
    await await_typed(state, NAMING, subject=found.view.blocker.id)
    await show(query, finding_screen(texts, found.view))


async def on_name(
    message: Message,
    typed: Typed,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Show who is meant by what was typed."""
    words = (message.text or "").strip()[:100]
    found = await actions.helpers(db, clock, visitor, typed.subject_id, words)
    await state.clear()
    await show(message, helpers_screen(texts, found, 0, words))
