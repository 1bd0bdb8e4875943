"""Reports on projects: each is kept as it was given; a correction is a further report."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, String, Table, Text

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
