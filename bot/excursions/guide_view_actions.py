"""What guides and organizers see of their buses, and which of their messages are kept up to date."""

from datetime import datetime, timedelta

from bot.excursions.boarding import Scene, Way, leaves_at, roll_of, stage_of
from bot.excursions.boarding_actions import gone, leads_of
from bot.excursions.boarding_views import BusesView, BusView, RiderView
from bot.people.access_actions import organized
from bot.people.actions import present_visitor
from bot.people.model import Role, Visitor
from bot.people.rights import require_admission
from bot.programme.lead_times import Leads
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate
from db import boarding, boarding_reads
from db.boarding import LiveView
from db.engine import Database, Tx

BEFORE, BEHIND = timedelta(hours=18), timedelta(hours=6)
"""How far ahead and behind an excursion may be whose buses are listed."""


async def buses(db: Database, clock: Clock, visitor: Visitor) -> BusesView:
    """Return the buses the visitor looks after today, the soonest first; NotAllowed for nobody's guide."""
    async with db.read() as tx:
        present = await present_visitor(tx, clock, visitor)
        require_admission(present)
        streams = set(await organized(tx, present))
        guided = await _guided(tx, present)
        if not streams and not guided and Role.GUIDE not in present.roles:
            raise NotAllowed
        now = clock.now()
        every = streams | {part.stream.id for part in present.enrolments}
        scenes = await boarding_reads.scenes_between(tx, every, now - BEHIND, now + BEFORE, now.date())
        found = []
        for scene in scenes:
            mine = [one for one in scene.bus_ids if scene.stream_id in streams or one in guided]
            if mine and not scene.event.cancelled:
                leads = await leads_of(tx, scene)
                found += [view_at(scene, one, _present_way(scene, one), leads, now) for one in mine]
        found.sort(key=lambda one: (one.leaves, one.scene.event.id))
        return BusesView(found, bool(streams), now)


async def bus(
    db: Database, clock: Clock, visitor: Visitor, event_id: int, bus_id: int | None, way: Way | None = None
) -> BusView:
    """Return a bus; without a way, the one people board for now. NotAllowed for who is not its guide."""
    async with db.read() as tx:
        return await bus_in(tx, clock, visitor, event_id, bus_id, way)


async def rider(
    db: Database, clock: Clock, visitor: Visitor, event_id: int, bus_id: int | None, way: Way, person_id: int
) -> RiderView:
    """Return somebody on a bus's list; OutOfDate where they are on it no longer."""
    async with db.read() as tx:
        view = await bus_in(tx, clock, visitor, event_id, bus_id, way)
        return rider_of(view, person_id)


async def bus_in(
    tx: Tx, clock: Clock, visitor: Visitor, event_id: int, bus_id: int | None, way: Way | None = None
) -> BusView:
    """Step: return a bus as the visitor may see it at this moment.

    NotAllowed for whoever neither guides it by the published programme nor organizes the stream;
    OutOfDate where the excursion or the bus is gone.
    """
    present = await present_visitor(tx, clock, visitor)
    require_admission(present)
    scene = await boarding_reads.scene(tx, event_id, clock.now().date())
    if scene is None:
        raise await gone(tx, present, event_id)
    if not looks_after(present, scene, bus_id):
        raise NotAllowed
    if bus_id is not None and scene.bus(bus_id) is None:
        raise OutOfDate("excursions-gone")
    way = way or _present_way(scene, bus_id)
    return view_at(scene, bus_id, way, await leads_of(tx, scene), clock.now())


async def watch(db: Database, clock: Clock, visitor: Visitor, view: LiveView) -> None:
    """Keep a message that shows a bus up to date from now on."""
    async with db.write() as tx:
        await bus_in(tx, clock, visitor, view.event_id, view.bus_id, view.way)
        await boarding.watch(tx, view)


def live(visitor: Visitor, message_id: int, view: BusView, page: int = 0) -> LiveView:
    """Return how a message of the visitor's own chat is kept up to date."""
    event_id = view.scene.event.id
    return LiveView(visitor.chat_id, message_id, visitor.user_id, event_id, view.bus_id, view.way, page)


async def page_of_view(db: Database, visitor: Visitor, message_id: int) -> int:
    """Return the page a message shows, the first where it is not kept up to date."""
    async with db.read() as tx:
        found = await boarding.live_view(tx, visitor.chat_id, message_id)
        return 0 if found is None else found.page


async def unwatch(db: Database, chat_id: int, message_id: int) -> None:
    """Leave a message as it is from now on: it shows something else."""
    async with db.write() as tx:
        await boarding.unwatch(tx, chat_id, message_id)


def looks_after(present: Visitor, scene: Scene, bus_id: int | None) -> bool:
    """Tell whether somebody organizes an excursion or guides one of its buses (pure)."""
    if Role.ORGANIZER in present.roles_in(scene.stream_id):
        return True
    guided = scene.bus(bus_id)
    return (
        guided is not None
        and guided.guide is not None
        and present.assistance is None
        and present.person is not None
        and present.person.id == guided.guide.id
        and bool(present.roles_in(scene.stream_id))
    )


async def _guided(tx: Tx, present: Visitor) -> frozenset[int]:
    if present.person is None or present.assistance is not None:
        return frozenset()
    return await boarding_reads.guided_buses(tx, present.person.id)


def view_at(scene: Scene, bus_id: int | None, way: Way, leads: Leads, now: datetime) -> BusView:
    """Return a bus of an excursion as it is at a moment (pure)."""
    stage = stage_of(scene, way, bus_id, leads, now)
    roll, leaves = roll_of(scene, way, bus_id), leaves_at(scene, bus_id)
    return BusView(scene, way, scene.bus(bus_id), roll, stage, leaves, now)


def _present_way(scene: Scene, bus_id: int | None) -> Way:
    """Return which way people board for: back as soon as that has begun."""
    return Way.BACK if scene.has_begun(Way.BACK, bus_id) else Way.THERE


def rider_of(view: BusView, person_id: int) -> RiderView:
    """Return somebody on a bus's list; OutOfDate for anybody else (pure)."""
    roll = view.roll
    for one in (*roll.missing, *roll.aboard, *roll.staying):
        if one.id == person_id:
            return RiderView(view, one)
    raise OutOfDate("boarding-not-listed")
