"""How organizers look at the plan of notices: a stream's board and lists, an occasion, an event, a person."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from bot.notices.listing import UNSENT, Occasion, Tally, counted
from bot.notices.model import State
from bot.people.access_actions import organized
from bot.people.actions import present_visitor
from bot.people.model import Role, Visitor
from bot.people.rights import require_admission, require_role
from bot.programme.model import Stream
from bot.schedule.model import Event
from bot.schedule.notice_views import (
    Board,
    EventNotices,
    ListView,
    Look,
    OccasionView,
    PersonNotices,
    Scene,
)
from bot.schedule.notices import whereabouts
from bot.schedule.subjects import event_number, event_subject
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate
from bot.shared.zones import MOSCOW, day_in, zone_named
from db import coming_events, notice_list, people, programme, roster
from db.engine import Database, Tx
from db.notice_names import names_of_subjects
from db.notice_recipients import muted_of
from db.schedule_cards import found_event

RECENT = timedelta(hours=48)
"""How far back a stream's lists go; what is older is found by its event or its person."""

PAGE = 12
"""Notices on one screen."""


_RESULTS = {Look.SENT: frozenset({State.SENT}), Look.UNSENT: UNSENT | {State.CANCELLED}}


async def board(db: Database, clock: Clock, visitor: Visitor, stream_id: int) -> Board:
    """Return a stream's notices at a glance."""
    async with db.read() as tx:
        stream, now = await _stream(tx, clock, visitor, stream_id), clock.now()
        modules = await coming_events.published_modules(tx, stream_id)
        zone = whereabouts(modules, now, None)
        today = day_in(now, zone)
        waiting = await notice_list.waiting_until(tx, stream_id, _midnight(today + timedelta(days=1), zone))
        settled = await notice_list.settled_between(tx, stream_id, _midnight(today, zone), now)
        ahead = await notice_list.occasions_ahead(tx, stream_id)
        since = now - RECENT
        sent = await notice_list.occasions_between(tx, stream_id, since, now, _RESULTS[Look.SENT])
        unsent = await notice_list.occasions_between(tx, stream_id, since, now, _RESULTS[Look.UNSENT])
        about = [one.subject for one in (*ahead, *sent, *unsent)]
        scene = Scene(now, zone, await _events(tx, about), modules, await names_of_subjects(tx, about))
        return Board(stream, scene, (*settled, *waiting), ahead, sent, unsent)


async def listed(db: Database, clock: Clock, visitor: Visitor, stream_id: int, look: Look) -> ListView:
    """Return one of a stream's lists."""
    async with db.read() as tx:
        stream, now = await _stream(tx, clock, visitor, stream_id), clock.now()
        if look is Look.AHEAD:
            found = await notice_list.occasions_ahead(tx, stream_id)
        else:
            found = await notice_list.occasions_between(tx, stream_id, now - RECENT, now, _RESULTS[look])
        return ListView(stream, await _scene(tx, now, stream_id, found), look, found)


async def occasion(db: Database, clock: Clock, visitor: Visitor, ref: int, page: int) -> OccasionView:
    """Return a page of the occasion one notice belongs to; OutOfDate where it is forgotten."""
    async with db.read() as tx:
        present = await _organizer(tx, clock, visitor)
        found = await notice_list.occasion(tx, ref)
        if found is None:
            raise OutOfDate("error-notice-forgotten")
        if found.stream_id is not None:
            require_role(present, found.stream_id, Role.ORGANIZER)
        elif not present.administrator:
            raise NotAllowed
        number, pages = _page(found.tallies, page)
        lines = await notice_list.lines_of_occasion(tx, found, number * PAGE, PAGE)
        scene = await _scene(tx, clock.now(), found.stream_id, [found])
        return OccasionView(found, scene, lines, number, pages)


async def about_event(db: Database, clock: Clock, visitor: Visitor, event_id: int) -> EventNotices:
    """Return every occasion about an event of a stream the visitor organizes."""
    async with db.read() as tx:
        await _organizer(tx, clock, visitor)
        known = await found_event(tx, event_id)
        if known is None:
            raise OutOfDate("schedule-gone-event")
        stream = await _stream(tx, clock, visitor, known.stream_id)
        subject = event_subject(event_id)
        found = await notice_list.occasions_about(tx, stream.id, subject)
        events = await _events(tx, [subject])
        modules = await coming_events.published_modules(tx, stream.id)
        scene = Scene(clock.now(), whereabouts(modules, clock.now(), None), events, modules)
        return EventNotices(stream, event_id, scene, found)


async def of_person(
    db: Database, clock: Clock, visitor: Visitor, person_id: int, page: int = 0
) -> PersonNotices:
    """Return a page of a person's notices; only in streams the visitor organizes."""
    async with db.read() as tx:
        present = await _organizer(tx, clock, visitor)
        streams = await organized(tx, present)
        person = await people.person(tx, person_id)
        parts = await roster.parts_of(tx, person_id)
        if person is None or not any(part.stream.id in streams for part in parts):
            raise NotAllowed
        alone = present.administrator
        tallies = tuple(await notice_list.tallies_of_person(tx, person_id, streams, alone))
        number, pages = _page(tallies, page)
        lines = await notice_list.lines_of_person(tx, person_id, streams, alone, number * PAGE, PAGE)
        account, muted = await roster.account(tx, person_id), await muted_of(tx, person_id)
        about = [line.subject for line in lines]
        events, names = await _events(tx, about), await names_of_subjects(tx, about)
        scene = Scene(clock.now(), person.zone or MOSCOW, events, names=names)
        return PersonNotices(person, account, muted, scene, tallies, lines, number, pages)


async def _organizer(tx: Tx, clock: Clock, visitor: Visitor) -> Visitor:
    present = await present_visitor(tx, clock, visitor)
    require_admission(present)
    if not present.roles & {Role.ORGANIZER, Role.ADMINISTRATOR}:
        raise NotAllowed
    return present


async def _stream(tx: Tx, clock: Clock, visitor: Visitor, stream_id: int) -> Stream:
    require_role(await present_visitor(tx, clock, visitor), stream_id, Role.ORGANIZER)
    stream = next((one for one in await programme.all_streams(tx) if one.id == stream_id), None)
    if stream is None:
        raise NotAllowed
    return stream


async def _scene(tx: Tx, now: datetime, stream_id: int | None, about: Sequence[Occasion]) -> Scene:
    modules = () if stream_id is None else await coming_events.published_modules(tx, stream_id)
    subjects = [one.subject for one in about]
    events, names = await _events(tx, subjects), await names_of_subjects(tx, subjects)
    return Scene(now, whereabouts(modules, now, None), events, modules, names)


async def _events(tx: Tx, subjects: Iterable[str]) -> Mapping[int, Event]:
    numbers = {number for number in map(event_number, subjects) if number is not None}
    return await coming_events.events_by_id(tx, numbers)


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), zone_named(zone)).astimezone(UTC)


def _page(tallies: Iterable[Tally], wanted: int) -> tuple[int, int]:
    """Return the number of the page meant, the last one for a number beyond it, and how many there are."""
    pages = max(1, -(-counted(tallies).all // PAGE))
    return min(max(wanted, 0), pages - 1), pages
