"""What organizers ask about excursions that have been: who was there."""

from collections.abc import Sequence
from datetime import timedelta

from bot.excursions.attendance import AttendanceRow, AttendancesView, Visit
from bot.excursions.boarding import Scene, Way
from bot.excursions.boarding_actions import gone
from bot.people.access_actions import organized
from bot.people.actions import present_visitor
from bot.people.model import Role, Visitor
from bot.people.rights import require_admission, require_role
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed
from db import attendance, boarding_reads, programme
from db.engine import Database, Tx

LONG = timedelta(days=400)
"""How far back the list goes."""


async def past(db: Database, clock: Clock, visitor: Visitor) -> AttendancesView:
    """Return the excursions of the visitor's streams that have begun; NotAllowed for who organizes none."""
    async with db.read() as tx:
        return AttendancesView(await _past(tx, clock, await _streams(tx, clock, visitor)))


async def of_event(db: Database, clock: Clock, visitor: Visitor, event_id: int) -> Scene:
    """Return an excursion with everybody who was to go; NotAllowed for other streams'."""
    async with db.read() as tx:
        present = await present_visitor(tx, clock, visitor)
        require_admission(present)
        scene = await boarding_reads.scene(tx, event_id, clock.now().date())
        if scene is None:
            raise await gone(tx, present, event_id)
        require_role(present, scene.stream_id, Role.ORGANIZER)
        return scene


async def visits(db: Database, clock: Clock, visitor: Visitor, person_id: int) -> Sequence[Visit]:
    """Return somebody's excursions in the streams the visitor organizes, the newest first."""
    async with db.read() as tx:
        streams = await _streams(tx, clock, visitor)
        return await attendance.visits_of(tx, person_id, streams, clock.now())


async def rows(db: Database, clock: Clock, visitor: Visitor | None) -> list[AttendanceRow]:
    """Return everybody of every past excursion of the visitor's streams; None is the operator."""
    async with db.read() as tx:
        every = {stream.id: stream for stream in await programme.all_streams(tx)}
        known = list(every) if visitor is None else await _streams(tx, clock, visitor)
        found = []
        for scene in reversed(await _past(tx, clock, known)):
            for rider in sorted(scene.riders, key=lambda one: (one.name, one.id)):
                bus = scene.bus(scene.place_of(Way.THERE, rider))
                there, back = (scene.mark(way, rider.id) for way in Way)
                found += [AttendanceRow(every[scene.stream_id], scene, rider, bus, there, back)]
        return found


async def _past(tx: Tx, clock: Clock, streams: Sequence[int]) -> list[Scene]:
    """Read the excursions people boarded for, the newest first."""
    now = clock.now()
    found = await boarding_reads.scenes_between(tx, streams, now - LONG, now, now.date())
    return [scene for scene in reversed(found) if not scene.event.cancelled and (scene.buses or scene.marks)]


async def _streams(tx: Tx, clock: Clock, visitor: Visitor) -> list[int]:
    present = await present_visitor(tx, clock, visitor)
    require_admission(present)
    streams = await organized(tx, present)
    if not streams and not present.administrator:
        raise NotAllowed
    return streams
