"""What people say of themselves when a bus is about to leave: one verb, one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.excursions.boarding import (
    BusFacts,
    By,
    Mark,
    Marked,
    Rider,
    Scene,
    Stage,
    Way,
    catching_up,
    leaves_at,
    opens_at,
    room_in,
    stage_of,
)
from bot.excursions.boarding_views import BoardingView, Reply
from bot.excursions.places_actions import release
from bot.notices.planning import Planning
from bot.people.actions import present_visitor
from bot.people.assistant_actions import record
from bot.people.assistants import Deed
from bot.people.model import Person, Visitor
from bot.people.rights import require_admission
from bot.programme.lead_times import Leads
from bot.schedule.settings import LEAD_TIMES
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from db import boarding, boarding_reads
from db.engine import Database, Tx
from db.excursion_reads import stream_of_event
from db.places import lock_events
from db.settings import settings_of_stream
from db.updates import first_time

AHEAD = timedelta(days=7)
"""How far ahead an excursion may be that somebody means who writes «не поеду»."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody says: `bus_id` names another bus than their own, `sure` answers the question before."""

    event_id: int
    way: Way
    mark: Mark
    bus_id: int | None = None
    sure: bool = False


async def board(db: Database, clock: Clock, planning: Planning, visitor: Visitor, wish: Wish) -> BoardingView:
    """Write that the visitor is in the bus, or does not go; pressed again, nothing is written again.

    «Не поеду» gives a place that the person took alone back, once they are `sure`. OutOfDate for an
    excursion that is gone, Refusal for whoever has no place on it, before and after its time.
    """
    async with db.write() as tx:
        present = await present_visitor(tx, clock, visitor)
        require_admission(present)
        if wish.bus_id is not None:  # the last place of another bus is taken once
            await lock_events(tx, [wish.event_id])
        alone = wish.bus_id is None
        own = await _own_place(tx, clock, present, wish, alone=alone)
        view = _answer(own, wish, clock)
        if alone and view.reply in _ELSEWHERE:
            view = _answer(await _own_place(tx, clock, present, wish, alone=False), wish, clock)
        if view.reply in _WRITTEN and await first_time(tx, visitor.update_id, "board", clock.now()):
            await _write(tx, clock, planning, own, wish, view)
        return view


async def board_by_word(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, mark: Mark
) -> BoardingView:
    """Do what «я в автобусе» says about the boarding that is open; «не поеду» is always asked about first.

    Refusal where there is nothing it could be about.
    """
    async with db.read() as tx:
        present = await present_visitor(tx, clock, visitor)
        require_admission(present)
        wish = await _meant(tx, clock, present, mark)
        own = await _own_place(tx, clock, present, wish, alone=False)
        view = _answer(own, wish, clock)
    if mark is Mark.IN:
        return await board(db, clock, planning, visitor, wish)
    return replace(view, reply=Reply.SURE) if view.reply in _WRITTEN else view


@dataclass(frozen=True, slots=True)
class _Own:
    """The visitor's part in an excursion."""

    visitor: Visitor
    scene: Scene
    rider: Rider
    person: Person
    leads: Leads

    @property
    def assistant(self) -> Person | None:
        return None if self.visitor.assistance is None else self.visitor.assistance.assistant


_WRITTEN = frozenset({Reply.ABOARD, Reply.STAYING, Reply.GIVEN_BACK})


_ELSEWHERE = frozenset({Reply.LEFT, Reply.NO_ROOM, Reply.WHICH_BUS})
"""Answers that name other buses: how many are in those must be known."""


async def gone(tx: Tx, present: Visitor, event_id: int) -> Refusal:
    """Step: return why an excursion that is not published is not shown; who is in its stream may know it."""
    stream_id = await stream_of_event(tx, event_id)
    if stream_id is not None and not present.roles_in(stream_id):
        return NotAllowed()
    return OutOfDate("excursions-gone")


async def _own_place(tx: Tx, clock: Clock, present: Visitor, wish: Wish, *, alone: bool) -> _Own:
    """Read the visitor's part in an excursion; `alone` leaves everybody else out."""
    way, person = wish.way, present.person
    only = person.id if alone and person is not None else None
    scene = await boarding_reads.scene(tx, wish.event_id, clock.now().date(), only)
    if scene is None:
        raise await gone(tx, present, wish.event_id)
    if not present.roles_in(scene.stream_id):
        raise NotAllowed
    rider = None if person is None else scene.rider(person.id)
    if rider is None or person is None:
        raise Refusal("error-boarding-no-place")
    if way is Way.BACK and rider not in scene.expected(Way.BACK):
        raise Refusal("error-boarding-not-there")
    return _Own(present, scene, rider, person, await leads_of(tx, scene))


