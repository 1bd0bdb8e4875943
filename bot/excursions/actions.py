"""How visitors read excursions: where and when to gather, in which bus."""

from bot.excursions.views import ExcursionsView, ExcursionView
from bot.people.model import Visitor
from bot.programme.model import Stream
from bot.schedule.own import is_own
from bot.schedule.reading import Desk, sit_down
from bot.schedule.views import Unpublished
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from db.engine import Database
from db.excursion_reads import FoundExcursion, excursion_of_event, excursions_after, stream_of_event


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
        return ExcursionsView(
            reader=desk.reader(stream),
            excursions=tuple(one.excursion for one in (found if everything else own)),
            others=len(found) - len(own),
            everything=everything,
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
        return ExcursionView(desk.reader(stream), found.excursion, _own(desk, stream, found))


def _own(desk: Desk, stream: Stream, found: FoundExcursion) -> bool:
    """Tell whether an excursion is the reader's own: by the timetable's rule, or by a seat."""
    event = found.excursion.event
    belonging = desk.belonging(stream, {event.module_id: found.buses})
    return found.excursion.seated or is_own(event, belonging)
