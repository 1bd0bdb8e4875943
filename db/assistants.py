"""Tables of assistants: who may act for whom, and what was done so."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from bot.people.assistants import HELPER, Act, Deed, Tie
from bot.people.model import Person
from db.engine import Tx
from db.people import accounts, enrolments, people, person_of
from db.types import UTCDateTime, metadata

assistants = Table(
    "assistants",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("head_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), index=True),
    Column("name", Text, nullable=False),
    Column("code", String(64), nullable=False, unique=True),
    Column("created_at", UTCDateTime, nullable=False),
    Column("expires_at", UTCDateTime, nullable=False),
    Column("bound_at", UTCDateTime),
    Column("ended_at", UTCDateTime),
)

assistant_acts = Table(
    "assistant_acts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("assistant_id", ForeignKey("assistants.id", ondelete="SET NULL"), index=True),
    Column("head_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("deed", String(20), nullable=False),
    Column("subject", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("done_at", UTCDateTime, nullable=False),
)

_head, _helper = people.alias("head"), people.alias("helper")
_TIES = (
    select(
        assistants,
        *(column.label(f"head_{column.name}") for column in _head.c if column.name != "id"),
        *(column.label(f"helper_{column.name}") for column in _helper.c),
    )
    .select_from(assistants)
    .join(_head, _head.c.id == assistants.c.head_id)
    .outerjoin(_helper, _helper.c.id == assistants.c.person_id)
)
_NAME = func.coalesce(func.nullif(_helper.c.surname + " " + _helper.c.name, " "), "–")


async def tie(tx: Tx, tie_id: int) -> Tie | None:
    """Return a tie by its id."""
    return await _one(tx, assistants.c.id == tie_id)


async def by_code(tx: Tx, code: str) -> Tie | None:
    """Return a tie by the code of its link."""
    return await _one(tx, assistants.c.code == code)


async def of_head(tx: Tx, head_id: int, now: datetime) -> list[Tie]:
    """Return the assistants somebody has, and those invited whose link still opens, the earliest first."""
    counts = or_(assistants.c.person_id.is_not(None), assistants.c.expires_at > now)
    own = and_(assistants.c.head_id == head_id, assistants.c.ended_at.is_(None), counts)
    return [_tie(row) for row in await tx.execute(_TIES.where(own).order_by(assistants.c.id))]


async def of_assistant(tx: Tx, person_id: int) -> list[Tie]:
    """Return for whom somebody may act, the earliest first."""
    own = and_(assistants.c.person_id == person_id, assistants.c.ended_at.is_(None))
    return [_tie(row) for row in await tx.execute(_TIES.where(own).order_by(assistants.c.id))]


async def add_tie(tx: Tx, head_id: int, name: str, code: str, now: datetime, expires_at: datetime) -> None:
    """Write that somebody is invited to be an assistant."""
    values = {"head_id": head_id, "name": name, "code": code, "created_at": now, "expires_at": expires_at}
    await tx.execute(insert(assistants).values(**values))


async def burn(tx: Tx, tie_id: int, person_id: int, now: datetime) -> bool:
    """Use a link up for a person; False where somebody was faster or it was taken back."""
    free = and_(assistants.c.person_id.is_(None), assistants.c.ended_at.is_(None))
    burnt = update(assistants).where(assistants.c.id == tie_id, free)
    return bool((await tx.execute(burnt.values(person_id=person_id, bound_at=now))).rowcount)


async def end(tx: Tx, tie_id: int, now: datetime) -> bool:
    """End a tie from this moment; False where it had ended."""
    lasting = update(assistants).where(assistants.c.id == tie_id, assistants.c.ended_at.is_(None))
    await tx.execute(update(accounts).where(accounts.c.acting_id == tie_id).values(acting_id=None))
    return bool((await tx.execute(lasting.values(ended_at=now))).rowcount)


async def end_all(tx: Tx, head_id: int, now: datetime) -> None:
    """End everything assistants may do in somebody's name: it may not have been this person who invited."""
    for one in await of_head(tx, head_id, now):
        await end(tx, one.id, now)


async def act_for(tx: Tx, user_id: int, tie_id: int | None) -> None:
    """Write for whom an account acts from now on, None for nobody but itself."""
    own = update(accounts).where(accounts.c.user_id == user_id)
    await tx.execute(own.values(acting_id=tie_id, stream_id=None))