def _answer(own: _Own, wish: Wish, clock: Clock) -> BoardingView:
    """Return what is to be said, and thereby done (pure but for the moment)."""
    scene, way, now = own.scene, wish.way, clock.now()
    target = wish.bus_id if wish.bus_id is not None else scene.place_of(way, own.rider)
    if wish.bus_id is not None and scene.bus(wish.bus_id) is None:
        raise OutOfDate("excursions-gone")
    stage, said = stage_of(scene, way, target, own.leads, now), scene.mark(way, own.rider.id)
    others: Sequence[BusFacts] = ()
    if stage is Stage.OVER:
        raise Refusal("error-boarding-cancelled" if scene.event.cancelled else "error-boarding-over")
    if stage is Stage.AHEAD and way is Way.BACK:
        raise Refusal("error-boarding-back-ahead")
    if wish.mark is Mark.OUT:
        reply = _staying(own, wish, stage, said)
    else:
        reply = _aboard(own, wish, stage, said, target)
        if reply in _ELSEWHERE:
            others = catching_up(scene, way, target, own.leads, now)
    leaves = leaves_at(scene, target)
    opens = opens_at(leaves, own.leads, scene.event.zone)
    return BoardingView(reply, scene, way, scene.bus(target), leaves, opens, others)


def _aboard(own: _Own, wish: Wish, stage: Stage, said: Marked | None, target: int | None) -> Reply:
    scene = own.scene
    if said is not None and said.mark is Mark.IN and wish.bus_id in {None, said.bus_id}:
        return Reply.ABOARD_ALREADY
    if stage is Stage.AHEAD:
        return Reply.TOO_EARLY
    if stage is Stage.LEFT:
        return Reply.LEFT
    if target is None and len(scene.buses) > 1:
        return Reply.WHICH_BUS
    bus = scene.bus(target)
    moves = bus is not None and scene.place_of(wish.way, own.rider) != bus.id
    if bus is not None and moves and room_in(scene, wish.way, bus) <= 0:
        return Reply.NO_ROOM
    return Reply.ABOARD


def _staying(own: _Own, wish: Wish, stage: Stage, said: Marked | None) -> Reply:
    if said is not None and said.mark is Mark.OUT:
        return Reply.STAYING_ALREADY
    if own.rider.signed and wish.way is Way.THERE and stage is not Stage.LEFT:
        return Reply.GIVEN_BACK if wish.sure else Reply.SURE
    return Reply.STAYING


async def _write(tx: Tx, clock: Clock, planning: Planning, own: _Own, wish: Wish, view: BoardingView) -> None:
    event, now = own.scene.event, clock.now()
    deed = Deed.BOARDED if view.reply is Reply.ABOARD else Deed.STAYED
    await record(tx, clock, own.visitor, deed, event.id, event.id)
    if view.reply is Reply.GIVEN_BACK:
        await boarding.remove_mark(tx, event.id, own.rider.id, wish.way)
        await release(tx, planning, now, own.scene.stream_id, event.id, own.rider.id)
        return
    said = boarding.Said(
        event_id=event.id,
        person_id=own.rider.id,
        way=wish.way,
        starts_at=event.starts_at,
        mark=wish.mark,
        bus_id=None if view.bus is None else view.bus.id,
        marked_at=now,
        by=By.SELF if own.assistant is None else By.ASSISTANT,
        marked_by=None if own.assistant is None else own.assistant.id,
    )
    await boarding.write_mark(tx, said)


async def _meant(tx: Tx, clock: Clock, present: Visitor, mark: Mark) -> Wish:
    """Return which excursion somebody means who names none: the one whose boarding is open, or the next."""
    now = clock.now()
    streams = {part.stream.id for part in present.enrolments}
    since, until = now - timedelta(days=1), now + AHEAD
    near = await boarding_reads.scenes_between(tx, streams, since, until, now.date())
    person = present.person.id if present.person else 0
    ahead: list[Wish] = []
    for scene in near:
        rider = scene.rider(person)
        if rider is None or scene.event.cancelled:
            continue
        leads = await leads_of(tx, scene)
        for way in (Way.BACK, Way.THERE):
            stage = stage_of(scene, way, scene.place_of(way, rider), leads, now)
            wish = Wish(scene.event.id, way, mark)
            if stage is Stage.OPEN and rider in scene.expected(way):
                return wish
            if way is Way.THERE and stage in {Stage.AHEAD, Stage.LEFT} and scene.event.ends_at > now:
                ahead.append(wish)
    if not ahead:
        raise Refusal("error-boarding-nothing")
    return ahead[0]


async def leads_of(tx: Tx, scene: Scene) -> Leads:
    """Step: return how long before an excursion of this kind people are reminded of it."""
    settings = await settings_of_stream(tx, scene.stream_id)
    return settings.value(LEAD_TIMES[scene.event.kind])
