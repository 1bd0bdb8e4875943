"""What hinders a project: a named helper, and the question whether it still hinders until it is closed."""

from dataclasses import dataclass
from datetime import datetime

from bot.notices.planning import Planning
from bot.people.model import Person, Visitor
from bot.people.search import fits
from bot.projects.model import Blocker, Project
from bot.projects.planning import replan_questions
from bot.projects.reading import Reader, project_seen, reader_of, whole_project
from bot.projects.telling_actions import tell_helper
from bot.projects.visibility import Sight, oversees
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate
from db import project_blockers as rows
from db.engine import Database
from db.project_people import candidates
from db.updates import first_time

GONE = "error-projects-no-blocker"


@dataclass(frozen=True, slots=True)
class BlockerView:
    """What hinders, with its project; `changes` tells that the reader may name a helper."""

    project: Project
    blocker: Blocker
    now: datetime
    changes: bool


@dataclass(frozen=True, slots=True)
class Helpers:
    """Who may be named as helper; `everybody` tells that the reader may look for others by name."""

    view: BlockerView
    people: tuple[Person, ...]
    everybody: bool


async def blocker(db: Database, clock: Clock, visitor: Visitor, blocker_id: int) -> BlockerView:
    """Return what hinders, to whoever sees the project or was named as its helper."""
    async with db.read() as tx:
        return await _view(await reader_of(tx, clock, visitor), blocker_id)


async def close(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, blocker_id: int
) -> BlockerView:
    """Close it: nobody is asked about it any more; twice changes nothing."""
    async with db.write() as tx:
        reader = await reader_of(tx, clock, visitor)
        view = await _view(reader, blocker_id)
        if await rows.close_blocker(tx, blocker_id, reader.person_id, reader.now):
            await replan_questions(tx, reader.now, planning, view.project.stream_id)
        return await _view(reader, blocker_id)


async def still(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, blocker_id: int
) -> BlockerView:
    """Say that it still hinders: it is asked about again after the usual days."""
    async with db.write() as tx:
        reader = await reader_of(tx, clock, visitor)
        view = await _view(reader, blocker_id)
        if view.blocker.closed_at is not None:
            return view
        if await first_time(tx, visitor.update_id, "still-hinders", reader.now):
            await rows.change_blocker(tx, blocker_id, asked_from=reader.now)
            await replan_questions(tx, reader.now, planning, view.project.stream_id)
        return await _view(reader, blocker_id)


async def helpers(db: Database, clock: Clock, visitor: Visitor, blocker_id: int, words: str = "") -> Helpers:
    """Return who may be named as helper; organizers may look for anybody of the stream by words."""
    async with db.read() as tx:
        reader = await reader_of(tx, clock, visitor)
        view = await _to_change(reader, blocker_id)
        people = await _candidates(reader, view.project, everybody=bool(words))
        return Helpers(view, tuple(one for one in people if fits(one, words)), _oversees(reader, view))


async def name_helper(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, blocker_id: int, person_id: int
) -> BlockerView:
    """Name who helps; that person is told, and asked from now on."""
    async with db.write() as tx:
        reader = await reader_of(tx, clock, visitor)
        view = await _to_change(reader, blocker_id)
        if view.blocker.closed_at is not None:
            return view
        project = view.project
        people = await _candidates(reader, project, everybody=True)
        if person_id not in {one.id for one in people}:
            raise OutOfDate("error-projects-no-helper")
        if await first_time(tx, visitor.update_id, "name-helper", reader.now):
            await rows.change_blocker(tx, blocker_id, helper_id=person_id, asked_from=reader.now)
            named = await rows.blocker(tx, blocker_id)
            if named is not None:
                await tell_helper(reader, planning, project, named)
        return await _view(reader, blocker_id)


async def _candidates(reader: Reader, project: Project, *, everybody: bool) -> list[Person]:
    """Return the team, its mentor and the organizers; for organizers everybody, others know no directory."""
    everybody = everybody and oversees(reader.visitor, project.stream_id)
    return await candidates(
        reader.tx, project.stream_id, project.team_id, reader.now.date(), everybody=everybody
    )


def _oversees(reader: Reader, view: BlockerView) -> bool:
    return oversees(reader.visitor, view.project.stream_id)


async def _view(reader: Reader, blocker_id: int) -> BlockerView:
    found = await rows.blocker(reader.tx, blocker_id)
    if found is None:
        raise OutOfDate(GONE)
    project = await project_seen(reader, found.project_id)
    if reader.person_id is None or found.helper_id != reader.person_id:
        project = await whole_project(reader, found.project_id)
    whole = reader.sight(project) is Sight.ALL
    return BlockerView(project, found, reader.now, changes=whole and reader.works_on(project))


async def _to_change(reader: Reader, blocker_id: int) -> BlockerView:
    view = await _view(reader, blocker_id)
    if not view.changes:
        raise NotAllowed
    return view
