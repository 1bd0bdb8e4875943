"""What boarding reads: an excursion with buses, people and marks, for the hour it has now."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, select

from bot.excursions.boarding import BusFacts, By, Guide, Mark, Marked, Rider, Scene, Told, Way, same_ride
from bot.excursions.model import Entry
from bot.people.model import joined_name
from bot.schedule.kinds import EventKind
from bot.schedule.model import Event
from bot.schedule.own import circle_of, is_own
from db.boarding import boarding_marks, bus_rides
from db.engine import Tx
from db.excursions import bus_versions, excursion_versions, seats
from db.members import listeners
from db.notices import batches
from db.outings import PUBLISHED_OUTINGS
from db.people import enrolments, people, people_named, person_of, present
from db.programme import streams
from db.schedule import event_versions
from db.schedule_rows import EVENT_COLUMNS, MODULE_COLUMNS, event_of, module_of

_event, _excursion, _bus = event_versions.c, excursion_versions.c, bus_versions.c

_HAS_BUS = exists().where(_bus.edition_id == _event.edition_id, _bus.event_id == _event.event_id)
_IS_EXCURSION = or_(_event.kind == EventKind.EXCURSION, _excursion.event_id.is_not(None), _HAS_BUS)
_EXCURSIONS = (
    select(
        *MODULE_COLUMNS,
        *EVENT_COLUMNS,
        streams.c.id.label("stream_id"),
        streams.c.published_id,
        streams.c.duty_phone.label("stream_phone"),
        _excursion.entry,
        _excursion.meeting_point,
        _excursion.contact,
    )
    .select_from(PUBLISHED_OUTINGS)
    .where(_IS_EXCURSION)
    .order_by(_event.starts_at, _event.event_id)
)


async def scene(tx: Tx, event_id: int, today: date, only: int | None = None) -> Scene | None:
    """Read an excursion as it is published; None where it is not, or is no excursion.

    `only` names one person of whom alone it is to tell: a tap need not read everybody.
    """
    return next(iter(await scenes(tx, today, _event.event_id == event_id, only=only)), None)


async def scenes_between(
    tx: Tx, stream_ids: Collection[int], since: datetime, until: datetime, today: date
) -> list[Scene]:
    """Read the excursions of some streams that end after a moment and begin before another."""
    of_streams = streams.c.id.in_(sorted(stream_ids))
    return await scenes(tx, today, of_streams, _event.ends_at > since, _event.starts_at < until)


async def scenes_of_events(tx: Tx, event_ids: Collection[int], today: date) -> list[Scene]:
    """Read several excursions, each as it is published."""
    found = []
    for part in batches(sorted(event_ids)):
        found += await scenes(tx, today, _event.event_id.in_(part))
    return found


async def bus_scenes(
    tx: Tx,
    stream_id: int,
    event_ids: Collection[int] | None,
    since: datetime,
    until: datetime,
    today: date,
) -> list[Scene]:
    """Read the excursions with buses that begin between two moments: a stream's, or some of its events."""
    coming = (streams.c.id == stream_id, _HAS_BUS, _event.starts_at.between(since, until))
    if event_ids is None:
        return await scenes(tx, today, *coming)
    found = []
    for part in batches(sorted(event_ids)):
        found += await scenes(tx, today, *coming, _event.event_id.in_(part))
    return found


async def guided_buses(tx: Tx, person_id: int) -> frozenset[int]:
    """Return the buses somebody accompanies by the published programmes."""
    chosen = select(_bus.bus_id).join(streams, streams.c.published_id == _bus.edition_id)
    return frozenset((await tx.execute(chosen.where(_bus.guide_id == person_id))).scalars())


async def scenes(
    tx: Tx, today: date, *conditions: ColumnElement[bool], only: int | None = None
) -> list[Scene]:
    """Read excursions with all that belongs to them; of past ones, whoever was in the stream on their day."""
    rows = (await tx.execute(_EXCURSIONS.where(*conditions))).all()
    return [await _scene(tx, row, min(today, row.day), only) for row in rows]


