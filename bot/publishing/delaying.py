"""Shifting the rest of a day: which events, to when, and what that runs into (pure)."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.publishing.model import BusFacts, EditionFacts, EventFacts
from bot.schedule.kinds import EventKind
from bot.schedule.model import Event, Module
from bot.schedule.span import NoSpan, span
from bot.schedule.spelling import fold
from bot.shared.errors import Refusal
from bot.shared.records import Ident, Record
from bot.shared.records import fold as fold_code
from bot.shared.zones import local

BOUND = 180
"""Minutes; a longer delay is another programme."""

FIXED = frozenset({EventKind.TRANSFER, EventKind.EXCURSION})
"""Kinds that others wait for: drivers and hosts may not be able to move with us."""

_MINUTES = re.compile(
    r"(?:на\s+)?([+\-−–]?)\s*(\d{1,4})\s*(?:м|мин|минут|минуты|минуту|m|min|minutes)?\.?", re.I
)


@dataclass(frozen=True, slots=True)
class Clash:
    """A shifted event and one that stays, which overlap only since the shift."""

    shifted: Event
    other: Event


@dataclass(frozen=True, slots=True)
class Shift:
    """The rest of a day by some minutes.

    `events` are all that might move, `moved` those that do (as they are now); `fixed` of `events` are
    transfers and excursions. `past_midnight` and `clashes` are to be told before it is done.
    """

    module: Module
    minutes: int
    events: tuple[Event, ...]
    moved: tuple[Event, ...]
    past_midnight: tuple[Event, ...]
    clashes: tuple[Clash, ...]

    @property
    def fixed(self) -> tuple[Event, ...]:
        """The events that others wait for."""
        return tuple(event for event in self.events if event.kind in FIXED)


def read_minutes(words: str) -> int | None:
    """Return the minutes of «20», «-10», «+15 мин»; None for anything else, no minutes or too many."""
    found = _MINUTES.fullmatch(words.strip())
    if found is None:
        return None
    minutes = int(found[2]) * (-1 if found[1] in {"-", "−", "–"} else 1)
    return minutes if 0 < abs(minutes) <= BOUND else None


def rest_of_day(edition: EditionFacts, module: Module, today: date, now: datetime) -> tuple[Event, ...]:
    """Return the module's events of a venue's day that have not begun and are not cancelled."""
    rest = (
        facts.event
        for facts in edition.events.values()
        if facts.event.module_id == module.id
        and facts.event.day == today
        and facts.event.starts_at > now
        and not facts.event.cancelled
    )
    return tuple(sorted(rest, key=lambda event: (event.starts_at, event.ends_at, event.id)))


def plan_shift(
    edition: EditionFacts, module: Module, events: tuple[Event, ...], minutes: int, stay: bool, now: datetime
) -> Shift:
    """Plan a shift of some of a day's events; with `stay` transfers and excursions are left where they are.

    Raises Refusal when an event would begin in the past or leave the module's days.
    """
    moved = tuple(event for event in events if not (stay and event.kind in FIXED))
    if not moved:
        raise Refusal("error-delay-nothing")
    after = [later(event, minutes) for event in moved]
    if any(event.starts_at < now for event in after):
        raise Refusal("error-delay-past")
    if any(not module.starts_on <= event.day <= module.ends_on for event in after):
        raise Refusal("error-delay-outside")
    past = tuple(
        event
        for event, new in zip(moved, after, strict=True)
        if local(new.ends_at - timedelta(minutes=1), new.zone).date() > event.day
        and local(event.ends_at - timedelta(minutes=1), event.zone).date() == event.day
    )
    return Shift(module, minutes, events, moved, past, _clashes(edition, moved, after))


def later(event: Event, minutes: int) -> Event:
    """Return an event some minutes later, or earlier for fewer than none."""
    by = timedelta(minutes=minutes)
    starts_at = event.starts_at + by
    day = local(starts_at, event.zone).date()
    return replace(event, starts_at=starts_at, ends_at=event.ends_at + by, day=day)


def shifted_facts(edition: EditionFacts, moved: Collection[Event], minutes: int) -> EditionFacts:
    """Return an edition with some events shifted, their buses with them."""
    events: dict[int, EventFacts] = dict(edition.events)
    for event in moved:
        facts = events[event.id]
        buses = tuple(_later_bus(bus, minutes) for bus in facts.buses)
        events[event.id] = replace(facts, event=later(event, minutes), buses=buses)
    return EditionFacts(edition.modules, events)


def shifted_records(
    content: Mapping[Ident, Record], codes: Collection[str], minutes: int, zone: str
) -> dict[Ident, Record]:
    """Return the records of an edition with the events of these folded codes shifted.

    Raises Refusal where the clocks at the venue do not show such a time.
    """
    shifted = dict(content)
    for ident, record in content.items():
        if record.kind == "event" and ident[1] in codes:
            shifted[ident] = _later_record(record, minutes, zone)
        elif record.kind == "bus" and fold_code(str(record.fields["event"])) in codes:
            departs = record.fields.get("departs")
            if isinstance(departs, time):
                shifted[ident] = record.with_fields({"departs": _later_time(departs, minutes)})
    return shifted


def _later_record(record: Record, minutes: int, zone: str) -> Record:
    day, starts, ends = (record.fields[name] for name in ("day", "starts", "ends"))
    if not isinstance(day, date) or not isinstance(starts, time) or not isinstance(ends, time):
        raise Refusal("error-delay-clock")
    moment = datetime.combine(day, starts) + timedelta(minutes=minutes)
    until = _later_time(ends, minutes)
    try:
        span(moment.date(), moment.time(), until, zone)
    except NoSpan:
        raise Refusal("error-delay-clock") from None
    return record.with_fields({"day": moment.date(), "starts": moment.time(), "ends": until})


def _later_time(hours: time, minutes: int) -> time:
    return (datetime.combine(date(2000, 1, 2), hours) + timedelta(minutes=minutes)).time()


def _later_bus(bus: BusFacts, minutes: int) -> BusFacts:
    return bus if bus.departs is None else replace(bus, departs=_later_time(bus.departs, minutes))


def _clashes(edition: EditionFacts, moved: Iterable[Event], after: Iterable[Event]) -> tuple[Clash, ...]:
    gone = {event.id for event in moved}
    staying = [
        facts.event
        for facts in edition.events.values()
        if facts.event.id not in gone and not facts.event.cancelled
    ]
    return tuple(
        Clash(new, other)
        for old, new in zip(moved, after, strict=True)
        for other in staying
        if other.module_id == new.module_id
        and _overlap(new, other)
        and not _overlap(old, other)
        and _same_people(new, other)
    )


def _overlap(one: Event, other: Event) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


def _same_people(one: Event, other: Event) -> bool:
    named = ((one.groups, other.groups), (one.directions, other.directions), (one.teams, other.teams))
    return all(not a or not b or {*map(fold, a)} & {*map(fold, b)} for a, b in named)
