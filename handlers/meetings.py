"""Meetings of a mentor and a team: arrange, change, move, cancel, log and list them."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.mentoring import life_actions, meeting_log_actions
from bot.mentoring import meeting_actions as actions
from bot.mentoring.meeting_view_actions import meeting
from bot.mentoring.meetings import MeetingState
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui.answers import show
from bot.ui.filters import Admitted, Private
from bot.ui.mentoring import life_buttons as buttons
from bot.ui.mentoring import meeting_times as times
from bot.ui.mentoring import meetings as screens
from bot.ui.texts import Texts
from db.engine import Database
from handlers.mentoring_typing import PLACE, RESULT
from handlers.text_entry import await_typed


def make_router() -> Router:
    """Handle admitted people in private chats; the actions ask every right."""
    router = Router(name="meetings")
    router.callback_query.filter(Private(), Admitted())
    taps = router.callback_query.register
    taps(on_meeting, buttons.MeetingButton.filter())
    taps(on_arrange, buttons.ArrangeButton.filter())
    taps(on_move, buttons.MoveButton.filter())
    taps(on_length, buttons.LengthButton.filter())
    taps(on_place, buttons.PlaceButton.filter())
    taps(on_cancel, buttons.CancelMeetingButton.filter())
    taps(on_held, buttons.HeldButton.filter())
    taps(on_result, buttons.ResultButton.filter())
    taps(on_list, buttons.MeetingsButton.filter())
    return router


async def on_meeting(
    query: CallbackQuery,
    callback_data: buttons.MeetingButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Open a meeting; what was awaited about one is not awaited any more."""
    view = await meeting(db, clock, visitor, callback_data.meeting_id)
    await state.clear()
    await show(query, screens.meeting_screen(texts, view))


async def on_arrange(
    query: CallbackQuery,
    callback_data: buttons.ArrangeButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Arrange what was drafted."""
    view = await actions.arrange(db, clock, planning, visitor, callback_data.meeting_id)
    await show(query, screens.meeting_screen(texts, view))


async def on_move(
    query: CallbackQuery,
    callback_data: buttons.MoveButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Move a meeting."""
    at = times.moment_of(callback_data.stamp)
    view = await actions.move(db, clock, planning, visitor, callback_data.meeting_id, at)
    await show(query, screens.meeting_screen(texts, view))


async def on_length(
    query: CallbackQuery,
    callback_data: buttons.LengthButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Set how long it is."""
    wish = callback_data
    view = await actions.set_length(db, clock, planning, visitor, wish.meeting_id, wish.minutes)
    await show(query, screens.meeting_screen(texts, view))


async def on_place(
    query: CallbackQuery,
    callback_data: buttons.PlaceButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Await a place or a link."""
    view = await meeting(db, clock, visitor, callback_data.meeting_id)
    if not view.meeting.open(clock.now()):
        await show(query, screens.meeting_screen(texts, view))
        return
    await await_typed(state, PLACE, meeting=view.meeting.id)
    await show(query, screens.place_screen(texts, view))


async def on_cancel(
    query: CallbackQuery,
    callback_data: buttons.CancelMeetingButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Ask first where others know of it; cancel when sure."""
    number = callback_data.meeting_id
    view = await meeting(db, clock, visitor, number)
    if view.meeting.state is MeetingState.PLANNED and not callback_data.sure:
        await show(query, screens.cancel_screen(texts, view))
        return
    view = await actions.cancel(db, clock, planning, visitor, number)
    if view.meeting.state is MeetingState.DRAFT:
        await show(query, screens.gone_screen(texts, view.me))
    else:
        await show(query, screens.meeting_screen(texts, view))


async def on_held(
    query: CallbackQuery,
    callback_data: buttons.HeldButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Write whether it took place; of one that did the result is asked for."""
    wish = callback_data
    view = await meeting_log_actions.log(db, clock, planning, visitor, wish.meeting_id, wish.held)
    if wish.held and not view.meeting.result:
        await await_typed(state, RESULT, meeting=wish.meeting_id)
        await show(query, screens.result_screen(texts, view))
        return
    await show(query, screens.meeting_screen(texts, view))


async def on_result(
    query: CallbackQuery,
    callback_data: buttons.ResultButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Await the result."""
    view = await meeting_log_actions.asked(db, clock, visitor, callback_data.meeting_id)
    await await_typed(state, RESULT, meeting=view.meeting.id)
    await show(query, screens.result_screen(texts, view))


async def on_list(
    query: CallbackQuery,
    callback_data: buttons.MeetingsButton,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    """List the meetings of a mentorship."""
    view = await life_actions.card(db, clock, visitor, callback_data.mentorship_id)
    await show(query, screens.list_screen(texts, view, callback_data.page))
