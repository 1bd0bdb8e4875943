"""Which files of the timetable people have taken along, and what this installation is called in them."""

import secrets
from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    and_,
    exists,
    insert,
    or_,
    select,
    update,
)

from bot.schedule.calendar_facts import Copy, Form
from db.engine import Tx
from db.programme import editions
from db.schedule import event_versions
from db.types import UTCDateTime, metadata
from db.upsert import insert_or_keep

calendar_copies = Table(
    "calendar_copies",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("stream_id", ForeignKey("streams.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("module_id", ForeignKey("modules.id", ondelete="CASCADE"), nullable=False),
    Column("day", Date),
    Column("form", String(10), nullable=False),
    Column("everything", Boolean, nullable=False),
    Column("taken_at", UTCDateTime, nullable=False),
)
"""One row for each file a person has; without a day it holds the whole module."""

installations = Table(
    "installations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("mark", String(20), nullable=False),
)
"""One row, made when it is first asked for: it goes with backups, and is no secret."""

_copy = calendar_copies.c
_THE_ONE = 1
_MARK = select(installations.c.mark).where(installations.c.id == _THE_ONE)


async def remember_copy(tx: Tx, person_id: int, copy: Copy, now: datetime) -> None:
    """Keep that a person took a file; taken again, it is the same one."""
    same = and_(
        _copy.person_id == person_id,
        _copy.module_id == copy.module_id,
        _copy.day.is_(None) if copy.day is None else _copy.day == copy.day,
        _copy.form == copy.form.value,
        _copy.everything == copy.everything,
    )
    again = await tx.execute(update(calendar_copies).where(same).values(taken_at=now))
    if not again.rowcount:
        await tx.execute(
            insert(calendar_copies).values(
                person_id=person_id,
                stream_id=copy.stream_id,
                module_id=copy.module_id,
                day=copy.day,
                form=copy.form.value,
                everything=copy.everything,
                taken_at=now,
            )
        )


async def copies_with(tx: Tx, person_id: int, stream_id: int, days: Collection[date]) -> list[Copy]:
    """Return a person's files of a stream that hold one of these days.

    A module's file holds a day on which any published edition, the present one or an earlier, has an
    event of the module.
    """
    held = exists(
        select(event_versions.c.event_id)
        .join(editions, editions.c.id == event_versions.c.edition_id)
        .where(
            event_versions.c.module_id == _copy.module_id,
            event_versions.c.day.in_(days),
            editions.c.stream_id == stream_id,
            editions.c.published_at.is_not(None),
        )
    )
    found = await tx.execute(
        select(_copy.stream_id, _copy.module_id, _copy.day, _copy.form, _copy.everything)
        .where(
            _copy.person_id == person_id,
            _copy.stream_id == stream_id,
            or_(_copy.day.in_(days), and_(_copy.day.is_(None), held)),
        )
        .order_by(_copy.id)
    )
    return [Copy(row.stream_id, row.module_id, row.day, Form(row.form), row.everything) for row in found]


async def installation_mark(tx: Tx) -> str:
    """Return what this installation is called in files; made up the first time."""
    known = await known_mark(tx)
    if known is not None:
        return known
    await tx.execute(insert_or_keep(tx, installations, {"id": _THE_ONE, "mark": secrets.token_hex(6)}))
    return str((await tx.execute(_MARK)).scalar_one())


async def known_mark(tx: Tx) -> str | None:
    """Return what this installation is called in files, None before the first file."""
    mark: str | None = (await tx.execute(_MARK)).scalar()
    return mark
