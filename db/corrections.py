"""Requests of people to correct what the roster says of them, and what became of each."""

from collections.abc import Collection, Mapping
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
    func,
    insert,
    select,
    update,
)

from bot.people.corrections import Correction, Field, State
from db.engine import Tx
from db.people import enrolments, people, person_of
from db.types import UTCDateTime, metadata

corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("field", String(20), nullable=False),
    Column("old", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("state", String(10), nullable=False, index=True),
    Column("asked_at", UTCDateTime, nullable=False),
    Column("decided_at", UTCDateTime),
    Column("decided_by", BigInteger),
)

_CORRECTIONS = select(
    corrections.c.id.label("correction_id"),
    corrections.c.field,
    corrections.c.old,
    corrections.c.words,
    corrections.c.state,
    corrections.c.asked_at,
    corrections.c.decided_by,
    *people.c,
).join(people, people.c.id == corrections.c.person_id)
_WAITING = corrections.c.state == State.WAITING


async def correction(tx: Tx, correction_id: int) -> Correction | None:
    """Return a request by its id."""
    row = (await tx.execute(_CORRECTIONS.where(corrections.c.id == correction_id))).one_or_none()
    return None if row is None else _correction(row)


async def waiting_of(tx: Tx, person_id: int) -> list[Correction]:
    """Return what a person waits for, in the order in which it was asked."""
    own = _CORRECTIONS.where(_WAITING, corrections.c.person_id == person_id)
    return [_correction(row) for row in await tx.execute(own.order_by(corrections.c.id))]


async def waiting_in(tx: Tx, stream_ids: Collection[int]) -> list[Correction]:
    """Return what people who are or were in some streams wait for, the oldest first."""
    theirs = select(enrolments.c.person_id).where(enrolments.c.stream_id.in_(stream_ids))
    wanted = _CORRECTIONS.where(_WAITING, corrections.c.person_id.in_(theirs))
    return [_correction(row) for row in await tx.execute(wanted.order_by(corrections.c.id))]


async def count_waiting(tx: Tx, stream_ids: Collection[int]) -> int:
    """Return how many requests wait in some streams."""
    theirs = select(enrolments.c.person_id).where(enrolments.c.stream_id.in_(stream_ids))
    wanted = select(func.count()).select_from(corrections).where(_WAITING)
    return int(await tx.scalar(wanted.where(corrections.c.person_id.in_(theirs))) or 0)


async def add_correction(tx: Tx, person_id: int, field: Field, old: str, words: str, now: datetime) -> int:
    """Keep a request; a waiting one about the same field is replaced by it. Return its id."""
    same = and_(_WAITING, corrections.c.person_id == person_id, corrections.c.field == field)
    if field is not Field.OTHER:
        await tx.execute(update(corrections).where(same).values(state=State.REPLACED, decided_at=now))
    values = {"person_id": person_id, "field": field, "old": old, "words": words}
    made = await tx.execute(
        insert(corrections).values(**values, state=State.WAITING, asked_at=now).returning(corrections.c.id)
    )
    return int(made.scalar_one())


async def close_correction(tx: Tx, correction_id: int, **values: object) -> bool:
    """Decide a waiting request; False where somebody was faster."""
    own = and_(corrections.c.id == correction_id, _WAITING)
    return bool((await tx.execute(update(corrections).where(own).values(**values))).rowcount)


async def change_person(tx: Tx, person_id: int, values: Mapping[str, str]) -> None:
    """Write columns of somebody of the roster."""
    await tx.execute(update(people).where(people.c.id == person_id).values(**values))


def _correction(row: Any) -> Correction:
    return Correction(
        id=row.correction_id,
        person=person_of(row),
        field=Field(row.field),
        old=row.old,
        words=row.words,
        state=State(row.state),
        asked_at=row.asked_at,
        decided_by=row.decided_by,
    )
