"""Tables of programmes, streams and the editions (published and draft) of a stream's programme."""

from typing import Any

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
    select,
)

from bot.programme.model import Stream
from db.engine import Tx
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

stream_columns = (
    streams.c.id.label("stream_id"),
    streams.c.code.label("stream_code"),
    streams.c.title.label("stream_title"),
    streams.c.starts_on,
    streams.c.ends_on,
    streams.c.duty_phone,
    streams.c.published_id,
    streams.c.draft_id,
    streams.c.programme_id,
    programmes.c.title.label("programme_title"),
)
"""What a query selects to make a Stream of its rows."""


def stream_of(row: Any) -> Stream:
    """Make the stream of a row that holds `stream_columns`."""
    return Stream(
        id=row.stream_id,
        code=row.stream_code,
        title=row.stream_title,
        programme_title=row.programme_title,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        duty_phone=row.duty_phone,
        published_id=row.published_id,
        draft_id=row.draft_id,
        programme_id=row.programme_id,
    )


async def stream_by_code(tx: Tx, code: str) -> Stream | None:
    """Return a stream by its code, as written."""
    row = (await tx.execute(_STREAMS.where(streams.c.code == code))).one_or_none()
    return None if row is None else stream_of(row)


async def stream_by_id(tx: Tx, stream_id: int) -> Stream | None:
    """Return a stream, None where there is none (any more)."""
    row = (await tx.execute(_STREAMS.where(streams.c.id == stream_id))).one_or_none()
    return None if row is None else stream_of(row)


async def all_streams(tx: Tx) -> list[Stream]:
    """Return every stream, the earliest first."""
    rows = await tx.execute(_STREAMS.order_by(streams.c.starts_on, streams.c.id))
    return [stream_of(row) for row in rows]


_STREAMS = select(*stream_columns).join(programmes, programmes.c.id == streams.c.programme_id)


async def direction_titles(tx: Tx, programme_id: int) -> dict[str, str]:
    """Return the titles of a programme's directions by their codes, in the order of the titles."""
    own = select(directions.c.code, directions.c.title).where(directions.c.programme_id == programme_id)
    return {row.code: row.title for row in await tx.execute(own.order_by(directions.c.title))}
