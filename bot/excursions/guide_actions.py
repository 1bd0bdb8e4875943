"""What guides and organizers do at a bus: mark by hand, say that it leaves, call, go back."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.excursions.boarding import (
    By,
    Mark,
    Stage,
    Way,
)
from bot.excursions.boarding_notices import BACK_FOR, BUS_CALLS, CALL_FOR, RIDE_BACK, call_key
from bot.excursions.boarding_views import BusView, RiderView
from bot.excursions.guide_view_actions import bus_in, rider_of
from bot.notices.model import NoticeKind, Wanted
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.schedule.subjects import event_subject
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from db import boarding
from db.engine import Database
from db.members import members
from db.places import lock_events
from db.updates import first_time


@dataclass(frozen=True, slots=True)
class Called:
    """How many of the missing are written to, and how many must be phoned: the bot cannot write to them."""

    written: int
    to_phone: int


async def mark_by_hand(
    db: Database,
    clock: Clock,
    visitor: Visitor,
    event_id: int,
    bus_id: int | None,
    way: Way,
    person_id: int,
    mark: Mark | None,
) -> RiderView:
    """Say of somebody on the list that they are in the bus or do not go; None takes back what was said."""
    async with db.write() as tx:
        view = await bus_in(tx, clock, visitor, event_id, bus_id, way)
        known = rider_of(view, person_id)
        said = view.said_of(known.rider)
        if await first_time(tx, visitor.update_id, "mark-by-hand", clock.now()):
            if mark is None:
                await boarding.remove_mark(tx, event_id, person_id, way)
            elif said is None or said.mark is not mark:
                by_hand = boarding.Said(
                    event_id=event_id,
                    person_id=person_id,
                    way=way,
                    starts_at=view.scene.event.starts_at,
                    mark=mark,
                    bus_id=bus_id,
                    marked_at=clock.now(),
                    by=By.STAFF,
                    marked_by=visitor.person.id if visitor.person else None,
                )
                await boarding.write_mark(tx, by_hand)
        return RiderView(await bus_in(tx, clock, visitor, event_id, bus_id, way), known.rider)


async def say_left(
    db: Database,
    clock: Clock,
    visitor: Visitor,
    event_id: int,
    bus_id: int | None,
    way: Way,
    left: bool,
) -> BusView:
    """Say that a bus has left, or that it stands there still; said twice, the first time counts."""
    async with db.write() as tx:
        await lock_events(tx, [event_id])
        view = await bus_in(tx, clock, visitor, event_id, bus_id, way)
        if not (left and view.left_at is not None):
            _require_day(view)
            if left:
                _require_begun(view)
            if await first_time(tx, visitor.update_id, "bus-left", clock.now()):
                now, told_by = clock.now(), visitor.person.id if visitor.person else None
                said = {"left_at": now, "told_by": told_by}
                if not left:
                    said = {"left_at": None, "begun_at": now, "told_by": told_by}
                starts_at = view.scene.event.starts_at
                await boarding.write_ride(tx, event_id, bus_id, way, starts_at, **said)
        return await bus_in(tx, clock, visitor, event_id, bus_id, way)


async def begin_back(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, event_id: int, bus_id: int | None
) -> BusView:
    """Begin boarding for the way back: whoever went there is expected, and is told so once."""
    async with db.write() as tx:
        await lock_events(tx, [event_id])
        view = await bus_in(tx, clock, visitor, event_id, bus_id, Way.BACK)
        _require_day(view)
        now = clock.now()
        if not view.back_begun and await first_time(tx, visitor.update_id, "begin-back", now):
            told_by = visitor.person.id if visitor.person else None
            starts_at = view.scene.event.starts_at
            await boarding.write_ride(
                tx, event_id, bus_id, Way.BACK, starts_at, begun_at=now, left_at=None, told_by=told_by
            )
            missing = [one.id for one in view.roll.missing]
            await planning.put(tx, now, _letters(view, RIDE_BACK, missing, now, BACK_FOR))
        return await bus_in(tx, clock, visitor, event_id, bus_id, Way.BACK)


async def call_missing(
    db: Database,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    event_id: int,
    bus_id: int | None,
    way: Way,
) -> Called:
    """Write to whoever is missing, at most once a minute; return how many that reaches."""
    async with db.write() as tx:
        view = await bus_in(tx, clock, visitor, event_id, bus_id, way)
        _require_day(view)
        _require_begun(view)
        if not view.stands:
            raise Refusal("error-boarding-not-open")
        now, missing = clock.now(), [one.id for one in view.roll.missing]
        if await first_time(tx, visitor.update_id, "call-missing", now):
            await planning.put(tx, now, _letters(view, BUS_CALLS, missing, now, CALL_FOR))
        entered = await members(tx, view.scene.stream_id, now.date(), missing)
        reached = sum(one.reachable for one in entered)
        return Called(reached, len(missing) - reached)


def _require_day(view: BusView) -> None:
    """Refuse what belongs to the day of an excursion, when it is over or cancelled."""
    if view.stage is Stage.OVER:
        raise Refusal("error-boarding-cancelled" if view.scene.event.cancelled else "error-boarding-over")


def _require_begun(view: BusView) -> None:
    """Refuse what belongs to boarding, before it has opened."""
    if view.stage is Stage.AHEAD:
        raise Refusal("error-boarding-ahead")


def _letters(
    view: BusView, kind: NoticeKind, people: list[int], now: datetime, use: timedelta
) -> list[Wanted]:
    event = view.scene.event
    return [
        Wanted(
            key=call_key(kind, event, view.bus_id, view.way, now, person_id),
            kind=kind.name,
            subject=event_subject(event.id),
            due_at=now,
            stale_after=now + use,
            zone=event.zone,
            stream_id=view.scene.stream_id,
            person_id=person_id,
            happens_at=event.starts_at,
            params={"bus": view.bus_id or 0, "way": view.way.value},
        )
        for person_id in people
    ]
