"""Tables of the ways in: personal invitations, and the claim code of the first administrator."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Integer,
    String,
    Table,
    and_,
    func,
    select,
    update,
)

from bot.people.invitations import Invitation
from bot.people.model import Person
from db.engine import Tx
from db.people import accounts, enrolments, people, person_of, present
from db.types import UTCDateTime, metadata

invitations = Table(
    "invitations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(64), nullable=False, unique=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("created_at", UTCDateTime, nullable=False),
    Column("expires_at", UTCDateTime, nullable=False),
    Column("used_at", UTCDateTime),
    Column("revoked_at", UTCDateTime),
)

claim_codes = Table(
    "claim_codes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("created_at", UTCDateTime, nullable=False),
    Column("used_at", UTCDateTime),
)


async def by_code(tx: Tx, code: str) -> Invitation | None:
    """Return an invitation by its code."""
    row = (await tx.execute(select(invitations).where(invitations.c.code == code))).one_or_none()
    return None if row is None else _invitation(row)


async def burn(tx: Tx, invitation_id: int, now: datetime) -> bool:
    """Use an invitation up; False where somebody was faster."""
    burnt = await tx.execute(
        update(invitations)
        .where(invitations.c.id == invitation_id, invitations.c.used_at.is_(None))
        .values(used_at=now)
    )
    return bool(burnt.rowcount)


async def save(tx: Tx, person_id: int, code: str, now: datetime, expires_at: datetime) -> None:
    """Write a new invitation."""
    await tx.execute(
        invitations.insert().values(person_id=person_id, code=code, created_at=now, expires_at=expires_at)
    )


async def open_of(tx: Tx, person_ids: Collection[int], now: datetime) -> dict[int, Invitation]:
    """Return person id → the newest invitation that still opens, for these people."""
    rows = await tx.execute(select(invitations).where(_opens(now)).order_by(invitations.c.id))
    wanted = frozenset(person_ids)
    return {row.person_id: _invitation(row) for row in rows if row.person_id in wanted}


async def revoke(tx: Tx, person_id: int, now: datetime) -> None:
    """Close every invitation of a person that still opens."""
    own = invitations.c.person_id == person_id
    await tx.execute(update(invitations).where(own, _opens(now)).values(revoked_at=now))


def _opens(now: datetime) -> ColumnElement[bool]:
    return and_(
        invitations.c.used_at.is_(None), invitations.c.revoked_at.is_(None), invitations.c.expires_at > now
    )


def _invitation(row: Any) -> Invitation:
    return Invitation(row.id, row.code, row.person_id, row.expires_at, row.used_at, row.revoked_at)


async def not_entered(tx: Tx, stream_id: int, today: date) -> list[Person]:
    """Return a stream's people who have no messenger account yet, by name."""
    rows = await tx.execute(
        select(people)
        .join(enrolments, enrolments.c.person_id == people.c.id)
        .outerjoin(accounts, accounts.c.person_id == people.c.id)
        .where(enrolments.c.stream_id == stream_id, present(today), accounts.c.user_id.is_(None))
        .order_by(people.c.surname, people.c.name, people.c.id)
    )
    return [person_of(row) for row in rows]


async def count_enrolled(tx: Tx, stream_id: int, today: date) -> int:
    """Return how many people are in a stream."""
    counting = select(func.count()).select_from(enrolments)
    return await tx.scalar(counting.where(enrolments.c.stream_id == stream_id, present(today))) or 0


async def replace_claim_code(tx: Tx, digest: str, now: datetime) -> None:
    """Keep only this claim code; earlier ones open nothing any more."""
    await tx.execute(claim_codes.delete())
    await tx.execute(claim_codes.insert().values(digest=digest, created_at=now))


async def burn_claim_code(tx: Tx, digest: str, now: datetime) -> bool:
    """Use a claim code up; False where there is no such unused code."""
    burnt = await tx.execute(
        update(claim_codes)
        .where(claim_codes.c.digest == digest, claim_codes.c.used_at.is_(None))
        .values(used_at=now)
    )
    return bool(burnt.rowcount)
