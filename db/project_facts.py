"""What a project is: the one row every screen of it begins with."""

from typing import Any

from sqlalchemy import bindparam, select

from bot.projects.model import Project
from bot.shared.zones import MOSCOW
from db.engine import Tx
from db.programme import directions
from db.projects import factories, projects, teams

PROJECT_COLUMNS = (
    projects.c.id.label("project_id"),
    projects.c.code.label("project_code"),
    projects.c.stream_id.label("project_stream_id"),
    projects.c.team_id.label("project_team_id"),
    teams.c.code.label("project_team_code"),
    teams.c.title.label("project_team"),
    teams.c.municipality.label("project_municipality"),
    teams.c.zone.label("project_zone"),
    projects.c.title.label("project_title"),
    projects.c.stage.label("project_stage"),
    projects.c.description.label("project_description"),
    directions.c.title.label("project_direction"),
    factories.c.title.label("project_factory"),
    projects.c.defence_id.label("project_defence_id"),
    projects.c.defence_order.label("project_defence_order"),
)
PROJECTS = (
    projects.join(teams, teams.c.id == projects.c.team_id)
    .outerjoin(directions, directions.c.id == projects.c.direction_id)
    .outerjoin(factories, factories.c.id == projects.c.factory_id)
)
_ONE = select(*PROJECT_COLUMNS).select_from(PROJECTS).where(projects.c.id == bindparam("project"))


async def project(tx: Tx, project_id: int) -> Project | None:
    """Return a project; None for an id never given."""
    row = (await tx.execute(_ONE, {"project": project_id})).one_or_none()
    return None if row is None else project_of(row)


async def lock_project(tx: Tx, project_id: int) -> None:
    """Step: let others wait until this transaction has ended; SQLite has one writer anyway."""
    own = select(projects.c.id).where(projects.c.id == project_id)
    await tx.execute(own.with_for_update(key_share=True))


def project_of(row: Any) -> Project:
    """Make the value of a row that holds `PROJECT_COLUMNS`."""
    return Project(
        id=row.project_id,
        code=row.project_code,
        stream_id=row.project_stream_id,
        team_id=row.project_team_id,
        team_code=row.project_team_code,
        team=row.project_team,
        title=row.project_title,
        stage=row.project_stage,
        direction=row.project_direction or "",
        factory=row.project_factory or "",
        description=row.project_description,
        zone=row.project_zone or MOSCOW,
        municipality=row.project_municipality,
        defence_id=row.project_defence_id,
        defence_order=row.project_defence_order,
    )
