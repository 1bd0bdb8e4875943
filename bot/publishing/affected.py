"""Whom a new edition concerns, and with what: own events that say something else (pure)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.publishing.model import EditionFacts, EventFacts, ModuleFacts
from bot.schedule.model import Event
from bot.schedule.own import Listener, is_own


class Kind(StrEnum):
    """In which way an own event differs."""

    NEW = "new"
    REMOVED = "removed"
    CANCELLED = "cancelled"
    RESTORED = "restored"
    MOVED = "moved"
    ROOM = "room"
    SPEAKER = "speaker"
    TITLE = "title"
    ONLINE = "online"
    EXCURSION = "excursion"
    BUS = "bus"


@dataclass(frozen=True, slots=True)
class EventChange:
    """An own event before and after; `old` is None for one that was not there or not the person's own."""

    old: EventFacts | None
    new: EventFacts | None
    kinds: tuple[Kind, ...]

    @property
    def versions(self) -> tuple[Event, ...]:
        """The event as it was and as it is."""
        return tuple(facts.event for facts in (self.old, self.new) if facts is not None)

    @property
    def event(self) -> Event:
        """The event as it is now, or as it was where it is no more."""
        return self.versions[-1]


@dataclass(frozen=True, slots=True)
class ModuleChange:
    """A module or its venue before and after, and the person's own events still ahead there."""

    old: ModuleFacts
    new: ModuleFacts
    ahead: tuple[Event, ...]

    @property
    def versions(self) -> tuple[Event, ...]:
        """The events the change matters for."""
        return self.ahead


Change = EventChange | ModuleChange


@dataclass(frozen=True, slots=True)
class Differences:
    """What differs between two editions at a moment, before anybody is asked whom it concerns."""

    events: tuple[tuple[EventFacts | None, EventFacts | None], ...]
    modules: tuple[tuple[ModuleFacts, ModuleFacts, tuple[Event, ...]], ...]
    now: datetime

    @property
    def versions(self) -> Iterator[Event]:
        """Every event that may concern somebody: as it was, as it is, and those ahead in what differs."""
        for pair in self.events:
            yield from (facts.event for facts in pair if facts is not None)
        for _old, _new, ahead in self.modules:
            yield from ahead

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.events or self.modules)


def differences(old: EditionFacts, new: EditionFacts, now: datetime) -> Differences:
    """Compare two editions; what has ended in both is past telling."""
    pairs = ((old.events.get(ident), new.events.get(ident)) for ident in {**old.events, **new.events})
    events = tuple(pair for pair in pairs if pair[0] != pair[1] and _ahead(pair, now))
    modules = tuple(
        (facts, new.modules[ident], _events_ahead(new, ident, now))
        for ident, facts in old.modules.items()
        if ident in new.modules and _differs(facts, new.modules[ident])
    )
    return Differences(events, modules, now)


def personal_changes(found: Differences, listener: Listener) -> tuple[Change, ...]:
    """Return what of the differences concerns somebody, in the order of time; empty for nothing."""
    changes: list[Change] = []
    for old_module, new_module, ahead in found.modules:
        own = tuple(event for event in ahead if is_own(event, listener.belonging))
        if own:
            changes.append(ModuleChange(old_module, new_module, own))
    for old, new in found.events:
        mine = (_if_own(old, listener), _if_own(new, listener))
        kinds = _kinds(*mine) if _ahead(mine, found.now) else ()
        if kinds:
            changes.append(EventChange(*mine, kinds))
    return tuple(sorted(changes, key=_order))


def belongs_to(listener: Listener) -> tuple[object, ...]:
    """Return everything of somebody that decides what concerns them: equal for those told the same."""
    own = listener.belonging
    return (own.group, own.direction, own.team, tuple(own.buses.items()), listener.seats, listener.places)


def first_moment(changes: Iterable[Change], now: datetime) -> datetime:
    """Return when the earliest changed own event begins that is not over."""
    return min(event.starts_at for event in _versions(changes) if event.ends_at > now)


def last_moment(changes: Iterable[Change]) -> datetime:
    """Return when the last changed own event ends."""
    return max(event.ends_at for event in _versions(changes))


def _versions(changes: Iterable[Change]) -> Iterable[Event]:
    return (event for change in changes for event in change.versions)


def _order(change: Change) -> tuple[datetime, int, int]:
    if isinstance(change, ModuleChange):
        first = change.ahead[0]
        return (first.starts_at, 0, change.new.module.id)
    return (change.event.starts_at, 1, change.event.id)


def _ahead(pair: tuple[EventFacts | None, EventFacts | None], now: datetime) -> bool:
    return any(facts is not None and facts.event.ends_at > now for facts in pair)


def _events_ahead(edition: EditionFacts, module_id: int, now: datetime) -> tuple[Event, ...]:
    ahead = (
        facts.event
        for facts in edition.events.values()
        if facts.event.module_id == module_id and facts.event.ends_at > now and not facts.event.cancelled
    )
    return tuple(sorted(ahead, key=lambda event: (event.starts_at, event.id)))


def _differs(old: ModuleFacts, new: ModuleFacts) -> bool:
    return _seen(old) != _seen(new)


def _seen(facts: ModuleFacts) -> tuple[object, ...]:
    """Return what a person goes by: days and place, not the duty phone or the Wi-Fi."""
    module = facts.module
    place = (module.venue_id, module.venue_title, module.city, module.zone)
    days = (module.title, module.starts_on, module.ends_on)
    return (*days, *place, facts.address, facts.point, facts.way, facts.bring)


def _if_own(facts: EventFacts | None, listener: Listener) -> EventFacts | None:
    """Return an event as it concerns somebody: with the own buses only; None for others' events.

    Whoever has a place on an excursion, or waits for one, is concerned by it whatever their group.
    """
    if facts is None:
        return None
    if facts.event.id not in listener.places and not is_own(facts.event, listener.belonging):
        return None
    return replace(facts, buses=tuple(bus for bus in facts.buses if bus.id in listener.seats))


def _kinds(old: EventFacts | None, new: EventFacts | None) -> tuple[Kind, ...]:
    if old is None or new is None:
        only = old or new
        if only is None or only.event.cancelled:
            return ()
        return (Kind.NEW,) if old is None else (Kind.REMOVED,)
    if old.event.cancelled or new.event.cancelled:
        if old.event.cancelled == new.event.cancelled:
            return ()
        return (Kind.CANCELLED,) if new.event.cancelled else (Kind.RESTORED,)
    was, now = _aspects(old), _aspects(new)
    return tuple(kind for kind in was if was[kind] != now[kind])


def _aspects(facts: EventFacts) -> Mapping[Kind, object]:
    event = facts.event
    return {
        Kind.MOVED: (event.day, event.starts_at, event.ends_at, event.module_id),
        Kind.ROOM: event.room,
        Kind.SPEAKER: event.speaker,
        Kind.TITLE: event.title,
        Kind.ONLINE: event.online,
        Kind.EXCURSION: facts.gathering,
        Kind.BUS: facts.buses,
    }
