"""Tables of venues, modules and events: a lasting row for the code, a row in each edition for the content."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    Time,
)

from db.types import UTCDateTime, WallClock, Words, metadata

venues = Table(
    "venues",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(40), nullable=False, unique=True),
)

venue_versions = Table(
    "venue_versions",
    metadata,
    Column("edition_id", ForeignKey("editions.id", ondelete="CASCADE"), primary_key=True),
    Column("venue_id", ForeignKey("venues.id"), primary_key=True),
    Column("title", Text, nullable=False),
    Column("city", Text, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("address", Text, nullable=False, default=""),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("way", Text, nullable=False, default=""),
    Column("halls", Text, nullable=False, default=""),
    Column("wifi", Text, nullable=False, default=""),
    Column("meals", Text, nullable=False, default=""),
    Column("contacts", Text, nullable=False, default=""),
    Column("duty_phone", Text, nullable=False, default=""),
)

modules = Table(
    "modules",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stream_id", ForeignKey("streams.id"), nullable=False, index=True),
    Column("code", String(40), nullable=False, unique=True),
)

module_versions = Table(
    "module_versions",
    metadata,
    Column("edition_id", ForeignKey("editions.id", ondelete="CASCADE"), primary_key=True),
    Column("module_id", ForeignKey("modules.id"), primary_key=True),
    Column("number", Integer),
    Column("title", Text, nullable=False),
    Column("venue_id", ForeignKey("venues.id"), nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("bring", Text, nullable=False, default=""),
    CheckConstraint("starts_on <= ends_on", name="dates_in_order"),
)

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stream_id", ForeignKey("streams.id"), nullable=False, index=True),
    Column("code", String(40), nullable=False, unique=True),
    Column("sequence", Integer, nullable=False, default=0, server_default="0"),
)

event_versions = Table(
    "event_versions",
    metadata,
    Column("edition_id", ForeignKey("editions.id", ondelete="CASCADE"), primary_key=True),
    Column("event_id", ForeignKey("events.id"), primary_key=True),
    Column("module_id", ForeignKey("modules.id"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("title", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("starts", Time, nullable=False),
    Column("ends", Time, nullable=False),
    Column("starts_at", UTCDateTime, nullable=False),
    Column("ends_at", UTCDateTime, nullable=False),
    Column("room", Text, nullable=False, default=""),
    Column("speaker", Text, nullable=False, default=""),
    Column("description", Text, nullable=False, default=""),
    Column("materials", Text, nullable=False, default=""),
    Column("online", Text, nullable=False, default=""),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("groups", Words, nullable=False, default=()),
    Column("directions", Words, nullable=False, default=()),
    Column("teams", Words, nullable=False, default=()),
    Column("buses", Words, nullable=False, default=()),
    Column("cancelled", Boolean, nullable=False, default=False),
    CheckConstraint("starts_at < ends_at", name="moments_in_order"),
    Index("ix_event_versions_edition_id_starts_at", "edition_id", "starts_at"),
)

travels = Table(
    "travels",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("module_id", ForeignKey("modules.id"), nullable=False),
    Column("arrives", WallClock),
    Column("arrival", Text, nullable=False, default=""),
    Column("departs", WallClock),
    Column("departure", Text, nullable=False, default=""),
    Column("transfer", Text, nullable=False, default=""),
    Column("hotel", Text, nullable=False, default=""),
    Column("room", Text, nullable=False, default=""),
    Column("bus", Text, nullable=False, default=""),
    Column("bring", Text, nullable=False, default=""),
    Index("uq_travels_person_id_module_id", "person_id", "module_id", unique=True),
)
