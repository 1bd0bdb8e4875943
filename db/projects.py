"""Tables of teams, change factories, projects and milestones."""

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table, Text

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
)

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
