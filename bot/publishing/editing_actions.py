"""Editing the draft from the chat: one event changed or added, held to the checks of the workbook."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta

from bot.notices.planning import NO_PLANNING
from bot.people.model import Visitor
from bot.publishing.draft_actions import organized_stream
from bot.publishing.times import minutes_between, moved_by
from bot.publishing.working_actions import EventDraft, buses_of_event, card_step, known_stream
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from bot.shared.records import Value, fold
from bot.shared.turns import uncollected
from bot.workbook.actions import read_state, write_step
from bot.workbook.columns import Sheet
from bot.workbook.examination import Examination, State, examine
from bot.workbook.gather import free_code
from bot.workbook.interpret import Reading, Row
from bot.workbook.problems import Problem
from bot.workbook.sheets import SHEETS
from bot.workbook.uploads import own_streams
from db.editions import lock_programme
from db.engine import Database, Tx
from db.entries import Entry, await_entry
from db.records import Names, read_names
from db.timetable import stream_of_module
from db.updates import first_time

DONE = "editing:done"
"""What is kept for a while after something typed was taken: delivered again, it is answered again."""

REMEMBERED = timedelta(minutes=30)

EVENTS, BUSES = (next(sheet for sheet in SHEETS if kind in sheet.kinds) for kind in ("event", "bus"))


@dataclass(frozen=True, slots=True)
class Typed:
    """Where something was typed: what was awaited there is done with in the transaction that takes it."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Addition:
    """A new event."""

    module_id: int
    fields: Mapping[str, Value] = field(default_factory=dict)


async def change_event(
    db: Database,
    clock: Clock,
    visitor: Visitor,
    event_id: int,
    fields: Mapping[str, Value],
    typed: Typed | None = None,
) -> EventDraft:
    """Say some fields of an event anew in the draft; the buses keep their distance to its beginning.

    What the checks of the workbook find wrong is not done and comes back with the event.
    """
    with uncollected():
        async with db.write() as tx:
            await lock_programme(tx)
            seen = await card_step(tx, clock, visitor, event_id)
            if not await first_time(tx, visitor.update_id, "edit-event", clock.now()):
                return seen
            code = seen.record.codes[0]
            state, names = await read_state(tx)
            rows = [_row(EVENTS, {"code": code, **fields}), *_buses(state, seen, fields)]
            problems, refused = await _write(tx, clock, visitor, (state, names), rows)
            if typed is not None and not refused:
                await _done(tx, clock, visitor, typed, event_id)
            return await card_step(tx, clock, visitor, event_id, problems, refused)


async def add_event(
    db: Database, clock: Clock, visitor: Visitor, addition: Addition, typed: Typed
) -> EventDraft | tuple[Problem, ...]:
    """Add an event to the draft; where the checks find something wrong, return that."""
    with uncollected():
        async with db.write() as tx:
            await lock_programme(tx)
            stream_id = known_stream(await stream_of_module(tx, addition.module_id))
            await organized_stream(tx, clock, visitor, stream_id)
            if not await first_time(tx, visitor.update_id, "add-event", clock.now()):
                raise Refusal("error-already-done")
            state, names = await read_state(tx)
            code = _free_code(state)
            module = names.codes["module"][addition.module_id]
            row = _row(EVENTS, {"code": code, "module": module, **addition.fields})
            problems, refused = await _write(tx, clock, visitor, (state, names), [row])
            if refused:
                return problems
            event_id = (await read_names(tx, ("event",))).ids["event"][fold(code)]
            await _done(tx, clock, visitor, typed, event_id)
            return await card_step(tx, clock, visitor, event_id, problems)


async def _write(
    tx: Tx, clock: Clock, visitor: Visitor, present: tuple[State, Names], rows: list[Row]
) -> tuple[tuple[Problem, ...], bool]:
    """Write rows as a workbook of them would; return what is doubtful, and whether it was refused."""
    state, names = present
    examination: Examination = await examine(Reading(rows), state, await own_streams(tx, clock, visitor))
    if examination.errors:
        return examination.errors, True
    await write_step(tx, clock, names, examination, NO_PLANNING)
    return examination.warnings, False


def _row(sheet: Sheet, values: Mapping[str, Value]) -> Row:
    return Row(sheet, sheet.title, 1, {}, values, {}, frozenset())


def _buses(state: State, seen: EventDraft, fields: Mapping[str, Value]) -> list[Row]:
    """Return the buses of an event whose beginning moves, moved as much."""
    before, after = seen.record.fields["starts"], fields.get("starts")
    if not isinstance(before, time) or not isinstance(after, time) or before == after:
        return []
    minutes = minutes_between(before, after)
    return [
        _row(BUSES, {"code": bus.codes[0], "departs": moved_by(departs, minutes)})
        for bus in buses_of_event(state.everything, seen.record)
        if isinstance(departs := bus.fields.get("departs"), time)
    ]


def _free_code(state: State) -> str:
    known = (*state.everything, *state.owners)
    return free_code({ident[1] for ident in known if ident[0] == "event"}, EVENTS.prefix)


async def _done(tx: Tx, clock: Clock, visitor: Visitor, typed: Typed, event_id: int) -> None:
    facts = {"update": visitor.update_id, "event": event_id}
    until = clock.now() + REMEMBERED
    await await_entry(tx, visitor.user_id, typed.chat_id, Entry(DONE, facts), until)
