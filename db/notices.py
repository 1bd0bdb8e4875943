"""The plan: a row per recipient and occasion, from being wanted to what became of it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

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
    and_,
    bindparam,
    delete,
    func,
    or_,
    select,
    update,
)

from bot.notices.model import Placed, Planned, Scope, State, written
from db.engine import Tx, rows_in_parts
from db.types import UTCDateTime, metadata
from db.upsert import insert_or_keep_many

notices = Table(
    "notices",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(160), nullable=False, unique=True),
    Column("kind", String(40), nullable=False),
    Column("stream_id", ForeignKey("streams.id", ondelete="CASCADE")),
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


_PLANNED = select(*(notices.c[name] for name in Planned.__slots__))


async def planned(
    tx: Tx, scope: Scope, kinds: Collection[str], subjects: Collection[str] | None, since: datetime
) -> list[Planned]:
    """Read what is planned in a scope: everything that waits, and what was settled or wanted since."""
    wanted = and_(notices.c.stream_id == scope.stream_id, notices.c.kind.in_(sorted(kinds)))
    recent = or_(notices.c.state.in_((State.QUEUED, State.CLAIMED)), notices.c.wanted_at >= since)
    found: list[Planned] = []
    for about in _parts(subjects, notices.c.subject):
        for who in _parts(scope.people, notices.c.person_id):
            rows = rows_in_parts(tx, _PLANNED.where(wanted, recent, *about, *who))
            found.extend([Planned(row[0], row[1], row[2], State(row[3]), *row[4:]) async for row in rows])
    return found


async def add(tx: Tx, placed: Sequence[Placed]) -> None:
    """Write new rows; an occasion that is planned already (even long ago) stays as it is."""
    for start in range(0, len(placed), LONGEST_LIST):
        await insert_or_keep_many(tx, notices, [_row(one) for one in placed[start : start + LONGEST_LIST]])


def _row(one: Placed) -> dict[str, Any]:
    return {
        "key": one.wanted.key,
        "kind": one.wanted.kind,
        "stream_id": one.wanted.stream_id,
        "subject": one.wanted.subject,
        "person_id": one.wanted.person_id,
        "chat_id": one.wanted.chat_id,
        "params": written(one.wanted.params),
        "wanted_at": one.wanted.due_at,
        "due_at": one.due_at,
        "stale_after": one.wanted.stale_after,
        "happens_at": one.wanted.happens_at,
        "zone": one.wanted.zone,
        "urgency": one.urgency,
        "state": State.QUEUED,
        "reason": "",
        "epoch": 0,
        "attempts": 0,
        "repeats": 0,
        "message_ids": "",
    }


_MOVE = (
    update(notices)
    .where(
        notices.c.id == bindparam("row_id"),
        or_(notices.c.state == State.QUEUED, notices.c.state == State.CANCELLED),
    )
    .values(
        {
            name: bindparam(f"new_{name}")
            for name in ("wanted_at", "due_at", "stale_after", "happens_at", "zone", "params")
        }
    )
    .values(state=State.QUEUED, reason="", settled_at=None)
)


async def move(tx: Tx, placed: Sequence[tuple[int, Placed]]) -> None:
    """Bring waiting and cancelled rows to other moments; what is being sent stays."""
    for start in range(0, len(placed), LONGEST_LIST):
        part = placed[start : start + LONGEST_LIST]
        await tx.execute(_MOVE, [_moved(row_id, one) for row_id, one in part])


def _moved(row_id: int, one: Placed) -> dict[str, Any]:
    return {
        "row_id": row_id,
        "new_wanted_at": one.wanted.due_at,
        "new_due_at": one.due_at,
        "new_stale_after": one.wanted.stale_after,
        "new_happens_at": one.wanted.happens_at,
        "new_zone": one.wanted.zone,
        "new_params": written(one.wanted.params),
    }


async def cancel(tx: Tx, row_ids: Sequence[int], reason: str, now: datetime) -> None:
    """Take waiting rows out of the plan; they stay to be seen."""
    for part in batches(row_ids):
        waiting = and_(notices.c.id.in_(part), notices.c.state == State.QUEUED)
        values = {"state": State.CANCELLED, "reason": reason, "settled_at": now}
        await tx.execute(update(notices).where(waiting).values(**values))


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


def _parts(values: Collection[Any] | None, column: Column[Any]) -> list[tuple[Any, ...]]:
    """Build the conditions under which a column has one of the values; one empty condition for all."""
    if values is None:
        return [()]
    every = sorted(values)
    starts = range(0, len(every), LONGEST_LIST)
    return [(column.in_(every[start : start + LONGEST_LIST]),) for start in starts]
