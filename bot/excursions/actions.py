"""How visitors read excursions: where and when to gather, in which bus."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.excursions.model import Entry, Excursion
from bot.excursions.places import Standing, standing_of
from bot.excursions.views import ExcursionsView, ExcursionView
from bot.people.model import Role, Visitor
from bot.programme.model import Stream
from bot.schedule.own import Belonging, is_own
from bot.schedule.reading import Desk, sit_down
from bot.schedule.views import Unpublished
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from db.engine import Database
from db.excursion_reads import FoundExcursion, excursion_of_event, excursions_after, stream_of_event
from db.members import STAFF
from db.places import read_places


async def excursions(
    db: Database, clock: Clock, visitor: Visitor, everything: bool = False
) -> ExcursionsView | Unpublished:
    """Read the excursions of the current stream that have not ended; own ones, or all."""
    async with sit_down(db, clock, visitor) as desk:
        stream = desk.streams.current
        if stream.published_id is None:
            return Unpublished(desk.reader(stream))
        found = await excursions_after(desk.tx, stream.id, stream.published_id, desk.person_id, desk.now)
        own = [one for one in found if _own(desk, stream, one)]
        shown = tuple(one.excursion for one in (found if everything else own))
        return ExcursionsView(
            reader=desk.reader(stream),
            excursions=shown,
            others=len(found) - len(own),
            everything=everything,
            standings=await _standings(desk, shown),
        )


async def excursion(db: Database, clock: Clock, visitor: Visitor, event_id: int) -> ExcursionView:
    """Open an excursion of one of the visitor's streams.

    NotAllowed for another stream's, OutOfDate where the published programme has it no longer.
    """
    async with sit_down(db, clock, visitor) as desk:
        stream_id = await stream_of_event(desk.tx, event_id)
        if stream_id is None:
            raise OutOfDate("excursions-gone")
        stream = desk.streams.with_id(stream_id)
        if stream.published_id is None:
            raise OutOfDate("excursions-gone")
        found = await excursion_of_event(desk.tx, stream.id, stream.published_id, desk.person_id, event_id)
        if found is None:
            raise OutOfDate("excursions-gone")
        roles = visitor.roles_in(stream_id)
        return ExcursionView(
            reader=desk.reader(stream),
            excursion=found.excursion,
            own=_own(desk, stream, found),
            standing=(await _standings(desk, [found.excursion])).get(event_id),
            may_sign_up=bool(roles - STAFF) and is_own(found.excursion.event, _meant(desk, stream, found)),
            organizes=Role.ORGANIZER in roles,
        )


async def _standings(desk: Desk, excursions: Sequence[Excursion]) -> Mapping[int, Standing]:
    """Return by event how the reader stands to those that people sign up for; often nothing is read."""
    signed = [one.event.id for one in excursions if one.entry is Entry.SIGN_UP]
    places = await read_places(desk.tx, signed) if signed else {}
    return {key: standing_of(one, desk.person_id, desk.now) for key, one in places.items()}


def _meant(desk: Desk, stream: Stream, found: FoundExcursion) -> Belonging:
    """Return what the reader belongs to as a participant: organizers see all, but are not meant by all."""
    buses = {found.excursion.event.module_id: found.buses}
    return replace(desk.belonging(stream, buses), sees_everything=False)


def _own(desk: Desk, stream: Stream, found: FoundExcursion) -> bool:
    """Tell whether an excursion is the reader's own: by the timetable's rule, or by a seat."""
    event = found.excursion.event
    belonging = desk.belonging(stream, {event.module_id: found.buses})
    return found.excursion.seated or is_own(event, belonging)
