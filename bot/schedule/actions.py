"""How visitors read the timetable: days, the present moment, modules, and what they wrote."""

from datetime import date, timedelta

from bot.people.model import Visitor
from bot.programme.model import Stream
from bot.schedule.composing import day_view, module_view
from bot.schedule.lookup import nearest_module, now_and_next, venue_today
from bot.schedule.model import Event, Module, Timetable
from bot.schedule.own import own_events
from bot.schedule.reading import Desk, sit_down
from bot.schedule.views import (
    DayView,
    ModulesView,
    ModuleView,
    NotUnderstood,
    NowView,
    StreamModules,
    Unpublished,
)
from bot.schedule.wishes import DayWish, ModuleWish, NowWish, Wish, understand
from bot.schedule.words import Name, Phrase, RelativeDay
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from bot.shared.zones import MOSCOW
from db.engine import Database
from db.timetable import EAST, WEST, timetable_around, timetable_of_days

SOON = timedelta(hours=36)
"""The next event is nearly always this near; only where it is not, more is read."""

YEARS = range(1990, 2200)
"""A day of another year is nobody's wish: it comes from a forged button."""


async def day(
    db: Database, clock: Clock, visitor: Visitor, shift: int = 0, everything: bool = False
) -> DayView | Unpublished:
    """Read the day `shift` days from the venue's today, in the current stream."""
    async with sit_down(db, clock, visitor) as desk:
        return await _relative_day(desk, shift, everything)


async def day_on(
    db: Database, clock: Clock, visitor: Visitor, stream_id: int, on: date, everything: bool = False
) -> DayView | Unpublished:
    """Read a day of one of the visitor's streams; NotAllowed for another stream."""
    async with sit_down(db, clock, visitor) as desk:
        if on.year not in YEARS:
            raise OutOfDate
        return await _day(desk, desk.streams.with_id(stream_id), on, everything)


async def now(db: Database, clock: Clock, visitor: Visitor) -> NowView | Unpublished:
    """Read where the visitor is to be now and next, in the current stream."""
    async with sit_down(db, clock, visitor) as desk:
        return await _now(desk)


async def module(
    db: Database, clock: Clock, visitor: Visitor, module_id: int | None = None, everything: bool = False
) -> ModuleView | Unpublished:
    """Read a module by days; without an id, the one of the current stream that runs or comes next."""
    async with sit_down(db, clock, visitor) as desk:
        if module_id is None:
            return await _nearest_module(desk, everything)
        stream = await desk.stream_with_module(module_id)
        return await _module(desk, stream, module_id, everything)


async def modules(db: Database, clock: Clock, visitor: Visitor) -> ModulesView:
    """Read the modules of all the visitor's streams, the current stream first."""
    async with sit_down(db, clock, visitor) as desk:
        listed = [
            StreamModules(desk.reader(stream), await desk.modules(stream)) for stream in desk.streams.all
        ]
        return ModulesView(tuple(listed))


async def asked(
    db: Database, clock: Clock, visitor: Visitor, phrase: Phrase | None, whole: bool = False
) -> DayView | ModuleView | NowView | Unpublished | NotUnderstood:
    """Read what the words a visitor wrote ask for.

    They are looked up in the current stream; a name that is not there, in the visitor's other streams
    too. None stands for words that could not even be read. With `whole`, a name counts only as a whole
    (a plain text that may be about something else).
    """
    async with sit_down(db, clock, visitor) as desk:
        if phrase is not None and isinstance(phrase.subject, RelativeDay):
            return await _relative_day(desk, phrase.subject.shift, phrase.everything)
        known: list[Module] = []
        for stream in desk.streams.all:
            of_stream = await desk.modules(stream)
            if phrase is not None and (isinstance(phrase.subject, Name) or stream is desk.streams.current):
                wish = understand(phrase, of_stream, desk.now, whole)
                if wish is not None:
                    return await _granted(desk, stream, wish, phrase.everything)
            known.extend(of_stream)
        return NotUnderstood(desk.reader(desk.streams.current), tuple(known))


async def _granted(
    desk: Desk, stream: Stream, wish: Wish, everything: bool
) -> DayView | ModuleView | NowView | Unpublished:
    match wish:
        case DayWish(on):
            return await _day(desk, stream, on, everything)
        case ModuleWish(wanted):
            return await _module(desk, stream, wanted.id, everything)
        case NowWish():
            return await _now(desk)


async def _relative_day(desk: Desk, shift: int, everything: bool) -> DayView | Unpublished:
    """Read the days that «today» may be somewhere in the world; the venue decides which one it is."""
    stream = desk.streams.current
    if stream.published_id is None:
        return Unpublished(desk.reader(stream))
    by = timedelta(days=shift)
    first, last = (desk.now - WEST).date() + by, (desk.now + EAST).date() + by
    table = await timetable_of_days(desk.tx, stream.id, stream.published_id, desk.person_id, first, last)
    on = venue_today(table.modules, desk.now, MOSCOW) + by
    return day_view(desk.reader(stream), table, desk.belonging(stream, table.buses), on, everything)


async def _day(desk: Desk, stream: Stream, on: date, everything: bool) -> DayView | Unpublished:
    if stream.published_id is None:
        return Unpublished(desk.reader(stream))
    table = await timetable_of_days(desk.tx, stream.id, stream.published_id, desk.person_id, on, on)
    return day_view(desk.reader(stream), table, desk.belonging(stream, table.buses), on, everything)


async def _now(desk: Desk) -> NowView | Unpublished:
    stream = desk.streams.current
    if stream.published_id is None:
        return Unpublished(desk.reader(stream))
    table = await timetable_around(desk.tx, stream.id, stream.published_id, desk.person_id, desk.now, SOON)
    answer = now_and_next(_own(desk, stream, table), table.modules, desk.now)
    running = answer.module
    if running is not None and not answer.upcoming:
        left = running.ends_on - venue_today(table.modules, desk.now, MOSCOW) + timedelta(days=2)
        table = await timetable_around(
            desk.tx, stream.id, stream.published_id, desk.person_id, desk.now, left
        )
        answer = now_and_next(_own(desk, stream, table), table.modules, desk.now)
    return NowView(desk.reader(stream), answer)


def _own(desk: Desk, stream: Stream, table: Timetable) -> tuple[Event, ...]:
    return own_events(table.events, desk.belonging(stream, table.buses))


async def _nearest_module(desk: Desk, everything: bool) -> ModuleView | Unpublished:
    stream = desk.streams.current
    nearest = nearest_module(await desk.modules(stream), desk.now)
    if nearest is None:
        return Unpublished(desk.reader(stream))
    return await _module(desk, stream, nearest.id, everything)


async def _module(desk: Desk, stream: Stream, module_id: int, everything: bool) -> ModuleView | Unpublished:
    if stream.published_id is None:
        return Unpublished(desk.reader(stream))
    known = {one.id: one for one in await desk.modules(stream)}
    wanted = known.get(module_id)
    if wanted is None:
        raise OutOfDate("schedule-gone-module")
    table = await timetable_of_days(
        desk.tx, stream.id, stream.published_id, desk.person_id, wanted.starts_on, wanted.ends_on
    )
    return module_view(desk.reader(stream), table, desk.belonging(stream, table.buses), wanted, everything)
