"""Tables of teams, change factories, projects and milestones."""

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    or_,
    select,
    update,
)

from db.engine import Tx
from db.types import UTCDateTime, Words, metadata

factories = Table(
    "factories",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(40), nullable=False, unique=True),
    Column("stream_id", ForeignKey("streams.id"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("direction_id", ForeignKey("directions.id")),
)

teams = Table(
    "teams",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(40), nullable=False, unique=True),
    Column("stream_id", ForeignKey("streams.id"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("direction_id", ForeignKey("directions.id")),
    Column("factory_id", ForeignKey("factories.id")),
    Column("municipality", Text, nullable=False, default=""),
    Column("region", Text, nullable=False, default=""),
    Column("zone", String(64)),
    Column("topics", Words, nullable=False, default=()),
    Column("needs", Text, nullable=False, default=""),
    Column("kinds", Words, nullable=False, default=()),
    Column("wanted", Words, nullable=False, default=()),
    Column("forbidden", Words, nullable=False, default=()),
    Column("pinned", String(40), nullable=False, default=""),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), index=True),
    UniqueConstraint("person_id", "stream_id"),
)
"""`kinds` are the kinds of mentor the team asks for. `wanted`, `forbidden` and `pinned` hold codes of people
who are mentors: wished for in their order, never to be given, and to be given whatever happens. `person_id`
is set for a team of one that nobody wrote down: a listener of a stream without teams.
"""

projects = Table(
    "projects",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(40), nullable=False, unique=True),
    Column("stream_id", ForeignKey("streams.id"), nullable=False, index=True),
    Column("team_id", ForeignKey("teams.id"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("direction_id", ForeignKey("directions.id")),
    Column("factory_id", ForeignKey("factories.id")),
    Column("stage", Text, nullable=False),
    Column("topics", Words, nullable=False, default=()),
    Column("description", Text, nullable=False, default=""),
    Column("defence_id", ForeignKey("events.id")),
    Column("defence_order", Integer),
)

milestones = Table(
    "milestones",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(40), nullable=False, unique=True),
    Column("project_id", ForeignKey("projects.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("done_at", UTCDateTime),
)


async def stream_of_team(tx: Tx, team_id: int) -> int | None:
    """Return the stream of a team."""
    return await tx.scalar(select(teams.c.stream_id).where(teams.c.id == team_id))


async def change_team(tx: Tx, team_id: int, **values: object) -> None:
    """Change columns of a team."""
    await tx.execute(update(teams).where(teams.c.id == team_id).values(**values))


async def forget_mentor(tx: Tx, code: str) -> None:
    """Take a person's code out of what teams wish for, refuse and hold on to."""
    named = or_(
        teams.c.pinned == code, *(column.contains(code) for column in (teams.c.wanted, teams.c.forbidden))
    )
    for team in (await tx.execute(select(teams).where(named))).all():
        wanted, forbidden = (
            tuple(one for one in words if one != code) for words in (team.wanted, team.forbidden)
        )
        pinned = "" if team.pinned == code else team.pinned
        await change_team(tx, team.id, wanted=wanted, forbidden=forbidden, pinned=pinned)
