"""/meeting and when: with whom, on which day, at what hour; a new meeting or one that is moved."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.mentoring import life_actions
from bot.mentoring import meeting_actions as actions
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui.answers import Tap, show
from bot.ui.filters import Admitted, Private
from bot.ui.mentoring import life_buttons as buttons
from bot.ui.mentoring import meeting_times as times
from bot.ui.mentoring import meetings as screens
from bot.ui.mentoring.teams import choose_mentorship
from bot.ui.texts import Texts
from db.engine import Database
from handlers.meetings_typed import take_moment
from handlers.mentoring_typing import PLACE, WHEN, Typed
from handlers.text_entry import await_typed


def make_router() -> Router:
    """Handle admitted people in private chats; the actions ask every right."""
    router = Router(name="meeting-times")
    router.message.filter(Private(), Admitted())
    router.callback_query.filter(Private(), Admitted())
    router.message.register(on_command, Command("meeting"))
    router.callback_query.register(on_when, buttons.WhenButton.filter())
    router.callback_query.register(on_day, buttons.DayButton.filter())
    router.callback_query.register(on_slot, buttons.SlotButton.filter())
    return router


async def on_command(
    message: Message,
    command: CommandObject,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Begin a meeting: at once from the words, otherwise by choosing with whom and when."""
    mine = await life_actions.mine(db, clock, visitor)
    if len(mine) != 1:
        await show(message, choose_mentorship(texts, "meetings-with-whom", mine, buttons.WhenButton))
        return
    number, words = mine[0].one.id, (command.args or "").strip()
    if words:
        typed = Typed(WHEN, mentorship=number)
        await show(message, await take_moment(typed, words, visitor, texts, state, db, clock))
        return
    wish = buttons.WhenButton(mentorship_id=number)
    await _offer_days(message, wish, visitor, texts, state, db, clock)


async def on_when(
    query: CallbackQuery,
    callback_data: buttons.WhenButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Offer days and await words."""
    await _offer_days(query, callback_data, visitor, texts, state, db, clock)


async def on_day(
    query: CallbackQuery,
    callback_data: buttons.DayButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Offer the hours of a day and await a time in words."""
    number, meeting_id = callback_data.mentorship_id, callback_data.meeting_id
    me = await actions.choosing(db, clock, visitor, number, meeting_id)
    await await_typed(state, WHEN, mentorship=number, meeting=meeting_id, day=callback_data.day)
    day = date.fromordinal(callback_data.day)
    await show(query, times.hours_screen(texts, me, meeting_id, day, clock.now()))


async def on_slot(
    query: CallbackQuery,
    callback_data: buttons.SlotButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Make a draft of a new meeting, or show what moving would mean."""
    wish, at = callback_data, times.moment_of(callback_data.stamp)
    if wish.meeting_id:
        view = await actions.looked_at(db, clock, visitor, wish.meeting_id, at)
        await show(query, screens.move_screen(texts, view))
        return
    me = await actions.choosing(db, clock, visitor, wish.mentorship_id)
    view = await actions.draft(db, clock, visitor, wish.mentorship_id, at, me.zone)
    await await_typed(state, PLACE, meeting=view.meeting.id)
    await show(query, screens.meeting_screen(texts, view))


async def _offer_days(
    tap: Tap,
    wish: buttons.WhenButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    number, meeting_id = wish.mentorship_id, wish.meeting_id
    me = await actions.choosing(db, clock, visitor, number, meeting_id)
    await await_typed(state, WHEN, mentorship=number, meeting=meeting_id)
    await show(tap, times.days_screen(texts, me, meeting_id, wish.page, clock.now()))
