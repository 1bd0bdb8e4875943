"""The plan: a row per recipient and occasion, from being wanted to what became of it."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    delete,
    func,
    select,
    update,
)

from bot.notices.model import State
from db.engine import Tx
from db.types import UTCDateTime, metadata

notices = Table(
    "notices",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(160), nullable=False, unique=True),
    Column("kind", String(40), nullable=False),
    Column("stream_id", Integer, ForeignKey("streams.id", ondelete="CASCADE")),
    Column("subject", String(60), nullable=False),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), index=True),
    Column("chat_id", BigInteger),
    Column("params", Text, nullable=False),
    Column("wanted_at", UTCDateTime, nullable=False),
    Column("due_at", UTCDateTime, nullable=False),
    Column("stale_after", UTCDateTime, nullable=False),
    Column("happens_at", UTCDateTime),
    Column("zone", String(64), nullable=False),
    Column("urgency", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("reason", String(200), nullable=False, default=""),
    Column("epoch", Integer, nullable=False, default=0),
    Column("attempts", Integer, nullable=False, default=0),
    Column("repeats", Integer, nullable=False, default=0),
    Column("sent_chat_id", BigInteger),
    Column("message_ids", Text, nullable=False, default=""),
    Column("settled_at", UTCDateTime, index=True),
    CheckConstraint("(person_id IS NULL) <> (chat_id IS NULL)", name="one_recipient"),
    Index("ix_notices_state_urgency_due_at", "state", "urgency", "due_at"),
    Index("ix_notices_stream_id_subject", "stream_id", "subject"),
)

LONGEST_LIST = 500
"""Ids in one statement; SQLite takes 32,766 variables, and shorter lists keep its plans warm."""


async def next_due(tx: Tx) -> datetime | None:
    """Return when the next waiting notice is due."""
    moments = [
        await tx.scalar(
            select(func.min(notices.c.due_at)).where(
                notices.c.state == State.QUEUED, notices.c.urgency == urgency
            )
        )
        for urgency in range(4)
    ]
    return min((moment for moment in moments if moment is not None), default=None)


async def move_chat(tx: Tx, old_id: int, new_id: int) -> None:
    """Follow a group that became a supergroup."""
    await tx.execute(update(notices).where(notices.c.chat_id == old_id).values(chat_id=new_id))


async def forget_settled_before(tx: Tx, moment: datetime) -> None:
    """Delete what was settled before a moment."""
    await tx.execute(delete(notices).where(notices.c.settled_at < moment))


def batches(ids: Iterable[int]) -> Iterable[list[int]]:
    """Cut a list of ids into parts that one statement takes."""
    every = list(ids)
    for start in range(0, len(every), LONGEST_LIST):
        yield every[start : start + LONGEST_LIST]
