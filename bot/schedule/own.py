"""Which events are a person's own (pure)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.people.model import Role, Visitor
from bot.schedule.model import Event
from bot.schedule.spelling import fold

_SEE_EVERYTHING = frozenset({Role.ORGANIZER, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Belonging:
    """What somebody belongs to in one stream; empty where there is none. `buses` are by module."""

    group: str = ""
    direction: str = ""
    team: str = ""
    buses: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    sees_everything: bool = False


@dataclass(frozen=True, slots=True)
class Listener:
    """Somebody of a stream whom notices may concern.

    `seats` are ids of buses, `places` of events on which the person has a place or waits for one.
    `entered` tells of an account with consent, `reachable` that it can be written to.
    """

    person_id: int
    home_zone: str | None
    belonging: Belonging
    seats: frozenset[int]
    entered: bool
    reachable: bool
    places: frozenset[int] = frozenset()


def is_own(event: Event, belonging: Belonging) -> bool:
    """Tell whether an event is somebody's own.

    For each of groups, directions, teams and buses that the event names, the person's value is among
    them; who has no value for a dimension the event names is not meant by it. Organizers and
    administrators answer for the whole day, so every event is theirs; mentors and guides are held to
    the same rule as participants and have «всё расписание» one tap away.
    """
    if belonging.sees_everything:
        return True
    return (
        _meant(event.groups, belonging.group)
        and _meant(event.directions, belonging.direction)
        and _meant(event.teams, belonging.team)
        and _meant(event.buses, *belonging.buses.get(event.module_id, ()))
    )


@dataclass(frozen=True, slots=True)
class Circle:
    """Whom some events can mean at most: folded values of each dimension, None where it leaves nobody out."""

    groups: frozenset[str] | None
    directions: frozenset[str] | None
    teams: frozenset[str] | None


EVERYBODY = Circle(None, None, None)


def circle_of(events: Iterable[Event]) -> Circle:
    """Return whom events can mean: whoever is outside has none of them as their own; buses are not asked."""
    every = tuple(events)
    return Circle(
        _named(event.groups for event in every),
        _named(event.directions for event in every),
        _named(event.teams for event in every),
    )


def _named(dimension: Iterable[tuple[str, ...]]) -> frozenset[str] | None:
    names = list(dimension)
    return frozenset(fold(name) for named in names for name in named) if all(names) else None


def own_events(events: Iterable[Event], belonging: Belonging) -> tuple[Event, ...]:
    """Return somebody's own events in the order given."""
    return tuple(event for event in events if is_own(event, belonging))


def belonging_in(visitor: Visitor, stream_id: int, buses: Mapping[int, tuple[str, ...]]) -> Belonging:
    """Return what a visitor belongs to in a stream, with the buses of the own travel."""
    everything = bool(visitor.roles_in(stream_id) & _SEE_EVERYTHING)
    for part in visitor.enrolments:
        if part.stream.id == stream_id:
            return Belonging(part.group, part.direction, part.team, buses, everything)
    return Belonging(buses=buses, sees_everything=everything)


def _meant(named: tuple[str, ...], *values: str) -> bool:
    if not named:
        return True
    known = {fold(name) for name in named}
    return any(value and fold(value) in known for value in values)
