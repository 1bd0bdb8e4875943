"""Files of a project: its team and the organizers send and remove them, whoever sees all of it opens them."""

from dataclasses import dataclass

from bot.people.model import Visitor
from bot.projects.model import Project
from bot.projects.papers import CHECKLIST, MOST, Paper, Version, same_file
from bot.projects.reading import Reader, project_to_change, reader_of, whole_project
from bot.schedule.files import SentFile
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate, Refusal
from db import project_files as rows
from db.engine import Database
from db.project_facts import lock_project
from db.updates import first_time

GONE = "error-paper-gone"


@dataclass(frozen=True, slots=True)
class PapersView:
    """The files of a project, every version; `changes` tells that the reader may send and remove."""

    project: Project
    versions: tuple[Version, ...]
    marks: frozenset[Paper]
    changes: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a file that was sent: its version, or the one that is the same file."""

    project: Project
    paper: Paper
    number: int
    name: str
    known: bool


async def papers(db: Database, clock: Clock, visitor: Visitor, project_id: int) -> PapersView:
    """List the files of a project the visitor sees all of."""
    async with db.read() as tx:
        reader = await reader_of(tx, clock, visitor)
        return await _view(reader, await whole_project(reader, project_id))


async def papers_to_change(db: Database, clock: Clock, visitor: Visitor, project_id: int) -> PapersView:
    """List the files for somebody who may send and remove; NotAllowed for anybody else."""
    async with db.read() as tx:
        reader = await reader_of(tx, clock, visitor)
        return await _view(reader, await project_to_change(reader, project_id))


async def opened(db: Database, clock: Clock, visitor: Visitor, version_id: int) -> Version:
    """Return a version of a file of a project the visitor sees all of; removed ones can be opened too."""
    async with db.read() as tx:
        reader = await reader_of(tx, clock, visitor)
        return await _version(reader, version_id)


async def keep(
    db: Database, clock: Clock, visitor: Visitor, project_id: int, paper: Paper, sent: SentFile
) -> Kept:
    """Keep a file as the next version of its kind; what is already the current one is not kept twice."""
    async with db.write() as tx:
        reader = await reader_of(tx, clock, visitor)
        found = await project_to_change(reader, project_id)
        await lock_project(tx, project_id)
        every = [one for one in await rows.versions_of(tx, project_id) if one.paper is paper]
        if not await first_time(tx, visitor.update_id, "keep-paper", clock.now()):
            return Kept(found, paper, max((one.number for one in every), default=1), sent.name, known=False)
        same = same_file(every, sent.unique_id)
        if same is not None:
            return Kept(found, paper, same.number, same.name, known=True)
        if len(every) >= MOST:
            raise Refusal("error-papers-many", count=MOST)
        number = await rows.add_version(tx, project_id, paper, sent, _own_id(reader), clock.now())
        return Kept(found, paper, number, sent.name, known=False)


async def remove(db: Database, clock: Clock, visitor: Visitor, version_id: int) -> PapersView:
    """Let a version count no more; its trace stays in the history. A second tap changes nothing."""
    async with db.write() as tx:
        reader = await reader_of(tx, clock, visitor)
        one = await _version(reader, version_id)
        found = await project_to_change(reader, one.project_id)
        await rows.remove_version(tx, version_id, _own_id(reader), clock.now())
        return await _view(reader, found)


async def lose(db: Database, clock: Clock, visitor: Visitor, version_id: int) -> Version:
    """Note that the messenger no longer takes a file."""
    async with db.write() as tx:
        reader = await reader_of(tx, clock, visitor)
        one = await _version(reader, version_id)
        await rows.mark_lost(tx, version_id, clock.now())
        return one


async def mark(
    db: Database, clock: Clock, visitor: Visitor, project_id: int, paper: Paper, ready: bool
) -> PapersView:
    """Mark a point of the checklist as ready, or take the mark off; twice changes nothing."""
    async with db.write() as tx:
        reader = await reader_of(tx, clock, visitor)
        found = await project_to_change(reader, project_id)
        if paper not in CHECKLIST:
            raise OutOfDate(GONE)
        if ready:
            await rows.mark(tx, project_id, paper, _own_id(reader), clock.now())
        else:
            await rows.unmark(tx, project_id, paper)
        return await _view(reader, found)


async def _view(reader: Reader, found: Project) -> PapersView:
    versions = tuple(await rows.versions_of(reader.tx, found.id))
    marks = (await rows.marks_of(reader.tx, [found.id])).get(found.id, frozenset())
    return PapersView(found, versions, marks, reader.works_on(found))


async def _version(reader: Reader, version_id: int) -> Version:
    one = await rows.version(reader.tx, version_id)
    if one is None:
        raise OutOfDate(GONE)
    await whole_project(reader, one.project_id)
    return one


def _own_id(reader: Reader) -> int | None:
    """Return who sends or removes, also while acting for somebody."""
    own = reader.visitor.own_person
    return own.id if own else None
