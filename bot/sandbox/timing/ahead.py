"""What the time machine reads of the plan: what is due next, what became of it, the next excursion."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, func, select

from bot.notices.listing import WAITING as NOT_SENT
from bot.notices.model import State
from bot.schedule.model import Event
from db import coming_events
from db.engine import Tx
from db.excursions import seats
from db.notices import next_due, notices
from db.people import people

WAITING = NOT_SENT - {State.HELD}
"""What comes by itself; what is held waits for somebody, however far the clock goes."""

FAR = timedelta(days=30)
"""How far ahead an excursion is looked for."""


@dataclass(frozen=True, slots=True)
class Coming:
    """What is due at a moment: how many receive each kind."""

    at: datetime
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Came:
    """What became of what was due at a moment: how many got each kind, how many nothing, or not yet."""

    at: datetime
    kinds: tuple[tuple[str, int], ...]
    unsent: int
    waiting: int


async def coming(tx: Tx) -> Coming | None:
    """Return what is due next, None where nothing waits."""
    at = await next_due(tx)
    if at is None:
        return None
    due = and_(notices.c.state == State.QUEUED, notices.c.due_at == at)
    rows = await tx.execute(select(notices.c.kind, func.count()).where(due).group_by(notices.c.kind))
    return Coming(at, tuple(sorted((kind, count) for kind, count in rows)))


async def waiting_ids(tx: Tx, until: datetime) -> list[int]:
    """Return the ids of notices that wait and are due until a moment."""
    waits = and_(notices.c.state.in_(sorted(WAITING)), notices.c.due_at <= until)
    return list((await tx.execute(select(notices.c.id).where(waits))).scalars())


async def unsettled(tx: Tx, now: datetime) -> int:
    """Count the notices that are due and not settled yet."""
    waits = and_(notices.c.state.in_(sorted(WAITING)), notices.c.due_at <= now)
    return int((await tx.execute(select(func.count()).select_from(notices).where(waits))).scalar_one())


async def came(tx: Tx, at: datetime, ids: Sequence[int]) -> Came:
    """Return what became of notices."""
    counted = select(notices.c.kind, notices.c.state, func.count()).where(notices.c.id.in_(ids))
    rows = (await tx.execute(counted.group_by(notices.c.kind, notices.c.state))).all()
    sent = tuple(sorted((kind, count) for kind, state, count in rows if state == State.SENT))
    waiting = sum(count for _kind, state, count in rows if State(state) in WAITING)
    unsent = sum(count for _kind, _state, count in rows) - waiting - sum(count for _kind, count in sent)
    return Came(at, sent, unsent, waiting)


async def next_excursion(tx: Tx, after: datetime, codes: Collection[str]) -> Event | None:
    """Return the first excursion that begins after a moment and where people of these codes have places."""
    taken = select(seats.c.event_id).join(people, people.c.id == seats.c.person_id)
    ids = (await tx.execute(taken.where(people.c.code.in_(sorted(codes))).distinct())).scalars().all()
    ahead = [
        event
        for event in (await coming_events.events_by_id(tx, ids)).values()
        if not event.cancelled and after < event.starts_at <= after + FAR
    ]
    return min(ahead, key=lambda event: (event.starts_at, event.id), default=None)
