"""Which updates of the messenger already had their effect."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, String, Table, delete

from db.engine import Tx
from db.types import UTCDateTime, metadata
from db.upsert import insert_or_keep

handled_updates = Table(
    "handled_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("action", String(40), primary_key=True),
    Column("handled_at", UTCDateTime, nullable=False, index=True),
)


async def first_time(tx: Tx, update_id: int, action: str, now: datetime) -> bool:
    """Write that an update has this effect; False where it had it before, so that it is not repeated.

    Called first in an action's transaction: both are kept or neither.
    """
    values = {"update_id": update_id, "action": action, "handled_at": now}
    written = await tx.execute(insert_or_keep(tx, handled_updates, values))
    return bool(written.rowcount)


async def forget_before(tx: Tx, moment: datetime) -> int:
    """Delete what is older; Telegram keeps an update for a day at most (Bot API, getUpdates)."""
    gone = await tx.execute(delete(handled_updates).where(handled_updates.c.handled_at < moment))
    return gone.rowcount
