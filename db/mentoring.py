"""Tables of mentors' profiles."""

from collections.abc import Mapping

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    update,
)

from db.engine import Tx
from db.types import Words, metadata

mentors = Table(
    "mentors",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("stream_id", ForeignKey("streams.id"), nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("directions", Words, nullable=False, default=()),
    Column("topics", Words, nullable=False, default=()),
    Column("region", Text, nullable=False, default=""),
    Column("capacity", Integer, nullable=False),
    Column("paused_until", Date),
    Column("wanted", Words, nullable=False, default=()),
    UniqueConstraint("person_id", "stream_id"),
    CheckConstraint("capacity >= 0", name="capacity_not_negative"),
)
"""`wanted` are the codes of the teams the mentor would like, the most wished for first."""


async def change_mentor(tx: Tx, mentor_id: int, values: Mapping[str, object]) -> None:
    """Change columns of a mentor's profile."""
    await tx.execute(update(mentors).where(mentors.c.id == mentor_id).values(dict(values)))
