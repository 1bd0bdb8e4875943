"""Reporting on a project, step by step; being away."""

from dataclasses import dataclass
from datetime import timedelta

from aiogram import Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.projects import card_actions, pause_actions
from bot.projects import report_actions as actions
from bot.projects.model import Light
from bot.projects.report_actions import Writing
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from bot.ui.answers import Tap, show
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.projects import report as screens
from bot.ui.projects.card import card_screen
from bot.ui.projects.pauses import day_screen, pauses_screen
from bot.ui.projects.report_buttons import (
    AgainButton,
    AnswerButton,
    CorrectButton,
    DiscardButton,
    GiveButton,
    LaterButton,
    LeaveButton,
    PausesButton,
    ReportButton,
    ResumeButton,
    SnoozeButton,
)
from bot.ui.texts import Texts
from db.engine import Database

TYPING, DAY, TEAM_DAY = "report:typing", "report:day", "report:team-day"
SUBJECT = "subject"
"""What is awaited, and beside it about which project (or blocker)."""


def make_router() -> Router:
    """Handle admitted people in private chats; the actions ask every right."""
    router = Router(name="project-reports")
    router.callback_query.filter(Private(), Admitted())
    router.callback_query.register(on_report, ReportButton.filter())
    router.callback_query.register(on_answer, AnswerButton.filter())
    router.callback_query.register(on_again, AgainButton.filter())
    router.callback_query.register(on_give, GiveButton.filter())
    router.callback_query.register(on_later, LaterButton.filter())
    router.callback_query.register(on_discard, DiscardButton.filter())
    router.callback_query.register(on_correct, CorrectButton.filter())
    router.callback_query.register(on_pauses, PausesButton.filter())
    router.callback_query.register(on_snooze, SnoozeButton.filter())
    router.callback_query.register(on_leave, LeaveButton.filter())
    router.callback_query.register(on_resume, ResumeButton.filter())
    return router


def make_entry_router() -> Router:
    """Handle what was asked for in words: after all words that mean something by themselves."""
    router = Router(name="project-reports-entry")
    router.message.filter(Private(), Admitted(), PlainText())
    router.message.register(on_words, Typing({TYPING}))
    router.message.register(on_day, Typing({DAY, TEAM_DAY}))
    return router


@dataclass(frozen=True, slots=True)
class Typed:
    """About which project (or blocker) something was typed, and whether for the whole team."""

    subject_id: int
    whole_team: bool


class Typing(Filter):
    """Lets through what is typed where an answer about a project is awaited."""

    def __init__(self, states: set[str]) -> None:
        self._states = frozenset(states)

    async def __call__(self, _message: Message, state: FSMContext) -> bool | dict[str, object]:
        """Hand on which project it is about, and whether a whole team is meant."""
        awaited = await state.get_state()
        if awaited not in self._states:
            return False
        data = await state.get_data()
        return {"typed": Typed(int(data.get(SUBJECT, 0)), awaited == TEAM_DAY)}


async def on_report(
    query: CallbackQuery,
    callback_data: ReportButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Begin a report, or go on with it."""
    light = _light(callback_data.light)
    writing = await actions.begin(db, clock, visitor, callback_data.project_id, light)
    await _ask(query, writing, texts, state)


async def on_answer(
    query: CallbackQuery,
    callback_data: AnswerButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Keep the answer of a button and ask on."""
    wish = callback_data
    writing = await actions.answer(db, clock, visitor, wish.project_id, wish.step, wish.number)
    await _ask(query, writing, texts, state)


async def on_words(
    message: Message,
    typed: Typed,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Keep a typed answer and ask on."""
    writing = await actions.answer_in_words(db, clock, visitor, typed.subject_id, message.text or "")
    await _ask(message, writing, texts, state)


async def on_again(
    query: CallbackQuery,
    callback_data: AgainButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Ask one question again."""
    wish = callback_data
    await _ask(query, await actions.ask_again(db, clock, visitor, wish.project_id, wish.step), texts, state)


async def on_correct(
    query: CallbackQuery,
    callback_data: CorrectButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Begin to correct a report."""
    writing = await actions.begin_correction(db, clock, visitor, callback_data.report_id)
    await _ask(query, writing, texts, state)


async def on_give(
    query: CallbackQuery,
    callback_data: GiveButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
    planning: Planning,
) -> None:
    """Give the report."""
    given = await actions.give(db, clock, planning, visitor, callback_data.project_id)
    await _stop_awaiting(state)
    await show(query, screens.given_screen(texts, given))


async def on_later(query: CallbackQuery, callback_data: LaterButton, texts: Texts, state: FSMContext) -> None:
    """Leave it for later: what is written is kept already."""
    await _stop_awaiting(state)
    await show(query, screens.later_screen(texts, callback_data.project_id))


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
        await show(query, screens.discard_screen(texts, number))
        return
    await actions.discard(db, clock, visitor, number)
    await _stop_awaiting(state)
    card = await card_actions.card(db, clock, visitor, number)
    await show(query, card_screen(texts, card, texts("projects-discarded")))


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
        await _await(state, TEAM_DAY if wish.team else DAY, wish.project_id)
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
    await _stop_awaiting(state)
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


async def _ask(tap: Tap, writing: Writing, texts: Texts, state: FSMContext) -> None:
    """Ask what is next; what may be typed is awaited."""
    if screens.awaits_words(writing):
        await _await(state, TYPING, writing.project.id)
    else:
        await _stop_awaiting(state)
    await show(tap, screens.step_screen(texts, writing))


async def _await(state: FSMContext, what: str, project_id: int) -> None:
    await state.set_data({SUBJECT: project_id})
    await state.set_state(what)


async def _stop_awaiting(state: FSMContext) -> None:
    """Await nothing about projects; what another room awaits stays."""
    if await state.get_state() in {TYPING, DAY, TEAM_DAY}:
        await state.clear()


def _light(word: str) -> Light | None:
    if not word:
        return None
    try:
        return Light(word)
    except ValueError:
        raise OutOfDate from None
