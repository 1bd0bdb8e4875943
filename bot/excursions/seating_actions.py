"""What organizers do about others' places: see who goes, give, move, take away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.excursions.model import Bus, Excursion
from bot.excursions.notices import given_notice, taken_notice
from bot.excursions.places import Places, bus_named, clashing
from bot.excursions.settling_actions import listening, settle, zone_of
from bot.notices.model import Scope, Wanted
from bot.notices.planning import Planning
from bot.people.actions import present_visitor
from bot.people.model import Person, Role, Visitor
from bot.people.rights import require_role
from bot.people.roster_actions import find
from bot.people.search import fits
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from db import places as rows
from db.engine import Database, Tx
from db.excursion_reads import stream_of_event
from db.outings import outings
from db.people import people_named
from db.updates import first_time


@dataclass(frozen=True, slots=True)
class WhoView:
    """Who goes on an excursion and who waits; `people` are by id."""

    excursion: Excursion
    places: Places
    people: Mapping[int, Person]
    now: datetime


@dataclass(frozen=True, slots=True)
class SeatView:
    """One person and an excursion: where they sit, as which they wait, what may be done."""

    excursion: Excursion
    places: Places
    person: Person
    now: datetime

    @property
    def bus_id(self) -> int | None:
        """The bus of the person's seat."""
        seat = self.places.seat_of(self.person.id)
        return seat.bus_id if seat else None

    @property
    def seated(self) -> bool:
        """Tell whether the person goes."""
        return self.places.seat_of(self.person.id) is not None

    @property
    def buses(self) -> tuple[Bus, ...]:
        """The other buses with room."""
        return tuple(
            bus for bus in self.places.buses if bus.id != self.bus_id and self.places.left_in(bus) > 0
        )


async def who_goes(db: Database, clock: Clock, visitor: Visitor, event_id: int) -> WhoView:
    """Return who goes and who waits; NotAllowed for whoever does not organize the stream."""
    async with db.read() as tx:
        await _organizer(tx, clock, visitor, event_id)
        places = await _existing(tx, event_id)
        named = [*(one.person_id for one in places.seats), *(one.person_id for one in places.waiting)]
        excursion = (await outings(tx, [event_id]))[event_id].excursion
        return WhoView(excursion, places, await people_named(tx, named), clock.now())


async def place_of(db: Database, clock: Clock, visitor: Visitor, event_id: int, person_id: int) -> SeatView:
    """Return how somebody of the stream stands to an excursion, for its organizers."""
    async with db.read() as tx:
        await _organizer(tx, clock, visitor, event_id)
        return await _view(tx, clock, event_id, person_id)


async def find_for(
    db: Database, clock: Clock, visitor: Visitor, event_id: int, words: str
) -> Sequence[Person]:
    """Return who of the excursion's stream is meant by words, as `/people` finds them."""
    found = await find(db, clock, visitor, words)
    async with db.read() as tx:
        stream_id = await _organizer(tx, clock, visitor, event_id)
        ids = [person.id for person in found.people]
        inside = await listening(tx, clock.now(), stream_id, ids)
        return [person for person in found.people if person.id in inside and fits(person, words)]


async def put(
    db: Database,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    event_id: int,
    person_id: int,
    bus_id: int = 0,
) -> SeatView:
    """Give somebody a place, or move them to another bus; the person is told.

    Refuses where there is no room (also for whom a place is held) and where the person goes elsewhere at
    that time.
    """
    async with db.write() as tx:
        stream_id = await _organizer(tx, clock, visitor, event_id)
        if await first_time(tx, visitor.update_id, "put-on-excursion", clock.now()):
            now = clock.now()
            await rows.lock_streams(tx, [stream_id])
            await rows.lock_person(tx, person_id)
            places = await settle(tx, planning, now, event_id) or await _existing(tx, event_id)
            _require_ahead(places, now)
            if await _put(tx, places, person_id, bus_id, now):
                await _told(tx, planning, places, person_id, now, given=True)
        return await _view(tx, clock, event_id, person_id)


