"""Boarding: who is on the bus, who is missing and who is not coming (pure)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from bot.programme.lead_times import Leads
from bot.schedule.model import Event, Module
from bot.shared.zones import day_in, zone_named


class Way(StrEnum):
    """Which of the two rides people board for; the value is what the database and buttons keep."""

    THERE = "there"
    BACK = "back"


class Mark(StrEnum):
    """What is said of somebody and a bus; the value is what the database and buttons keep."""

    IN = "in"
    OUT = "out"


class By(StrEnum):
    """Who has said it; the value is what the database keeps."""

    SELF = "self"
    ASSISTANT = "assistant"
    STAFF = "staff"


class Stage(StrEnum):
    """How far boarding of a bus has come."""

    AHEAD = "ahead"
    OPEN = "open"
    LEFT = "left"
    OVER = "over"


OPENS_AT_LEAST = timedelta(hours=2)
"""How long before the departure boarding opens at the latest."""

GRACE = timedelta(minutes=10)
"""How long after its hour a bus counts as standing there although its guide says nothing."""

SAME_RIDE = timedelta(hours=1)
"""By how much an excursion may be moved and what was said of its bus still holds: who sits in it sits there
when it waits for twenty minutes; moved to the evening, everybody is asked again."""

DAY_OVER = timedelta(hours=6)
"""How long after the end of an excursion people may still ride back."""


@dataclass(frozen=True, slots=True)
class Guide:
    """Who accompanies a bus."""

    id: int
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Marked:
    """What is said of somebody: by whom (`name` is empty for the person) and in which bus they are."""

    mark: Mark
    bus_id: int | None
    at: datetime
    by: By
    name: str


@dataclass(frozen=True, slots=True)
class Rider:
    """Somebody who is to go. `bus_id` is where their seat is; `signed` tells that they signed up alone."""

    id: int
    code: str
    name: str
    phone: str
    bus_id: int | None
    signed: bool


@dataclass(frozen=True, slots=True)
class BusFacts:
    """A bus as the published programme has it; `departs` is the venue's wall clock."""

    id: int
    title: str
    plate: str
    capacity: int
    guide: Guide | None
    departs: time | None
    meeting_point: str


@dataclass(frozen=True, slots=True)
class Told:
    """What guides have said of a bus and a way."""

    begun_at: datetime | None
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class Scene:
    """An excursion with its buses, who is to go, and what was said, all for its present hour.

    `marks` are by way and person, `told` by way and bus. `duty_phone` is the venue's or the stream's.
    """

    stream_id: int
    event: Event
    module: Module
    meeting_point: str
    contact: str
    duty_phone: str
    buses: tuple[BusFacts, ...]
    riders: tuple[Rider, ...]
    marks: Mapping[tuple[Way, int], Marked]
    told: Mapping[tuple[Way, int | None], Told]

    def bus(self, bus_id: int | None) -> BusFacts | None:
        """Return a bus, None where there is none."""
        return next((bus for bus in self.buses if bus.id == bus_id), None)

    def rider(self, person_id: int) -> Rider | None:
        """Return somebody who is to go."""
        return next((rider for rider in self.riders if rider.id == person_id), None)

    def mark(self, way: Way, person_id: int) -> Marked | None:
        """Return what is said of somebody."""
        return self.marks.get((way, person_id))

    def left_at(self, way: Way, bus_id: int | None) -> datetime | None:
        """Return when a bus has left by its guide's word."""
        told = self.told.get((way, bus_id))
        return None if told is None else told.left_at

    def has_begun(self, way: Way, bus_id: int | None) -> bool:
        """Tell whether a guide has begun boarding."""
        told = self.told.get((way, bus_id))
        return told is not None and told.begun_at is not None

    def place_of(self, way: Way, rider: Rider) -> int | None:
        """Return the bus somebody is, or is to be, in: where they are, otherwise where their seat is."""
        there = self.mark(Way.THERE, rider.id)
        found = there.bus_id if there is not None and there.mark is Mark.IN else rider.bus_id
        said = self.mark(way, rider.id)
        if said is not None and said.mark is Mark.IN:
            found = said.bus_id
        if self.bus(found) is None:
            return self.buses[0].id if len(self.buses) == 1 else None
        return found

    def expected(self, way: Way) -> list[Rider]:
        """Return who is to ride: there, whoever is to go; back, whoever went there."""
        if way is Way.THERE:
            return list(self.riders)
        return [one for one in self.riders if _went(self, one)]

    @property
    def bus_ids(self) -> tuple[int | None, ...]:
        """The buses, and None for those who are in no bus where there are any."""
        loose = not self.buses or any(
            self.place_of(way, one) is None for way in Way for one in self.expected(way)
        )
        return (*(bus.id for bus in self.buses), *((None,) if loose else ()))


