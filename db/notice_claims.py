"""What is due: claims of one delivering process; what became of each stands in `notice_outcomes`."""

import json
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Integer, Table, and_, insert, select, update

from bot.notices.model import Notice, State, Urgency
from db.engine import Tx
from db.notices import batches, notices
from db.types import UTCDateTime, metadata

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("epoch", Integer, nullable=False),
    Column("paused_until", UTCDateTime),
)

UNKNOWN_FATE = "unknown fate"

_NOTICE = tuple(
    notices.c[name]
    for name in (
        "id",
        "key",
        "kind",
        "stream_id",
        "subject",
        "person_id",
        "chat_id",
        "wanted_at",
        "due_at",
        "stale_after",
        "happens_at",
        "zone",
        "attempts",
        "repeats",
        "params",
    )
)


async def next_epoch(tx: Tx) -> int:
    """Begin a new epoch of delivering and return its number; claims of all others are void."""
    row = deliveries.c.id == 1
    last = await tx.scalar(select(deliveries.c.epoch).where(row).with_for_update())
    if last is None:
        await tx.execute(insert(deliveries).values(id=1, epoch=1))
        return 1
    await tx.execute(update(deliveries).where(row).values(epoch=last + 1))
    return int(last) + 1


async def is_current(tx: Tx, epoch: int) -> bool:
    """Tell whether no later epoch has begun, and let none begin before this transaction ends.

    So no claim of an epoch that is over is left behind the freeing of its claims.
    """
    own = select(deliveries.c.epoch).where(deliveries.c.id == 1)
    return bool(await tx.scalar(own.with_for_update(read=True)) == epoch)


async def free_claims_of_others(tx: Tx, epoch: int) -> int:
    """Put back what a delivering process that is gone had taken, and return how many there were.

    Whether they arrived nobody knows: they are sent, which repeats those that did.
    """
    theirs = and_(notices.c.state == State.CLAIMED, notices.c.epoch != epoch)
    freed = await tx.execute(
        update(notices)
        .where(theirs)
        .values(state=State.QUEUED, reason=UNKNOWN_FATE, repeats=notices.c.repeats + 1)
    )
    return freed.rowcount


async def paused_until(tx: Tx) -> datetime | None:
    """Return until when Telegram has asked that nothing be sent, as far as it was written."""
    moment: datetime | None = await tx.scalar(select(deliveries.c.paused_until).where(deliveries.c.id == 1))
    return moment


async def keep_pause(tx: Tx, until: datetime) -> None:
    """Write until when Telegram has asked that nothing be sent: a restart changes nothing about it."""
    await tx.execute(update(deliveries).where(deliveries.c.id == 1).values(paused_until=until))


async def claim(tx: Tx, epoch: int, now: datetime, limit: int) -> list[Notice]:
    """Take up to `limit` due notices: the most urgent first, among them what happens soonest.

    The choice stands in a CTE: as a subquery, PostgreSQL may run it again for each row it updates and
    claim far more than the limit.
    """
    taken: list[Notice] = []
    for urgency in Urgency:
        left = limit - len(taken)
        if left <= 0:
            break
        due = and_(notices.c.state == State.QUEUED, notices.c.urgency == urgency, notices.c.due_at <= now)
        taken += await _take(tx, epoch, due, urgency, left)
    return taken


async def claim_with(
    tx: Tx, epoch: int, now: datetime, people: Collection[int], kinds: Collection[str]
) -> list[Notice]:
    """Take what else is due for people, of some kinds: it goes with what they get anyway."""
    taken: list[Notice] = []
    for part in batches(people):
        due = and_(
            notices.c.state == State.QUEUED,
            notices.c.due_at <= now,
            notices.c.person_id.in_(part),
            notices.c.kind.in_(sorted(kinds)),
        )
        taken += await _take(tx, epoch, due, Urgency.DUE, None)
    return taken


async def _take(tx: Tx, epoch: int, due: Any, urgency: Urgency, limit: int | None) -> list[Notice]:
    soonest = (
        (notices.c.due_at, notices.c.id)
        if urgency is Urgency.BROADCAST
        else (notices.c.happens_at.is_(None), notices.c.happens_at, notices.c.due_at, notices.c.id)
    )
    chosen = select(notices.c.id).where(due).order_by(*soonest).with_for_update(skip_locked=True)
    if limit is not None:
        chosen = chosen.limit(limit)
    those = chosen.cte("chosen")
    taken = (
        update(notices)
        .where(notices.c.id.in_(select(those.c.id)))
        .values(state=State.CLAIMED, epoch=epoch)
        .returning(*_NOTICE)
    )
    found = [notice_of(row) for row in await tx.execute(taken)]
    return sorted(found, key=lambda one: (one.happens_at is None, one.happens_at or one.due_at, one.id))


async def let_go(tx: Tx, epoch: int, ids: Iterable[int]) -> None:
    """Put claimed notices that were not begun back into the queue."""
    for part in batches(ids):
        own = and_(notices.c.id.in_(part), notices.c.epoch == epoch, notices.c.state == State.CLAIMED)
        await tx.execute(update(notices).where(own).values(state=State.QUEUED))


def notice_of(row: Any) -> Notice:
    """Make the notice of a row that holds the columns a claim returns, the parameters last."""
    facts: list[Any] = list(row)
    facts[-1] = json.loads(facts[-1]) if facts[-1] else {}
    return Notice(*facts)
