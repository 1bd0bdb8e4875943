"""Table of the meetings of a mentor and a team."""

from sqlalchemy import Boolean, CheckConstraint, Column, Date, ForeignKey, Integer, String, Table, Text

from db.types import UTCDateTime, metadata

meetings = Table(
    "meetings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("mentorship_id", ForeignKey("mentorships.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("starts_at", UTCDateTime, nullable=False, index=True),
    Column("zone", String(64), nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("place", Text, nullable=False, default=""),
    Column("link", Text, nullable=False, default=""),
    Column("state", String(10), nullable=False),
    Column("result", Text, nullable=False, default=""),
    Column("next_on", Date),
    Column("arranged_at", UTCDateTime, nullable=False),
    Column("arranged_by", ForeignKey("people.id", ondelete="SET NULL")),
    Column("by_mentor", Boolean, nullable=False),
    Column("logged_at", UTCDateTime),
    Column("logged_by", ForeignKey("people.id", ondelete="SET NULL")),
    CheckConstraint("minutes > 0", name="minutes_positive"),
)
"""States: draft (its author alone sees it), planned, held, missed, cancelled. `zone` is the one in which the
time was named (IANA). `next_on` is left of an earlier version: when the next meeting is, the next row tells.
"""
