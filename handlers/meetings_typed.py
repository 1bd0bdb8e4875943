"""What people type where meetings, letters and endings ask for it."""

from datetime import date

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.mentoring import correspondence_actions as letters
from bot.mentoring import ending_actions, meeting_log_actions
from bot.mentoring import meeting_actions as actions
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.schedule.moments import Slot, read_slot
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from bot.ui.answers import say, show
from bot.ui.filters import Admitted, Private
from bot.ui.mentoring import ending as endings
from bot.ui.mentoring import meetings as screens
from bot.ui.mentoring.letters import sent_screen
from bot.ui.screens import Screen
from bot.ui.texts import Texts
from db.engine import Database
from handlers.mentoring_typing import (
    END,
    LETTER,
    PLACE,
    RESULT,
    WHEN,
    Awaited,
    Typed,
    written_of,
)
from handlers.text_entry import await_typed


def make_router() -> Router:
    """Handle what was asked for, before words that mean something by themselves: a place may be a city."""
    router = Router(name="meetings-typed")
    router.message.filter(Private(), Admitted())
    router.message.register(on_typed, Awaited())
    return router


async def on_typed(
    message: Message,
    typed: Typed,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Take what was asked for and show what it has become."""
    if typed.what == LETTER:
        await _take_letter(message, typed, visitor, texts, db, clock, planning)
        return
    words = (message.text or "").strip()
    if not words:
        await say(message, texts("meetings-words-only"))
    elif typed.what == WHEN:
        await show(message, await take_moment(typed, words, visitor, texts, state, db, clock))
    elif typed.what == PLACE:
        view = await actions.set_place(db, clock, planning, visitor, typed.meeting, words)
        await show(message, screens.meeting_screen(texts, view))
    elif typed.what == RESULT:
        view = await meeting_log_actions.write_result(db, clock, visitor, typed.meeting, words)
        await show(message, screens.meeting_screen(texts, view))
    elif typed.what == END:
        me = await ending_actions.ask_end(db, clock, planning, visitor, typed.mentorship, words)
        await show(message, endings.asked_screen(texts, me))


async def take_moment(
    typed: Typed, words: str, visitor: Visitor, texts: Texts, state: FSMContext, db: Database, clock: Clock
) -> Screen:
    """Make a draft of what somebody typed about a new meeting, or show what moving one would mean."""
    me = await actions.choosing(db, clock, visitor, typed.mentorship, typed.meeting)
    slot = _slot(words, typed.day, clock, me.zone)
    if typed.meeting:
        view = await actions.looked_at(db, clock, visitor, typed.meeting, slot.at)
        return screens.move_screen(texts, view)
    view = await actions.draft(
        db, clock, visitor, typed.mentorship, slot.at, slot.zone, slot.minutes, slot.rest
    )
    await await_typed(state, PLACE, meeting=view.meeting.id)
    return screens.meeting_screen(texts, view)


def _slot(words: str, day: int, clock: Clock, zone: str) -> Slot:
    """Read the words, those of a chosen day as a time of it."""
    found = None
    if day:
        found = read_slot(f"{date.fromordinal(day):%d.%m.%Y} {words}", clock.now(), zone)
    found = found or read_slot(words, clock.now(), zone)
    if found is None:
        raise Refusal("error-meeting-moment")
    return found


async def _take_letter(
    message: Message,
    typed: Typed,
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    written = written_of(message)
    if written is None:
        await say(message, texts("letters-only"))
        return
    sent = await letters.write(db, clock, planning, visitor, typed.mentorship, written, typed.letter)
    if sent is not None:
        await show(message, sent_screen(texts, sent, clock.now()))
