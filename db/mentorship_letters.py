"""Table of what a mentor and a team write to each other through the bot."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from db.types import UTCDateTime, metadata

mentorship_letters = Table(
    "mentorship_letters",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("mentorship_id", ForeignKey("mentorships.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("from_mentor", Boolean, nullable=False),
    Column("author_id", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("to_id", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("kind", String(10), nullable=False),
    Column("text", Text, nullable=False),
    Column("entities", Text, nullable=False, default=""),
    Column("file_id", Text, nullable=False, default=""),
    Column("album", String(64), nullable=False, default=""),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("written_at", UTCDateTime, nullable=False),
    UniqueConstraint("chat_id", "message_id"),
)
"""`chat_id` and `message_id` are the author's own message, so that one that is told again is one letter.
`to_id` is who of the team it answers, None for the whole other side.
"""
