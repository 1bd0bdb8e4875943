"""Reporting on a project: each answer is kept at once, so that one may leave at any step and go on later."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.people.model import Visitor
from bot.projects.drafts import NO_NEXT, TYPED, Draft, Step, correction_of
from bot.projects.model import Blocker, Light, Milestone, Project, Report, newest_versions
from bot.projects.reading import Reader, project_seen, reader_of
from bot.projects.visibility import in_team, leads_team
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from db import project_blockers, project_drafts, project_reports
from db.engine import Database, Tx
from db.project_reads import milestones_of
from db.updates import first_time

GONE = "error-projects-no-draft"


@dataclass(frozen=True, slots=True)
class Writing:
    """A report half written, with what its questions offer.

    `choosing` tells that a new report was asked for, and that a half-written correction stands in its place.
    """

    project: Project
    now: datetime
    draft: Draft
    milestones: tuple[Milestone, ...]
    blockers: tuple[Blocker, ...]
    choosing: bool = False

    @property
    def milestone(self) -> Milestone | None:
        """The milestone chosen as the next one."""
        return next((one for one in self.milestones if one.id == self.draft.milestone_id), None)


async def begin(
    db: Database,
    clock: Clock,
    visitor: Visitor,
    project_id: int,
    light: Light | None = None,
    *,
    afresh: bool = False,
) -> Writing:
    """Begin a report, or go on with the one that is half written; `light` answers its first question.

    Where a correction is half written it is asked which is meant; with `afresh` it is thrown away.
    """
    async with db.write() as tx:
        reader = await reader_of(tx, clock, visitor)
        project = await reporting(reader, project_id)
        draft = await project_drafts.draft_of(tx, visitor.user_id, project_id)
        if draft is not None and draft.corrects_id is not None and not draft.answered_by(light):
            if not afresh:
                return replace(await _writing(reader, project, draft), choosing=True)
            await project_drafts.drop_draft(tx, visitor.user_id, project_id)
            draft = None
        if draft is None:
            reports = await project_reports.reports_of(tx, project_id, 1)
            draft = Draft(reader.now, seen_id=reports[0].id if reports else None)
        if light is not None:
            draft = replace(draft, light=light)
        return await _kept(reader, project, draft)


async def begin_correction(db: Database, clock: Clock, visitor: Visitor, report_id: int) -> Writing:
    """Begin to correct a report with what it says; its author and the lead may.

    Refused while another report is half written: it would be lost.
    """
    async with db.write() as tx:
        reader = await reader_of(tx, clock, visitor)
        report = await project_reports.report(tx, report_id)
        if report is None:
            raise OutOfDate("error-projects-no-report")
        project = await reporting(reader, report.project_id)
        versions = await project_reports.reports_of(tx, project.id)
        if report.root_id not in {one.root_id for one in correctable(reader, project, versions)}:
            raise NotAllowed("error-projects-not-yours")
        draft = await project_drafts.draft_of(tx, visitor.user_id, project.id)
        if draft is None:
            newest = newest_versions(versions)[report.root_id]
            return await _kept(reader, project, correction_of(newest, reader.now, versions[0].id))
        if draft.corrects_id != report.root_id:
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
        reader, project, draft = await _half_written(tx, clock, visitor, project_id)
        if step is Step.HINDERS:
            draft = replace(draft, hinders=None if number else "", kept=bool(number))
        elif step is Step.NEXT:
            draft = await _with_milestone(reader, project, draft, number)
        return await _kept(reader, project, draft)


async def answer_in_words(
    db: Database, clock: Clock, visitor: Visitor, project_id: int, words: str
) -> Writing:
    """Keep typed words as the answer to what was asked last; what takes no words is asked again."""
    async with db.write() as tx:
        reader, project, draft = await _half_written(tx, clock, visitor, project_id)
        taken = await first_time(tx, visitor.update_id, "answer-report", reader.now)
        if taken and draft.step in TYPED:
            return await _kept(reader, project, draft.typed(draft.step, words))
        return await _writing(reader, project, draft)


async def ask_again(db: Database, clock: Clock, visitor: Visitor, project_id: int, step: Step) -> Writing:
    """Take one answer back, so that it is asked again; the others stay."""
    async with db.write() as tx:
        reader, project, draft = await _half_written(tx, clock, visitor, project_id)
        return await _kept(reader, project, draft.without(step))


async def discard(db: Database, clock: Clock, visitor: Visitor, project_id: int) -> None:
    """Throw away what is half written; twice changes nothing."""
    async with db.write() as tx:
        await reporting(await reader_of(tx, clock, visitor), project_id)
        await project_drafts.drop_draft(tx, visitor.user_id, project_id)


async def reporting(reader: Reader, project_id: int) -> Project:
    """Step: return the project the reader may report on; a sentence for everybody else."""
    project = await project_seen(reader, project_id)
    if not in_team(reader.visitor, project.place):
        raise NotAllowed("error-projects-not-team")
    if reader.person_id is None:
        raise Refusal("error-projects-not-team")
    return project


def correctable(reader: Reader, project: Project, reports: Sequence[Report]) -> list[Report]:
    """Return the newest versions of reports that are the reader's own, or all of them for the lead."""
    if reader.person_id is None or not in_team(reader.visitor, project.place):
        return []
    authors = {one.id: one.author_id for one in reports}
    leads = leads_team(reader.visitor, project.place)
    newest = newest_versions(reports)
    return [one for root, one in newest.items() if leads or authors.get(root) == reader.person_id]


async def _half_written(
    tx: Tx, clock: Clock, visitor: Visitor, project_id: int
) -> tuple[Reader, Project, Draft]:
    """Step: return what the visitor is writing; OutOfDate where nothing is."""
    reader = await reader_of(tx, clock, visitor)
    project = await reporting(reader, project_id)
    draft = await project_drafts.draft_of(tx, visitor.user_id, project_id)
    if draft is None:
        raise OutOfDate(GONE)
    return reader, project, draft


async def _kept(reader: Reader, project: Project, draft: Draft) -> Writing:
    """Step: keep a draft and return what is asked next."""
    await project_drafts.keep_draft(reader.tx, reader.visitor.user_id, project.id, draft, reader.now)
    return await _writing(reader, project, draft)


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
