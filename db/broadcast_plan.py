"""What waits and what was sent of a broadcast, as pausing, cancelling and following it read and change it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, literal, select, update

from bot.broadcasts.model import REMINDER
from bot.notices.model import State
from db.broadcast_reports import about_subject, among_streams
from db.engine import Tx
from db.notices import notices

PASSING = ("late", "night", "unreachable", "not-entered", "no-consent", "muted", "left", "message gone")
"""Reasons that may have passed since; asked again when the notice is sent again."""

_Whom = tuple[str, int | None, int | None, int, str, State]

_WHOM = select(
    notices.c.key,
    notices.c.person_id,
    notices.c.chat_id,
    notices.c.stream_id,
    notices.c.zone,
    notices.c.state,
)


async def whom(
    tx: Tx, streams: Collection[int], subject: str, kinds: Collection[str], states: Sequence[State]
) -> list[_Whom]:
    """Return key, person, chat, stream, zone and state of the notices about a subject in some states."""
    return await _whom(tx, and_(about_subject(streams, subject, kinds), notices.c.state.in_(list(states))))


async def reminded(tx: Tx, streams: Collection[int], begins: str, states: Sequence[State]) -> list[_Whom]:
    """Return the same of the reminders whose subjects begin with some words."""
    named = notices.c.subject.startswith(begins, autoescape=True)
    about = and_(among_streams(streams), notices.c.kind == REMINDER, named)
    return await _whom(tx, and_(about, notices.c.state.in_(list(states))))


async def _whom(tx: Tx, condition: Any) -> list[_Whom]:
    rows = await tx.execute(_WHOM.where(condition).order_by(notices.c.id))
    return [(*row[:5], State(row[5])) for row in rows]


async def originals(tx: Tx, keys: Collection[str]) -> dict[str, tuple[State, int, tuple[int, ...], datetime]]:
    """Return by key what was sent: state, chat, message ids and when; only of what was settled."""
    rows = await tx.execute(
        select(
            notices.c.key,
            notices.c.state,
            notices.c.sent_chat_id,
            notices.c.message_ids,
            notices.c.settled_at,
        ).where(notices.c.key.in_(sorted(keys)), notices.c.settled_at.is_not(None))
    )
    return {
        row[0]: (State(row[1]), row[2] or 0, tuple(int(one) for one in row[3].split()), row[4])
        for row in rows
    }


async def turn(
    tx: Tx, streams: Collection[int], subject: str, was: Sequence[State], to: State, **values: object
) -> int:
    """Bring the notices about a subject (and its changes) that are in some states into another."""
    about = and_(about_subject(streams, subject, None), notices.c.state.in_(list(was)))
    return (await tx.execute(update(notices).where(about).values(state=to, **values))).rowcount


async def let_go_on(tx: Tx, streams: Collection[int], subject: str, until: datetime) -> None:
    """Put what is held back into the queue; it makes sense until a moment at least.

    What is being prepared by now is to know of it too: it is not held any more (`notice_outcomes.settle`).
    """
    later = literal(until, notices.c.stale_after.type)
    longer = case((notices.c.stale_after < later, later), else_=notices.c.stale_after)
    about = about_subject(streams, subject, None)
    claimed = and_(about, notices.c.state == State.CLAIMED)
    await tx.execute(update(notices).where(claimed).values(stale_after=longer))
    held = and_(about, notices.c.state == State.HELD)
    await tx.execute(update(notices).where(held).values(state=State.QUEUED, stale_after=longer))


async def queue_again(
    tx: Tx, streams: Collection[int], subject: str, kinds: Collection[str], now: datetime, until: datetime
) -> int:
    """Put what was not sent for a reason that may have passed back into the queue."""
    unsent = and_(notices.c.state.in_((State.LAPSED, State.SKIPPED)), notices.c.reason.in_(PASSING))
    values = {"state": State.QUEUED, "reason": "", "due_at": now, "stale_after": until, "settled_at": None}
    again = update(notices).where(about_subject(streams, subject, kinds), unsent).values(**values, attempts=0)
    return (await tx.execute(again)).rowcount
