"""Tables of drafts of the match: the pairs that organizers look at, and what became of each draft."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from db.types import UTCDateTime, metadata

_DRAFT = text("state = 'draft'")

matchings = Table(
    "matchings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stream_id", ForeignKey("streams.id"), nullable=False, index=True),
    Column("state", String(10), nullable=False),
    Column("made_at", UTCDateTime, nullable=False),
    Column("made_by", ForeignKey("people.id", ondelete="SET NULL")),
    Column("weight", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("previous_id", ForeignKey("matchings.id", ondelete="SET NULL")),
    Column("published_at", UTCDateTime),
    Column("published_by", ForeignKey("people.id", ondelete="SET NULL")),
    Index("uq_matchings_draft", "stream_id", unique=True, sqlite_where=_DRAFT, postgresql_where=_DRAFT),
)
"""A stream has one draft at most. `digest` is a print of the facts it was made from: where they are others
now, it is made again before it is published. `previous_id` is the draft it is compared with.
"""

matching_pairs = Table(
    "matching_pairs",
    metadata,
    Column("matching_id", ForeignKey("matchings.id", ondelete="CASCADE"), primary_key=True),
    Column("team_id", ForeignKey("teams.id"), primary_key=True),
    Column("mentor_id", ForeignKey("mentors.id"), index=True),
    Column("score", Integer, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("pinned", Boolean, nullable=False),
    Column("kept", Boolean, nullable=False),
)
"""`mentor_id` is None for a team that is left without one; `kept` pairs were proposed or accepted before."""
