"""What the timetable's notices are made of when they are sent: the facts of that moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.notices.model import Notice
from bot.schedule.lookup import module_of_day
from bot.schedule.model import Event, Module
from bot.schedule.own import Listener, is_own
from bot.schedule.subjects import event_number
from db import coming_events
from db.engine import Tx
from db.members import members


@dataclass(frozen=True, slots=True)
class DayPlan:
    """A day of somebody's own events, the cancelled ones left out; `stream_id` tells whose day it is."""

    stream_id: int
    day: date
    module: Module | None
    events: tuple[Event, ...]


async def reminded_events(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, Event]:
    """Return, by notice id, the event a reminder is of.

    Missing are those whose occasion is gone: the event was moved, cancelled or taken out, it is over, or
    no longer the person's own.
    """
    numbers = {notice.id: event_number(notice.subject) or 0 for notice in notices}
    events = await coming_events.events_by_id(tx, set(numbers.values()))
    people = await _members(tx, now, notices)
    found = {}
    for notice in notices:
        event = events.get(numbers[notice.id])
        member = people.get((notice.stream_id or 0, notice.person_id or 0))
        if event is None or member is None or event.cancelled or event.ends_at <= now:
            continue
        if event.starts_at == notice.happens_at and is_own(event, member.belonging):
            found[notice.id] = event
    return found


async def planned_days(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, DayPlan]:
    """Return, by notice id, the day an evening's plan is about; missing where no event of it is theirs."""
    people = await _members(tx, now, notices)
    found = {}
    for stream_id in sorted({notice.stream_id or 0 for notice in notices}):
        own = [notice for notice in notices if notice.stream_id == stream_id]
        days = {notice.id: date.fromisoformat(notice.subject.removeprefix("day:")) for notice in own}
        events = await coming_events.events_of_days(tx, stream_id, set(days.values()))
        modules = await coming_events.published_modules(tx, stream_id)
        for notice in own:
            member = people.get((stream_id, notice.person_id or 0))
            day = days[notice.id]
            plan = tuple(
                event
                for event in events
                if member is not None
                and event.day == day
                and not event.cancelled
                and is_own(event, member.belonging)
            )
            if plan:
                found[notice.id] = DayPlan(stream_id, day, module_of_day(modules, day), plan)
    return found


async def _members(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[tuple[int, int], Listener]:
    found = {}
    for stream_id in sorted({notice.stream_id or 0 for notice in notices}):
        wanted = {
            one.person_id for one in notices if one.stream_id == stream_id and one.person_id is not None
        }
        for member in await members(tx, stream_id, now.date(), wanted):
            found[stream_id, member.person_id] = member
    return found
