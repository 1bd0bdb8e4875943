"""A report half written: kept for later, or thrown away."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.people.model import Visitor
from bot.projects import card_actions, report_actions
from bot.shared.clock import Clock
from bot.ui.answers import show
from bot.ui.filters import Admitted, Private
from bot.ui.projects.card import card_screen
from bot.ui.projects.half_written import discard_screen, later_screen
from bot.ui.projects.report_buttons import DiscardButton, LaterButton
from bot.ui.texts import Texts
from db.engine import Database
from handlers.project_reports import AWAITED
from handlers.text_entry import stop_awaiting


def make_router() -> Router:
    """Handle admitted people in private chats; the actions ask every right."""
    router = Router(name="project-drafts")
    router.callback_query.filter(Private(), Admitted())
    router.callback_query.register(on_later, LaterButton.filter())
    router.callback_query.register(on_discard, DiscardButton.filter())
    return router


async def on_later(query: CallbackQuery, callback_data: LaterButton, texts: Texts, state: FSMContext) -> None:
    """Leave it for later: what is written is kept already."""
    await stop_awaiting(state, *AWAITED)
    await show(query, later_screen(texts, callback_data.project_id))


async def on_discard(
    query: CallbackQuery,
    callback_data: DiscardButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Ask first; throw what is written away when sure."""
    number = callback_data.project_id
    if not callback_data.sure:
        await show(query, discard_screen(texts, number))
        return
    await report_actions.discard(db, clock, visitor, number)
    await stop_awaiting(state, *AWAITED)
    card = await card_actions.card(db, clock, visitor, number)
    await show(query, card_screen(texts, card, texts("projects-discarded")))
