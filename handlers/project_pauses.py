"""Not being asked for a report: later, or until a day."""

from datetime import timedelta

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.projects import card_actions, pause_actions
from bot.shared.clock import Clock
from bot.ui.answers import show
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.projects.card import card_screen
from bot.ui.projects.pauses import day_screen, pauses_screen
from bot.ui.projects.report_buttons import LeaveButton, PausesButton, ResumeButton, SnoozeButton
from bot.ui.texts import Texts
from db.engine import Database
from handlers.project_reports import AWAITED, DAY, TEAM_DAY, Typed, Typing
from handlers.text_entry import await_typed, stop_awaiting


def make_router() -> Router:
    """Handle admitted people in private chats; the actions ask every right."""
    router = Router(name="project-pauses")
    router.callback_query.filter(Private(), Admitted())
    router.callback_query.register(on_pauses, PausesButton.filter())
    router.callback_query.register(on_snooze, SnoozeButton.filter())
    router.callback_query.register(on_leave, LeaveButton.filter())
    router.callback_query.register(on_resume, ResumeButton.filter())
    return router


def make_entry_router() -> Router:
    """Handle the day that was asked for."""
    router = Router(name="project-pauses-entry")
    router.message.filter(Private(), Admitted(), PlainText())
    router.message.register(on_day, Typing({DAY, TEAM_DAY}))
    return router


async def on_pauses(
    query: CallbackQuery,
    callback_data: PausesButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show what can be done not to be asked for a while."""
    card = await card_actions.card(db, clock, visitor, callback_data.project_id)
    await show(query, pauses_screen(texts, card))


async def on_snooze(
    query: CallbackQuery,
    callback_data: SnoozeButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Ask again later."""
    wish = callback_data
    card = await pause_actions.snooze(db, clock, planning, visitor, wish.project_id, wish.hours)
    await show(query, card_screen(texts, card))


async def on_leave(
    query: CallbackQuery,
    callback_data: LeaveButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Be away for some days, or await until which."""
    wish = callback_data
    if not wish.days:
        await await_typed(state, TEAM_DAY if wish.team else DAY, subject=wish.project_id)
        await show(query, day_screen(texts, wish.project_id))
        return
    away = timedelta(days=wish.days)
    card = await pause_actions.leave(db, clock, planning, visitor, wish.project_id, away, wish.team)
    await show(query, card_screen(texts, card))


async def on_day(
    message: Message,
    typed: Typed,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Be away until the day that was typed."""
    words = message.text or ""
    card = await pause_actions.leave(db, clock, planning, visitor, typed.subject_id, words, typed.whole_team)
    await stop_awaiting(state, *AWAITED)
    await show(message, card_screen(texts, card))


async def on_resume(
    query: CallbackQuery,
    callback_data: ResumeButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Ask as usual again."""
    card = await pause_actions.end_pauses(db, clock, planning, visitor, callback_data.project_id)
    await show(query, card_screen(texts, card))
