"""Until when a member, or a whole team, is not asked for a report."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from db.types import UTCDateTime, metadata

report_pauses = Table(
    "report_pauses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("team_id", ForeignKey("teams.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), index=True),
    Column("kind", String(6), nullable=False),
    Column("until", UTCDateTime, nullable=False),
    Column("since", UTCDateTime, nullable=False),
    Column("set_by", ForeignKey("people.id", ondelete="SET NULL"), index=True),
)
"""`kind` is «snooze» or «leave»; without a person the whole team is on leave."""
