"""What people do about their place on an excursion: one verb, one transaction."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.excursions.model import Bus, Entry
from bot.excursions.places import Places, bus_named, clashing, departure
from bot.excursions.settling_actions import listening, settle
from bot.notices.model import Scope
from bot.notices.planning import Planning
from bot.people.actions import present_visitor
from bot.people.assistant_actions import record
from bot.people.assistants import Deed
from bot.people.model import Visitor
from bot.people.rights import require_admission
from bot.schedule.model import Event
from bot.schedule.own import is_own
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from db import places as rows
from db.engine import Database, Tx
from db.excursion_reads import stream_of_event
from db.updates import first_time


class Said(StrEnum):
    """What an act came to; the words are `places-said-<value>`."""

    SEATED = "seated"
    WAITING = "waiting"
    NO_ROOM_IN_BUS = "no-room-in-bus"
    CLASH = "clash"
    FREED = "freed"
    LEFT_LIST = "left-list"
    DECLINED = "declined"
    OFFER_OVER = "offer-over"
    NOTHING = "nothing"
    BEFORE = "before"
    """The very same tap had its effect already: the card shows what is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What to say; `bus_id` is the bus that was asked for, `other` the excursion that clashes."""

    said: Said
    bus_id: int = 0
    other: Event | None = None


@dataclass(frozen=True, slots=True)
class _Going:
    """Who acts about which excursion, with the rights of this moment."""

    visitor: Visitor
    person_id: int
    stream_id: int
    event_id: int


async def take_place(
    db: Database,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    event_id: int,
    bus_id: int = 0,
    instead: bool = False,
    join: bool = True,
) -> Answer:
    """Sign up, or change to another bus; without room, join the list of those who wait.

    `bus_id` 0 means the first bus with room. Nobody gets on two excursions at one time: with `instead`
    the other place is given up in the same moment. Without `join` (an offer is accepted) nobody is put
    on the list.
    """
    async with db.write() as tx:
        who, now = await _going(tx, clock, visitor, event_id), clock.now()
        if not await first_time(tx, visitor.update_id, "take-place", now):
            return Answer(Said.BEFORE)
        await rows.lock_streams(tx, [part.stream.id for part in who.visitor.enrolments])
        await rows.lock_person(tx, who.person_id)
        clashes = await _clashes(tx, who, now)
        await rows.lock_events(tx, [event_id, *(one.event.id for one in clashes if instead)])
        places = await _settled(tx, planning, who, now)
        bus = bus_named(places, bus_id)
        if places.seat_of(who.person_id) is not None:
            return await _change_bus(tx, planning, who, places, bus, now)
        asked = _without_own_offer(places, who.person_id, now)
        if not asked.has_room(now, bus):
            return await _no_room(tx, who, asked, bus, now, join)
        if clashes and not instead:
            return Answer(Said.CLASH, bus_id, clashes[0].event)
        for one in clashes:
            await _give_up(tx, planning, replace(who, event_id=one.event.id), one, now)
            await _plan_again(tx, planning, one.stream_id, who.person_id, now)
        chosen = bus or next(iter(asked.boarding(now)), None)
        await rows.seat(tx, event_id, who.person_id, chosen.id if chosen else None, now)
        await settle(tx, planning, now, event_id)
        await _done(tx, clock, planning, who, Deed.SIGNED_UP)
        return Answer(Said.SEATED)


async def accept_offer(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, event_id: int, instead: bool = False
) -> Answer:
    """Take the place that is held for the person, or one that is free; never join the list again."""
    return await take_place(db, clock, planning, visitor, event_id, instead=instead, join=False)


async def decline_offer(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, event_id: int
) -> Answer:
    """Leave the place that is held to the next; the person is off the list then."""
    async with db.write() as tx:
        who, now = await _going(tx, clock, visitor, event_id), clock.now()
        if not await first_time(tx, visitor.update_id, "decline-offer", now):
            return Answer(Said.BEFORE)
        await rows.lock_streams(tx, [who.stream_id])
        places = await settle(tx, planning, now, event_id)
        waits = places.wait_of(who.person_id) if places else None
        if waits is None or not waits.holds(now):
            return Answer(Said.OFFER_OVER)
        await rows.stop_waiting(tx, event_id, [who.person_id])
        await settle(tx, planning, now, event_id)
        await _done(tx, clock, planning, who, Deed.GAVE_UP)
        return Answer(Said.DECLINED)


async def give_up_place(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, event_id: int
) -> Answer:
    """Give up the own place, which goes to the next, or leave the list of those who wait."""
    async with db.write() as tx:
        who, now = await _going(tx, clock, visitor, event_id), clock.now()
        if not await first_time(tx, visitor.update_id, "give-up-place", now):
            return Answer(Said.BEFORE)
        await rows.lock_streams(tx, [who.stream_id])
        places = await settle(tx, planning, now, event_id)
        if places is None:
            raise OutOfDate("excursions-gone")
        if places.wait_of(who.person_id) is not None:
            await rows.stop_waiting(tx, event_id, [who.person_id])
            await settle(tx, planning, now, event_id)
            await _done(tx, clock, planning, who, Deed.GAVE_UP)
            return Answer(Said.LEFT_LIST)
        if places.seat_of(who.person_id) is None:
            return Answer(Said.NOTHING)
        await _give_up(tx, planning, who, places, now)
        await _done(tx, clock, planning, who, Deed.GAVE_UP)
        return Answer(Said.FREED)


async def release(
    tx: Tx, planning: Planning, now: datetime, stream_id: int, event_id: int, person_id: int
) -> None:
    """Step: free somebody's place on a stream's excursion people sign up for and offer it to the next.

    Does nothing where the organizers decide who goes, and for whoever has no place.
    """
    await rows.lock_streams(tx, [stream_id])
    await rows.lock_events(tx, [event_id])
    places = (await rows.read_places(tx, [event_id])).get(event_id)
    if places is None or places.entry is not Entry.SIGN_UP:
        return
    if await rows.free_seat(tx, event_id, person_id):
        await settle(tx, planning, now, event_id)
        await _plan_again(tx, planning, stream_id, person_id, now)


async def _going(tx: Tx, clock: Clock, visitor: Visitor, event_id: int) -> _Going:
    """Return who acts; NotAllowed outside the excursion's stream, a Refusal for whoever cannot be meant."""
    present = await present_visitor(tx, clock, visitor)
    require_admission(present)
    stream_id = await stream_of_event(tx, event_id)
    if stream_id is None:
        raise OutOfDate("excursions-gone")
    if not present.roles_in(stream_id):
        raise NotAllowed("schedule-refused-stream")
    if present.person is None:
        raise Refusal("error-places-staff")
    return _Going(present, present.person.id, stream_id, event_id)


