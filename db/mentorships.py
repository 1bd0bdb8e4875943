"""Table of mentorships: a team and a mentor, from the proposal to the end."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text, text

from db.types import UTCDateTime, metadata

_OPEN = text("state IN ('proposed', 'accepted')")

mentorships = Table(
    "mentorships",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stream_id", ForeignKey("streams.id"), nullable=False, index=True),
    Column("team_id", ForeignKey("teams.id"), nullable=False),
    Column("mentor_id", ForeignKey("mentors.id"), nullable=False, index=True),
    Column("matching_id", ForeignKey("matchings.id", ondelete="SET NULL")),
    Column("state", String(10), nullable=False),
    Column("score", Integer, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("proposed_at", UTCDateTime, nullable=False),
    Column("answered_at", UTCDateTime),
    Column("ended_at", UTCDateTime),
    Column("ended_by", ForeignKey("people.id", ondelete="SET NULL")),
    Column("reason", Text, nullable=False, default=""),
    Index("ix_mentorships_team_id", "team_id"),
    Index("uq_mentorships_open", "team_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
)
"""States: proposed → accepted → ended; or declined by the mentor, withdrawn by the organizers.

A team has one at most that is proposed or accepted. `ended_at` and `ended_by` tell when and who declined,
withdrew or ended it, `reason` what they said. A change of mentor is a new row.
"""
