"""Giving a report: in force from now on, with what becomes of blockers, and whom it is told to."""

from dataclasses import dataclass, replace

from bot.notices.planning import Planning
from bot.people.assistant_actions import record
from bot.people.assistants import Deed
from bot.people.model import Visitor
from bot.projects.drafts import NO_NEXT, Draft, Step
from bot.projects.model import Blocker, GivenAs, Project, Report, current
from bot.projects.reading import Reader, reader_of
from bot.projects.report_actions import GONE, reporting
from bot.projects.telling_actions import tell_of_report
from bot.projects.visibility import leads_team
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from db import project_blockers, project_drafts, project_reports
from db.engine import Database
from db.project_facts import lock_project
from db.project_reads import milestones_of
from db.updates import first_time


@dataclass(frozen=True, slots=True)
class Given:
    """A report that was given; `before` is another's that came while this one was written."""

    project: Project
    report: Report
    before: Report | None = None


async def give(db: Database, clock: Clock, planning: Planning, visitor: Visitor, project_id: int) -> Given:
    """Give the report: it is in force from now on, earlier ones stay; the lead and whom it overtakes hear."""
    async with db.write() as tx:
        reader = await reader_of(tx, clock, visitor)
        project = await reporting(reader, project_id)
        await lock_project(tx, project_id)
        draft = await project_drafts.draft_of(tx, visitor.user_id, project_id)
        every = await project_reports.reports_of(tx, project_id)
        if not await first_time(tx, visitor.update_id, "give-report", reader.now):
            return Given(project, _given_before(reader, every))
        if draft is None or draft.step is not Step.REVIEW:
            raise OutOfDate(GONE)
        report = await _write(reader, project, draft, every)
        await project_drafts.drop_draft(tx, visitor.user_id, project_id)
        before = _overtaken(reader, draft, every)
        await tell_of_report(reader, planning, project, report, before)
        await record(tx, clock, reader.visitor, Deed.REPORTED, report.id, project_id)
        return Given(project, report, before)


async def _write(reader: Reader, project: Project, draft: Draft, every: list[Report]) -> Report:
    """Write the report and what becomes of blockers, and return it as it stands then."""
    tx, person = reader.tx, reader.visitor.person
    if person is None or draft.light is None:
        raise OutOfDate(GONE)
    blockers = (await project_blockers.open_blockers(tx, [project.id])).get(project.id, ())
    milestones = {one.id: one for one in (await milestones_of(tx, [project.id])).get(project.id, ())}
    leads = leads_team(reader.visitor, project.place)
    given = Report(
        id=0,
        project_id=project.id,
        author_id=person.id,
        author=person.full_name,
        given_as=GivenAs.LEAD if leads else GivenAs.MEMBER,
        at=reader.now,
        light=draft.light,
        done=draft.done,
        hinders="; ".join(one.words for one in blockers) if draft.kept else draft.hinders or "",
        milestone=milestones.get(draft.milestone_id or 0),
        next_words="" if draft.next_words == NO_NEXT else draft.next_words,
        corrects_id=draft.corrects_id,
    )
    given = replace(given, id=await project_reports.add_report(tx, given))
    await _settle_blockers(reader, project, draft, given, every, blockers)
    return given


async def _settle_blockers(
    reader: Reader,
    project: Project,
    draft: Draft,
    given: Report,
    every: list[Report],
    blockers: tuple[Blocker, ...],
) -> None:
    """Open what hinders anew; «nothing» closes what hindered. A correction touches its own blocker alone."""
    tx, person_id, now = reader.tx, given.author_id or 0, reader.now
    if draft.kept:
        return
    if draft.corrects_id is None:
        if given.hinders:
            await project_blockers.open_blocker(tx, project.id, given.id, given.hinders, person_id, now)
            return
        for one in blockers:
            await project_blockers.close_blocker(tx, one.id, person_id, now)
        return
    corrected = next((one for one in every if one.root_id == draft.corrects_id), None)
    if corrected is not None and corrected.hinders == given.hinders:
        return
    own = await project_blockers.blocker_of_report(tx, draft.corrects_id)
    if own is not None and given.hinders:
        await project_blockers.change_blocker(tx, own.id, words=given.hinders)
    elif own is not None:
        await project_blockers.close_blocker(tx, own.id, person_id, now)
    elif given.hinders:
        await project_blockers.open_blocker(tx, project.id, draft.corrects_id, given.hinders, person_id, now)


def _overtaken(reader: Reader, draft: Draft, every: list[Report]) -> Report | None:
    """Return another's report that came while this one was written; a correction overtakes nobody."""
    newest = current(every)
    if newest is None or draft.corrects_id is not None or newest.id == draft.seen_id:
        return None
    return newest if newest.author_id not in {None, reader.person_id} else None


def _given_before(reader: Reader, every: list[Report]) -> Report:
    """Return the report this very tap has given already."""
    own = [one for one in every if one.author_id == reader.person_id]
    if not own:
        raise OutOfDate(GONE)
    return max(own, key=lambda one: one.id)
