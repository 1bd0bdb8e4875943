"""Teams in brief, as mentors and organizers are told of them: no people, no contacts."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select

from bot.mentoring.proposals import TeamInBrief
from db.engine import Tx
from db.notices import batches
from db.programme import directions
from db.projects import projects, teams


async def briefs(tx: Tx, team_ids: Collection[int]) -> dict[int, TeamInBrief]:
    """Return teams by id; unknown ones are missing."""
    found: dict[int, TeamInBrief] = {}
    for part in batches(sorted(team_ids)):
        work: dict[int, list[Any]] = {}
        for row in await tx.execute(
            select(projects).where(projects.c.team_id.in_(part)).order_by(projects.c.id)
        ):
            work.setdefault(row.team_id, []).append(row)
        rows = await tx.execute(
            select(teams, directions.c.title.label("direction"))
            .outerjoin(directions, directions.c.id == teams.c.direction_id)
            .where(teams.c.id.in_(part))
        )
        for row in rows:
            own = work.get(row.id, [])
            topics = dict.fromkeys((*row.topics, *(topic for one in own for topic in one.topics)))
            found[row.id] = TeamInBrief(
                code=row.code,
                title=row.title,
                project="; ".join(one.title for one in own),
                direction=row.direction or "",
                municipality=row.municipality,
                region=row.region,
                zone=row.zone,
                topics=tuple(topics),
                needs=row.needs,
            )
    return found
