"""How full an excursion is, who waits for a place on it, and whose turn it is (pure)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.excursions import boarding
from bot.excursions.model import Bus, Entry
from bot.notices.night import Night, morning
from bot.schedule.model import Event

SHORTLY = timedelta(minutes=30)
"""How long before the departure the last offer ends: whoever accepts has to get there."""

LEAST = timedelta(minutes=15)
"""A place that cannot be held even so long is offered to nobody: whoever asks first gets it."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Who goes; `bus_id` is None without a bus, `signed_at` None where the organizers gave the seat."""

    person_id: int
    bus_id: int | None
    signed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Who waits, in the order of `id`; until `offered_until` a place is held for the person."""

    id: int
    person_id: int
    offered_at: datetime | None = None
    offered_until: datetime | None = None

    def holds(self, now: datetime) -> bool:
        """Tell whether a place is held at a moment."""
        return self.offered_until is not None and now < self.offered_until


@dataclass(frozen=True, slots=True)
class Places:
    """An excursion of the published programme, who goes and who waits, in their order.

    `stated` is what the programme says of its capacity, None for nothing.
    """

    stream_id: int
    event: Event
    entry: Entry | None
    stated: int | None
    buses: tuple[Bus, ...] = ()
    seats: tuple[Seat, ...] = ()
    waiting: tuple[Waiting, ...] = ()

    @property
    def capacity(self) -> int | None:
        """How many may go: as stated, never more than the buses hold; None for no limit."""
        if not self.buses:
            return self.stated
        room = sum(bus.capacity for bus in self.buses)
        return room if self.stated is None else min(self.stated, room)

    @property
    def closes_at(self) -> datetime:
        """When nobody can get on any more: the last bus's departure."""
        return max((departure(self.event, bus) for bus in self.buses), default=self.event.starts_at)

    def open(self, now: datetime) -> bool:
        """Tell whether people can sign up at a moment."""
        return self.entry is Entry.SIGN_UP and not self.event.cancelled and now < self.closes_at

    def seat_of(self, person_id: int) -> Seat | None:
        """Return somebody's seat."""
        return next((seat for seat in self.seats if seat.person_id == person_id), None)

    def wait_of(self, person_id: int) -> Waiting | None:
        """Return somebody's place in the list of those who wait."""
        return next((one for one in self.waiting if one.person_id == person_id), None)

    def number_of(self, person_id: int) -> int:
        """Return as which somebody waits, counted from 1; 0 for whoever does not."""
        order = [one.person_id for one in self.waiting]
        return order.index(person_id) + 1 if person_id in order else 0

    def held(self, now: datetime) -> int:
        """Count the places held for those to whom they were offered."""
        return sum(one.holds(now) for one in self.waiting)

    def left_in(self, bus: Bus) -> int:
        """Count the free seats of a bus, held places not asked; below 0 where it became too small."""
        return bus.capacity - sum(seat.bus_id == bus.id for seat in self.seats)

    def boarding(self, now: datetime) -> tuple[Bus, ...]:
        """Return the buses that have not left and have room, in their order."""
        return tuple(bus for bus in self.buses if self.left_in(bus) > 0 and now < departure(self.event, bus))

    def free(self, now: datetime) -> int | None:
        """Count the places that nobody has and that are held for nobody; None for no limit."""
        if self.capacity is None:
            return None
        room = self.capacity - len(self.seats)
        if self.buses:
            room = min(room, sum(self.left_in(bus) for bus in self.boarding(now)))
        return max(0, room - self.held(now))

    def has_room(self, now: datetime, bus: Bus | None = None) -> bool:
        """Tell whether one more may go, in a certain bus if one is meant."""
        free = self.free(now)
        return (free is None or free > 0) and (bus is None or bus in self.boarding(now))


