"""The projects of streams with reports, milestones and blockers: one statement for each of these."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from bot.people.model import Role, joined_name
from bot.projects.model import Blocker, Milestone, Project, Report
from db.engine import Tx
from db.people import enrolments, people, present
from db.project_blockers import BLOCKERS, blocker_of, project_blockers
from db.project_facts import PROJECT_COLUMNS, PROJECTS, project_of
from db.project_reads import milestone_of
from db.project_reports import REPORTS, newest_reports, project_reports, report_of
from db.projects import milestones, projects

_PROJECTS = (
    select(*PROJECT_COLUMNS, projects.c.direction_id, projects.c.factory_id)
    .select_from(PROJECTS)
    .order_by(projects.c.stream_id, projects.c.code)
)
_LEADS = (
    select(enrolments.c.team_id, enrolments.c.roles, people.c.surname, people.c.name, people.c.patronymic)
    .join(people, people.c.id == enrolments.c.person_id)
    .where(enrolments.c.team_id.is_not(None))
    .order_by(people.c.surname, people.c.id)
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A project with the ids of what it is filtered by."""

    project: Project
    direction_id: int | None
    factory_id: int | None


async def listed(tx: Tx, stream_ids: Collection[int]) -> list[Listed]:
    """Return the projects of streams."""
    rows = await tx.execute(_PROJECTS.where(projects.c.stream_id.in_(sorted(stream_ids))))
    return [Listed(project_of(row), row.direction_id, row.factory_id) for row in rows]


async def reports_in_force(tx: Tx, stream_ids: Collection[int], at: datetime) -> dict[int, Report]:
    """Return project → the report that was in force at a moment: of the newest one its newest correction."""
    return await newest_reports(tx, _of(project_reports, stream_ids), project_reports.c.at <= at)


async def reports_between(
    tx: Tx, stream_ids: Collection[int], since: datetime, until: datetime
) -> Mapping[int, list[Report]]:
    """Return project → what was reported after a moment and until another, in its order."""
    within = (project_reports.c.at > since, project_reports.c.at <= until)
    chosen = REPORTS.where(_of(project_reports, stream_ids), *within).order_by(project_reports.c.id)
    found: defaultdict[int, list[Report]] = defaultdict(list)
    for row in await tx.execute(chosen):
        found[row.project_id].append(report_of(row))
    return found


async def milestones_of_streams(tx: Tx, stream_ids: Collection[int]) -> Mapping[int, tuple[Milestone, ...]]:
    """Return project → its milestones by date."""
    chosen = select(milestones).where(_of(milestones, stream_ids))
    found: defaultdict[int, list[Milestone]] = defaultdict(list)
    for row in await tx.execute(chosen.order_by(milestones.c.due_on, milestones.c.id)):
        found[row.project_id].append(milestone_of(row))
    return {project: tuple(found[project]) for project in found}


async def blockers_since(
    tx: Tx, stream_ids: Collection[int], since: datetime
) -> Mapping[int, tuple[Blocker, ...]]:
    """Return project → what hinders it, and what was closed after a moment; the oldest first."""
    still = or_(project_blockers.c.closed_at.is_(None), project_blockers.c.closed_at > since)
    found: defaultdict[int, list[Blocker]] = defaultdict(list)
    for row in await tx.execute(BLOCKERS.where(_of(project_blockers, stream_ids), still)):
        found[row.project_id].append(blocker_of(row))
    return {project: tuple(found[project]) for project in found}


async def leads_of(tx: Tx, stream_ids: Collection[int], today: date) -> dict[int, str]:
    """Return team → the full name of whoever leads it."""
    of_streams = _LEADS.where(enrolments.c.stream_id.in_(sorted(stream_ids)), present(today))
    rows = [row for row in await tx.execute(of_streams) if Role.TEAM_LEAD in row.roles]
    return {row.team_id: joined_name(row.surname, row.name, row.patronymic) for row in rows}


def _of(table: Any, stream_ids: Collection[int]) -> ColumnElement[bool]:
    """Build the condition: the row is of a project of these streams."""
    own = select(projects.c.id).where(projects.c.stream_id.in_(sorted(stream_ids)))
    condition: ColumnElement[bool] = table.c.project_id.in_(own)
    return condition
