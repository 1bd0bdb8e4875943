"""Files of projects, every version of them, and what is marked on the checklist of a defence."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from db.types import UTCDateTime, metadata

project_files = Table(
    "project_files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("project_id", ForeignKey("projects.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("version", Integer, nullable=False),
    Column("sent_as", String(10), nullable=False),
    Column("file_id", Text, nullable=False),
    Column("unique_id", String(64), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("caption", Text, nullable=False),
    Column("attached_by", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("attached_at", UTCDateTime, nullable=False),
    Column("deleted_by", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("deleted_at", UTCDateTime),
    Column("lost_at", UTCDateTime),
    UniqueConstraint("project_id", "kind", "version"),
)
"""`kind` is charter, presentation, regulation or other; `sent_as` what the messenger calls it."""

defence_marks = Table(
    "defence_marks",
    metadata,
    Column("project_id", ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True),
    Column("item", String(12), primary_key=True),
    Column("marked_by", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("marked_at", UTCDateTime, nullable=False),
)
"""What of the checklist is ready: a row for each item that is."""
