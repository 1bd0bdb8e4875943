"""Who goes on an excursion and who waits for a place: read under a lock, written one at a time."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime

from sqlalchemy import and_, delete, insert, select, update

from bot.excursions.model import Outing
from bot.excursions.places import Places, Seat, Waiting
from db.engine import Tx
from db.excursions import seats, waiting_places
from db.members import STAFF
from db.notices import batches
from db.outings import outings
from db.people import enrolments, people, present
from db.programme import streams
from db.schedule import events

_waiting = waiting_places.c


async def lock_streams(tx: Tx, stream_ids: Iterable[int]) -> None:
    """Let nobody import or publish until the transaction ends; taken before any other lock."""
    chosen = select(streams.c.id).where(streams.c.id.in_(set(stream_ids))).order_by(streams.c.id)
    await tx.execute(chosen.with_for_update(read=True))


async def lock_person(tx: Tx, person_id: int) -> None:
    """Let nobody else act for a person's places until the transaction ends (SQLite has one writer)."""
    await tx.execute(select(people.c.id).where(people.c.id == person_id).with_for_update(key_share=True))


async def lock_events(tx: Tx, event_ids: Iterable[int]) -> None:
    """Let nobody else change who goes there until the transaction ends; always in the order of ids."""
    for event_id in sorted(set(event_ids)):
        chosen = select(events.c.id).where(events.c.id == event_id)
        await tx.execute(chosen.with_for_update(key_share=True))


async def read_places(tx: Tx, event_ids: Collection[int]) -> dict[int, Places]:
    """Return by event who goes and who waits, for excursions as they are published now."""
    found = await outings(tx, event_ids)
    seated: defaultdict[int, list[Seat]] = defaultdict(list)
    queued: defaultdict[int, list[Waiting]] = defaultdict(list)
    for part in batches(sorted(found)):
        rows = select(seats.c.event_id, seats.c.person_id, seats.c.bus_id, seats.c.signed_at)
        for row in await tx.execute(rows.where(seats.c.event_id.in_(part)).order_by(seats.c.id)):
            seated[row.event_id].append(Seat(row.person_id, row.bus_id, row.signed_at))
        waits = select(waiting_places).where(_waiting.event_id.in_(part)).order_by(_waiting.id)
        for row in await tx.execute(waits):
            one = Waiting(row.id, row.person_id, row.offered_at, row.offered_until)
            queued[row.event_id].append(one)
    return {key: _places(one, seated[key], queued[key]) for key, one in found.items()}


async def events_of_person(tx: Tx, person_id: int) -> list[int]:
    """Return the ids of the events somebody has a seat on."""
    chosen = select(seats.c.event_id).where(seats.c.person_id == person_id)
    return list((await tx.execute(chosen.order_by(seats.c.event_id))).scalars())


async def seats_left_behind(
    tx: Tx,
    stream_id: int,
    today: date,
    event_ids: Collection[int] | None = None,
    people_ids: Collection[int] | None = None,
) -> list[tuple[int, int]]:
    """Return event and person of a stream's seats whose owners listen there no more.

    Of some events or people, or of all.
    """
    part = and_(enrolments.c.person_id == seats.c.person_id, enrolments.c.stream_id == stream_id)
    chosen = (
        select(seats.c.event_id, seats.c.person_id, enrolments.c.roles)
        .join(events, and_(events.c.id == seats.c.event_id, events.c.stream_id == stream_id))
        .outerjoin(enrolments, and_(part, present(today)))
        .order_by(seats.c.id)
    )
    if event_ids is not None:
        chosen = chosen.where(seats.c.event_id.in_(event_ids))
    found = []
    for ids in [None] if people_ids is None else batches(sorted(people_ids)):
        rows = await tx.execute(chosen if ids is None else chosen.where(seats.c.person_id.in_(ids)))
        found += [(row.event_id, row.person_id) for row in rows if STAFF.issuperset(row.roles or ())]
    return found


