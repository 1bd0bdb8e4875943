"""What people were asked to type and have not typed yet: text-entry state that outlives a restart."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, String, Table, Text, and_, delete, select, update

from db.engine import Tx
from db.types import UTCDateTime, metadata
from db.upsert import insert_or_keep

entries = Table(
    "entries",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("state", String(60), nullable=False),
    Column("data", Text, nullable=False),
    Column("expires_at", UTCDateTime, nullable=False, index=True),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is awaited from somebody in a chat; an empty state with data only keeps the data."""

    state: str
    data: Mapping[str, Any]


NOTHING = Entry("", {})


async def awaited(tx: Tx, user_id: int, chat_id: int, now: datetime) -> Entry:
    """Return what is awaited at a moment, NOTHING where nothing is or its time has passed."""
    own = and_(entries.c.user_id == user_id, entries.c.chat_id == chat_id, entries.c.expires_at > now)
    row = (await tx.execute(select(entries.c.state, entries.c.data).where(own))).one_or_none()
    return NOTHING if row is None else Entry(row.state, json.loads(row.data))


async def await_entry(tx: Tx, user_id: int, chat_id: int, entry: Entry, until: datetime) -> None:
    """Write what is awaited until a moment, in place of what was; NOTHING deletes the row."""
    own = and_(entries.c.user_id == user_id, entries.c.chat_id == chat_id)
    if not entry.state and not entry.data:
        await tx.execute(delete(entries).where(own))
        return
    values = {"state": entry.state, "data": json.dumps(dict(entry.data)), "expires_at": until}
    changed = await tx.execute(update(entries).where(own).values(**values))
    if not changed.rowcount:
        await tx.execute(insert_or_keep(tx, entries, {"user_id": user_id, "chat_id": chat_id, **values}))


async def forget_expired(tx: Tx, now: datetime) -> int:
    """Delete what nobody typed in time and return how many there were."""
    gone = await tx.execute(delete(entries).where(entries.c.expires_at <= now))
    return gone.rowcount