async def _scene(tx: Tx, row: Any, today: date, only: int | None) -> Scene:
    module = module_of(row, row.stream_id)
    event = event_of(row, module)
    riders = await _seated(tx, event.id, row.stream_id, today, only)
    if riders is None:
        signed_up = row.entry == Entry.SIGN_UP
        riders = () if signed_up else await _everybody(tx, event, row.stream_id, today, only)
    return Scene(
        stream_id=row.stream_id,
        event=event,
        module=module,
        meeting_point=row.meeting_point or "",
        contact=row.contact or "",
        duty_phone=module.duty_phone or row.stream_phone or "",
        buses=await _buses(tx, row.published_id, event.id),
        riders=riders,
        marks=await _marks(tx, event, only),
        told=await _told(tx, event),
    )


async def _buses(tx: Tx, edition_id: int, event_id: int) -> tuple[BusFacts, ...]:
    chosen = (
        select(bus_versions, people)
        .outerjoin(people, people.c.id == _bus.guide_id)
        .where(_bus.edition_id == edition_id, _bus.event_id == event_id)
        .order_by(_bus.title, _bus.bus_id)
    )
    found = []
    for row in await tx.execute(chosen):
        guide = None
        if row.guide_id is not None:
            person = person_of(row)
            guide = Guide(person.id, person.full_name, person.phone)
        found.append(
            BusFacts(row.bus_id, row.title, row.plate, row.capacity, guide, row.departs, row.meeting_point)
        )
    return tuple(found)


async def _seated(
    tx: Tx, event_id: int, stream_id: int, today: date, only: int | None
) -> tuple[Rider, ...] | None:
    """Return who has a place and is in the stream; None where nobody was ever given one."""
    chosen = (
        select(*people.c, seats.c.bus_id, seats.c.signed_at, enrolments.c.person_id.label("enrolled_id"))
        .select_from(seats)
        .join(people, people.c.id == seats.c.person_id)
        .outerjoin(
            enrolments,
            and_(
                enrolments.c.person_id == seats.c.person_id,
                enrolments.c.stream_id == stream_id,
                present(today),
            ),
        )
        .where(seats.c.event_id == event_id)
    )
    if only is not None:
        chosen = chosen.where(seats.c.person_id == only)
    rows = (await tx.execute(chosen)).all()
    if not rows and (only is None or not await tx.scalar(_any_seat(event_id))):
        return None
    return tuple(
        Rider(row.id, row.code, person_of(row).full_name, row.phone, row.bus_id, row.signed_at is not None)
        for row in rows
        if row.enrolled_id is not None
    )


def _any_seat(event_id: int) -> Any:
    return select(seats.c.id).where(seats.c.event_id == event_id).limit(1)


async def _everybody(
    tx: Tx, event: Event, stream_id: int, today: date, only: int | None
) -> tuple[Rider, ...]:
    """Return whose own an excursion is that has no places."""
    people_asked = None if only is None else {only}
    everybody = await listeners(tx, stream_id, today, people_asked, circle_of([event]))
    own = [one.person_id for one in everybody if is_own(event, one.belonging)]
    known = (await people_named(tx, own)).values()
    return tuple(Rider(one.id, one.code, one.full_name, one.phone, None, signed=False) for one in known)


async def _marks(tx: Tx, event: Event, only: int | None) -> Mapping[tuple[Way, int], Marked]:
    chosen = (
        select(boarding_marks, people.c.surname, people.c.name)
        .outerjoin(people, people.c.id == boarding_marks.c.marked_by)
        .where(boarding_marks.c.event_id == event.id)
    )
    if only is not None:
        chosen = chosen.where(boarding_marks.c.person_id == only)
    return {
        (Way(row.way), row.person_id): Marked(
            Mark(row.mark),
            row.bus_id,
            row.marked_at,
            By(row.by),
            joined_name(row.surname, row.name),
        )
        for row in await tx.execute(chosen)
        if same_ride(row.starts_at, event.starts_at)
    }


async def _told(tx: Tx, event: Event) -> Mapping[tuple[Way, int | None], Told]:
    chosen = select(bus_rides).where(bus_rides.c.event_id == event.id)
    return {
        (Way(row.way), row.bus_id): Told(row.begun_at, row.left_at)
        for row in await tx.execute(chosen)
        if same_ride(row.starts_at, event.starts_at)
    }
