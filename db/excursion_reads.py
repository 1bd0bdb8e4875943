"""What people read of excursions: one statement for an edition's, with the reader's own seats."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, exists, func, literal_column, or_, select

from bot.excursions.model import Bus, Entry, Excursion
from bot.schedule.kinds import EventKind
from db.engine import Tx
from db.excursions import bus_versions, buses, excursion_versions, seats
from db.outings import GUIDE
from db.people import people
from db.schedule import event_versions, events, module_versions, travels
from db.schedule_rows import (
    EVENT_COLUMNS,
    MODULE_COLUMNS,
    MODULES_WITH_VENUES,
    event_of,
    module_of,
    point_of,
)
from db.timetable import buses_of

_event, _module, _excursion = event_versions.c, module_versions.c, excursion_versions.c
_own_buses = bus_versions.alias("own_bus")
_bus = _own_buses.c
_any_bus = bus_versions.alias("any_bus").c

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)

_LINE_BREAK: Any = literal_column("'\n'")
"""A plain string would be put into the statement anew each time it runs, which costs a third of the read."""

_SEAT_CODES = (
    select(func.aggregate_strings(buses.c.code, _LINE_BREAK))
    .select_from(buses.join(seats, seats.c.bus_id == buses.c.id))
    .where(seats.c.person_id == bindparam("person"))
    .scalar_subquery()
)
"""The codes of the buses a person has a seat in, a line each; None where there is none."""

_HAS_BUSES = exists().where(_any_bus.edition_id == _event.edition_id, _any_bus.event_id == _event.event_id)
_EXCURSIONS = (
    select(
        *MODULE_COLUMNS,
        *EVENT_COLUMNS,
        travels.c.bus.label("travel_bus"),
        _SEAT_CODES.label("seat_codes"),
        _excursion.entry,
        _excursion.meeting_point,
        _excursion.latitude,
        _excursion.longitude,
        _excursion.contact,
        _excursion.bring,
        _HAS_BUSES.label("has_buses"),
        seats.c.id.label("seat_id"),
        _bus.bus_id,
        _bus.title.label("bus_title"),
        _bus.plate,
        _bus.departs,
        _bus.meeting_point.label("bus_meeting_point"),
        _bus.latitude.label("bus_latitude"),
        _bus.longitude.label("bus_longitude"),
        _bus.capacity.label("bus_capacity"),
        GUIDE.label("guide"),
    )
    .select_from(
        MODULES_WITH_VENUES.join(
            event_versions,
            and_(_event.edition_id == _module.edition_id, _event.module_id == _module.module_id),
        )
        .outerjoin(
            excursion_versions,
            and_(_excursion.edition_id == _event.edition_id, _excursion.event_id == _event.event_id),
        )
        .outerjoin(
            travels,
            and_(travels.c.module_id == _module.module_id, travels.c.person_id == bindparam("person")),
        )
        .outerjoin(seats, and_(seats.c.event_id == _event.event_id, seats.c.person_id == bindparam("person")))
        .outerjoin(
            _own_buses,
            and_(_bus.edition_id == _event.edition_id, _bus.bus_id == seats.c.bus_id),
        )
        .outerjoin(people, people.c.id == _bus.guide_id)
    )
    .where(
        _event.edition_id == bindparam("edition"),
        _event.ends_at > bindparam("after"),
        or_(_event.kind == EventKind.EXCURSION, _excursion.event_id.is_not(None)),
    )
    .order_by(_event.starts_at, _event.event_id)
)
_ONE = _EXCURSIONS.where(_event.event_id == bindparam("event"))
_STREAM_OF_EVENT = select(events.c.stream_id).where(events.c.id == bindparam("event"))


@dataclass(frozen=True, slots=True)
class FoundExcursion:
    """An excursion and the reader's buses of its module: the travel's, and the codes of the own seats'."""

    excursion: Excursion
    buses: tuple[str, ...]


async def excursions_after(
    tx: Tx, stream_id: int, edition_id: int, person_id: int, after: datetime
) -> list[FoundExcursion]:
    """Read the excursions of an edition that end after a moment, the soonest first."""
    facts = {"edition": edition_id, "person": person_id, "after": after}
    return [_found(row, stream_id) for row in await tx.execute(_EXCURSIONS, facts)]


async def excursion_of_event(
    tx: Tx, stream_id: int, edition_id: int, person_id: int, event_id: int
) -> FoundExcursion | None:
    """Read one excursion of an edition; None where the event is not there or is no excursion."""
    facts = {"edition": edition_id, "person": person_id, "after": LONG_AGO, "event": event_id}
    row = (await tx.execute(_ONE, facts)).one_or_none()
    return None if row is None else _found(row, stream_id)


async def stream_of_event(tx: Tx, event_id: int) -> int | None:
    """Return the id of the stream an event belongs to."""
    stream_id: int | None = (await tx.execute(_STREAM_OF_EVENT, {"event": event_id})).scalar()
    return stream_id


def _found(row: Row[*tuple[Any, ...]], stream_id: int) -> FoundExcursion:
    module = module_of(row, stream_id)
    excursion = Excursion(
        event=event_of(row, module),
        module=module,
        entry=Entry(row.entry) if row.entry else None,
        meeting_point=row.meeting_point or "",
        point=point_of(row.latitude, row.longitude),
        contact=row.contact or "",
        bring=row.bring or "",
        bus=_own_bus(row),
        has_buses=bool(row.has_buses),
        seated=row.seat_id is not None,
    )
    return FoundExcursion(excursion, buses_of(row.travel_bus, (row.seat_codes or "").split("\n")))


def _own_bus(row: Row[*tuple[Any, ...]]) -> Bus | None:
    if row.bus_id is None:
        return None
    return Bus(
        id=row.bus_id,
        title=row.bus_title,
        plate=row.plate,
        departs=row.departs,
        meeting_point=row.bus_meeting_point,
        point=point_of(row.bus_latitude, row.bus_longitude),
        capacity=row.bus_capacity,
        guide=row.guide or "",
    )
