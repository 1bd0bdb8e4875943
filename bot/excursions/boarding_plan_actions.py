"""Planning and reading the notices of boarding: what the published programme asks for, facts when sent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.excursions.boarding import Rider, Scene, Stage, Way, leaves_at, stage_of
from bot.excursions.boarding_notices import PLANNED, wanted_of
from bot.excursions.boarding_settings import BUS_LEAVES as LEAD
from bot.notices.model import Notice, Planner, Scope, Wanted
from bot.notices.planning import HORIZON
from bot.people.consent import PROCESSING, VERSIONS
from bot.schedule.planning import LATE, subjects_of
from bot.schedule.settings import LEAD_TIMES
from bot.schedule.subjects import event_number
from db import boarding_reads
from db.engine import Tx
from db.members import members
from db.notice_recipients import recipients
from db.settings import settings_of_stream

SOONEST = timedelta(days=2)
"""How long before an excursion boarding may open at most: a bus of the evening before, and its day."""


@dataclass(frozen=True, slots=True)
class Call:
    """What a notice of boarding is made of: the excursion, the way, the bus, and who is written to."""

    scene: Scene
    way: Way
    bus_id: int | None
    leaves: datetime
    rider: Rider | None


async def _wanted(tx: Tx, now: datetime, scope: Scope) -> list[Wanted]:
    today, until = now.date(), now + HORIZON
    scenes = await boarding_reads.bus_scenes(
        tx, scope.stream_id, scope.events, now - LATE, until + SOONEST, today
    )
    if not scenes:
        return []
    settings = await settings_of_stream(tx, scope.stream_id)
    wanted: list[Wanted] = []
    for scene in scenes:
        leads = settings.value(LEAD_TIMES[scene.event.kind])
        entered = await _entered(tx, scene, today)
        wanted += wanted_of(scene, settings.value(LEAD), leads, entered, now, until)
    return [one for one in wanted if scope.people is None or one.person_id in scope.people]


async def _entered(tx: Tx, scene: Scene, today: date) -> set[int]:
    """Return who of the riders and guides can be written to; an organizer may be a guide."""
    riders = {rider.id for rider in scene.riders}
    guides = {bus.guide.id for bus in scene.buses if bus.guide is not None}
    known = await recipients(tx, guides, today, VERSIONS[PROCESSING])
    consented = {one.person_id for one in known.values() if one.consented}
    return consented | {one.person_id for one in await members(tx, scene.stream_id, today, riders)}


PLANNERS = (Planner(PLANNED, _wanted, subjects_of, by_calendar=True),)
"""The planners of boarding."""


async def leaving(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, Call]:
    """Return, by notice id, the bus that is about to leave without somebody.

    Missing are those who have said anything, whose bus has left, or who ride at another hour by now.
    """
    return await _calls(tx, now, notices, _still_missing)


async def called(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, Call]:
    """Return, by notice id, the bus whose guide calls; missing are those who are missing no more."""
    return await _calls(tx, now, notices, _still_called)


async def opened(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, Call]:
    """Return, by notice id, the bus whose boarding has opened; missing where another guides it now."""
    return await _calls(tx, now, notices, _still_guided)


Fits = Callable[[Scene, Notice, datetime], Call | None]


async def _calls(tx: Tx, now: datetime, notices: Sequence[Notice], fits: Fits) -> Mapping[int, Call]:
    numbers = {notice.id: event_number(notice.subject) or 0 for notice in notices}
    found = await boarding_reads.scenes_of_events(tx, set(numbers.values()), now.date())
    scenes = {scene.event.id: scene for scene in found}
    calls: dict[int, Call] = {}
    for notice in notices:
        scene = scenes.get(numbers[notice.id])
        call = None if scene is None or scene.event.cancelled else fits(scene, notice, now)
        if call is not None:
            calls[notice.id] = call
    return calls


def _still_missing(scene: Scene, notice: Notice, _now: datetime) -> Call | None:
    rider = scene.rider(notice.person_id or 0)
    if rider is None or scene.mark(Way.THERE, rider.id) is not None:
        return None
    bus_id = scene.place_of(Way.THERE, rider)
    leaves = leaves_at(scene, bus_id)
    if leaves != notice.happens_at or scene.left_at(Way.THERE, bus_id) is not None:
        return None
    return Call(scene, Way.THERE, bus_id, leaves, rider)


def _still_called(scene: Scene, notice: Notice, now: datetime) -> Call | None:
    way = Way(notice.params["way"])
    rider = scene.rider(notice.person_id or 0)
    if rider is None or scene.mark(way, rider.id) is not None or rider not in scene.expected(way):
        return None
    bus_id = scene.place_of(way, rider)
    if scene.event.starts_at != notice.happens_at or scene.left_at(way, bus_id) is not None:
        return None
    if stage_of(scene, way, bus_id, (), now) is Stage.OVER:
        return None
    return Call(scene, way, bus_id, leaves_at(scene, bus_id), rider)


def _still_guided(scene: Scene, notice: Notice, _now: datetime) -> Call | None:
    for bus in scene.buses:
        mine = bus.guide is not None and bus.guide.id == notice.person_id
        gone = scene.left_at(Way.THERE, bus.id) is not None
        named = notice.key.startswith(f"boarding:{scene.event.id}:{bus.id}@")
        if mine and named and not gone and leaves_at(scene, bus.id) == notice.happens_at:
            return Call(scene, Way.THERE, bus.id, leaves_at(scene, bus.id), None)
    return None
