"""Attendance of excursions, for organizers."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.excursions import attendance_actions as actions
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui.answers import show
from bot.ui.excursions.attendance import attendance_screen, attendances_screen
from bot.ui.excursions.boarding_buttons import AttendanceButton, AttendancesButton
from bot.ui.filters import Admitted, Private
from bot.ui.texts import Texts
from db.engine import Database


def make_router() -> Router:
    """Handle organizers; the actions refuse everybody else."""
    router = Router(name="attendance")
    router.callback_query.filter(Private(), Admitted())
    router.callback_query.register(on_past, AttendancesButton.filter())
    router.callback_query.register(on_event, AttendanceButton.filter())
    return router


async def on_past(
    query: CallbackQuery,
    callback_data: AttendancesButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show a page of the excursions that have been."""
    view = await actions.past(db, clock, visitor)
    await show(query, attendances_screen(texts, view, callback_data.page))


async def on_event(
    query: CallbackQuery,
    callback_data: AttendanceButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """Show who was on an excursion."""
    scene = await actions.of_event(db, clock, visitor, callback_data.event_id)
    await show(query, attendance_screen(texts, scene, callback_data.page))
