"""What people have answered to broadcasts."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    and_,
    case,
    cast,
    exists,
    func,
    select,
    update,
)

from bot.broadcasts.model import Broadcast, State
from bot.notices.model import State as NoticeState
from db.broadcasts import broadcasts, matching
from db.engine import Tx
from db.notices import notices
from db.types import UTCDateTime, metadata
from db.upsert import insert_or_keep

answers = Table(
    "broadcast_answers",
    metadata,
    Column("broadcast_id", ForeignKey("broadcasts.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("choice", Integer, nullable=False),
    Column("at", UTCDateTime, nullable=False),
)


async def save_answer(tx: Tx, broadcast_id: int, person_id: int, choice: int, now: datetime) -> None:
    """Write an answer, or change the choice; the same answer again keeps its moment."""
    own = and_(answers.c.broadcast_id == broadcast_id, answers.c.person_id == person_id)
    other = and_(own, answers.c.choice != choice)
    await tx.execute(update(answers).where(other).values(choice=choice, at=now))
    row = {"broadcast_id": broadcast_id, "person_id": person_id, "choice": choice, "at": now}
    await tx.execute(insert_or_keep(tx, answers, row))


async def answer_counts(tx: Tx, broadcast_id: int, deadline: datetime | None) -> tuple[dict[int, int], int]:
    """Return how often each choice was made, and how many answers came after the deadline."""
    late = (
        case((answers.c.at > deadline, 1), else_=0) if deadline else case((answers.c.choice < 0, 1), else_=0)
    )
    rows = await tx.execute(
        select(answers.c.choice, func.count(), func.sum(late))
        .where(answers.c.broadcast_id == broadcast_id)
        .group_by(answers.c.choice)
    )
    found = rows.all()
    return {row[0]: row[1] for row in found}, sum(row[2] for row in found)


async def who_answered(tx: Tx, ids: Collection[int]) -> set[tuple[int, int]]:
    """Return broadcast and person of every answer to some broadcasts."""
    rows = await tx.execute(
        select(answers.c.broadcast_id, answers.c.person_id).where(answers.c.broadcast_id.in_(sorted(ids)))
    )
    return {(row[0], row[1]) for row in rows}


async def choices(tx: Tx, ids: Collection[int], person_ids: Collection[int]) -> dict[tuple[int, int], int]:
    """Return what some people have chosen, by broadcast and person."""
    said = and_(answers.c.broadcast_id.in_(sorted(ids)), answers.c.person_id.in_(sorted(person_ids)))
    rows = await tx.execute(select(answers.c.broadcast_id, answers.c.person_id, answers.c.choice).where(said))
    return {(row[0], row[1]): row[2] for row in rows}


async def unanswered(tx: Tx, person_id: int, since: datetime) -> list[Broadcast]:
    """Return what was confirmed since a moment, stands, has reached a person and has no answer of theirs.

    The newest first, in one statement: the notice is found by its key (`bot.broadcasts.notices.key_of`).
    """
    said = select(answers.c.broadcast_id).where(answers.c.person_id == person_id)
    stands = broadcasts.c.state.in_((State.SENDING, State.PAUSED, State.CANCELLED))
    key = "broadcast:" + cast(broadcasts.c.id, String) + f":person:{person_id}"
    got = exists().where(notices.c.key == key, notices.c.state == NoticeState.SENT)
    asked = and_(broadcasts.c.confirmed_at > since, stands, broadcasts.c.id.not_in(said), got)
    return sorted(await matching(tx, asked), key=lambda one: -one.id)
