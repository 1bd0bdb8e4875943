"""Which group chat serves which stream, as its staff chat or as the stream's own group."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    delete,
    insert,
    or_,
    select,
    update,
)

from bot.support.model import Binding, Purpose
from db.engine import Tx
from db.programme import programmes, stream_columns, stream_of, streams
from db.types import UTCDateTime, metadata

bindings = Table(
    "bindings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stream_id", ForeignKey("streams.id", ondelete="CASCADE"), nullable=False),
    Column("purpose", String(10), nullable=False),
    Column("chat_id", BigInteger, nullable=False, index=True),
    Column("title", Text, nullable=False, default=""),
    Column("bound_by", BigInteger, nullable=False),
    Column("bound_at", UTCDateTime, nullable=False),
    Column("present", Boolean, nullable=False, default=True),
    Column("card_id", BigInteger),
    UniqueConstraint("stream_id", "purpose"),
)

_BINDINGS = (
    select(bindings.c.chat_id, bindings.c.purpose, bindings.c.present, bindings.c.card_id, *stream_columns)
    .select_from(bindings.join(streams, streams.c.id == bindings.c.stream_id))
    .join(programmes, programmes.c.id == streams.c.programme_id)
    .order_by(streams.c.starts_on, streams.c.id)
)


async def bind(
    tx: Tx, stream_id: int, purpose: Purpose, chat_id: int, title: str, by: int, now: datetime
) -> None:
    """Tie a chat to a stream, in place of the stream's earlier chat for this purpose.

    A chat has one purpose. A staff chat may serve several streams, a stream's group only one.
    """
    here = bindings.c.chat_id == chat_id
    other = here if purpose is Purpose.GROUP else and_(here, bindings.c.purpose != purpose)
    same = and_(bindings.c.stream_id == stream_id, bindings.c.purpose == purpose)
    await tx.execute(delete(bindings).where(or_(other, same)))
    values = {"stream_id": stream_id, "purpose": purpose, "chat_id": chat_id, "title": title}
    await tx.execute(insert(bindings).values(**values, bound_by=by, bound_at=now, present=True))


async def bindings_of(tx: Tx, chat_id: int) -> list[Binding]:
    """Return what a chat is tied to, the earliest stream first."""
    return [_binding(row) for row in await tx.execute(_BINDINGS.where(bindings.c.chat_id == chat_id))]


async def staff_chat(tx: Tx, stream_id: int) -> Binding | None:
    """Return the staff chat of a stream, also one the bot was removed from."""
    return await _chat_for(tx, stream_id, Purpose.STAFF)


async def group_chat(tx: Tx, stream_id: int) -> Binding | None:
    """Return the group chat of a stream's people, also one the bot was removed from."""
    return await _chat_for(tx, stream_id, Purpose.GROUP)


async def mark_presence(tx: Tx, chat_id: int, present: bool) -> None:
    """Note whether the bot is in a chat."""
    await tx.execute(update(bindings).where(bindings.c.chat_id == chat_id).values(present=present))


async def move_chat(tx: Tx, old_id: int, new_id: int) -> None:
    """Follow a group that became a supergroup; its messages stay behind under other numbers."""
    moved = {"chat_id": new_id, "card_id": None, "present": True}
    await tx.execute(update(bindings).where(bindings.c.chat_id == old_id).values(**moved))


async def remember_card(tx: Tx, chat_id: int, message_id: int) -> None:
    """Note the one message of the programme in a chat."""
    await tx.execute(update(bindings).where(bindings.c.chat_id == chat_id).values(card_id=message_id))


async def _chat_for(tx: Tx, stream_id: int, purpose: Purpose) -> Binding | None:
    wanted = and_(bindings.c.stream_id == stream_id, bindings.c.purpose == purpose)
    row = (await tx.execute(_BINDINGS.where(wanted))).one_or_none()
    return None if row is None else _binding(row)


def _binding(row: Any) -> Binding:
    return Binding(row.chat_id, Purpose(row.purpose), stream_of(row), row.present, row.card_id)
