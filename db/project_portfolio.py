"""The projects of streams with reports, milestones and blockers: one statement for each of these."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from bot.people.model import Role
from bot.projects.model import Blocker, GivenAs, Light, Milestone, Project, Report
from db.engine import Tx
from db.people import enrolments, people, present
from db.project_blockers import project_blockers
from db.project_facts import PROJECT_COLUMNS, PROJECTS, project_of
from db.project_reports import project_reports
from db.projects import factories, milestones, projects

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
    root = func.coalesce(project_reports.c.corrects_id, project_reports.c.id)
    place = func.row_number().over(
        partition_by=project_reports.c.project_id, order_by=(root.desc(), project_reports.c.id.desc())
    )
    ranked = (
        select(project_reports.c.id, place.label("place"))
        .where(_of(project_reports, stream_ids), project_reports.c.at <= at)
        .subquery()
    )
    chosen = _reports().join(ranked, ranked.c.id == project_reports.c.id).where(ranked.c.place == 1)
    return {row.project_id: report_of(row) for row in await tx.execute(chosen)}


async def reports_between(
    tx: Tx, stream_ids: Collection[int], since: datetime, until: datetime
) -> Mapping[int, list[Report]]:
    """Return project → what was reported after a moment and until another, in its order."""
    within = (project_reports.c.at > since, project_reports.c.at <= until)
    chosen = _reports().where(_of(project_reports, stream_ids), *within).order_by(project_reports.c.id)
    found: defaultdict[int, list[Report]] = defaultdict(list)
    for row in await tx.execute(chosen):
        found[row.project_id].append(report_of(row))
    return found


async def milestones_of_streams(tx: Tx, stream_ids: Collection[int]) -> Mapping[int, tuple[Milestone, ...]]:
    """Return project → its milestones by date."""
    chosen = select(milestones).where(_of(milestones, stream_ids))
    found: defaultdict[int, list[Milestone]] = defaultdict(list)
    for row in await tx.execute(chosen.order_by(milestones.c.due_on, milestones.c.id)):
        found[row.project_id].append(Milestone(row.id, row.title, row.due_on, row.done_at))
    return {project: tuple(found[project]) for project in found}


async def blockers_since(
    tx: Tx, stream_ids: Collection[int], since: datetime
) -> Mapping[int, tuple[Blocker, ...]]:
    """Return project → what hinders it, and what was closed after a moment; the oldest first."""
    opener, helper = people.alias("opener"), people.alias("helper")
    chosen = (
        select(project_blockers, *_named(opener, "opener"), *_named(helper, "helper"))
        .outerjoin(opener, opener.c.id == project_blockers.c.opened_by)
        .outerjoin(helper, helper.c.id == project_blockers.c.helper_id)
        .where(_of(project_blockers, stream_ids))
        .where(or_(project_blockers.c.closed_at.is_(None), project_blockers.c.closed_at > since))
        .order_by(project_blockers.c.opened_at, project_blockers.c.id)
    )
    found: defaultdict[int, list[Blocker]] = defaultdict(list)
    for row in await tx.execute(chosen):
        found[row.project_id].append(_blocker(row))
    return {project: tuple(found[project]) for project in found}


async def leads_of(tx: Tx, stream_ids: Collection[int], today: date) -> dict[int, str]:
    """Return team → the full name of whoever leads it."""
    of_streams = _LEADS.where(enrolments.c.stream_id.in_(sorted(stream_ids)), present(today))
    rows = [row for row in await tx.execute(of_streams) if Role.TEAM_LEAD in row.roles]
    return {row.team_id: _name(row.surname, row.name, row.patronymic) for row in rows}


async def factories_of(tx: Tx, stream_ids: Collection[int]) -> list[tuple[int, str]]:
    """Return id and title of the change factories of streams."""
    own = select(factories.c.id, factories.c.title).where(factories.c.stream_id.in_(sorted(stream_ids)))
    return [(row.id, row.title) for row in await tx.execute(own.order_by(factories.c.title))]


def _reports() -> Select[Any]:
    return (
        select(
            project_reports,
            *_named(people, "author"),
            milestones.c.title.label("next_title"),
            milestones.c.due_on.label("next_due_on"),
            milestones.c.done_at.label("next_done_at"),
        )
        .outerjoin(people, people.c.id == project_reports.c.author_id)
        .outerjoin(milestones, milestones.c.id == project_reports.c.milestone_id)
    )


def report_of(row: Any) -> Report:
    """Make the value of a row of a report with its author and milestone."""
    known = row.milestone_id is not None
    return Report(
        id=row.id,
        project_id=row.project_id,
        author_id=row.author_id,
        author=_name(row.author_surname, row.author_name, row.author_patronymic),
        given_as=GivenAs(row.given_as),
        at=row.at,
        light=Light(row.light),
        done=row.done,
        hinders=row.hinders,
        milestone=Milestone(row.milestone_id, row.next_title, row.next_due_on, row.next_done_at)
        if known
        else None,
        next_words=row.next_words,
        corrects_id=row.corrects_id,
    )


def _blocker(row: Any) -> Blocker:
    return Blocker(
        id=row.id,
        project_id=row.project_id,
        words=row.words,
        opened_by=row.opened_by,
        opener=_name(row.opener_surname, row.opener_name, row.opener_patronymic),
        opened_at=row.opened_at,
        helper_id=row.helper_id,
        helper=_name(row.helper_surname, row.helper_name, row.helper_patronymic),
        asked_from=row.asked_from,
        closed_at=row.closed_at,
    )


def _named(table: Any, word: str) -> list[Any]:
    return [table.c[part].label(f"{word}_{part}") for part in ("surname", "name", "patronymic")]


def _name(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _of(table: Any, stream_ids: Collection[int]) -> ColumnElement[bool]:
    """Build the condition: the row is of a project of these streams."""
    own = select(projects.c.id).where(projects.c.stream_id.in_(sorted(stream_ids)))
    condition: ColumnElement[bool] = table.c.project_id.in_(own)
    return condition
