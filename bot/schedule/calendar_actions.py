"""How visitors take the timetable along as a file, and what is made anew when it changes."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.people.actions import present_visitor
from bot.people.model import Role, Visitor
from bot.programme.model import Stream
from bot.schedule.calendar_facts import Copy, FileEvent, Form, Material, needed, once_there, told_elsewhere
from bot.schedule.lookup import module_of_day, nearest_module
from bot.schedule.model import Module
from bot.schedule.own import Belonging, own_events
from bot.schedule.reading import Desk, desk_in, sit_down
from bot.schedule.views import Reader, Unpublished
from bot.shared.clock import Clock, ManualClock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from bot.shared.zones import day_in
from db import calendar_copies, calendar_reads, roster
from db.engine import Database, Tx
from db.timetable import timetable_of_days
from db.updates import first_time

_HEAR_NOTHING = frozenset({Role.ORGANIZER, Role.ADMINISTRATOR})
"""Who is nothing else in a stream makes the changes and is not told of them."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the visitor may take along: the module that runs or comes next, and a day of it."""

    reader: Reader
    module: Module
    day: date


@dataclass(frozen=True, slots=True)
class Renewal:
    """A file to be made anew, and the language of who gets it."""

    locale: str
    material: Material


async def offer(db: Database, clock: Clock, visitor: Visitor) -> Offer | Unpublished:
    """Tell which files of the current stream there are; the day is today, or the module's first."""
    async with sit_down(db, clock, visitor) as desk:
        stream = desk.streams.current
        module = nearest_module(await desk.modules(stream), desk.now)
        if module is None:
            return Unpublished(desk.reader(stream))
        today = day_in(desk.now, module.zone)
        day = today if module.starts_on <= today <= module.ends_on else module.starts_on
        return Offer(desk.reader(stream), module, day)


async def take_day(
    db: Database, clock: Clock, visitor: Visitor, stream_id: int, day: date, form: Form, everything: bool
) -> Material:
    """Take a day of one of the visitor's streams along; NotAllowed for another stream.

    Refusal where the day has nothing to take along.
    """
    async with db.write() as tx:
        desk = await desk_in(tx, clock, await present_visitor(tx, clock, visitor))
        stream = desk.streams.with_id(stream_id)
        module = module_of_day(await desk.modules(stream), day)
        if module is None:
            raise Refusal("along-refused-empty")
        return await _take(desk, stream, module, Copy(stream.id, module.id, day, form, everything))


async def take_module(
    db: Database, clock: Clock, visitor: Visitor, module_id: int, form: Form, everything: bool
) -> Material:
    """Take a module of one of the visitor's streams along; NotAllowed for another stream's.

    OutOfDate where the published programme has the module no longer, Refusal where it has no events.
    """
    async with db.write() as tx:
        desk = await desk_in(tx, clock, await present_visitor(tx, clock, visitor))
        stream = await desk.stream_with_module(module_id)
        known = {module.id: module for module in await desk.modules(stream)}
        if module_id not in known:
            raise OutOfDate("schedule-gone-module")
        copy = Copy(stream.id, module_id, None, form, everything)
        return await _take(desk, stream, known[module_id], copy)


async def copies_to_renew(
    tx: Tx, person_id: int, stream_id: int, changed_days: Collection[date]
) -> tuple[Copy, ...]:
    """Step: return which of the files a person has taken hold one of these days of the venue.

    Both the old and the new day of an event that was moved are to be named.
    """
    return needed(await calendar_copies.copies_with(tx, person_id, stream_id, sorted(set(changed_days))))


async def renewal(tx: Tx, now: datetime, person_id: int, copy: Copy) -> Renewal | None:
    """Step: return what a file is made of at a moment; None where the person may not have it any more.

    It is none, too, where a picture would be empty. A module that is gone is as it was published last.
    """
    account = await roster.account(tx, person_id)
    mark = await calendar_copies.known_mark(tx)
    if account is None or mark is None:
        return None
    clock = ManualClock(now)
    newcomer = Visitor(account.user_id, account.chat_id, account.locale)
    try:
        desk = await desk_in(tx, clock, await present_visitor(tx, clock, newcomer))
        stream = desk.streams.with_id(copy.stream_id)
    except NotAllowed:
        return None
    module = await _module_now_or_last(desk, stream, copy.module_id)
    if module is None:
        return None
    material = await _material(desk, stream, module, copy, mark)
    return Renewal(desk.visitor.locale, material) if _tells(material) else None


async def _module_now_or_last(desk: Desk, stream: Stream, module_id: int) -> Module | None:
    for module in await desk.modules(stream):
        if module.id == module_id:
            return module
    return await calendar_reads.module_published_last(desk.tx, stream.id, module_id)


async def _take(desk: Desk, stream: Stream, module: Module, copy: Copy) -> Material:
    mark = await calendar_copies.installation_mark(desk.tx)
    material = await _material(desk, stream, module, copy, mark)
    if not _tells(material):
        raise Refusal("along-refused-empty")
    first = await first_time(desk.tx, desk.visitor.update_id, "take-file", desk.now)
    if first and desk.visitor.person is not None:
        await calendar_copies.remember_copy(desk.tx, desk.visitor.person.id, copy, desk.now)
    return material


async def _material(desk: Desk, stream: Stream, module: Module, copy: Copy, mark: str) -> Material:
    if stream.published_id is None:
        raise OutOfDate
    first, last = (copy.day, copy.day) if copy.day else (module.starts_on, module.ends_on)
    table = await timetable_of_days(desk.tx, stream.id, stream.published_id, desk.person_id, first, last)
    belonging = desk.belonging(stream, table.buses)
    whole = [event for event in table.events if copy.day or event.module_id == module.id]
    own = frozenset(event.id for event in own_events(whole, belonging))
    shown = frozenset(event.id for event in whole) if copy.everything else own
    told: tuple[FileEvent, ...] = ()
    if copy.form is Form.CALENDAR:
        scope = replace(belonging, sees_everything=belonging.sees_everything or copy.everything)
        told = await _elsewhere(desk.tx, stream.published_id, copy, scope, shown)
    return Material(
        reader=desk.reader(stream),
        copy=copy,
        module=module,
        edition=await calendar_reads.edition_number(desk.tx, stream.published_id),
        events=await calendar_reads.events_in(desk.tx, stream.id, stream.published_id, shown),
        elsewhere=told,
        own=own,
        mark=mark,
        told=bool(_roles(desk.visitor, stream.id) - _HEAR_NOTHING),
    )


def _roles(visitor: Visitor, stream_id: int) -> frozenset[Role]:
    """Return the parts a visitor has in a stream by enrolment, not as an administrator."""
    return frozenset(
        role for part in visitor.enrolments if part.stream.id == stream_id for role in part.roles
    )


async def _elsewhere(
    tx: Tx, edition_id: int, copy: Copy, belonging: Belonging, shown: frozenset[int]
) -> tuple[FileEvent, ...]:
    """Find what the reader had there in earlier editions and has elsewhere now, or no longer."""
    if copy.day is None:
        earlier = await calendar_reads.ever_in_module(tx, copy.stream_id, copy.module_id)
    else:
        earlier = await calendar_reads.ever_on_day(tx, copy.stream_id, copy.day)
    missed = once_there(earlier, belonging, shown)
    present = await calendar_reads.events_in(tx, copy.stream_id, edition_id, missed)
    gone = missed - {one.event.id for one in present}
    return told_elsewhere(present, await calendar_reads.last_published(tx, copy.stream_id, gone), belonging)


def _tells(material: Material) -> bool:
    return bool(material.events or material.elsewhere)