async def take_away(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, event_id: int, person_id: int
) -> SeatView:
    """Take somebody's place away; the person is told, and the place goes to the next."""
    async with db.write() as tx:
        stream_id = await _organizer(tx, clock, visitor, event_id)
        seen, now = await _view(tx, clock, event_id, person_id), clock.now()
        if await first_time(tx, visitor.update_id, "take-off-excursion", now):
            await rows.lock_streams(tx, [stream_id])
            places = await settle(tx, planning, now, event_id) or await _existing(tx, event_id)
            _require_ahead(places, now)
            if await rows.free_seat(tx, event_id, person_id):
                await settle(tx, planning, now, event_id)
                await _told(tx, planning, places, person_id, now, given=False)
        return replace(seen, places=await _existing(tx, event_id))


async def _put(tx: Tx, places: Places, person_id: int, bus_id: int, now: datetime) -> bool:
    """Write where somebody goes; False where they go so already."""
    event_id, bus = places.event.id, bus_named(places, bus_id)
    if person_id not in await listening(tx, now, places.stream_id, [person_id]):
        raise Refusal("error-places-not-of-stream")
    seat = places.seat_of(person_id)
    if seat is not None and (bus is None or seat.bus_id == bus.id):
        return False
    if bus is not None and places.left_in(bus) <= 0:
        raise Refusal("error-places-bus-full")
    if seat is not None and bus is not None:
        await rows.move_to_bus(tx, event_id, person_id, bus.id)
        return True
    waits = places.wait_of(person_id)
    held = places.held(now) - (waits is not None and waits.holds(now))
    if places.capacity is not None and len(places.seats) + held >= places.capacity:
        raise Refusal("error-places-full")
    own = await rows.read_places(tx, await rows.events_of_person(tx, person_id))
    for other in clashing(places, own.values(), now):
        raise Refusal("error-places-elsewhere", title=other.event.title[:80])
    chosen = bus or next((one for one in places.buses if places.left_in(one) > 0), None)
    await rows.seat(tx, event_id, person_id, chosen.id if chosen else None, None)
    return True


async def _told(
    tx: Tx, planning: Planning, places: Places, person_id: int, now: datetime, given: bool
) -> None:
    listener = (await listening(tx, now, places.stream_id, [person_id])).get(person_id)
    if listener is not None and listener.entered:
        zone = await zone_of(tx, places, listener, now)
        notice: Wanted = (given_notice if given else taken_notice)(places, person_id, now, zone)
        await planning.put(tx, now, [notice])
    await planning.replan(tx, now, Scope(places.stream_id, people=frozenset({person_id})))


async def _organizer(tx: Tx, clock: Clock, visitor: Visitor, event_id: int) -> int:
    """Return the stream of an excursion the visitor organizes; NotAllowed for any other."""
    stream_id = await stream_of_event(tx, event_id)
    if stream_id is None:
        raise OutOfDate("excursions-gone")
    require_role(await present_visitor(tx, clock, visitor), stream_id, Role.ORGANIZER)
    return stream_id


async def _existing(tx: Tx, event_id: int) -> Places:
    places = (await rows.read_places(tx, [event_id])).get(event_id)
    if places is None:
        raise OutOfDate("excursions-gone")
    return places


async def _view(tx: Tx, clock: Clock, event_id: int, person_id: int) -> SeatView:
    places = await _existing(tx, event_id)
    person = (await people_named(tx, [person_id])).get(person_id)
    known = await listening(tx, clock.now(), places.stream_id, [person_id])
    if person is None or (person_id not in known and places.seat_of(person_id) is None):
        raise NotAllowed
    excursion = (await outings(tx, [event_id]))[event_id].excursion
    return SeatView(excursion, places, person, clock.now())


def _require_ahead(places: Places, now: datetime) -> None:
    if places.event.cancelled:
        raise Refusal("error-places-cancelled")
    if now >= places.event.ends_at:
        raise Refusal("error-places-over")
