"""How visitors open one thing of the timetable: an event, a venue, the own travel."""

from bot.people.model import Role, Visitor
from bot.programme.model import Stream
from bot.schedule.lookup import nearest_module
from bot.schedule.model import Module
from bot.schedule.own import is_own
from bot.schedule.reading import Desk, sit_down
from bot.schedule.views import EventView, TripView, Unpublished, VenueView
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from db.engine import Database
from db.schedule_cards import found_event, travel_to, venue_in, what_to_bring
from db.timetable import own_buses


async def event(db: Database, clock: Clock, visitor: Visitor, event_id: int) -> EventView:
    """Open an event of one of the visitor's streams.

    NotAllowed for another stream's event, OutOfDate where the published programme has it no longer.
    """
    async with sit_down(db, clock, visitor) as desk:
        found = await found_event(desk.tx, event_id)
        if found is None:
            raise OutOfDate("schedule-gone-event")
        stream = desk.streams.with_id(found.stream_id)
        if found.details is None:
            raise OutOfDate("schedule-gone-event")
        subject = found.details.event
        buses = await own_buses(desk.tx, desk.person_id, subject.module_id) if subject.buses else ()
        belonging = desk.belonging(stream, {subject.module_id: buses})
        organizes = Role.ORGANIZER in desk.visitor.roles_in(stream.id)
        return EventView(desk.reader(stream), found.details, is_own(subject, belonging), organizes)


async def venue(
    db: Database, clock: Clock, visitor: Visitor, stream_id: int | None = None, venue_id: int | None = None
) -> VenueView | Unpublished:
    """Open a venue as a stream's programme has it.

    Without ids, the venue of the current stream's module that runs or comes next.
    NotAllowed for a stream that is not the visitor's, OutOfDate for a venue its programme has not.
    """
    async with sit_down(db, clock, visitor) as desk:
        stream = desk.streams.current if stream_id is None else desk.streams.with_id(stream_id)
        if stream.published_id is None:
            return Unpublished(desk.reader(stream))
        if venue_id is None:
            nearest = await _nearest(desk, stream)
            if nearest is None:
                return Unpublished(desk.reader(stream))
            venue_id = nearest.venue_id
        found = await venue_in(desk.tx, stream.published_id, venue_id)
        if found is None:
            raise OutOfDate("schedule-gone-venue")
        return VenueView(desk.reader(stream), found)


async def trip(
    db: Database, clock: Clock, visitor: Visitor, module_id: int | None = None
) -> TripView | Unpublished:
    """Open the visitor's own travel to a module; without an id, to the one that runs or comes next."""
    async with sit_down(db, clock, visitor) as desk:
        stream = desk.streams.current if module_id is None else await desk.stream_with_module(module_id)
        if stream.published_id is None:
            return Unpublished(desk.reader(stream))
        wanted = await _nearest(desk, stream) if module_id is None else await _module(desk, stream, module_id)
        if wanted is None:
            return Unpublished(desk.reader(stream))
        return TripView(
            reader=desk.reader(stream),
            module=wanted,
            travel=await travel_to(desk.tx, desk.person_id, wanted.id),
            bring=await what_to_bring(desk.tx, stream.published_id, wanted.id),
            group=desk.belonging(stream, {}).group,
        )


async def _nearest(desk: Desk, stream: Stream) -> Module | None:
    return nearest_module(await desk.modules(stream), desk.now)


async def _module(desk: Desk, stream: Stream, module_id: int) -> Module:
    for known in await desk.modules(stream):
        if known.id == module_id:
            return known
    raise OutOfDate("schedule-gone-module")
