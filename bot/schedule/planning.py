"""Planning the timetable's notices: what the published programme and its people ask for."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from bot.notices.model import Planner, Scope, Wanted
from bot.notices.night import Night
from bot.notices.planning import HORIZON
from bot.programme.lead_times import MOST_MINUTES
from bot.programme.settings import QUIET_HOURS
from bot.schedule.kinds import EventKind
from bot.schedule.model import Event
from bot.schedule.notices import (
    DAY_PLAN,
    EVENT_REMINDER,
    Wishes,
    may_be_due,
    wanted_plans,
    wanted_reminders,
    whereabouts,
)
from bot.schedule.own import EVERYBODY, Circle, Listener, circle_of
from bot.schedule.settings import LEAD_TIMES, PLAN_HOUR
from bot.schedule.subjects import event_subject
from db import coming_events
from db.engine import Tx
from db.members import members
from db.settings import settings_of_stream

LONGEST_LEAD = timedelta(minutes=MOST_MINUTES)
"""How long before an event a reminder may be set at most."""

LATE = timedelta(days=1)
"""How long after its beginning an event is still planned for: a late reminder may speak of the present."""

PLAN_AHEAD = timedelta(days=3)
"""Days whose evening before may come within the horizon, in whatever zone."""


async def night_of(tx: Tx, stream_id: int) -> Night:
    """Return the quiet hours that organizers have set for a stream's programme."""
    window = (await settings_of_stream(tx, stream_id)).value(QUIET_HOURS)
    return Night(time(window.begins), time(window.ends))


async def zone_of(tx: Tx, stream_id: int | None, home: str | None, moment: datetime) -> str:
    """Step: return the zone somebody of a stream is in: the venue's while a module runs, else the home."""
    modules = [] if stream_id is None else await coming_events.published_modules(tx, stream_id)
    return whereabouts(modules, moment, home)


async def wishes_of(tx: Tx, stream_id: int) -> Wishes:
    """Return what organizers have set about the notices of a stream's programme."""
    settings = await settings_of_stream(tx, stream_id)
    leads = {kind: settings.value(setting) for kind, setting in LEAD_TIMES.items()}
    return Wishes(leads, time(settings.value(PLAN_HOUR)))


async def _reminders(tx: Tx, now: datetime, scope: Scope) -> Iterable[Wanted]:
    wishes, until = await wishes_of(tx, scope.stream_id), now + HORIZON
    near = [
        event
        for event in await events_of(tx, now, scope)
        if event.kind is not EventKind.EXCURSION and may_be_due(event, wishes, until)
    ]
    if not near:
        return []
    people = await _members(tx, now, scope, circle_of(near))
    modules = await coming_events.published_modules(tx, scope.stream_id)
    return wanted_reminders(near, modules, people, wishes, until, scope.stream_id)


async def _plans(tx: Tx, now: datetime, scope: Scope) -> Iterable[Wanted]:
    events = await events_of_days(tx, now, scope)
    if not events:
        return []
    people = await _members(tx, now, scope)
    modules = await coming_events.published_modules(tx, scope.stream_id)
    wishes = await wishes_of(tx, scope.stream_id)
    until = now + HORIZON
    return wanted_plans(events, modules, people, wishes.plan_hour, until, scope.stream_id)


def subjects_of(scope: Scope) -> frozenset[str] | None:
    """Return under which subjects notices about a scope's events are planned."""
    return None if scope.events is None else frozenset(map(event_subject, scope.events))


def days_of(scope: Scope) -> frozenset[str] | None:
    """Return as what notices name the days of a scope; None for all of its stream."""
    if scope.days is None:
        return None if scope.events is None else frozenset()
    return frozenset(f"day:{day}" for day in scope.days)


async def events_of(tx: Tx, now: datetime, scope: Scope) -> list[Event]:
    """Step: read the events of a scope that are near enough to be planned for."""
    if scope.events is None:
        since, until = now - LATE, now + HORIZON + LONGEST_LEAD
        return await coming_events.events_between(tx, scope.stream_id, since, until)
    return list((await coming_events.events_by_id(tx, scope.events)).values())


async def events_of_days(tx: Tx, now: datetime, scope: Scope) -> list[Event]:
    """Read the events of a scope's days: those it names, or those near enough to be planned for."""
    if days_of(scope) == frozenset():
        return []
    if scope.days is not None:
        return await coming_events.events_of_days(tx, scope.stream_id, scope.days)
    return await coming_events.events_between(tx, scope.stream_id, now - timedelta(days=1), now + PLAN_AHEAD)


async def _members(tx: Tx, now: datetime, scope: Scope, circle: Circle = EVERYBODY) -> list[Listener]:
    return await members(tx, scope.stream_id, now.date(), scope.people, circle)


PLANNERS = (
    Planner(frozenset({EVENT_REMINDER.name}), _reminders, subjects_of, by_calendar=True),
    Planner(frozenset({DAY_PLAN.name}), _plans, days_of, by_calendar=True),
)
"""The planners of this room."""
