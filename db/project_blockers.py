"""What hinders projects, with the helper who was named, until it is closed."""

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from db.types import UTCDateTime, metadata

project_blockers = Table(
    "project_blockers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("project_id", ForeignKey("projects.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("report_id", ForeignKey("project_reports.id", ondelete="SET NULL"), index=True),
    Column("words", Text, nullable=False),
    Column("opened_by", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("opened_at", UTCDateTime, nullable=False),
    Column("helper_id", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("asked_from", UTCDateTime, nullable=False),
    Column("closed_by", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("closed_at", UTCDateTime),
)
"""`report_id` is the first of the chain of reports that told of it; `asked_from` is when somebody last said
that it still hinders, or a helper was named: the next question is counted from it."""
