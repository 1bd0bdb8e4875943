"""Tables beside broadcasts: the log of who did what to whom, and audiences that are kept."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    and_,
    delete,
    insert,
    select,
)

from bot.broadcasts import audience, contents
from bot.broadcasts.audience import Audience
from bot.broadcasts.model import Deed, LogLine
from db.broadcasts import named, versions
from db.engine import Tx
from db.people import people
from db.types import UTCDateTime, Words, metadata

log = Table(
    "broadcast_log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("broadcast_id", ForeignKey("broadcasts.id"), nullable=False, index=True),
    Column("at", UTCDateTime, nullable=False),
    Column("user_id", BigInteger, nullable=False),
    Column("person_id", ForeignKey("people.id", ondelete="SET NULL")),
    Column("deed", String(10), nullable=False),
    Column("count", Integer, nullable=False),
    Column("people", Words, nullable=False),
)
"""Only ever added to. `people` are the ids of whom it was for, and of group chats, which are negative (Bot
API, Chat): numbers that outlive the names."""

saved_audiences = Table(
    "saved_audiences",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("audience", Text, nullable=False),
    Column("user_id", BigInteger, nullable=False),
)


async def write_log(
    tx: Tx,
    broadcast_id: int,
    user_id: int,
    person_id: int | None,
    deed: Deed,
    whom: Collection[int],
    now: datetime,
) -> None:
    """Add a line to the log: who did what, when, to whom (ids of people and of group chats)."""
    values = {"broadcast_id": broadcast_id, "at": now, "user_id": user_id, "person_id": person_id}
    listed = [str(one) for one in sorted(whom)]
    await tx.execute(insert(log).values(**values, deed=deed, count=len(listed), people=listed))


async def tells_of(tx: Tx, broadcast_id: int) -> bool:
    """Tell whether the log has a line about a broadcast."""
    own = select(log.c.id).where(log.c.broadcast_id == broadcast_id).limit(1)
    return await tx.scalar(own) is not None


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did something with a broadcast; `name` is empty for an administrator out of the roster."""

    user_id: int
    person_id: int | None
    name: str
    at: datetime


async def newest(tx: Tx, broadcast_id: int, deed: Deed) -> Doer | None:
    """Return who did something with a broadcast last; None where nobody has."""
    chosen = (
        select(log, people.c.surname, people.c.name, people.c.patronymic)
        .outerjoin(people, people.c.id == log.c.person_id)
        .where(log.c.broadcast_id == broadcast_id, log.c.deed == deed)
        .order_by(log.c.id.desc())
        .limit(1)
    )
    row = (await tx.execute(chosen)).one_or_none()
    return None if row is None else Doer(row.user_id, row.person_id, named(row), row.at)


async def log_lines(tx: Tx, ids: Collection[int], limit: int) -> list[LogLine]:
    """Return the newest lines of the log about some broadcasts first."""
    chosen = (
        select(
            log,
            log.c.count.label("counted"),
            versions.c.parts,
            people.c.surname,
            people.c.name,
            people.c.patronymic,
        )
        .join(versions, and_(versions.c.broadcast_id == log.c.broadcast_id, versions.c.number == 0))
        .outerjoin(people, people.c.id == log.c.person_id)
        .where(log.c.broadcast_id.in_(sorted(ids)))
        .order_by(log.c.id.desc())
        .limit(limit)
    )
    return [_line(row) for row in await tx.execute(chosen)]


def _line(row: Any) -> LogLine:
    words = contents.first_words(contents.loaded(row.parts))
    chats = sum(one.startswith("-") for one in row.people)
    return LogLine(row.at, named(row), Deed(row.deed), row.broadcast_id, words, row.counted - chats, chats)


async def save_audience(tx: Tx, title: str, whom: Audience, user_id: int) -> None:
    """Keep an audience under a title, in place of an own one with the same title."""
    own = and_(saved_audiences.c.title == title, saved_audiences.c.user_id == user_id)
    await tx.execute(delete(saved_audiences).where(own))
    values = {"title": title, "audience": audience.dumped(whom), "user_id": user_id}
    await tx.execute(insert(saved_audiences).values(**values))


async def forget_audience(tx: Tx, audience_id: int) -> None:
    """Keep an audience no longer."""
    await tx.execute(delete(saved_audiences).where(saved_audiences.c.id == audience_id))


async def audiences(tx: Tx) -> list[tuple[int, str, Audience]]:
    """Return every kept audience with its id and title."""
    rows = await tx.execute(select(saved_audiences).order_by(saved_audiences.c.title, saved_audiences.c.id))
    return [(row.id, row.title, audience.loaded(row.audience)) for row in rows]
