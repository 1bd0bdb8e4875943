"""What the notices of excursions are made of when they are sent: the facts of that moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.excursions.model import Excursion
from bot.excursions.notices import Audience
from bot.excursions.places import Places
from bot.notices.model import Notice
from bot.schedule.own import Listener
from bot.schedule.subjects import event_number
from db import places as rows
from db.engine import Tx
from db.members import members
from db.outings import outings


@dataclass(frozen=True, slots=True)
class Offered:
    """A place that is held for somebody until a moment."""

    excursion: Excursion
    until: datetime


@dataclass(frozen=True, slots=True)
class News:
    """What became of somebody's place, with the excursion as that person reads it.

    `full` tells that nobody can get on it at once.
    """

    excursion: Excursion
    full: bool


async def reminded(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, Excursion]:
    """Return, by notice id, the excursion a reminder is of, with the person's own bus.

    Missing are those whose occasion is gone: it was moved, cancelled or taken out, it is over, the bus
    leaves at another time, or the person does not go.
    """
    events = {event_number(notice.subject) or 0 for notice in notices}
    found = await outings(tx, events)
    people = {notice.person_id for notice in notices if notice.person_id is not None}
    seats = await rows.seats_by_event(tx, events, people)
    readers = await _members(tx, now, notices)
    told = {}
    for notice in notices:
        event_id, person_id = event_number(notice.subject) or 0, notice.person_id or 0
        outing, member = found.get(event_id), readers.get((notice.stream_id or 0, person_id))
        if outing is None or member is None or _over(outing.excursion, now):
            continue
        audience = Audience(outing, seats.get(event_id, {}), event_id in seats)
        if audience.begins(person_id) != notice.happens_at or not audience.goes(member):
            continue
        own = audience.seats
        told[notice.id] = outing.for_seat(own[person_id]) if person_id in own else outing.excursion
    return told


async def offered(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, Offered]:
    """Return, by notice id, the offer as it is held still."""
    told = {}
    for notice, places, excursion in await _places(tx, notices):
        one = places.wait_of(notice.person_id or 0)
        held = one.offered_until if one is not None and one.holds(now) else None
        if held is not None and places.open(now) and held.isoformat() == notice.params.get("until"):
            told[notice.id] = Offered(excursion, held)
    return told


async def expired(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, News]:
    """Return, by notice id, the excursion on which a place is held no more; gone once the person acted."""
    return {
        notice.id: News(excursion, not places.has_room(now))
        for notice, places, excursion in await _places(tx, notices)
        if places.open(now)
        and places.seat_of(notice.person_id or 0) is None
        and places.wait_of(notice.person_id or 0) is None
    }


async def given(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, News]:
    """Return, by notice id, the excursion on which somebody was given a place, while the person has it."""
    return {
        notice.id: News(excursion, full=False)
        for notice, _places_now, excursion in await _places(tx, notices)
        if excursion.seated and not _over(excursion, now)
    }


async def taken(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, News]:
    """Return, by notice id, the excursion on which somebody's place was taken, while there is none."""
    return {
        notice.id: News(excursion, full=not (places.open(now) and places.has_room(now)))
        for notice, places, excursion in await _places(tx, notices)
        if not excursion.seated and not _over(excursion, now)
    }


def _over(excursion: Excursion, now: datetime) -> bool:
    return excursion.event.cancelled or excursion.event.ends_at <= now


async def _places(tx: Tx, notices: Sequence[Notice]) -> list[tuple[Notice, Places, Excursion]]:
    """Return each notice with its excursion as the person reads it; those without one are left out."""
    events = {event_number(notice.subject) or 0 for notice in notices}
    every, found = await rows.read_places(tx, events), await outings(tx, events)
    read = []
    for notice in notices:
        event_id = event_number(notice.subject) or 0
        if event_id not in every or event_id not in found:
            continue
        seat = every[event_id].seat_of(notice.person_id or 0)
        excursion = found[event_id].excursion if seat is None else found[event_id].for_seat(seat.bus_id)
        read.append((notice, every[event_id], excursion))
    return read


async def _members(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[tuple[int, int], Listener]:
    found = {}
    for stream_id in sorted({notice.stream_id or 0 for notice in notices}):
        who = {one.person_id for one in notices if one.stream_id == stream_id and one.person_id is not None}
        for member in await members(tx, stream_id, now.date(), who):
            found[stream_id, member.person_id] = member
    return found