@dataclass(frozen=True, slots=True)
class Settlement:
    """What time and the programme have done to those who wait.

    `gone` leave the list without a word (they go already, or are no longer meant), `expired` did not
    answer, `withdrawn` keep their turn without an offer.
    """

    gone: tuple[Waiting, ...] = ()
    expired: tuple[Waiting, ...] = ()
    withdrawn: tuple[Waiting, ...] = ()
    first: tuple[Waiting, ...] = ()
    """To whom a place is to be offered now, in their order."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How full an excursion is that people sign up for, and how one person stands to it.

    `taken` counts held places too. `number` is as which the person waits, 0 for whoever does not;
    `held_until` tells that a place is held for them. `boarding` are the buses with room, `room` that
    the person could get on at once.
    """

    taken: int
    capacity: int | None
    waiting: int
    number: int
    held_until: datetime | None
    open: bool
    room: bool
    boarding: tuple[Bus, ...]


def standing_of(places: Places, person_id: int, now: datetime) -> Standing:
    """Return how somebody stands to an excursion."""
    own = places.wait_of(person_id)
    holds = own is not None and own.holds(now)
    is_open = places.open(now)
    return Standing(
        taken=len(places.seats) + (places.held(now) if is_open else 0),
        capacity=places.capacity,
        waiting=len(places.waiting) if is_open else 0,
        number=places.number_of(person_id) if is_open else 0,
        held_until=own.offered_until if own is not None and holds and is_open else None,
        open=is_open,
        room=holds or places.has_room(now),
        boarding=places.boarding(now) if is_open else (),
    )


def departure(event: Event, bus: Bus | None) -> datetime:
    """Return when a bus leaves; without an hour of its own, when the event begins."""
    if bus is None or bus.departs is None:
        return event.starts_at
    return boarding.departure(event, bus.departs)


def gathers_at(event: Event, bus: Bus | None) -> datetime:
    """Return by when somebody must be there: the own bus's departure where that is earlier."""
    return min(departure(event, bus), event.starts_at)


def overlap(one: Places, other: Places) -> bool:
    """Tell whether nobody can be on both excursions."""
    first, second = (_span(places) for places in (one, other))
    return first[0] < second[1] and second[0] < first[1]


def settle(places: Places, now: datetime, meant: frozenset[int]) -> Settlement:
    """Return what is to become of those who wait; `meant` are the people who may go at all."""
    seated = {seat.person_id for seat in places.seats}
    gone = [one for one in places.waiting if one.person_id in seated or one.person_id not in meant]
    staying = [one for one in places.waiting if one not in gone]
    offered = [one for one in staying if one.offered_until is not None]
    if not places.open(now):
        return Settlement(gone=tuple(gone), withdrawn=tuple(offered))
    expired = [one for one in offered if not one.holds(now)]
    holding = [one for one in offered if one.holds(now)]
    room = room_beside_offers(places, now)
    kept = len(holding) if room is None else max(0, min(room, len(holding)))
    withdrawn = holding[kept:]
    free = len(staying) if room is None else max(0, room - kept)
    queue = [one for one in staying if one not in expired and one not in holding]
    first = queue[:free] if not withdrawn else []
    return Settlement(tuple(gone), tuple(expired), tuple(withdrawn), tuple(first))


def room_beside_offers(places: Places, now: datetime) -> int | None:
    """Count the places nobody has, held or not; None for no limit."""
    if places.capacity is None:
        return None
    room = places.capacity - len(places.seats)
    return min(room, sum(places.left_in(bus) for bus in places.boarding(now))) if places.buses else room


def held_until(
    now: datetime, patience: timedelta, closes_at: datetime, zone: str, night: Night
) -> datetime | None:
    """Return until when a place offered now is held; None where it is too late for that.

    The night does not count: whoever is offered a place at 23:00 answers in the morning. Where the
    excursion leaves so early that there is no morning for it, the offer is made at once.
    """
    last, wakes = closes_at - SHORTLY, morning(now, zone, night)
    if wakes is None:
        until = min(now + patience, last)
    elif last <= wakes + LEAST:
        until = min(last, wakes)
    else:
        until = min(wakes + patience, last)
    return until if until - now >= LEAST else None


def _span(places: Places) -> tuple[datetime, datetime]:
    leaves = (gathers_at(places.event, bus) for bus in places.buses)
    return min(leaves, default=places.event.starts_at), places.event.ends_at
