"""The timed messages of the timetable: reminders of events and the evening's plan (pure)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby

from bot.notices.keys import minute
from bot.notices.model import NoticeKind, Wanted
from bot.programme.lead_times import Lead, Leads
from bot.schedule.kinds import EventKind
from bot.schedule.lookup import running_module
from bot.schedule.model import Event, Module
from bot.schedule.own import Listener, is_own
from bot.schedule.subjects import event_subject
from bot.shared.zones import MOSCOW, zone_named

EVENT_REMINDER = NoticeKind("event-reminder", mute_group="reminders")
DAY_PLAN = NoticeKind("day-plan", mute_group="plan", bundled=False)

KINDS = (EVENT_REMINDER, DAY_PLAN)

STILL_OF_USE = timedelta(minutes=15)
"""How long after its beginning the last reminder of an event is sent all the same: «уже идёт»."""

EVENING_AT_MOST = timedelta(days=3)
"""How long before an event the evening before its day may be at the other end of the world."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What organizers have set: lead times by kind of event, and the hour of the evening's plan."""

    leads: Mapping[EventKind, Leads]
    plan_hour: time


@dataclass(frozen=True, slots=True)
class Call:
    """One reminder of an event for people of one home zone, `name` is how its key calls it."""

    due_at: datetime
    name: str
    zone: str
    stale_after: datetime
    last: bool


def whereabouts(modules: Iterable[Module], moment: datetime, home: str | None) -> str:
    """Return the zone a person is in: the venue's while a module runs, otherwise the home zone."""
    module = running_module(modules, moment)
    return module.zone if module else home or MOSCOW


def wanted_reminders(
    events: Sequence[Event],
    modules: Sequence[Module],
    members: Sequence[Listener],
    wishes: Wishes,
    until: datetime,
    stream_id: int,
) -> Iterator[Wanted]:
    """Yield the reminders of events that are due until a moment, for whom each event is their own.

    Of excursions people are reminded by their own room, which knows the buses.
    """
    alike = by_belonging(members)
    for event in events:
        leads = wishes.leads.get(event.kind, ())
        if event.cancelled or not leads or event.kind is EventKind.EXCURSION:
            continue
        calls: dict[str | None, list[Call]] = {}
        for member in attending(event, alike):
            if member.home_zone not in calls:
                every = calls_of(event, event.starts_at, leads, modules, member.home_zone, wishes.plan_hour)
                calls[member.home_zone] = [call for call in every if call.due_at <= until]
            for call in calls[member.home_zone]:
                yield _reminder(event, member, call, stream_id)


def may_be_due(event: Event, wishes: Wishes, until: datetime, begins: datetime | None = None) -> bool:
    """Tell whether a reminder of an event can be due until a moment, in whatever zone; cheap to ask.

    `begins` is when people are to be there, where that is not the event's own beginning.
    """
    leads = wishes.leads.get(event.kind, ())
    if event.cancelled or not leads:
        return False
    longest = max(EVENING_AT_MOST if lead.before is None else lead.before for lead in leads)
    return (begins or event.starts_at) - longest <= until


def wanted_plans(
    events: Iterable[Event],
    modules: Sequence[Module],
    members: Sequence[Listener],
    hour: time,
    until: datetime,
    stream_id: int,
) -> Iterator[Wanted]:
    """Yield the evening's plans that are due until a moment: one for each person and day with events.

    Whether a day has own events is seen when the plan is written: so an event that moves within its day
    leaves the plans of thousands as they are.
    """
    held = sorted((event for event in events if not event.cancelled), key=lambda event: event.day)
    for day, group in groupby(held, key=lambda event: event.day):
        first = min(event.starts_at for event in group)
        zones: dict[str | None, tuple[str, datetime]] = {}
        for member in members:
            if member.home_zone not in zones:
                zones[member.home_zone] = _evening(day, hour, modules, member.home_zone)
            zone, due_at = zones[member.home_zone]
            if due_at <= until:
                yield _plan(day, member, due_at, max(first, due_at), zone, stream_id)


def calls_of(
    event: Event, begins: datetime, leads: Leads, modules: Sequence[Module], home: str | None, hour: time
) -> list[Call]:
    """Return an event's reminders for people of a home zone, the earliest first.

    `begins` is when they are to be there. One that is late makes sense until the next one says the same;
    the last, until a little after the beginning.
    """
    moments = sorted(_moment(event, begins, lead, modules, home, hour) for lead in leads)
    last = min(event.ends_at, begins + STILL_OF_USE)
    ends = [*(due_at for due_at, _name, _zone in moments[1:]), last]
    return [Call(*moment, end, end is last) for moment, end in zip(moments, ends, strict=True)]


def _moment(
    event: Event, begins: datetime, lead: Lead, modules: Sequence[Module], home: str | None, hour: time
) -> tuple[datetime, str, str]:
    """Return when a reminder is due, what it is called in its key, and the zone people are in then."""
    if lead.before is None:
        zone, due_at = _evening(event.day, hour, modules, home)
        return due_at, "evening", zone
    due_at = begins - lead.before
    return due_at, str(lead.minutes), whereabouts(modules, due_at, home)


def by_belonging(members: Iterable[Listener]) -> list[list[Listener]]:
    """Group people by what they belong to: whether an event is theirs is asked once for all who are alike."""
    alike: dict[int, list[Listener]] = {}
    for member in members:
        alike.setdefault(id(member.belonging), []).append(member)
    return list(alike.values())


def attending(event: Event, alike: Iterable[list[Listener]]) -> Iterator[Listener]:
    """Yield those whose own event it is."""
    for those in alike:
        if is_own(event, those[0].belonging):
            yield from those


def _reminder(event: Event, member: Listener, call: Call, stream_id: int) -> Wanted:
    return Wanted(
        key=f"event:{event.id}:{call.name}@{minute(event.starts_at)}:person:{member.person_id}",
        kind=EVENT_REMINDER.name,
        subject=event_subject(event.id),
        due_at=call.due_at,
        stale_after=call.stale_after,
        zone=call.zone,
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
    day: date, member: Listener, due_at: datetime, stale_after: datetime, zone: str, stream_id: int
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
