"""Reports half written: they outlive a restart and whatever else is typed in between."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String, Table, Text

from db.types import UTCDateTime, metadata

report_drafts = Table(
    "report_drafts",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("project_id", ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True),
    Column("light", String(6), nullable=False),
    Column("done", Text, nullable=False),
    Column("hinders", Text),
    Column("kept", Integer, nullable=False),
    Column("milestone_id", ForeignKey("milestones.id", ondelete="SET NULL")),
    Column("next_words", Text, nullable=False),
    Column("corrects_id", ForeignKey("project_reports.id", ondelete="CASCADE")),
    Column("seen_id", ForeignKey("project_reports.id", ondelete="SET NULL")),
    Column("begun_at", UTCDateTime, nullable=False),
    Column("changed_at", UTCDateTime, nullable=False, index=True),
)
"""`hinders` is null until answered, empty for «ничего»; with `kept` what hindered before goes on hindering.
`seen_id` is the report that was current when this one was begun."""
