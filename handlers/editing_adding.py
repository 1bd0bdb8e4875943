"""Adding an event step by step: hours, kind, title, room."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.people.model import Visitor
from bot.publishing import editing_actions as actions
from bot.publishing import working_actions as working
from bot.publishing.editing_actions import Addition, Typed
from bot.publishing.times import whole_hours
from bot.publishing.typed import read_text
from bot.publishing.working_actions import EventDraft
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate, Refusal
from bot.shared.records import Value
from bot.ui.answers import Tap, show
from bot.ui.editing import add_screen, problem_line, unclear_screen
from bot.ui.editing_buttons import AddButton, KindButton, NoRoomButton
from bot.ui.editing_event import event_screen
from bot.ui.texts import Texts
from bot.workbook.raw import Unclear
from db.engine import Database
from handlers.editing_typing import ADDING, Awaited, await_step

HOURS, KIND, TITLE, ROOM = "hours", "kind", "title", "room"
"""What is asked for, one after another."""


def make_router() -> Router:
    """Handle the buttons of a router that lets organizers through."""
    router = Router(name="editing-adding")
    router.callback_query.register(on_add, AddButton.filter())
    router.callback_query.register(on_kind, KindButton.filter())
    router.callback_query.register(on_no_room, NoRoomButton.filter())
    return router


async def on_add(
    query: CallbackQuery,
    callback_data: AddButton,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Ask for the hours of a new event."""
    await working.programme_with(db, clock, visitor, callback_data.module_id)
    facts = {"step": HOURS, "module": callback_data.module_id, "day": callback_data.day}
    await await_step(state, facts)
    await show(query, _asked(texts, facts))


async def on_kind(query: CallbackQuery, callback_data: KindButton, texts: Texts, state: FSMContext) -> None:
    """Take the kind and ask for the title."""
    facts = await _facts(state)
    if facts["step"] == KIND:
        facts = {**facts, "step": TITLE, "kind": callback_data.kind.value}
        await await_step(state, facts)
    await show(query, _asked(texts, facts))


async def on_no_room(
    query: CallbackQuery,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Add the event without a room."""
    if query.message is None:
        raise OutOfDate("error-edit-lost")
    if await state.get_state() == actions.DONE:
        facts = await state.get_data()
        draft = await working.look_at_event(db, clock, visitor, int(facts["event"]))
        await show(query, event_screen(texts, draft))
        return
    facts = await _facts(state)
    if facts["step"] != ROOM:
        await show(query, _asked(texts, facts))
        return
    await _add(query, query.message.chat.id, {**facts, "room": ""}, visitor, texts, db, clock)


async def on_typed(
    message: Message,
    awaited: Awaited,
    visitor: Visitor,
    texts: Texts,
    state: FSMContext,
    db: Database,
    clock: Clock,
) -> None:
    """Take the hours, the title or the room; what is none of it is asked for again."""
    facts = dict(awaited.facts)
    try:
        said = {} if awaited.again else _said(facts["step"], message.text or "")
    except (Unclear, Refusal) as fault:
        sentence = texts.plain(fault.key, **fault.facts)
        await show(message, unclear_screen(sentence, _asked(texts, facts)))
        return
    if facts["step"] == ROOM and said:
        await _add(message, message.chat.id, {**facts, **said}, visitor, texts, db, clock)
        return
    if said:
        facts = {**facts, **said, "step": KIND if facts["step"] == HOURS else ROOM}
        await await_step(state, {**facts, "update": visitor.update_id})
    await show(message, _asked(texts, facts))


def _said(step: str, words: str) -> dict[str, str]:
    """Return what words say at a step; nothing where a button is awaited."""
    if step == HOURS:
        starts, ends = whole_hours(words)
        return {"starts": f"{starts:%H:%M}", "ends": f"{ends:%H:%M}"}
    if step == KIND:
        return {}
    return {step: str(read_text(step, words))}


async def _add(
    tap: Tap,
    chat_id: int,
    facts: Mapping[str, Any],
    visitor: Visitor,
    texts: Texts,
    db: Database,
    clock: Clock,
) -> None:
    addition = Addition(int(facts["module"]), _fields(facts))
    added = await actions.add_event(db, clock, visitor, addition, Typed(chat_id))
    if isinstance(added, EventDraft):
        await show(tap, event_screen(texts, added))
        return
    sentence = " ".join(problem_line(texts, problem) for problem in added[:3])
    await show(tap, unclear_screen(sentence, _asked(texts, facts)))


def _fields(facts: Mapping[str, Any]) -> Mapping[str, Value]:
    return {
        "day": _day(facts),
        "starts": time.fromisoformat(facts["starts"]),
        "ends": time.fromisoformat(facts["ends"]),
        "kind": str(facts["kind"]),
        "title": str(facts["title"]),
        "room": str(facts["room"]),
    }


def _asked(texts: Texts, facts: Mapping[str, Any]) -> Any:
    return add_screen(texts, facts["step"], int(facts["module"]), _day(facts))


def _day(facts: Mapping[str, Any]) -> date:
    number = int(facts["day"])
    try:
        return date(number // 10000, number // 100 % 100, number % 100)
    except ValueError:
        raise OutOfDate from None


async def _facts(state: FSMContext) -> dict[str, Any]:
    """Return what is known of the event that is being added; OutOfDate where none is."""
    if await state.get_state() != ADDING:
        raise OutOfDate("error-edit-lost")
    return await state.get_data()
