"""The plan as organizers look at it: by occasion, by thing, by person.

What waits is found by its state, what was settled by its moment, a thing by stream and subject, a person
by the person: four indexes, so that no screen reads the whole table (`tests/db/test_notice_list.py`).
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select

from bot.notices.listing import WAITING, Line, Occasion, Tally, joined
from bot.notices.model import State
from bot.people.model import joined_name
from db.engine import Tx
from db.groups import bindings
from db.notices import notices
from db.people import people

_AT = func.coalesce(notices.c.settled_at, notices.c.due_at)
_MOMENT = case((notices.c.happens_at.is_not(None), notices.c.wanted_at))
"""Notices about one thing are wanted at one moment; those about a day, in the evening of each zone."""
_COUNT, _REPEATS = func.count(), func.sum(notices.c.repeats)
_WAITING = notices.c.state.in_(sorted(WAITING - {State.HELD}))
"""What is held has no moment: it is found by its thing and its person, not among what is ahead."""

_GROUPS = select(
    func.min(notices.c.id),
    notices.c.stream_id,
    notices.c.kind,
    notices.c.subject,
    _MOMENT,
    func.min(_AT),
    func.max(_AT),
    notices.c.state,
    notices.c.reason,
    _COUNT,
    _REPEATS,
).group_by(notices.c.stream_id, notices.c.kind, notices.c.subject, _MOMENT, notices.c.state, notices.c.reason)

_GROUP_TITLE = (
    select(func.max(bindings.c.title)).where(bindings.c.chat_id == notices.c.chat_id).scalar_subquery()
)
_LINES = select(
    notices.c.id,
    notices.c.kind,
    notices.c.subject,
    notices.c.state,
    notices.c.reason,
    _AT,
    notices.c.zone,
    notices.c.repeats,
    people.c.surname,
    people.c.name,
    people.c.patronymic,
    _GROUP_TITLE,
).select_from(notices.outerjoin(people, people.c.id == notices.c.person_id))

_URGENCY_TO_KNOW = case(
    {State.FAILED: 0, State.SKIPPED: 1, State.LAPSED: 2, State.CLAIMED: 3, State.QUEUED: 3, State.SENT: 4},
    value=notices.c.state,
    else_=5,
)


async def waiting_until(tx: Tx, stream_id: int, until: datetime) -> list[Tally]:
    """Count what waits in a stream and is due before a moment, what is late included."""
    return await _tallies(tx, _WAITING, notices.c.due_at < until, _of_stream(stream_id))


async def settled_between(tx: Tx, stream_id: int, since: datetime, until: datetime) -> list[Tally]:
    """Count what was settled in a stream within a time, by state and reason."""
    return await _tallies(tx, notices.c.settled_at.between(since, until), _of_stream(stream_id))


async def occasions_ahead(tx: Tx, stream_id: int) -> list[Occasion]:
    """Return what waits in a stream, the next occasion first."""
    found = await _occasions(tx, _GROUPS.where(_WAITING, _of_stream(stream_id)))
    return sorted(found, key=lambda one: (one.first_at, one.ref))


async def occasions_between(
    tx: Tx, stream_id: int, since: datetime, until: datetime, states: Collection[State]
) -> list[Occasion]:
    """Return what was settled in a stream within a time with one of some results, the latest first.

    The result is compared so that no index serves it: sent ones are most of the table.
    """
    recent = and_(
        notices.c.settled_at.between(since, until),
        func.coalesce(notices.c.state, "").in_(sorted(states)),
        _of_stream(stream_id),
    )
    found = await _occasions(tx, _GROUPS.where(recent))
    return sorted(found, key=lambda one: (one.last_at, one.ref), reverse=True)


async def occasions_about(tx: Tx, stream_id: int, subject: str) -> list[Occasion]:
    """Return every occasion about one thing, the latest first."""
    about = and_(notices.c.stream_id == stream_id, notices.c.subject == subject)
    found = await _occasions(tx, _GROUPS.where(about))
    return sorted(found, key=lambda one: (one.last_at, one.ref), reverse=True)


async def occasion(tx: Tx, ref: int) -> Occasion | None:
    """Return the occasion one notice belongs to, with what became of all of it; None for no notice."""
    known = select(notices.c.stream_id, notices.c.kind, notices.c.subject, _MOMENT, _AT)
    row = (await tx.execute(known.where(notices.c.id == ref))).one_or_none()
    if row is None:
        return None
    bare = Occasion(ref, *row[:4], row[4], row[4])
    found = await _occasions(tx, _GROUPS.where(_belonging(bare)))
    return replace(found[0], ref=ref)


async def lines_of_occasion(tx: Tx, one: Occasion, offset: int, limit: int) -> list[Line]:
    """Return a page of an occasion's notices: what did not arrive first, then by name."""
    order = (_URGENCY_TO_KNOW, people.c.surname, people.c.name, notices.c.id)
    return await _lines(tx, _LINES.where(_belonging(one)).order_by(*order), offset, limit)


