"""Planning the timetable's notices: what the published programme and its people ask for."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from bot.notices.model import Planner, Scope, Wanted
from bot.notices.planning import HORIZON
from bot.people import consent
from bot.schedule.lead_times import DEFAULT_LEAD_TIMES, LeadTimes
from bot.schedule.model import Event
from bot.schedule.notices import DAY_PLAN, EVENT_REMINDER, PLAN_HOUR, Member, wanted_plans, wanted_reminders
from db import coming_events
from db.engine import Tx
from db.members import members

LONGEST_LEAD = timedelta(days=2)
"""How long before an event a reminder may be set at most."""

LATE = timedelta(days=1)
"""How long after its beginning an event is still planned for: a late reminder may speak of the present."""

PLAN_AHEAD = timedelta(days=3)
"""Days whose evening before may come within the horizon, in whatever zone."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What organizers have set for a stream."""

    lead_times: LeadTimes = field(default_factory=lambda: DEFAULT_LEAD_TIMES)
    plan_hour: time = PLAN_HOUR


async def usual_wishes(_tx: Tx, _stream_id: int) -> Wishes:
    """Return what holds where nothing is set."""
    return Wishes()


WishesOf = Callable[[Tx, int], Awaitable[Wishes]]


def planners(wishes_of: WishesOf = usual_wishes) -> tuple[Planner, ...]:
    """Return the planners of this room."""

    async def reminders(tx: Tx, now: datetime, scope: Scope) -> list[Wanted]:
        events = await _events_of(tx, now, scope)
        people = await _members(tx, now, scope) if events else []
        modules = await coming_events.published_modules(tx, scope.stream_id)
        wishes = await wishes_of(tx, scope.stream_id)
        until = now + HORIZON
        return wanted_reminders(events, modules, people, wishes.lead_times, until, scope.stream_id)

    async def plans(tx: Tx, now: datetime, scope: Scope) -> list[Wanted]:
        events = await _events_of_days(tx, now, scope)
        people = await _members(tx, now, scope) if events else []
        modules = await coming_events.published_modules(tx, scope.stream_id)
        wishes = await wishes_of(tx, scope.stream_id)
        until = now + HORIZON
        return wanted_plans(events, modules, people, wishes.plan_hour, until, scope.stream_id)

    return (
        Planner(frozenset({EVENT_REMINDER.name}), reminders, _events),
        Planner(frozenset({DAY_PLAN.name}), plans, _days),
    )


def _events(scope: Scope) -> frozenset[str] | None:
    return None if scope.events is None else frozenset(f"event:{one}" for one in scope.events)


def _days(scope: Scope) -> frozenset[str] | None:
    if scope.days is None:
        return None if scope.events is None else frozenset()
    return frozenset(f"day:{day}" for day in scope.days)


async def _events_of(tx: Tx, now: datetime, scope: Scope) -> list[Event]:
    if scope.events is None:
        since, until = now - LATE, now + HORIZON + LONGEST_LEAD
        return await coming_events.events_between(tx, scope.stream_id, since, until)
    return list((await coming_events.events_by_id(tx, scope.events)).values())


async def _events_of_days(tx: Tx, now: datetime, scope: Scope) -> list[Event]:
    if _days(scope) == frozenset():
        return []
    if scope.days is not None:
        return await coming_events.events_of_days(tx, scope.stream_id, scope.days)
    return await coming_events.events_between(tx, scope.stream_id, now - timedelta(days=1), now + PLAN_AHEAD)


async def _members(tx: Tx, now: datetime, scope: Scope) -> list[Member]:
    version = consent.VERSIONS[consent.PROCESSING]
    return await members(tx, scope.stream_id, now.date(), version, scope.people)
