"""Reporting on a project, step by step."""

from dataclasses import dataclass

from aiogram import Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.projects import giving_actions
from bot.projects import report_actions as actions
from bot.projects.model import Light
from bot.projects.report_actions import Writing
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from bot.ui.answers import Tap, show
from bot.ui.filters import Admitted, PlainText, Private
from bot.ui.projects import report as screens
from bot.ui.projects.report_buttons import (
    AfreshButton,
    AgainButton,
    AnswerButton,
    CorrectButton,
    GiveButton,
    ReportButton,
)
from bot.ui.texts import Texts
from db.engine import Database
from handlers.text_entry import await_typed, stop_awaiting

TYPING, DAY, TEAM_DAY = "report:typing", "report:day", "report:team-day"
AWAITED = (TYPING, DAY, TEAM_DAY)
"""What is awaited, and beside it about which project (or blocker)."""


def make_router() -> Router:
    """Handle admitted people in private chats; the actions ask every right."""
    router = Router(name="project-reports")
    router.callback_query.filter(Private(), Admitted())
    router.callback_query.register(on_report, ReportButton.filter())
    router.callback_query.register(on_afresh, AfreshButton.filter())
    router.callback_query.register(on_answer, AnswerButton.filter())
    router.callback_query.register(on_again, AgainButton.filter())
    router.callback_query.register(on_give, GiveButton.filter())
    router.callback_query.register(on_correct, CorrectButton.filter())
    return router


def make_entry_router() -> Router:
    """Handle what was asked for in words: after commands and keys, before words of the timetable."""
    router = Router(name="project-reports-entry")
    router.message.filter(Private(), Admitted(), PlainText())
    router.message.register(on_words, Typing({TYPING}))
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
        return {"typed": Typed(int(data.get("subject", 0)), awaited == TEAM_DAY)}


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


async def on_afresh(
    query: CallbackQuery,
    callback_data: AfreshButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Begin a new report in place of a half-written correction."""
    writing = await actions.begin(db, clock, visitor, callback_data.project_id, afresh=True)
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
    given = await giving_actions.give(db, clock, planning, visitor, callback_data.project_id)
    await stop_awaiting(state, *AWAITED)
    await show(query, screens.given_screen(texts, given))


async def _ask(tap: Tap, writing: Writing, texts: Texts, state: FSMContext) -> None:
    """Ask what is next; what may be typed is awaited."""
    if screens.awaits_words(writing):
        await await_typed(state, TYPING, subject=writing.project.id)
    else:
        await stop_awaiting(state, *AWAITED)
    await show(tap, screens.step_screen(texts, writing))


def _light(word: str) -> Light | None:
    if not word:
        return None
    try:
        return Light(word)
    except ValueError:
        raise OutOfDate from None
