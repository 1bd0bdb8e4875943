"""Tables of programmes, streams and the editions (published and draft) of a stream's programme."""

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
)

from db.types import UTCDateTime, metadata

programmes = Table(
    "programmes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(40), nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("short_title", Text, nullable=False, default=""),
)

streams = Table(
    "streams",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(40), nullable=False, unique=True),
    Column("programme_id", ForeignKey("programmes.id"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("duty_phone", Text, nullable=False, default=""),
    Column("published_id", ForeignKey("editions.id", use_alter=True, name="fk_streams_published_id")),
    Column("draft_id", ForeignKey("editions.id", use_alter=True, name="fk_streams_draft_id")),
    CheckConstraint("starts_on <= ends_on", name="dates_in_order"),
)

editions = Table(
    "editions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stream_id", ForeignKey("streams.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("based_on_id", ForeignKey("editions.id")),
    Column("created_at", UTCDateTime, nullable=False),
    Column("published_at", UTCDateTime),
    UniqueConstraint("stream_id", "number"),
)

directions = Table(
    "directions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(40), nullable=False, unique=True),
    Column("programme_id", ForeignKey("programmes.id"), nullable=False, index=True),
    Column("title", Text, nullable=False),
)
