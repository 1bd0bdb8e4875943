"""Tables of people, their enrolments in streams, messenger accounts, consents and ways in."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from db.types import UTCDateTime, Words, metadata

people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(40), nullable=False, unique=True),
    Column("surname", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("patronymic", Text, nullable=False, default=""),
    Column("post", Text, nullable=False, default=""),
    Column("municipality", Text, nullable=False, default=""),
    Column("region", Text, nullable=False, default=""),
    Column("zone", String(64)),
    Column("phone", String(20), nullable=False, default="", index=True),
)

enrolments = Table(
    "enrolments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("stream_id", ForeignKey("streams.id"), nullable=False, index=True),
    Column("roles", Words, nullable=False),
    Column("group", Text, nullable=False, default=""),
    Column("direction_id", ForeignKey("directions.id")),
    Column("team_id", ForeignKey("teams.id")),
    Column("left_on", Date),
    UniqueConstraint("person_id", "stream_id"),
)

accounts = Table(
    "accounts",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("person_id", ForeignKey("people.id", ondelete="SET NULL"), unique=True),
    Column("locale", String(8), nullable=False),
    Column("stream_id", ForeignKey("streams.id", ondelete="SET NULL")),
    Column("administrator", Boolean, nullable=False, default=False),
    Column("reachable", Boolean, nullable=False, default=True),
    Column("menu", String(80), nullable=False, default=""),
    Column("created_at", UTCDateTime, nullable=False),
)

consents = Table(
    "consents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("purpose", String(20), nullable=False),
    Column("version", Integer, nullable=False),
    Column("given_at", UTCDateTime, nullable=False),
    Column("withdrawn_at", UTCDateTime),
    UniqueConstraint("person_id", "purpose", "version"),
)

invitations = Table(
    "invitations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(64), nullable=False, unique=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("created_at", UTCDateTime, nullable=False),
    Column("expires_at", UTCDateTime, nullable=False),
    Column("used_at", UTCDateTime),
    Column("revoked_at", UTCDateTime),
)

claim_codes = Table(
    "claim_codes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("created_at", UTCDateTime, nullable=False),
    Column("used_at", UTCDateTime),
)
