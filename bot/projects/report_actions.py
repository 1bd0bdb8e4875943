"""Reporting on a project: each answer is kept at once, so that one may leave at any step and go on later."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.people.model import Visitor
from bot.projects.drafts import NO_NEXT, TYPED, Draft, Step, correction_of
from bot.projects.model import Blocker, Light, Milestone, Project
from bot.projects.reading import Reader, project_seen, reader_of
from bot.projects.visibility import in_team, leads_team
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from db import project_blockers, project_drafts, project_reports
from db.engine import Database
from db.project_reads import milestones_of
from db.updates import first_time

GONE = "error-projects-no-draft"


@dataclass(frozen=True, slots=True)
class Writing:
    """A report half written, with what its questions offer."""

    project: Project
    now: datetime
    draft: Draft
    milestones: tuple[Milestone, ...]
    blockers: tuple[Blocker, ...]

    @property
    def milestone(self) -> Milestone | None:
        """The milestone chosen as the next one."""
        return next((one for one in self.milestones if one.id == self.draft.milestone_id), None)


async def begin(
    db: Database, clock: Clock, visitor: Visitor, project_id: int, light: Light | None = None
) -> Writing:
    """Begin a report, or go on with the one that is half written; `light` answers its first question."""
    async with db.write() as tx:
        reader, project = await reporting(await reader_of(tx, clock, visitor), project_id)
        draft = await project_drafts.draft_of(tx, visitor.user_id, project_id)
        if draft is None:
            reports = await project_reports.reports_of(tx, project_id, 1)
            draft = Draft(reader.now, seen_id=reports[0].id if reports else None)
        if light is not None:
            draft = replace(draft, light=light)
        await project_drafts.keep_draft(tx, visitor.user_id, project_id, draft, reader.now)
        return await _writing(reader, project, draft)


async def begin_correction(db: Database, clock: Clock, visitor: Visitor, report_id: int) -> Writing:
    """Begin to correct a report with what it says; its author and the lead may.

    Refused while another report is half written: it would be lost.
    """
    async with db.write() as tx:
        reader = await reader_of(tx, clock, visitor)
        report = await project_reports.report(tx, report_id)
        if report is None:
            raise OutOfDate("error-projects-no-report")
        reader, project = await reporting(reader, report.project_id)
        versions = await project_reports.reports_of(tx, project.id)
        newest = max((one for one in versions if one.root_id == report.root_id), key=lambda one: one.id)
        root = min((one for one in versions if one.root_id == report.root_id), key=lambda one: one.id)
        own = reader.visitor.person is not None and root.author_id == reader.visitor.person.id
        if not own and not leads_team(reader.visitor, project.place):
            raise NotAllowed("error-projects-not-yours")
        draft = await project_drafts.draft_of(tx, visitor.user_id, project.id)
        if draft is None:
            draft = correction_of(newest, reader.now, versions[0].id)
            await project_drafts.keep_draft(tx, visitor.user_id, project.id, draft, reader.now)
        elif draft.corrects_id != report.root_id:
            raise Refusal("error-projects-draft-first")
        return await _writing(reader, project, draft)


async def answer(
    db: Database,
    clock: Clock,
    visitor: Visitor,
    project_id: int,
    step: Step,
    number: int,
) -> Writing:
    """Keep a button's answer and return what is asked next.

    Of what hinders, `number` 1 keeps what hindered before and 0 is nothing; of what comes next it is a
    milestone, 0 none. OutOfDate where nothing is half written.
    """
    async with db.write() as tx:
        reader, project = await reporting(await reader_of(tx, clock, visitor), project_id)
        draft = await project_drafts.draft_of(tx, visitor.user_id, project_id)
        if draft is None:
            raise OutOfDate(GONE)
        if step is Step.HINDERS:
            draft = replace(draft, hinders=None if number else "", kept=bool(number))
        elif step is Step.NEXT:
            draft = await _with_milestone(reader, project, draft, number)
        await project_drafts.keep_draft(tx, visitor.user_id, project_id, draft, reader.now)
        return await _writing(reader, project, draft)


async def answer_in_words(
    db: Database, clock: Clock, visitor: Visitor, project_id: int, words: str
) -> Writing:
    """Keep typed words as the answer to what was asked last; what takes no words is asked again."""
    async with db.write() as tx:
        reader, project = await reporting(await reader_of(tx, clock, visitor), project_id)
        draft = await project_drafts.draft_of(tx, visitor.user_id, project_id)
        if draft is None:
            raise OutOfDate(GONE)
        taken = await first_time(tx, visitor.update_id, "answer-report", reader.now)
        if taken and draft.step in TYPED:
            draft = draft.typed(draft.step, words)
            await project_drafts.keep_draft(tx, visitor.user_id, project_id, draft, reader.now)
        return await _writing(reader, project, draft)


async def ask_again(db: Database, clock: Clock, visitor: Visitor, project_id: int, step: Step) -> Writing:
    """Take one answer back, so that it is asked again; the others stay."""
    async with db.write() as tx:
        reader, project = await reporting(await reader_of(tx, clock, visitor), project_id)
        draft = await project_drafts.draft_of(tx, visitor.user_id, project_id)
        if draft is None:
            raise OutOfDate(GONE)
        draft = draft.without(step)
        await project_drafts.keep_draft(tx, visitor.user_id, project_id, draft, reader.now)
        return await _writing(reader, project, draft)


async def discard(db: Database, clock: Clock, visitor: Visitor, project_id: int) -> None:
    """Throw away what is half written; twice changes nothing."""
    async with db.write() as tx:
        await reporting(await reader_of(tx, clock, visitor), project_id)
        await project_drafts.drop_draft(tx, visitor.user_id, project_id)


async def reporting(reader: Reader, project_id: int) -> tuple[Reader, Project]:
    """Step: return the project the reader may report on; a sentence for everybody else."""
    project = await project_seen(reader, project_id)
    if not in_team(reader.visitor, project.place):
        raise NotAllowed("error-projects-not-team")
    if reader.visitor.person is None:
        raise Refusal("error-projects-not-team")
    return reader, project


async def _writing(reader: Reader, project: Project, draft: Draft) -> Writing:
    milestones = (await milestones_of(reader.tx, [project.id])).get(project.id, ())
    blockers = (await project_blockers.open_blockers(reader.tx, [project.id])).get(project.id, ())
    return Writing(project, reader.now, draft, milestones, blockers)


async def _with_milestone(reader: Reader, project: Project, draft: Draft, number: int) -> Draft:
    if not number:
        return replace(draft, milestone_id=None, next_words=NO_NEXT)
    known = (await milestones_of(reader.tx, [project.id])).get(project.id, ())
    if number not in {one.id for one in known}:
        raise OutOfDate("error-projects-no-milestone")
    return replace(draft, milestone_id=number, next_words="")
