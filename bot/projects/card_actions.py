"""A project's card and history, as the rule of visibility allows; stage and milestones are set."""

import zlib
from dataclasses import dataclass
from datetime import datetime

from bot.people.model import Person, Visitor
from bot.projects.defence import Slot
from bot.projects.defence_actions import slot_of
from bot.projects.drafts import Draft
from bot.projects.lights import Judged, Thresholds, judged
from bot.projects.model import Blocker, Milestone, Project, Report
from bot.projects.prompts import Pause
from bot.projects.reading import Reader, project_seen, project_to_change, reader_of, whole_project
from bot.projects.report_actions import correctable
from bot.projects.settings import OVERDUE, STAGES, STALENESS
from bot.projects.visibility import Sight, in_team
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from bot.shared.zones import MOSCOW
from db import project_blockers, project_drafts, project_pauses, project_reads, project_reports
from db.engine import Database
from db.project_mentors import mentors_of
from db.settings import settings_of_stream
from db.updates import first_time

LAST = 3
"""Reports on the card; all of them are in the history."""


@dataclass(frozen=True, slots=True)
class Card:
    """A project as its reader may see it; with the title alone everything else is empty.

    `reports` are the newest, the one in force first. `reports_it` tells that the reader may report,
    `changes` that they may set the stage and mark milestones, `leads` that they answer for the whole team.
    `draft` is the reader's half-written report, `home_zone` where the reader lives, `slot` the place at the
    defence where one is published.
    """

    project: Project
    now: datetime
    whole: bool
    reports: tuple[Report, ...] = ()
    rule: Judged | None = None
    milestones: tuple[Milestone, ...] = ()
    blockers: tuple[Blocker, ...] = ()
    mentors: tuple[Person, ...] = ()
    pauses: tuple[Pause, ...] = ()
    draft: Draft | None = None
    reports_it: bool = False
    changes: bool = False
    leads: bool = False
    home_zone: str = MOSCOW
    slot: Slot | None = None

    @property
    def report(self) -> Report | None:
        """The report in force."""
        return self.reports[0] if self.reports else None


@dataclass(frozen=True, slots=True)
class History:
    """Every report of a project as it was given; `correctable` are those the reader may correct."""

    project: Project
    now: datetime
    reports: tuple[Report, ...]
    correctable: frozenset[int]


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages a project may be moved to."""

    project: Project
    stages: tuple[str, ...]


async def own_projects(db: Database, clock: Clock, visitor: Visitor) -> tuple[Project, ...]:
    """Return the projects of the teams the visitor belongs to, in every stream of theirs."""
    async with db.read() as tx:
        reader = await reader_of(tx, clock, visitor)
        return tuple(await project_reads.own_projects(tx, reader.visitor))


async def card(db: Database, clock: Clock, visitor: Visitor, project_id: int) -> Card:
    """Return a project's card."""
    async with db.read() as tx:
        reader = await reader_of(tx, clock, visitor)
        return await card_of(reader, await project_seen(reader, project_id))


async def card_of(reader: Reader, project: Project) -> Card:
    """Step: read what a project's card shows to a reader."""
    if reader.sight(project) is not Sight.ALL:
        return Card(project, reader.now, whole=False)
    tx, now = reader.tx, reader.now
    settings = await settings_of_stream(tx, project.stream_id)
    thresholds = Thresholds(settings.value(STALENESS), settings.value(OVERDUE))
    milestones = (await project_reads.milestones_of(tx, [project.id])).get(project.id, ())
    reports = await project_reports.reports_of(tx, project.id, LAST)
    reports = await project_reports.with_helpers(tx, reports)
    member = in_team(reader.visitor, project.place)
    own_draft = await project_drafts.draft_of(tx, reader.visitor.user_id, project.id) if member else None
    pauses = await project_pauses.pauses_of(tx, [project.team_id], now)
    return Card(
        project,
        now,
        whole=True,
        reports=tuple(reports),
        rule=judged(reports[0] if reports else None, milestones, thresholds, now, project.zone),
        milestones=milestones,
        blockers=(await project_blockers.open_blockers(tx, [project.id])).get(project.id, ()),
        mentors=(await mentors_of(tx, [project.team_id])).get(project.team_id, ()),
        pauses=tuple(one for one in pauses if one.person_id in {None, reader.person_id}),
        draft=own_draft,
        reports_it=member and reader.person_id is not None,
        changes=reader.works_on(project),
        slot=await slot_of(tx, project),
        home_zone=(reader.visitor.person.zone if reader.visitor.person else None) or project.zone,
        leads=reader.answers_for(project),
    )


async def history(db: Database, clock: Clock, visitor: Visitor, project_id: int) -> History:
    """Return every report of a project, the one in force first."""
    async with db.read() as tx:
        reader = await reader_of(tx, clock, visitor)
        project = await whole_project(reader, project_id)
        every = await project_reports.reports_of(tx, project_id)
        reports = tuple(await project_reports.with_helpers(tx, every))
        own = frozenset(one.id for one in correctable(reader, project, reports))
        return History(project, reader.now, reports, own)


async def mark_milestone(
    db: Database, clock: Clock, visitor: Visitor, project_id: int, milestone_id: int, done: bool
) -> Card:
    """Mark a milestone as reached, or take the mark off; twice changes nothing."""
    async with db.write() as tx:
        reader = await reader_of(tx, clock, visitor)
        project = await project_to_change(reader, project_id)
        if await first_time(tx, visitor.update_id, "mark-milestone", reader.now):
            at = reader.now if done else None
            if not await project_reads.mark_milestone(tx, milestone_id, project_id, at):
                raise OutOfDate("error-projects-no-milestone")
        return await card_of(reader, project)


async def stages(db: Database, clock: Clock, visitor: Visitor, project_id: int) -> Stages:
    """Return to which stages a project may be moved."""
    async with db.read() as tx:
        reader = await reader_of(tx, clock, visitor)
        project = await project_to_change(reader, project_id)
        return Stages(project, (await settings_of_stream(tx, project.stream_id)).value(STAGES))


async def set_stage(
    db: Database, clock: Clock, visitor: Visitor, project_id: int, mark: str, place: int
) -> Card:
    """Move a project to the stage at a place of the list; OutOfDate when the list has changed meanwhile."""
    async with db.write() as tx:
        reader = await reader_of(tx, clock, visitor)
        project = await project_to_change(reader, project_id)
        listed = (await settings_of_stream(tx, project.stream_id)).value(STAGES)
        if place >= len(listed) or mark_of(listed[place]) != mark:
            raise OutOfDate("error-projects-stages-changed")
        if await first_time(tx, visitor.update_id, "set-stage", reader.now):
            await project_reads.set_stage(tx, project_id, listed[place])
        return await card_of(reader, await project_seen(reader, project_id))


def mark_of(stage: str) -> str:
    """Return a short mark of a stage's title for a button: a list edited meanwhile does not match."""
    return f"{zlib.crc32(stage.encode()):08x}"
