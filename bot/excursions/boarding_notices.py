"""The timed messages of boarding: to guides when it opens, to the missing before the bus leaves (pure)."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot.excursions.boarding import GRACE, Scene, Way, leaves_at, opens_at
from bot.notices.keys import minute
from bot.notices.model import NoticeKind, Quiet, Urgency, Wanted
from bot.programme.lead_times import Leads
from bot.schedule.model import Event
from bot.schedule.subjects import event_subject

BUS_LEAVES = NoticeKind("bus-leaves", Urgency.URGENT, Quiet.PASSES, bundled=False)
"""«Автобус уходит через 5 минут»: only to those who are missing, whatever the hour; nobody can mute it."""

BUS_CALLS = NoticeKind("bus-calls", Urgency.URGENT, Quiet.PASSES, bundled=False)
"""The guide calls those who are missing."""

RIDE_BACK = NoticeKind("ride-back", Urgency.URGENT, Quiet.PASSES, bundled=False)
"""Boarding for the way back has begun."""

BOARDING_OPENED = NoticeKind("boarding-opened", quiet=Quiet.PASSES, bundled=False)
"""To the guide: people can say now that they are in the bus."""

KINDS = (BUS_LEAVES, BUS_CALLS, RIDE_BACK, BOARDING_OPENED)
PLANNED = frozenset({BUS_LEAVES.name, BOARDING_OPENED.name})
"""The kinds a planner asks for; the others are acts of guides."""

CALL_FOR, BACK_FOR = timedelta(minutes=10), timedelta(hours=1)
"""How long a guide's call, and the word of the way back, make sense."""


def wanted_of(
    scene: Scene, lead: int, leads: Leads, entered: Collection[int], now: datetime, until: datetime
) -> Iterator[Wanted]:
    """Yield what an excursion asks for until a moment.

    `lead` is how many minutes before a bus leaves the missing are called, 0 for never; without a bus nobody
    is. `entered` are those who can be written to, guides among them. Whoever guides a bus, or has entered,
    only since boarding has opened is told at once.
    """
    if scene.event.cancelled:
        return
    yield from _openings(scene, leads, entered, now, until)
    if not lead or not scene.buses:
        return
    for rider in scene.riders:
        bus_id = scene.place_of(Way.THERE, rider)
        leaves = leaves_at(scene, bus_id)
        due_at = leaves - timedelta(minutes=lead)
        if rider.id in entered and due_at <= until:
            key = f"bus-leaves:{scene.event.id}:{bus_id or 0}:{lead}@{minute(leaves)}:person:{rider.id}"
            yield _wanted(scene, BUS_LEAVES, key, rider.id, due_at, leaves, leaves + GRACE)


def call_key(
    kind: NoticeKind, event: Event, bus_id: int | None, way: Way, now: datetime, person_id: int
) -> str:
    """Return the key of a guide's call: one a minute, and of the way back one for each hour it may have."""
    at = minute(event.starts_at if kind is RIDE_BACK else now)
    return f"{kind.name}:{event.id}:{bus_id or 0}:{way}@{at}:person:{person_id}"


def _openings(
    scene: Scene, leads: Leads, entered: Collection[int], now: datetime, until: datetime
) -> Iterator[Wanted]:
    for bus in scene.buses:
        leaves = leaves_at(scene, bus.id)
        due_at = opens_at(leaves, leads, scene.event.zone)
        if bus.guide is not None and bus.guide.id in entered and now < leaves and due_at <= until:
            key = f"boarding:{scene.event.id}:{bus.id}@{minute(leaves)}:guide:{bus.guide.id}"
            opened = _wanted(scene, BOARDING_OPENED, key, bus.guide.id, due_at, leaves, leaves)
            yield replace(opened, even_late=True)


def _wanted(
    scene: Scene,
    kind: NoticeKind,
    key: str,
    person_id: int,
    due_at: datetime,
    leaves: datetime,
    stale_after: datetime,
) -> Wanted:
    return Wanted(
        key=key,
        kind=kind.name,
        subject=event_subject(scene.event.id),
        due_at=due_at,
        stale_after=stale_after,
        zone=scene.event.zone,
        stream_id=scene.stream_id,
        person_id=person_id,
        happens_at=leaves,
    )
