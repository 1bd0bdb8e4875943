"""Tables of excursions, their buses, who is seated where, and who waits for a place."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
)

from db.types import UTCDateTime, metadata

excursion_versions = Table(
    "excursion_versions",
    metadata,
    Column("edition_id", ForeignKey("editions.id", ondelete="CASCADE"), primary_key=True),
    Column("event_id", ForeignKey("events.id"), primary_key=True),
    Column("entry", String(20), nullable=False),
    Column("capacity", Integer),
    Column("meeting_point", Text, nullable=False, default=""),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("contact", Text, nullable=False, default=""),
    Column("bring", Text, nullable=False, default=""),
    CheckConstraint("capacity > 0", name="capacity_positive"),
)

buses = Table(
    "buses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stream_id", ForeignKey("streams.id"), nullable=False, index=True),
    Column("code", String(40), nullable=False, unique=True),
)

bus_versions = Table(
    "bus_versions",
    metadata,
    Column("edition_id", ForeignKey("editions.id", ondelete="CASCADE"), primary_key=True),
    Column("bus_id", ForeignKey("buses.id"), primary_key=True),
    Column("event_id", ForeignKey("events.id"), nullable=False),
    Column("title", Text, nullable=False),
    Column("plate", Text, nullable=False, default=""),
    Column("capacity", Integer, nullable=False),
    Column("guide_id", ForeignKey("people.id", ondelete="SET NULL")),
    Column("departs", Time),
    Column("meeting_point", Text, nullable=False, default=""),
    Column("latitude", Float),
    Column("longitude", Float),
    CheckConstraint("capacity > 0", name="capacity_positive"),
)

seats = Table(
    "seats",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("event_id", ForeignKey("events.id"), nullable=False),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("bus_id", ForeignKey("buses.id")),
    Column("signed_at", UTCDateTime),
    UniqueConstraint("event_id", "person_id"),
)
"""Who goes: `bus_id` is empty without buses, `signed_at` is set where the person signed up alone."""

waiting_places = Table(
    "waiting_places",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("event_id", ForeignKey("events.id"), nullable=False),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("joined_at", UTCDateTime, nullable=False),
    Column("offered_at", UTCDateTime),
    Column("offered_until", UTCDateTime),
    UniqueConstraint("event_id", "person_id"),
    CheckConstraint("(offered_at IS NULL) = (offered_until IS NULL)", name="offered_whole"),
)
"""Who waits for a place, in the order of `id`; until `offered_until` a place is held for the person."""
