"""Files attached to events: they belong to the lasting event, so every edition of the programme has them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    delete,
    func,
    select,
    type_coerce,
    update,
)

from bot.people.model import Role
from bot.schedule.files import FileKind, Material, SentFile
from db.engine import Tx
from db.people import accounts, enrolments, present
from db.schedule import events
from db.types import UTCDateTime, metadata
from db.upsert import insert_or_keep

event_files = Table(
    "event_files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("file_id", Text, nullable=False),
    Column("unique_id", String(64), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("caption", Text, nullable=False),
    Column("attached_by", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("attached_at", UTCDateTime, nullable=False),
    Column("lost_at", UTCDateTime),
    UniqueConstraint("event_id", "unique_id"),
)

COUNT_OF_EVENT = (
    select(func.count())
    .select_from(event_files)
    .where(event_files.c.event_id == events.c.id)
    .correlate(events)
    .scalar_subquery()
)
"""How many files an event of the outer query has."""


@dataclass(frozen=True, slots=True)
class Told:
    """An organizer who can be written to."""

    chat_id: int
    locale: str


async def add_file(tx: Tx, event_id: int, sent: SentFile, by: int | None, now: datetime) -> bool:
    """Attach a file; False where the event has it already and it still opens.

    One that was lost and is sent again takes its old place.
    """
    same = and_(event_files.c.event_id == event_id, event_files.c.unique_id == sent.unique_id)
    found = update(event_files).where(same, event_files.c.lost_at.is_not(None))
    if (await tx.execute(found.values(file_id=sent.file_id, lost_at=None))).rowcount:
        return True
    values = {
        "event_id": event_id,
        "kind": sent.kind,
        "file_id": sent.file_id,
        "unique_id": sent.unique_id,
        "file_name": sent.name,
        "size": sent.size,
        "caption": sent.caption,
        "attached_by": by,
        "attached_at": now,
    }
    return bool((await tx.execute(insert_or_keep(tx, event_files, values))).rowcount)


async def files_of(tx: Tx, event_id: int) -> list[Material]:
    """Return the files of an event in the order in which they were attached."""
    own = select(event_files).where(event_files.c.event_id == event_id).order_by(event_files.c.id)
    return [_material(row) for row in await tx.execute(own)]


async def file(tx: Tx, attached_id: int) -> Material | None:
    """Return an attached file by the id of its row."""
    row = (await tx.execute(select(event_files).where(event_files.c.id == attached_id))).one_or_none()
    return None if row is None else _material(row)


async def remove_file(tx: Tx, attached_id: int) -> None:
    """Take a file off its event; one that is gone already stays gone."""
    await tx.execute(delete(event_files).where(event_files.c.id == attached_id))


async def mark_lost(tx: Tx, attached_id: int, now: datetime) -> bool:
    """Note that the messenger no longer takes a file's id; False where it was noted before."""
    own = and_(event_files.c.id == attached_id, event_files.c.lost_at.is_(None))
    return bool((await tx.execute(update(event_files).where(own).values(lost_at=now))).rowcount)


async def organizers(tx: Tx, stream_id: int, today: date) -> list[Told]:
    """Return the organizers of a stream who can be written to."""
    rows = await tx.execute(
        select(accounts.c.chat_id, accounts.c.locale)
        .join(enrolments, enrolments.c.person_id == accounts.c.person_id)
        .where(
            enrolments.c.stream_id == stream_id,
            type_coerce(enrolments.c.roles, Text).like(f"%\n{Role.ORGANIZER}\n%"),
            present(today),
            accounts.c.reachable.is_(True),
        )
        .order_by(accounts.c.user_id)
    )
    return [Told(row.chat_id, row.locale) for row in rows]


def _material(row: Any) -> Material:
    return Material(
        id=row.id,
        event_id=row.event_id,
        kind=FileKind(row.kind),
        file_id=row.file_id,
        name=row.file_name,
        size=row.size,
        caption=row.caption,
        lost=row.lost_at is not None,
    )
