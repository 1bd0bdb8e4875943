"""Requests for access: what strangers wrote, and what an organizer decided."""

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
    delete,
    or_,
    select,
    type_coerce,
    update,
)

from bot.people.access import AccessRequest, RequestState
from bot.people.model import Role
from db.engine import Tx
from db.people import accounts, enrolments, people, person_of, present
from db.programme import streams
from db.types import UTCDateTime, metadata
from db.upsert import insert_or_keep

access_requests = Table(
    "access_requests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", BigInteger, nullable=False, unique=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("locale", String(8), nullable=False),
    Column("shown_name", Text, nullable=False, default=""),
    Column("phone", String(20), nullable=False, default=""),
    Column("words", Text, nullable=False, default=""),
    Column("state", String(10), nullable=False),
    Column("person_id", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("asked_at", UTCDateTime, nullable=False),
    Column("decided_at", UTCDateTime),
    Column("decided_by", BigInteger),
)


async def request_of(tx: Tx, user_id: int) -> AccessRequest | None:
    """Return what an account asked for last."""
    return await _one(tx, access_requests.c.user_id == user_id)


async def request(tx: Tx, request_id: int) -> AccessRequest | None:
    """Return a request by its id."""
    return await _one(tx, access_requests.c.id == request_id)


async def save_request(tx: Tx, user_id: int, chat_id: int, locale: str, now: datetime) -> None:
    """Make the account's row unless it exists; it waits for words."""
    values = {
        "user_id": user_id,
        "chat_id": chat_id,
        "locale": locale,
        "state": RequestState.WRITING,
        "asked_at": now,
    }
    await tx.execute(insert_or_keep(tx, access_requests, values))


async def change_request(tx: Tx, user_id: int, **values: object) -> None:
    """Change columns of an account's request."""
    await tx.execute(update(access_requests).where(access_requests.c.user_id == user_id).values(**values))


async def close_request(tx: Tx, request_id: int, **values: object) -> bool:
    """Decide an open request; False where somebody was faster."""
    own = access_requests.c.id == request_id
    still_open = access_requests.c.state == RequestState.OPEN
    decided = await tx.execute(update(access_requests).where(own, still_open).values(**values))
    return bool(decided.rowcount)


async def forget_grants(tx: Tx, person_id: int) -> None:
    """Forget the requests that were granted as this person: they bind nobody any more."""
    await tx.execute(delete(access_requests).where(access_requests.c.person_id == person_id))


async def open_requests(tx: Tx) -> list[AccessRequest]:
    """Return what nobody has decided yet, the oldest first."""
    waiting = select(access_requests).where(access_requests.c.state == RequestState.OPEN)
    rows = await tx.execute(waiting.order_by(access_requests.c.asked_at, access_requests.c.id))
    return [_request(row) for row in rows]


async def organizer_accounts(tx: Tx, today: date) -> list[int]:
    """Return the accounts of administrators and of organizers of streams that have not ended."""
    organizing = (
        select(enrolments.c.person_id)
        .join(streams, streams.c.id == enrolments.c.stream_id)
        .where(
            present(today),
            streams.c.ends_on >= today,
            type_coerce(enrolments.c.roles, Text).like(f"%\n{Role.ORGANIZER}\n%"),
        )
    )
    rows = await tx.execute(
        select(accounts.c.user_id)
        .where(
            accounts.c.reachable.is_(True),
            or_(accounts.c.appointed != "", accounts.c.person_id.in_(organizing)),
        )
        .order_by(accounts.c.user_id)
    )
    return [row.user_id for row in rows]


async def outside_with_phone(tx: Tx, phone: str, today: date) -> list[int]:
    """Return the ids of people of some stream with this number who have no account yet."""
    rows = await tx.execute(
        select(people.c.id)
        .distinct()
        .join(enrolments, enrolments.c.person_id == people.c.id)
        .outerjoin(accounts, accounts.c.person_id == people.c.id)
        .where(people.c.phone == phone, present(today), accounts.c.user_id.is_(None))
    )
    return [row.id for row in rows]


async def name_behind(tx: Tx, user_id: int | None) -> str:
    """Return the name of the person behind an account, empty where there is none."""
    row = (
        await tx.execute(
            select(people)
            .join(accounts, accounts.c.person_id == people.c.id)
            .where(accounts.c.user_id == user_id)
        )
    ).one_or_none()
    return "" if row is None else person_of(row).full_name


async def _one(tx: Tx, condition: Any) -> AccessRequest | None:
    row = (await tx.execute(select(access_requests).where(condition))).one_or_none()
    return None if row is None else _request(row)


def _request(row: Any) -> AccessRequest:
    return AccessRequest(
        id=row.id,
        user_id=row.user_id,
        chat_id=row.chat_id,
        locale=row.locale,
        shown_name=row.shown_name,
        phone=row.phone,
        words=row.words,
        state=RequestState(row.state),
        person_id=row.person_id,
        asked_at=row.asked_at,
        decided_by=row.decided_by,
    )
