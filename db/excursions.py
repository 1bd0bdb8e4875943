"""Tables of excursions, their buses and who is seated where."""

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

from db.types import metadata

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
    Column("bus_id", ForeignKey("buses.id"), nullable=False),
    UniqueConstraint("event_id", "person_id"),
)
