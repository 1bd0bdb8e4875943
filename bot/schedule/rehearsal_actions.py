"""A day's notices as they would be planned, for organizers: read alone, nothing of the plan is touched."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.notices.model import Notice, Scope
from bot.notices.planning import Planning
from bot.notices.rehearsal import as_if_due
from bot.people.actions import present_visitor
from bot.people.model import Role, Visitor
from bot.people.rights import require_role
from bot.programme.model import Stream
from bot.schedule.lookup import module_of_day
from bot.schedule.model import Event, Module
from bot.schedule.notice_views import Scene
from bot.schedule.notices import whereabouts
from bot.schedule.subjects import event_number
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed
from bot.shared.zones import day_in, zone_named
from db import coming_events, groups, programme
from db.engine import Database, Tx
from db.members import listeners
from db.updates import first_time

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a stream that can be rehearsed: of its modules and the evenings before, from today on."""

    stream: Stream
    today: date
    days: Sequence[date]


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What is due on a day; `absent` counts listeners who have not entered: nothing is planned for them.

    `staff_chat` is where the stream's organizers talk, None without one.
    """

    stream: Stream
    day: date
    scene: Scene
    notices: Sequence[Notice]
    absent: int
    staff_chat: int | None


async def days(db: Database, clock: Clock, visitor: Visitor, stream_id: int) -> Days:
    """Return the days of a stream the visitor organizes."""
    async with db.read() as tx:
        stream, now = await _stream(tx, clock, visitor, stream_id), clock.now()
        modules = await coming_events.published_modules(tx, stream_id)
        today = day_in(now, whereabouts(modules, now, None))
        found = {day for module in modules for day in _days_of(module) if day >= today}
        return Days(stream, today, sorted(found))


async def foreseen(
    db: Database, clock: Clock, visitor: Visitor, planning: Planning, stream_id: int, day: date
) -> Foreseen:
    """Return what would be sent on a day of a stream the visitor organizes, as the facts are now."""
    async with db.read() as tx:
        stream = await _stream(tx, clock, visitor, stream_id)
        modules = await coming_events.published_modules(tx, stream_id)
        zone = _zone(modules, day, clock.now())
        since, until = _midnight(day, zone), _midnight(day + DAY, zone)
        placed = await planning.foreseen(tx, since, Scope(stream_id))
        notices = as_if_due(placed, since, until)
        people = await listeners(tx, stream_id, day)
        chat = await groups.staff_chat(tx, stream_id)
        events = await _events(tx, notices)
        return Foreseen(
            stream,
            day,
            Scene(since, zone, events, modules),
            notices,
            sum(not one.entered for one in people),
            chat.chat_id if chat is not None and chat.present else None,
        )


async def begin(db: Database, clock: Clock, visitor: Visitor, stream_id: int) -> bool:
    """Ask for the right to show a stream's day; False where this update has begun it before."""
    async with db.write() as tx:
        await _stream(tx, clock, visitor, stream_id)
        return await first_time(tx, visitor.update_id, "rehearsal", clock.now())


async def require_organizer(db: Database, clock: Clock, visitor: Visitor, stream_id: int) -> None:
    """Refuse whoever does not organize a stream."""
    async with db.read() as tx:
        await _stream(tx, clock, visitor, stream_id)


async def _stream(tx: Tx, clock: Clock, visitor: Visitor, stream_id: int) -> Stream:
    require_role(await present_visitor(tx, clock, visitor), stream_id, Role.ORGANIZER)
    stream = next((one for one in await programme.all_streams(tx) if one.id == stream_id), None)
    if stream is None:
        raise NotAllowed
    return stream


async def _events(tx: Tx, notices: Sequence[Notice]) -> dict[int, Event]:
    numbers = {number for one in notices if (number := event_number(one.subject)) is not None}
    return await coming_events.events_by_id(tx, numbers)


def _days_of(module: Module) -> list[date]:
    """Return a module's days and the one before, whose evening tells of the first."""
    count = (module.ends_on - module.starts_on).days + 2
    return [module.starts_on + (number - 1) * DAY for number in range(count)]


def _zone(modules: Sequence[Module], day: date, now: datetime) -> str:
    """Return the zone by which a day begins and ends: its module's, or that of the module which follows."""
    module = module_of_day(modules, day) or module_of_day(modules, day + DAY)
    return module.zone if module else whereabouts(modules, now, None)


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), zone_named(zone)).astimezone(UTC)