async def tallies_of_person(tx: Tx, person_id: int, streams: Collection[int], alone: bool) -> list[Tally]:
    """Count a person's notices in some streams; with `alone` those of no stream too."""
    return await _tallies(tx, _own(person_id, streams, alone))


async def lines_of_person(
    tx: Tx, person_id: int, streams: Collection[int], alone: bool, offset: int, limit: int
) -> list[Line]:
    """Return a page of a person's notices: what is ahead, the next first, then what was, the latest first."""
    ahead = case((notices.c.settled_at.is_(None), notices.c.due_at))
    order = (notices.c.settled_at.is_not(None), ahead, notices.c.settled_at.desc(), notices.c.id)
    own = _own(person_id, streams, alone)
    return await _lines(tx, _LINES.where(own).order_by(*order), offset, limit)


def _of_stream(stream_id: int) -> ColumnElement[bool]:
    """Build the condition that takes no part in the choice of an index.

    A stream has most of the table; what waits and what was settled lately are its small parts.
    """
    return notices.c.stream_id + 0 == stream_id


def _own(person_id: int, streams: Collection[int], alone: bool) -> ColumnElement[bool]:
    among = notices.c.stream_id.in_(sorted(streams))
    return and_(
        notices.c.person_id == person_id, or_(among, notices.c.stream_id.is_(None)) if alone else among
    )


def _belonging(one: Occasion) -> ColumnElement[bool]:
    moment = (
        notices.c.happens_at.is_(None)
        if one.moment is None
        else and_(notices.c.happens_at.is_not(None), notices.c.wanted_at == one.moment)
    )
    return and_(
        notices.c.stream_id.is_(None) if one.stream_id is None else notices.c.stream_id == one.stream_id,
        notices.c.subject == one.subject,
        notices.c.kind == one.kind,
        moment,
    )


async def _tallies(tx: Tx, *conditions: ColumnElement[bool]) -> list[Tally]:
    chosen = select(notices.c.state, notices.c.reason, _COUNT, _REPEATS).where(*conditions)
    rows = await tx.execute(chosen.group_by(notices.c.state, notices.c.reason))
    found = [Tally(State(state), reason, count, repeats) for state, reason, count, repeats in rows]
    return sorted(found, key=lambda tally: (-tally.count, tally.state, tally.reason))


async def _occasions(tx: Tx, chosen: Select[Any]) -> list[Occasion]:
    parts = [
        Occasion(row[0], row[1], row[2], row[3], row[4], row[5], row[6], (Tally(State(row[7]), *row[8:]),))
        for row in (await tx.execute(chosen)).all()
    ]
    return joined(sorted(parts, key=lambda part: (part.ref, part.tallies[0].state, part.tallies[0].reason)))


async def _lines(tx: Tx, chosen: Select[Any], offset: int, limit: int) -> list[Line]:
    rows = (await tx.execute(chosen.offset(offset).limit(limit))).all()
    return [
        Line(
            id=row[0],
            kind=row[1],
            subject=row[2],
            whom=joined_name(*row[8:11]) or row[11] or "",
            state=State(row[3]),
            reason=row[4],
            at=row[5],
            zone=row[6],
            repeats=row[7],
        )
        for row in rows
    ]
