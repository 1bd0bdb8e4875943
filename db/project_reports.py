"""Reports on projects: each is kept as it was given; a correction is a further report."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    ForeignKey,
    Integer,
    Select,
    String,
    Table,
    Text,
    and_,
    func,
    insert,
    or_,
    select,
)

from bot.people.assistants import Deed
from bot.people.model import joined_name
from bot.projects.model import GivenAs, Light, Milestone, Report
from db.assistants import who_did
from db.engine import Tx
from db.notices import batches
from db.people import name_columns, people
from db.programme import streams
from db.projects import milestones, projects, teams
from db.settings import programme_settings
from db.types import UTCDateTime, metadata

project_reports = Table(
    "project_reports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("project_id", ForeignKey("projects.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("author_id", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("given_as", String(10), nullable=False),
    Column("at", UTCDateTime, nullable=False),
    Column("light", String(6), nullable=False),
    Column("done", Text, nullable=False),
    Column("hinders", Text, nullable=False),
    Column("milestone_id", ForeignKey("milestones.id", ondelete="SET NULL")),
    Column("next_words", Text, nullable=False),
    Column("corrects_id", ForeignKey("project_reports.id", ondelete="CASCADE"), index=True),
    CheckConstraint("light IN ('red', 'yellow', 'green')", name="light_known"),
)
"""`given_as` is «lead» or «member»; `hinders` is empty where nothing does; `corrects_id` is always the first
of a chain of corrections. Ids tell the order in which reports were given."""

_firsts = project_reports.alias("firsts")
REPORTS: Select[Any] = (
    select(
        project_reports,
        *name_columns(people, "author"),
        milestones.c.title.label("milestone_title"),
        milestones.c.due_on,
        milestones.c.done_at,
        _firsts.c.at.label("first_at"),
    )
    .outerjoin(people, people.c.id == project_reports.c.author_id)
    .outerjoin(milestones, milestones.c.id == project_reports.c.milestone_id)
    .outerjoin(_firsts, _firsts.c.id == project_reports.c.corrects_id)
)
_ROOT = func.coalesce(project_reports.c.corrects_id, project_reports.c.id)
_NEWEST_FIRST = (_ROOT.desc(), project_reports.c.id.desc())


async def with_helpers(tx: Tx, reports: Sequence[Report]) -> list[Report]:
    """Return reports with the assistants who gave them in their authors' names."""
    helpers = await who_did(tx, Deed.REPORTED, [one.id for one in reports])
    return [replace(one, through=helpers.get(one.id, "")) for one in reports]


async def add_report(tx: Tx, report: Report) -> int:
    """Write a report, whose id is not known yet, and return its id."""
    values = {
        "project_id": report.project_id,
        "author_id": report.author_id,
        "given_as": report.given_as.value,
        "at": report.at,
        "light": report.light.value,
        "done": report.done,
        "hinders": report.hinders,
        "milestone_id": report.milestone.id if report.milestone else None,
        "next_words": report.next_words,
        "corrects_id": report.corrects_id,
    }
    added = insert(project_reports).values(**values).returning(project_reports.c.id)
    return int((await tx.execute(added)).scalar_one())


async def report(tx: Tx, report_id: int) -> Report | None:
    """Return a report as it was given."""
    row = (await tx.execute(REPORTS.where(project_reports.c.id == report_id))).one_or_none()
    return None if row is None else report_of(row)


async def reports_of(tx: Tx, project_id: int, limit: int | None = None) -> list[Report]:
    """Return the reports of a project, the one in force first; corrections before what they correct."""
    chosen = REPORTS.where(project_reports.c.project_id == project_id).order_by(*_NEWEST_FIRST)
    return [report_of(row) for row in await tx.execute(chosen.limit(limit))]


async def current_reports(tx: Tx, project_ids: Collection[int]) -> dict[int, Report]:
    """Return project → the report in force; a project without any is missing."""
    found: dict[int, Report] = {}
    for part in batches(sorted(set(project_ids))):
        found |= await newest_reports(tx, project_reports.c.project_id.in_(part))
    return found


async def newest_reports(tx: Tx, *which: ColumnElement[bool]) -> dict[int, Report]:
    """Return project → the report in force among some: of the newest one its newest correction."""
    place = func.row_number().over(partition_by=project_reports.c.project_id, order_by=_NEWEST_FIRST)
    ranked = select(project_reports.c.id, place.label("place")).where(*which).subquery()
    chosen = REPORTS.join(ranked, ranked.c.id == project_reports.c.id).where(ranked.c.place == 1)
    return {row.project_id: report_of(row) for row in await tx.execute(chosen)}


async def last_reported(tx: Tx, stream_id: int) -> dict[int, datetime]:
    """Return project → when its report in force was given, for a stream; corrections are no new reports."""
    newest = func.max(project_reports.c.at)
    chosen = (
        select(project_reports.c.project_id, newest)
        .join(projects, projects.c.id == project_reports.c.project_id)
        .where(projects.c.stream_id == stream_id, project_reports.c.corrects_id.is_(None))
        .group_by(project_reports.c.project_id)
    )
    return {row[0]: row[1] for row in await tx.execute(chosen)}


def report_of(row: Any) -> Report:
    """Make the value of a row of `REPORTS`."""
    milestone = None
    if row.milestone_id is not None:
        milestone = Milestone(row.milestone_id, row.milestone_title, row.due_on, row.done_at)
    return Report(
        id=row.id,
        project_id=row.project_id,
        author_id=row.author_id,
        author=joined_name(row.author_surname, row.author_name, row.author_patronymic),
        given_as=GivenAs(row.given_as),
        at=row.at,
        light=Light(row.light),
        done=row.done,
        hinders=row.hinders,
        milestone=milestone,
        next_words=row.next_words,
        corrects_id=row.corrects_id,
        first_at=row.first_at,
    )


async def newest_of_teams(
    tx: Tx, teams_of: Collection[tuple[int, str]], keys: Sequence[str]
) -> list[tuple[int, str, int, int, datetime | None, dict[str, str]]]:
    """Return id, title, stream and team of teams' projects, the last report's moment, and settings by key.

    Teams are stream and code. One statement, so that a list of everything that waits stays cheap.
    """
    newest = func.max(project_reports.c.at).label("newest")
    own = [and_(projects.c.stream_id == stream, teams.c.code == code) for stream, code in teams_of]
    chosen = (
        select(projects.c.id, projects.c.title, projects.c.stream_id, projects.c.team_id, newest)
        .join(teams, teams.c.id == projects.c.team_id)
        .join(streams, streams.c.id == projects.c.stream_id)
        .outerjoin(
            project_reports,
            and_(project_reports.c.project_id == projects.c.id, project_reports.c.corrects_id.is_(None)),
        )
        .where(or_(*own))
        .group_by(projects.c.id, projects.c.title, projects.c.stream_id, projects.c.team_id)
        .order_by(projects.c.id)
    )
    for place, key in enumerate(keys):
        kept = programme_settings.alias(f"kept_{place}")
        mine = and_(kept.c.programme_id == streams.c.programme_id, kept.c.key == key)
        chosen = chosen.outerjoin(kept, mine).add_columns(func.max(kept.c.value).label(f"value_{place}"))
    return [
        (*row[:5], {key: row[5 + place] for place, key in enumerate(keys) if row[5 + place] is not None})
        for row in await tx.execute(chosen)
    ]
