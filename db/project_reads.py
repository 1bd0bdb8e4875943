"""Projects with the names of what they belong to, and their milestones, read into values."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import and_, or_, select, update

from bot.people.model import FOR_OTHERS, Visitor
from bot.projects.model import Milestone, Project
from db.engine import Tx
from db.notices import batches
from db.project_facts import PROJECT_COLUMNS, PROJECTS, project_of
from db.projects import milestones, projects, teams

_PROJECTS = select(*PROJECT_COLUMNS).select_from(PROJECTS).order_by(projects.c.code, projects.c.id)


async def projects_named(tx: Tx, project_ids: Collection[int]) -> dict[int, Project]:
    """Return projects by id; unknown ones are missing."""
    found: dict[int, Project] = {}
    for part in batches(sorted(set(project_ids))):
        for row in await tx.execute(_PROJECTS.where(projects.c.id.in_(part))):
            found[row.project_id] = project_of(row)
    return found


async def projects_of_stream(tx: Tx, stream_id: int) -> list[Project]:
    """Return every project of a stream, by code."""
    rows = await tx.execute(_PROJECTS.where(projects.c.stream_id == stream_id))
    return [project_of(row) for row in rows]


async def own_projects(tx: Tx, visitor: Visitor) -> list[Project]:
    """Return the projects of the teams somebody is a member of, in every stream of theirs."""
    own = [
        and_(projects.c.stream_id == part.stream.id, teams.c.code == part.team)
        for part in visitor.enrolments
        if part.team and part.roles & FOR_OTHERS
    ]
    if not own:
        return []
    return [project_of(row) for row in await tx.execute(_PROJECTS.where(or_(*own)))]


async def milestones_of(tx: Tx, project_ids: Collection[int]) -> Mapping[int, tuple[Milestone, ...]]:
    """Return project → milestones, by date."""
    found: defaultdict[int, list[Milestone]] = defaultdict(list)
    for part in batches(sorted(set(project_ids))):
        chosen = select(milestones).where(milestones.c.project_id.in_(part))
        for row in await tx.execute(chosen.order_by(milestones.c.due_on, milestones.c.id)):
            found[row.project_id].append(milestone_of(row))
    return {key: tuple(values) for key, values in found.items()}


async def mark_milestone(tx: Tx, milestone_id: int, project_id: int, done_at: datetime | None) -> bool:
    """Mark a milestone of a project as reached, or with None as not; False where there is none."""
    own = and_(milestones.c.id == milestone_id, milestones.c.project_id == project_id)
    return bool((await tx.execute(update(milestones).where(own).values(done_at=done_at))).rowcount)


async def set_stage(tx: Tx, project_id: int, stage: str) -> None:
    """Move a project to a stage."""
    await tx.execute(update(projects).where(projects.c.id == project_id).values(stage=stage))


def milestone_of(row: Any) -> Milestone:
    """Make the milestone of a row that holds the columns of `milestones`."""
    return Milestone(row.id, row.title, row.due_on, row.done_at)