async def add_helper(tx: Tx, code: str, surname: str, name: str, patronymic: str) -> Person:
    """Write a person who is nothing but an assistant."""
    values = {"code": code, "surname": surname, "name": name, "patronymic": patronymic}
    done = await tx.execute(insert(people).values(**values))
    assert done.inserted_primary_key is not None  # noqa: S101  (an INSERT of one row returns its key)
    row = (await tx.execute(select(people).where(people.c.id == done.inserted_primary_key[0]))).one()
    return person_of(row)


async def merge(tx: Tx, helper_id: int, person_id: int) -> None:
    """Make a person of the roster the assistant that a helper was, and forget the helper's own row."""
    own = update(assistants).where(assistants.c.person_id == helper_id)
    await tx.execute(own.values(person_id=person_id))
    await tx.execute(delete(people).where(people.c.id == helper_id))


async def forget_helpers(tx: Tx, before: datetime) -> int:
    """Delete ties that ended, or links that lapsed, before a moment, and helpers nobody is tied to any more.

    Return how many helpers were forgotten.
    """
    lapsed = and_(assistants.c.person_id.is_(None), assistants.c.expires_at <= before)
    await tx.execute(delete(assistants).where(or_(assistants.c.ended_at <= before, lapsed)))
    tied = select(assistants.c.person_id).where(assistants.c.person_id.is_not(None))
    enrolled = select(enrolments.c.person_id)
    lone = and_(people.c.id.not_in(tied), people.c.id.not_in(enrolled))
    gone = await tx.execute(delete(people).where(people.c.code.startswith(HELPER), lone))
    return gone.rowcount


async def add_act(
    tx: Tx, tie_id: int, head_id: int, deed: Deed, subject: int, number: int, now: datetime
) -> None:
    """Write what an assistant did in somebody's name."""
    values = {"assistant_id": tie_id, "head_id": head_id, "deed": deed, "subject": subject}
    await tx.execute(insert(assistant_acts).values(**values, number=number, done_at=now))


async def acts_of(tx: Tx, head_id: int, limit: int) -> list[Act]:
    """Return the newest that was done in somebody's name, the newest first."""
    rows = await tx.execute(
        _acts().where(assistant_acts.c.head_id == head_id).order_by(assistant_acts.c.id.desc()).limit(limit)
    )
    return [Act(Deed(row.deed), row.number, row.done_at, row.helper) for row in rows]


async def who_did(tx: Tx, deed: Deed, subjects: Sequence[int]) -> dict[int, str]:
    """Return subject → name of the assistant who did it, for those an assistant did."""
    did = and_(assistant_acts.c.deed == deed, assistant_acts.c.subject.in_(subjects))
    return {row.subject: row.helper for row in await tx.execute(_acts().where(did))}


async def last_through(tx: Tx, deed: Deed, number: int) -> str:
    """Return the name of the assistant who did the newest of this number, empty where none did."""
    did = and_(assistant_acts.c.deed == deed, assistant_acts.c.number == number)
    row = (await tx.execute(_acts().where(did).order_by(assistant_acts.c.id.desc()).limit(1))).one_or_none()
    return "" if row is None else str(row.helper)


async def may_act(tx: Tx, user_id: int, head_id: int) -> bool:
    """Tell whether an account is an assistant of somebody, whomever it acts for just now."""
    found = (
        select(assistants.c.id)
        .join(accounts, accounts.c.person_id == assistants.c.person_id)
        .where(
            accounts.c.user_id == user_id, assistants.c.head_id == head_id, assistants.c.ended_at.is_(None)
        )
    )
    return await tx.scalar(found.limit(1)) is not None


def _acts() -> Any:
    return (
        select(assistant_acts, _NAME.label("helper"))
        .select_from(assistant_acts)
        .outerjoin(assistants, assistants.c.id == assistant_acts.c.assistant_id)
        .outerjoin(_helper, _helper.c.id == assistants.c.person_id)
    )


async def _one(tx: Tx, condition: Any) -> Tie | None:
    row = (await tx.execute(_TIES.where(condition))).one_or_none()
    return None if row is None else _tie(row)


def _tie(row: Any) -> Tie:
    return Tie(
        id=row.id,
        head=_person(row, "head", row.head_id),
        assistant=None if row.person_id is None else _person(row, "helper", row.person_id),
        name=row.name,
        code=row.code,
        expires_at=row.expires_at,
        bound_at=row.bound_at,
        ended_at=row.ended_at,
    )


def _person(row: Any, which: str, person_id: int) -> Person:
    names = (column.name for column in people.c if column.name != "id")
    return Person(id=person_id, **{name: getattr(row, f"{which}_{name}") for name in names})
