"""The timed messages of the timetable: reminders of events and the evening's plan (pure)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby, zip_longest

from bot.notices.model import NoticeKind, Wanted
from bot.schedule.lead_times import LeadTimes
from bot.schedule.lookup import running_module
from bot.schedule.model import Event, Module
from bot.schedule.own import Belonging, is_own
from bot.shared.zones import MOSCOW, zone_named

EVENT_REMINDER = NoticeKind("event-reminder", mute_group="reminders")
DAY_PLAN = NoticeKind("day-plan", mute_group="plan", bundled=False)

KINDS = (EVENT_REMINDER, DAY_PLAN)

STILL_OF_USE = timedelta(minutes=15)
"""How long after its beginning the last reminder of an event is sent all the same: «уже идёт»."""

PLAN_HOUR = time(20)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a stream who can be written to: the home zone, and what decides whose events they are."""

    person_id: int
    home_zone: str | None
    belonging: Belonging


def whereabouts(modules: Iterable[Module], moment: datetime, home: str | None) -> str:
    """Return the zone a person is in: the venue's while a module runs, otherwise the home zone."""
    module = running_module(modules, moment)
    return module.zone if module else home or MOSCOW


def wanted_reminders(
    events: Sequence[Event],
    modules: Sequence[Module],
    members: Sequence[Member],
    lead_times: LeadTimes,
    until: datetime,
    stream_id: int,
) -> list[Wanted]:
    """Return the reminders of events that are due until a moment, for whom each event is their own."""
    wanted = []
    for event in events:
        if event.cancelled:
            continue
        calls = [call for call in _calls(event, lead_times.get(event.kind, ())) if call[0] <= until]
        if not calls:
            continue
        there = list(_attending(event, members))
        for due_at, lead, stale_after in calls:
            module = running_module(modules, due_at)
            for member in there:
                zone = module.zone if module else member.home_zone or MOSCOW
                wanted.append(_reminder(event, member, due_at, lead, stale_after, zone, stream_id))
    return wanted


def wanted_plans(
    events: Iterable[Event],
    modules: Sequence[Module],
    members: Sequence[Member],
    hour: time,
    until: datetime,
    stream_id: int,
) -> list[Wanted]:
    """Return the evening's plans that are due until a moment: one for each person and day with events.

    Whether a day has own events is seen when the plan is written: so an event that moves within its day
    leaves the plans of thousands as they are.
    """
    wanted = []
    held = sorted((event for event in events if not event.cancelled), key=lambda event: event.day)
    for day, group in groupby(held, key=lambda event: event.day):
        first = min(event.starts_at for event in group)
        zones: dict[str | None, tuple[str, datetime]] = {}
        for member in members:
            if member.home_zone not in zones:
                zones[member.home_zone] = _evening(day, hour, modules, member.home_zone)
            zone, due_at = zones[member.home_zone]
            if due_at <= until:
                wanted.append(_plan(day, member, due_at, max(first, due_at), zone, stream_id))
    return wanted


def _calls(event: Event, leads: Iterable[timedelta]) -> Iterator[tuple[datetime, timedelta, datetime]]:
    """Yield when, how long before, and until when each reminder of an event makes sense.

    One that is late makes sense until the next one says the same; the last, until a little after the
    beginning.
    """
    ordered = sorted(set(leads), reverse=True)
    for lead, after in zip_longest(ordered, ordered[1:]):
        end = min(event.ends_at, event.starts_at + STILL_OF_USE) if after is None else event.starts_at - after
        yield event.starts_at - lead, lead, end


def _attending(event: Event, members: Iterable[Member]) -> Iterator[Member]:
    if not (event.groups or event.directions or event.teams or event.buses):
        yield from members
        return
    for member in members:
        if is_own(event, member.belonging):
            yield member


def _reminder(
    event: Event,
    member: Member,
    due_at: datetime,
    lead: timedelta,
    stale_after: datetime,
    zone: str,
    stream_id: int,
) -> Wanted:
    minutes = int(lead.total_seconds() // 60)
    start = f"{event.starts_at.astimezone(UTC):%Y-%m-%dT%H:%MZ}"
    return Wanted(
        key=f"event:{event.id}:{minutes}@{start}:person:{member.person_id}",
        kind=EVENT_REMINDER.name,
        subject=f"event:{event.id}",
        due_at=due_at,
        stale_after=stale_after,
        zone=zone,
        stream_id=stream_id,
        person_id=member.person_id,
        happens_at=event.starts_at,
    )


def _evening(day: date, hour: time, modules: Sequence[Module], home: str | None) -> tuple[str, datetime]:
    """Return where a person is on the evening before a day, and that evening's moment."""
    eve = day - timedelta(days=1)
    noon = datetime.combine(eve, time(12), zone_named(home or MOSCOW))
    zone = whereabouts(modules, noon, home)
    return zone, datetime.combine(eve, hour, zone_named(zone)).astimezone(UTC)


def _plan(
    day: date, member: Member, due_at: datetime, stale_after: datetime, zone: str, stream_id: int
) -> Wanted:
    return Wanted(
        key=f"plan:{day}:stream:{stream_id}:person:{member.person_id}",
        kind=DAY_PLAN.name,
        subject=f"day:{day}",
        due_at=due_at,
        stale_after=stale_after,
        zone=zone,
        stream_id=stream_id,
        person_id=member.person_id,
    )