async def events_with_waiting(tx: Tx, stream_id: int | None = None) -> list[int]:
    """Return the ids of the events somebody waits for a place on, of a stream or of all."""
    chosen = select(events.c.id).join(waiting_places, _waiting.event_id == events.c.id).distinct()
    if stream_id is not None:
        chosen = chosen.where(events.c.stream_id == stream_id)
    return list((await tx.execute(chosen.order_by(events.c.id))).scalars())


async def events_offered(tx: Tx, person_id: int, now: datetime) -> list[int]:
    """Return the ids of the events on which a place is held for somebody."""
    held = and_(_waiting.person_id == person_id, _waiting.offered_until > now)
    return list((await tx.execute(select(_waiting.event_id).where(held).order_by(_waiting.id))).scalars())


async def seats_by_event(
    tx: Tx, event_ids: Collection[int], people_ids: Collection[int] | None = None
) -> dict[int, dict[int, int | None]]:
    """Return event → person → bus, None without one; of some people, or of all.

    Of an event on which others alone have seats, there is an entry that is empty.
    """
    found: defaultdict[int, dict[int, int | None]] = defaultdict(dict)
    for part in batches(sorted(event_ids)):
        taken = select(seats.c.event_id, seats.c.person_id, seats.c.bus_id)
        for event_id, person_id, bus_id in await tx.execute(taken.where(seats.c.event_id.in_(part))):
            of_event = found[event_id]
            if people_ids is None or person_id in people_ids:
                of_event[person_id] = bus_id
    return dict(found)


async def seat(tx: Tx, event_id: int, person_id: int, bus_id: int | None, signed_at: datetime | None) -> None:
    """Give somebody a seat, in place of what was; who waited waits no more."""
    own = and_(seats.c.event_id == event_id, seats.c.person_id == person_id)
    changed = await tx.execute(update(seats).where(own).values(bus_id=bus_id, signed_at=signed_at))
    if not changed.rowcount:
        values = {"event_id": event_id, "person_id": person_id, "bus_id": bus_id, "signed_at": signed_at}
        await tx.execute(insert(seats).values(**values))
    await stop_waiting(tx, event_id, [person_id])


async def move_to_bus(tx: Tx, event_id: int, person_id: int, bus_id: int) -> None:
    """Put somebody who goes into another bus."""
    own = and_(seats.c.event_id == event_id, seats.c.person_id == person_id)
    await tx.execute(update(seats).where(own).values(bus_id=bus_id))


async def free_seat(tx: Tx, event_id: int, person_id: int) -> bool:
    """Take somebody's seat away; False where there was none."""
    own = and_(seats.c.event_id == event_id, seats.c.person_id == person_id)
    return bool((await tx.execute(delete(seats).where(own))).rowcount)


async def wait(tx: Tx, event_id: int, person_id: int, now: datetime) -> None:
    """Put somebody at the end of the list of those who wait."""
    values = {"event_id": event_id, "person_id": person_id, "joined_at": now}
    await tx.execute(insert(waiting_places).values(**values))


async def stop_waiting(tx: Tx, event_id: int, people_ids: Collection[int]) -> None:
    """Take people from the list of those who wait."""
    for part in batches(sorted(people_ids)):
        own = and_(_waiting.event_id == event_id, _waiting.person_id.in_(part))
        await tx.execute(delete(waiting_places).where(own))


async def offer(tx: Tx, waiting_id: int, at: datetime | None, until: datetime | None) -> None:
    """Hold a place for somebody who waits, from a moment until another; with None hold it no more."""
    own = update(waiting_places).where(_waiting.id == waiting_id)
    await tx.execute(own.values(offered_at=at, offered_until=until))


def _places(one: Outing, seated: list[Seat], queued: list[Waiting]) -> Places:
    excursion = one.excursion
    return Places(
        stream_id=one.stream_id,
        event=excursion.event,
        entry=excursion.entry,
        stated=one.capacity,
        buses=one.buses,
        seats=tuple(seated),
        waiting=tuple(queued),
    )
