"""What runs now and what comes next (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.schedule.model import Event, Module
from bot.shared.zones import day_in


class Phase(StrEnum):
    """Where a moment lies in a stream's timetable."""

    RUNNING = "running"
    """An event runs."""
    GAP = "gap"
    """Nothing runs, and the next event begins on the same day of the venue."""
    NIGHT = "night"
    """The day is over (or has no events), and the module goes on another day."""
    DONE = "done"
    """The module's last day has no more events."""
    AHEAD = "ahead"
    """No module runs; one is still to come."""
    OVER = "over"
    """Every module has passed."""


@dataclass(frozen=True, slots=True)
class NowAndNext:
    """The answer to «where am I to be now».

    `current` run now; `upcoming` begin next, all at one moment; `called_off` are cancelled events that
    would run now or begin no later than `upcoming` on this day of the venue. `module` runs today, or is
    None; `next_module` begins after today, or is None.
    """

    phase: Phase
    current: tuple[Event, ...]
    upcoming: tuple[Event, ...]
    called_off: tuple[Event, ...]
    module: Module | None
    next_module: Module | None


def now_and_next(events: Iterable[Event], modules: Sequence[Module], now: datetime) -> NowAndNext:
    """Find what runs at a moment and what comes next among a reader's own events.

    An event runs from its first moment until just before its last. The order of the input does not
    matter.
    """
    ordered = sorted(events, key=lambda event: (event.starts_at, event.ends_at, event.id))
    held = [event for event in ordered if not event.cancelled]
    current = tuple(event for event in held if event.starts_at <= now < event.ends_at)
    later = [event for event in held if event.starts_at > now]
    upcoming = tuple(event for event in later if event.starts_at == later[0].starts_at)
    module = running_module(modules, now)
    return NowAndNext(
        phase=_phase(current, upcoming, module, modules, now),
        current=current,
        upcoming=upcoming,
        called_off=_called_off(ordered, upcoming, now),
        module=module,
        next_module=next_module(modules, now),
    )


def running_module(modules: Iterable[Module], now: datetime) -> Module | None:
    """Return the module within whose days a moment falls, by the venue's days; the later one of two."""
    running = [module for module in modules if module.starts_on <= day_in(now, module.zone) <= module.ends_on]
    return max(running, key=lambda module: (module.starts_on, module.id), default=None)


def next_module(modules: Iterable[Module], now: datetime) -> Module | None:
    """Return the first module that begins after the venue's today."""
    ahead = [module for module in modules if day_in(now, module.zone) < module.starts_on]
    return min(ahead, key=lambda module: (module.starts_on, module.id), default=None)


def next_module_after(modules: Iterable[Module], day: date) -> Module | None:
    """Return the first module that begins after a day."""
    ahead = [module for module in modules if module.starts_on > day]
    return min(ahead, key=lambda module: (module.starts_on, module.id), default=None)


def nearest_module(modules: Iterable[Module], now: datetime) -> Module | None:
    """Return the module a person means without naming one: running, else next, else the last that passed."""
    known = tuple(modules)
    return (
        running_module(known, now)
        or next_module(known, now)
        or max(known, key=lambda module: (module.ends_on, module.id), default=None)
    )


def module_of_day(modules: Iterable[Module], day: date) -> Module | None:
    """Return the module that a day belongs to; the later one of two."""
    holding = [module for module in modules if module.starts_on <= day <= module.ends_on]
    return max(holding, key=lambda module: (module.starts_on, module.id), default=None)


def venue_today(modules: Iterable[Module], now: datetime, otherwise: str) -> date:
    """Return today's date at the venue a person is bound for, in the zone `otherwise` without modules."""
    module = nearest_module(modules, now)
    return day_in(now, module.zone if module else otherwise)


def _phase(
    current: Sequence[Event],
    upcoming: Sequence[Event],
    module: Module | None,
    modules: Sequence[Module],
    now: datetime,
) -> Phase:
    if current:
        return Phase.RUNNING
    if module is None:
        if upcoming or next_module(modules, now):
            return Phase.AHEAD
        return Phase.OVER
    if not upcoming or upcoming[0].module_id != module.id:
        return Phase.DONE
    return Phase.GAP if upcoming[0].day == day_in(now, module.zone) else Phase.NIGHT


def _called_off(ordered: Sequence[Event], upcoming: Sequence[Event], now: datetime) -> tuple[Event, ...]:
    until = upcoming[0].starts_at if upcoming else None
    return tuple(
        event
        for event in ordered
        if event.cancelled
        and event.ends_at > now
        and (until is None or event.starts_at <= until)
        and day_in(event.starts_at, event.zone) <= day_in(now, event.zone)
    )
