"""What the timetable is made of: events, modules, venues, and a person's own travel."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.schedule.kinds import EventKind


@dataclass(frozen=True, slots=True)
class Point:
    """A point on the map, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Module:
    """One in-person week at a venue; `zone` is the venue's (IANA), the days are the venue's days."""

    id: int
    stream_id: int
    number: int | None
    title: str
    starts_on: date
    ends_on: date
    venue_id: int
    venue_title: str
    city: str
    zone: str
    duty_phone: str


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the timetable as lists need it.

    Moments are aware, in UTC; `day` is the venue's day it is counted to (an event past midnight belongs
    to the day it began). `online` is a link, empty for an event in a room. The four tuples name who is
    to attend; an empty one sets no limit.
    """

    id: int
    module_id: int
    kind: EventKind
    title: str
    day: date
    starts_at: datetime
    ends_at: datetime
    room: str
    speaker: str
    online: str
    cancelled: bool
    groups: tuple[str, ...]
    directions: tuple[str, ...]
    teams: tuple[str, ...]
    buses: tuple[str, ...]
    zone: str
    city: str


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom an event is for, in titles; all empty where it is for everybody."""

    groups: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    buses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventDetails:
    """What only an event's own card shows.

    `point` is the event's own or the venue's, None where neither has one; `address` is the venue's, empty
    where the event has a point of its own. `files` counts what organizers attached.
    """

    event: Event
    module: Module
    audience: Audience
    description: str
    materials: str
    point: Point | None
    address: str
    files: int = 0


@dataclass(frozen=True, slots=True)
class Venue:
    """A venue as its edition describes it."""

    id: int
    title: str
    city: str
    zone: str
    address: str
    point: Point | None
    way: str
    halls: str
    wifi: str
    meals: str
    contacts: str
    duty_phone: str


@dataclass(frozen=True, slots=True)
class Travel:
    """A person's way to a module and back; `arrives` and `departs` are the venue's wall clock (naive)."""

    arrives: datetime | None
    arrival: str
    departs: datetime | None
    departure: str
    transfer: str
    hotel: str
    room: str
    bus: str
    bring: str


@dataclass(frozen=True, slots=True)
class Programme:
    """An edition as people see it: modules in the order of their days, events in that of their beginning."""

    modules: tuple[Module, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Timetable:
    """What one reading of an edition gave: all its modules, the events asked for, the reader's buses.

    Modules stand in the order of their days, events in the order of their beginning; `buses` are by
    module: the bus of the reader's travel as written, and the codes of the buses of the reader's seats.
    """

    modules: tuple[Module, ...]
    events: tuple[Event, ...]
    buses: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
