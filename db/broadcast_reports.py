"""What became of a broadcast: its notices as a report reads them, and what people answered."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, func, literal, or_, select

from bot.broadcasts.model import RECENT, Fate, Progress, Recipient
from bot.notices.listing import Tally
from bot.notices.model import State
from bot.people.model import joined_name
from db.broadcast_answers import answers
from db.engine import Tx, rows_in_parts
from db.groups import bindings
from db.notices import notices
from db.people import accounts, people

_GROUP = select(func.max(bindings.c.title)).where(bindings.c.chat_id == notices.c.chat_id).scalar_subquery()


async def progress(
    tx: Tx, streams: Collection[int], subject: str, kinds: Collection[str], now: datetime
) -> Progress:
    """Count the notices about a subject by state and reason; one statement by their index."""
    rows = await tx.execute(
        select(
            notices.c.state,
            notices.c.reason,
            func.count(),
            func.sum(notices.c.repeats),
            func.min(notices.c.settled_at),
            func.max(notices.c.settled_at),
            func.min(case((notices.c.state == State.QUEUED, notices.c.due_at))),
            func.sum(case((_delivered_since(now - RECENT), 1), else_=0)),
        )
        .where(about_subject(streams, subject, kinds))
        .group_by(notices.c.state, notices.c.reason)
    )
    found = rows.all()
    return Progress(
        tuple(Tally(State(row[0]), row[1], row[2], row[3]) for row in found),
        min((row[4] for row in found if row[4]), default=None),
        max((row[5] for row in found if row[5]), default=None),
        min((row[6] for row in found if row[6]), default=None),
        sum(row[7] for row in found),
    )


def _delivered_since(moment: datetime) -> Any:
    return and_(notices.c.state == State.SENT, notices.c.settled_at > moment)


async def count_silent(
    tx: Tx, broadcast_id: int, streams: Collection[int], subject: str, kinds: Collection[str]
) -> int:
    """Count the people who got a broadcast and have not answered it."""
    said = select(answers.c.person_id).where(answers.c.broadcast_id == broadcast_id)
    quiet = and_(
        notices.c.state == State.SENT, notices.c.person_id.is_not(None), notices.c.person_id.not_in(said)
    )
    chosen = select(func.count()).select_from(notices).where(about_subject(streams, subject, kinds), quiet)
    return int(await tx.scalar(chosen) or 0)


async def recipients(
    tx: Tx, broadcast_id: int, streams: Collection[int], subject: str, kinds: Collection[str], change: str
) -> list[Recipient]:
    """Return everybody a broadcast was frozen for, by name; groups come last.

    `change` is the subject of its newest correction: by the rest of the key each finds its own.
    """
    changed = notices.alias("changed")
    same = changed.c.key == literal(change) + func.substr(notices.c.key, len(subject) + 1)
    chosen = (
        select(
            notices.c.person_id,
            people.c.surname,
            people.c.name,
            people.c.patronymic,
            people.c.municipality,
            people.c.phone,
            notices.c.state,
            notices.c.reason,
            notices.c.repeats,
            notices.c.settled_at,
            answers.c.choice,
            answers.c.at,
            _GROUP.label("title"),
            changed.c.state.label("change_state"),
            changed.c.reason.label("change_reason"),
            changed.c.repeats.label("change_repeats"),
        )
        .select_from(notices)
        .outerjoin(people, people.c.id == notices.c.person_id)
        .outerjoin(
            answers,
            and_(answers.c.person_id == notices.c.person_id, answers.c.broadcast_id == broadcast_id),
        )
        .outerjoin(changed, same)
        .where(about_subject(streams, subject, kinds))
        .order_by(notices.c.person_id.is_(None), people.c.surname, people.c.name, notices.c.id)
    )
    return [_recipient(row) async for row in rows_in_parts(tx, chosen)]


def _recipient(row: Any) -> Recipient:
    named = joined_name(row.surname, row.name, row.patronymic) or row.title or ""
    change = None
    if row.change_state is not None:
        change = Fate(State(row.change_state), row.change_reason, row.change_repeats)
    return Recipient(
        person_id=row.person_id,
        name=named,
        municipality=row.municipality or "",
        phone=row.phone or "",
        state=State(row.state),
        reason=row.reason,
        repeats=row.repeats,
        settled_at=row.settled_at,
        choice=row.choice,
        answered_at=row.at,
        change=change,
    )


async def frozen(tx: Tx, key: str) -> bool:
    """Tell whether there is a notice of this key: whether somebody is a recipient."""
    return await tx.scalar(select(notices.c.id).where(notices.c.key == key)) is not None


async def account_of(tx: Tx, person_id: int) -> int:
    """Return the account of a person, 0 for none."""
    return await tx.scalar(select(accounts.c.user_id).where(accounts.c.person_id == person_id)) or 0


async def chat_of(tx: Tx, user_id: int) -> tuple[int, str] | None:
    """Return chat and language of an account."""
    own = select(accounts.c.chat_id, accounts.c.locale).where(accounts.c.user_id == user_id)
    row = (await tx.execute(own)).one_or_none()
    return None if row is None else (row[0], row[1])


async def locale_of(tx: Tx, chat_id: int) -> tuple[int, str] | None:
    """Return account and language behind a private chat."""
    own = select(accounts.c.user_id, accounts.c.locale).where(accounts.c.chat_id == chat_id)
    row = (await tx.execute(own.limit(1))).one_or_none()
    return None if row is None else (row[0], row[1])


def about_subject(streams: Collection[int], subject: str, kinds: Collection[str] | None) -> Any:
    """Build the condition: a notice is about a subject, and of one of some kinds."""
    about = and_(among_streams(streams), notices.c.subject == subject)
    return about if kinds is None else and_(about, notices.c.kind.in_(sorted(kinds)))


def among_streams(streams: Collection[int]) -> Any:
    """Build the condition: a notice is of one of some streams; one index for each of them."""
    return or_(*(notices.c.stream_id == one for one in sorted(streams)))


async def address_names(tx: Tx, ids: Collection[int]) -> dict[int, str]:
    """Return how people are spoken to: name and patronymic."""
    rows = await tx.execute(
        select(people.c.id, people.c.name, people.c.patronymic).where(people.c.id.in_(sorted(ids)))
    )
    return {row[0]: joined_name(*row[1:]) for row in rows}