async def _settled(tx: Tx, planning: Planning, who: _Going, now: datetime) -> Places:
    """Return the excursion if the person may get on it at this moment; a sentence says why not."""
    places = await settle(tx, planning, now, who.event_id)
    if places is None:
        raise OutOfDate("excursions-gone")
    listener = (await listening(tx, now, who.stream_id, [who.person_id])).get(who.person_id)
    if listener is None:
        raise Refusal("error-places-staff")
    if places.entry is not Entry.SIGN_UP:
        raise Refusal("error-places-assigned")
    if not is_own(places.event, listener.belonging) and places.seat_of(who.person_id) is None:
        raise Refusal("error-places-others")
    if places.event.cancelled:
        raise Refusal("error-places-cancelled")
    if not places.open(now):
        raise Refusal("error-places-closed")
    return places


async def _clashes(tx: Tx, who: _Going, now: datetime) -> list[Places]:
    """Return the excursions ahead on which the person goes and that overlap with this one."""
    ids = await rows.events_of_person(tx, who.person_id)
    found = await rows.read_places(tx, {*ids, who.event_id})
    this = found.get(who.event_id)
    return [] if this is None else clashing(this, found.values(), now)


def _without_own_offer(places: Places, person_id: int, now: datetime) -> Places:
    """Return the excursion as it is for whom a place is held: that one is free for nobody else."""
    own = places.wait_of(person_id)
    if own is None or not own.holds(now):
        return places
    return replace(places, waiting=tuple(one for one in places.waiting if one.id != own.id))


async def _change_bus(
    tx: Tx, planning: Planning, who: _Going, places: Places, bus: Bus | None, now: datetime
) -> Answer:
    seat = places.seat_of(who.person_id)
    if bus is None or seat is None or seat.bus_id == bus.id:
        return Answer(Said.SEATED)
    if bus not in places.boarding(now):
        return Answer(Said.NO_ROOM_IN_BUS, bus.id)
    await rows.move_to_bus(tx, who.event_id, who.person_id, bus.id)
    await _plan_again(tx, planning, who.stream_id, who.person_id, now)
    return Answer(Said.SEATED)


async def _no_room(tx: Tx, who: _Going, places: Places, bus: Bus | None, now: datetime, join: bool) -> Answer:
    if bus is not None and places.has_room(now):
        return Answer(Said.NO_ROOM_IN_BUS, bus.id)
    if places.wait_of(who.person_id) is not None:
        return Answer(Said.WAITING)
    if not join:
        return Answer(Said.OFFER_OVER)
    await rows.wait(tx, who.event_id, who.person_id, now)
    return Answer(Said.WAITING)


async def _give_up(tx: Tx, planning: Planning, who: _Going, places: Places, now: datetime) -> None:
    """Free the person's seat and offer it on; a Refusal where it is not theirs to give."""
    seat = places.seat_of(who.person_id)
    if places.entry is not Entry.SIGN_UP:
        raise Refusal("error-places-assigned")
    bus = next((bus for bus in places.buses if seat is not None and bus.id == seat.bus_id), None)
    if now >= departure(places.event, bus):
        raise Refusal("error-places-closed")
    await rows.free_seat(tx, who.event_id, who.person_id)
    await settle(tx, planning, now, who.event_id)


async def _done(tx: Tx, clock: Clock, planning: Planning, who: _Going, deed: Deed) -> None:
    await record(tx, clock, who.visitor, deed, who.event_id, who.event_id)
    await _plan_again(tx, planning, who.stream_id, who.person_id, clock.now())


async def _plan_again(tx: Tx, planning: Planning, stream_id: int, person_id: int, now: datetime) -> None:
    await planning.replan(tx, now, Scope(stream_id, people=frozenset({person_id})))
