"""The defence: the team's slot and checklist, the jury's order for organizers, what is told of both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.notices.model import Notice, Scope
from bot.notices.planning import Planning
from bot.people.access_actions import organized
from bot.people.model import FOR_OTHERS, Visitor
from bot.projects.defence import (
    DEFENCE_AHEAD,
    DEFENCE_SLOT,
    Hearer,
    Slot,
    in_order,
    moved,
    slots,
)
from bot.projects.model import Project
from bot.projects.notices import project_number
from bot.projects.papers import Paper, Version, current
from bot.projects.reading import project_seen, reader_of, whole_project
from bot.projects.visibility import oversees
from bot.schedule.model import Event
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate
from db import project_defences as rows
from db.coming_events import events_by_id
from db.engine import Database, Tx
from db.project_facts import lock_project, project
from db.project_files import marks_of, versions_of
from db.project_mentors import mentors_of
from db.project_people import entered
from db.updates import first_time

KINDS = frozenset({DEFENCE_SLOT.name, DEFENCE_AHEAD.name})
GONE = "error-defence-gone"


@dataclass(frozen=True, slots=True)
class DefenceView:
    """A project's defence; `slot` is None while none is published. `files` are the newest of each kind."""

    project: Project
    slot: Slot | None
    now: datetime
    marks: frozenset[Paper]
    files: tuple[Version, ...]
    changes: bool
    oversees: bool


@dataclass(frozen=True, slots=True)
class Order:
    """The order at a defence as the jury gets it, with what of each checklist is ready."""

    event: Event
    slots: tuple[Slot, ...]
    marks: Mapping[int, frozenset[Paper]]


async def defence(db: Database, clock: Clock, visitor: Visitor, project_id: int) -> DefenceView:
    """Return the defence of a project the visitor sees all of."""
    async with db.read() as tx:
        reader = await reader_of(tx, clock, visitor)
        found = await whole_project(reader, project_id)
        overseen = oversees(reader.visitor, found.stream_id)
        return await _view(tx, reader.now, found, reader.works_on(found), overseen)


async def events(db: Database, clock: Clock, visitor: Visitor) -> list[tuple[Event, int]]:
    """Return the defences of the streams the visitor organizes, the soonest first, with their projects."""
    async with db.read() as tx:
        reader = await reader_of(tx, clock, visitor)
        owned = await organized(tx, reader.visitor)
        if not owned:
            raise NotAllowed
        defended = [one for stream in owned for one in await rows.defended_in(tx, stream)]
        found = await events_by_id(tx, {one.defence_id for one in defended if one.defence_id})
        counted = [(event, sum(one.defence_id == event.id for one in defended)) for event in found.values()]
        return sorted(counted, key=lambda one: (one[0].starts_at, one[0].id))


async def order(db: Database, clock: Clock, visitor: Visitor, event_id: int) -> Order:
    """Return the order at a defence of a stream the visitor organizes."""
    async with db.read() as tx:
        reader = await reader_of(tx, clock, visitor)
        return await _order(tx, reader.visitor, event_id)


async def order_with(db: Database, clock: Clock, visitor: Visitor, project_id: int) -> tuple[Slot, Order]:
    """Return a project's slot and the order around it, for an organizer who may move it."""
    async with db.read() as tx:
        reader = await reader_of(tx, clock, visitor)
        found = await _defended(tx, reader.visitor, await project_seen(reader, project_id))
        order = await _order(tx, reader.visitor, found.defence_id or 0)
        return next(one for one in order.slots if one.project.id == project_id), order


async def move(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, project_id: int, place: int
) -> Order:
    """Let a project speak at a place, the others as they stood; those whose place is another are told."""
    async with db.write() as tx:
        reader = await reader_of(tx, clock, visitor)
        found = await _defended(tx, reader.visitor, await project_seen(reader, project_id))
        event_id = found.defence_id or 0
        await lock_project(tx, min(one.id for one in await rows.defended_at(tx, event_id)))
        if await first_time(tx, visitor.update_id, "move-defence", clock.now()):
            await rows.put_in_order(tx, moved(await rows.defended_at(tx, event_id), project_id, place))
            await planning.replan(tx, clock.now(), Scope(found.stream_id), KINDS)
        return await _order(tx, reader.visitor, event_id)


async def due(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, DefenceView]:
    """Return, by notice id, the defence a notice is about; missing for who is no longer concerned."""
    found: dict[int, DefenceView] = {}
    for number in {project_number(notice.subject) or 0 for notice in notices}:
        one = await project(tx, number)
        if one is None:
            continue
        hearers = (await hearers_of(tx, now, one.stream_id, [one]))[one.id]
        hearing = {hearer.person_id for hearer in hearers}
        view = await _view(tx, now, one, changes=True, oversees=False)
        about = (notice for notice in notices if project_number(notice.subject) == number)
        found |= {notice.id: view for notice in about if notice.person_id in hearing}
    return found


async def _view(tx: Tx, now: datetime, found: Project, changes: bool, oversees: bool) -> DefenceView:
    marks = (await marks_of(tx, [found.id])).get(found.id, frozenset())
    files = current(await versions_of(tx, found.id))
    return DefenceView(found, await slot_of(tx, found), now, marks, files, changes, oversees)


async def _order(tx: Tx, visitor: Visitor, event_id: int) -> Order:
    defended = await rows.defended_at(tx, event_id)
    if not defended:
        raise OutOfDate(GONE)
    if not all(oversees(visitor, one.stream_id) for one in defended):
        raise NotAllowed
    found = await events_by_id(tx, [event_id])
    if event_id not in found:
        raise OutOfDate(GONE)
    held = slots(defended, found)
    ordered = tuple(held[one.id] for one in in_order(defended) if one.id in held)
    return Order(found[event_id], ordered, await marks_of(tx, list(held)))


async def _defended(tx: Tx, visitor: Visitor, found: Project) -> Project:
    if not oversees(visitor, found.stream_id):
        raise NotAllowed
    if await slot_of(tx, found) is None:
        raise OutOfDate(GONE)
    return found


async def slot_of(tx: Tx, found: Project) -> Slot | None:
    """Step: return a project's slot at a published defence that is held."""
    if found.defence_id is None:
        return None
    every = await rows.defended_at(tx, found.defence_id)
    return slots(every, await events_by_id(tx, [found.defence_id])).get(found.id)


async def hearers_of(
    tx: Tx, now: datetime, stream_id: int, projects: Sequence[Project]
) -> dict[int, list[Hearer]]:
    """Step: return project → the team and its own mentors who can be written to."""
    if not projects:
        return {}
    people = await entered(tx, stream_id, now.date())
    mentors = await mentors_of(tx, {one.team_id for one in projects})
    found: dict[int, list[Hearer]] = {}
    for one in projects:
        mentoring = {person.id for person in mentors.get(one.team_id, ())}
        found[one.id] = [
            Hearer(each.person_id, each.home_zone)
            for each in people
            if (each.team_id == one.team_id and each.roles & FOR_OTHERS) or each.person_id in mentoring
        ]
    return found
