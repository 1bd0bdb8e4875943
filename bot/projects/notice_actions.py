"""What the messages about projects are made of when they are sent: the facts of that moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.notices.model import Notice
from bot.projects.model import Blocker, Project, Report
from bot.projects.notices import project_number
from bot.projects.planning import asked_about, facts_of, silent_projects
from bot.projects.prompts import PauseKind, pause_of, reported
from bot.projects.settings import SILENCE
from bot.projects.silences import Silent, told_on
from bot.shared.zones import MOSCOW
from db import project_blockers, project_pauses, project_reports
from db.engine import Tx
from db.project_people import Entered, entered
from db.project_reads import projects_named


@dataclass(frozen=True, slots=True)
class Told:
    """A project with the report or with what hinders that a message is about, at a moment."""

    project: Project
    now: datetime
    report: Report | None = None
    blocker: Blocker | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """The projects whose silence is told of, each with for how many days nobody has reported."""

    projects: tuple[tuple[Project, int], ...]


async def prompted(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, Told]:
    """Return, by notice id, the project a prompt is about, while its team has not reported."""
    projects = await _projects(tx, notices)
    last = await project_reports.current_reports(tx, projects)
    pauses = await project_pauses.pauses_of(tx, {one.team_id for one in projects.values()}, now)
    people = await _members(tx, now, notices)
    told = {}
    for notice in notices:
        project = projects.get(project_number(notice.subject) or 0)
        if project is None or people.get((notice.stream_id or 0, notice.person_id or 0)) != project.team_id:
            continue
        report = last.get(project.id)
        pause = pause_of(pauses, project.team_id, notice.person_id or 0)
        prompt = datetime.fromisoformat(notice.params["prompt"])
        if reported(report.given_at if report else None, prompt):
            continue
        if pause is None or pause.kind is PauseKind.SNOOZE:
            told[notice.id] = Told(project, now)
    return told


async def reports_told(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, Told]:
    """Return, by notice id, the report a message is about."""
    projects = await _projects(tx, notices)
    people = await _members(tx, now, notices)
    told = {}
    for notice in notices:
        project = projects.get(project_number(notice.subject) or 0)
        report = await project_reports.report(tx, int(notice.params["number"]))
        own = project is not None and project.team_id == people.get(
            (notice.stream_id or 0, notice.person_id or 0)
        )
        if project is not None and report is not None and own:
            (known,) = await project_reports.with_helpers(tx, [report])
            told[notice.id] = Told(project, now, report=known)
    return told


async def blockers_told(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, Told]:
    """Return, by notice id, what hinders while it is not closed and its reader is the one who is asked."""
    projects = await _projects(tx, notices)
    streams = {one.stream_id for one in projects.values()}
    people = {stream_id: await entered(tx, stream_id, now.date()) for stream_id in sorted(streams)}
    told = {}
    for notice in notices:
        project = projects.get(project_number(notice.subject) or 0)
        number = int(notice.params.get("blocker") or notice.params["number"])
        blocker = await project_blockers.blocker(tx, number)
        if project is None or blocker is None or blocker.closed_at is not None:
            continue
        asked = asked_about(blocker, project.team_id, people[project.stream_id])
        if notice.person_id in {one.person_id for one in asked}:
            told[notice.id] = Told(project, now, blocker=blocker)
    return told


async def silences(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, Silence]:
    """Return, by notice id, the projects that are silent still, of those told of at its moment."""
    told = {}
    for stream_id in sorted({notice.stream_id or 0 for notice in notices}):
        facts = await facts_of(tx, stream_id)
        if facts is None:
            continue
        silent = await silent_projects(tx, now, facts)
        days = facts.settings.value(SILENCE)
        projects = {one.id: one for one in facts.projects}
        people = {one.person_id: one for one in await entered(tx, stream_id, now.date())}
        for notice in (one for one in notices if one.stream_id == stream_id):
            reader = people.get(notice.person_id or 0)
            if reader is None:
                continue
            own = [one for one in silent if _told_to(one, reader) and _meant(one, reader, days, notice)]
            listed = tuple((projects[one.project_id], (now - one.since).days) for one in own)
            if listed:
                told[notice.id] = Silence(listed)
    return told


def _told_to(silent: Silent, reader: Entered) -> bool:
    return reader.organizes or reader.person_id in silent.mentors


def _meant(silent: Silent, reader: Entered, days: int, notice: Notice) -> bool:
    return told_on(silent.since, days, reader.home_zone or MOSCOW, notice.wanted_at)


async def _projects(tx: Tx, notices: Sequence[Notice]) -> dict[int, Project]:
    return await projects_named(tx, {project_number(notice.subject) or 0 for notice in notices})


async def _members(tx: Tx, now: datetime, notices: Sequence[Notice]) -> dict[tuple[int, int], int]:
    """Return stream and person → the team whose member they are at this moment."""
    found = {}
    for stream_id in sorted({notice.stream_id or 0 for notice in notices}):
        who = {one.person_id for one in notices if one.stream_id == stream_id and one.person_id is not None}
        for one in await entered(tx, stream_id, now.date(), who):
            if one.askable is not None:
                found[stream_id, one.person_id] = one.askable.team_id
    return found