@dataclass(frozen=True, slots=True)
class Roll:
    """The list of a bus and a way: who is in it, who is missing, who is not coming, each by name."""

    aboard: tuple[Rider, ...]
    missing: tuple[Rider, ...]
    staying: tuple[Rider, ...]

    @property
    def expected(self) -> int:
        """How many are to ride."""
        return len(self.aboard) + len(self.missing) + len(self.staying)


def same_ride(said_for: datetime, starts_at: datetime) -> bool:
    """Tell whether what was said for a beginning holds for an excursion that begins at another moment."""
    return abs(said_for - starts_at) <= SAME_RIDE


def roll_of(scene: Scene, way: Way, bus_id: int | None) -> Roll:
    """Return the list of a bus."""
    return roll_among(scene, way, (one for one in scene.expected(way) if scene.place_of(way, one) == bus_id))


def roll_among(scene: Scene, way: Way, riders: Iterable[Rider]) -> Roll:
    """Return the list of some riders."""
    sides: dict[Mark | None, list[Rider]] = {Mark.IN: [], None: [], Mark.OUT: []}
    for rider in sorted(riders, key=lambda one: (one.name, one.id)):
        said = scene.mark(way, rider.id)
        sides[said.mark if said else None].append(rider)
    return Roll(tuple(sides[Mark.IN]), tuple(sides[None]), tuple(sides[Mark.OUT]))


def leaves_at(scene: Scene, bus_id: int | None) -> datetime:
    """Return when a bus leaves for the excursion: its own hour next to the beginning, or the beginning."""
    bus, event = scene.bus(bus_id), scene.event
    if bus is None or bus.departs is None:
        return event.starts_at
    return departure(event, bus.departs)


def departure(event: Event, departs: time) -> datetime:
    """Return the moment of a wall clock that lies next to an event's beginning: 23:45 of the day before."""
    zone, day = zone_named(event.zone), day_in(event.starts_at, event.zone)
    days = (day - timedelta(days=1), day, day + timedelta(days=1))
    moments = [datetime.combine(one, departs, zone) for one in days]
    nearest = min(moments, key=lambda one: abs(one - event.starts_at))
    return nearest.astimezone(UTC)


def opens_at(leaves: datetime, leads: Leads, zone: str) -> datetime:
    """Return when boarding opens: with the first reminder of the day, at the latest two hours before."""
    before = [lead.before for lead in leads if lead.before is not None]
    day = day_in(leaves, zone)
    of_day = [one for one in before if day_in(leaves - one, zone) == day]
    return leaves - max(OPENS_AT_LEAST, *of_day, timedelta())


def stage_of(scene: Scene, way: Way, bus_id: int | None, leads: Leads, now: datetime) -> Stage:
    """Return how far boarding of a bus has come: by the guide's word, without one by the hour."""
    event = scene.event
    if event.cancelled or now >= event.ends_at + DAY_OVER:
        return Stage.OVER
    if scene.left_at(way, bus_id) is not None:
        return Stage.LEFT
    if scene.has_begun(way, bus_id):
        return Stage.OPEN
    if way is Way.BACK:
        return Stage.AHEAD
    leaves = leaves_at(scene, bus_id)
    if now >= leaves + GRACE:
        return Stage.LEFT
    return Stage.OPEN if now >= opens_at(leaves, leads, event.zone) else Stage.AHEAD


def room_in(scene: Scene, way: Way, bus: BusFacts) -> int:
    """Return how many more a bus takes: all who are to be in it and have not said no hold a place."""
    roll = roll_of(scene, way, bus.id)
    return bus.capacity - len(roll.aboard) - len(roll.missing)


def catching_up(
    scene: Scene, way: Way, bus_id: int | None, leads: Leads, now: datetime
) -> Sequence[BusFacts]:
    """Return the other buses that have not left and have room, the soonest first."""
    others = [
        bus
        for bus in scene.buses
        if bus.id != bus_id
        and stage_of(scene, way, bus.id, leads, now) is Stage.OPEN
        and room_in(scene, way, bus) > 0
    ]
    return sorted(others, key=lambda bus: (leaves_at(scene, bus.id), bus.title, bus.id))


def _went(scene: Scene, rider: Rider) -> bool:
    there = scene.mark(Way.THERE, rider.id)
    return there is not None and there.mark is Mark.IN
