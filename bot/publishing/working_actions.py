"""What organizers edit of a stream, its working edition: by days, and event by event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.people.model import Visitor
from bot.programme.model import Stream
from bot.publishing.changes import DraftChanges, draft_changes
from bot.publishing.draft_actions import organized_stream
from bot.publishing.model import EditionFacts
from bot.schedule.model import Event, Module
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate, Refusal
from bot.shared.records import Ident, Record, fold
from bot.workbook.diff import Change, compare
from bot.workbook.problems import Problem
from db.edition_facts import edition_facts
from db.editions import StreamEditions, read_content, read_editions
from db.engine import Database, Tx
from db.excursion_reads import stream_of_event
from db.records import Names, read_names
from db.timetable import stream_of_module


@dataclass(frozen=True, slots=True)
class Programme:
    """What organizers edit of a stream: its working edition."""

    stream: Stream
    edition: EditionFacts

    @property
    def modules(self) -> list[Module]:
        """The modules in the order of their days."""
        found = (facts.module for facts in self.edition.modules.values())
        return sorted(found, key=lambda module: (module.starts_on, module.id))

    def events_of(self, module_id: int, day: date) -> list[Event]:
        """Return a day's events in the order of time."""
        found = (facts.event for facts in self.edition.events.values())
        of_day = (event for event in found if event.module_id == module_id and event.day == day)
        return sorted(of_day, key=lambda event: (event.starts_at, event.ends_at, event.id))


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event as organizers edit it.

    `change` is what publishing would change of it, None for nothing; `added` when people do not see it at
    all. `buses` are the changes of its buses. `draft` is everything the stream's draft changes.
    `problems` are what is doubtful about what was just done; with `refused` it was not done because of them.
    """

    stream: Stream
    module: Module
    event: Event
    record: Record
    change: Change | None
    added: bool
    buses: tuple[Change, ...]
    draft: DraftChanges | None
    problems: tuple[Problem, ...] = ()
    refused: bool = False


async def programme_of(db: Database, clock: Clock, visitor: Visitor, stream_id: int) -> Programme:
    """Return what is edited of a stream the visitor organizes."""
    async with db.read() as tx:
        return await _programme(tx, clock, visitor, stream_id)


async def programme_with(db: Database, clock: Clock, visitor: Visitor, module_id: int) -> Programme:
    """Return the same of the stream that has a module; OutOfDate where it is there no longer."""
    async with db.read() as tx:
        found = await _programme(tx, clock, visitor, known_stream(await stream_of_module(tx, module_id)))
        if module_id not in found.edition.modules:
            raise OutOfDate("schedule-gone-module")
        return found


async def look_at_event(db: Database, clock: Clock, visitor: Visitor, event_id: int) -> EventDraft:
    """Return an event of a stream the visitor organizes, as it is edited."""
    async with db.read() as tx:
        return await card_step(tx, clock, visitor, event_id)


def buses_of_event(content: Mapping[Ident, Record], event: Record) -> Sequence[Record]:
    """Return the records of an event's buses."""
    code = event.ident[1]
    of_kind = (record for record in content.values() if record.kind == "bus")
    return [record for record in of_kind if fold(str(record.fields["event"])) == code]


async def card_step(
    tx: Tx,
    clock: Clock,
    visitor: Visitor,
    event_id: int,
    problems: tuple[Problem, ...] = (),
    refused: bool = False,
) -> EventDraft:
    """Step: return an event of a stream the visitor organizes, with what came of editing it."""
    stream_id = await stream_of_event(tx, event_id)
    if stream_id is None:
        raise OutOfDate("schedule-gone-event")
    found = await _programme(tx, clock, visitor, stream_id)
    facts = found.edition.events.get(event_id)
    if facts is None:
        raise OutOfDate("schedule-gone-event")
    stream, names = await _editions(tx, stream_id), await read_names(tx)
    content = await _content(tx, names, stream, stream.working_id)
    seen = await _content(tx, names, stream, stream.published_id)
    record = content["event", fold(names.codes["event"][event_id])]
    old = seen.get(record.ident)
    buses = (compare(seen[bus.ident], bus) for bus in buses_of_event(content, record) if bus.ident in seen)
    return EventDraft(
        stream=found.stream,
        module=found.edition.modules[facts.event.module_id].module,
        event=facts.event,
        record=record,
        change=compare(old, record) if old else None,
        added=old is None and bool(seen),
        buses=tuple(change for change in buses if change),
        draft=await draft_changes(tx, stream_id),
        problems=problems,
        refused=refused,
    )


async def _programme(tx: Tx, clock: Clock, visitor: Visitor, stream_id: int) -> Programme:
    stream = await organized_stream(tx, clock, visitor, stream_id)
    working = stream.draft_id or stream.published_id
    if working is None:
        raise Refusal("error-edit-nothing")
    return Programme(stream, await edition_facts(tx, stream_id, working))


async def _editions(tx: Tx, stream_id: int) -> StreamEditions:
    return next(one for one in await read_editions(tx) if one.stream_id == stream_id)


async def _content(
    tx: Tx, names: Names, stream: StreamEditions, edition_id: int | None
) -> Mapping[Ident, Record]:
    return {} if edition_id is None else await read_content(tx, edition_id, names, stream.code)


def known_stream(stream_id: int | None) -> int:
    """Return the id of a stream that was found; OutOfDate where none was."""
    if stream_id is None:
        raise OutOfDate("schedule-gone-module")
    return stream_id
