"""Excursions of the published programmes, whoever reads: with their buses, by event."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, and_, func, or_, select

from bot.excursions.model import Bus, Entry, Excursion, Outing
from bot.schedule.kinds import EventKind
from db.engine import Tx
from db.excursions import bus_versions, excursion_versions
from db.notices import batches
from db.people import people
from db.programme import streams
from db.schedule import event_versions
from db.schedule_rows import (
    AFTER_EVENT,
    EVENT_COLUMNS,
    MODULE_COLUMNS,
    PUBLISHED_EVENTS,
    event_of,
    module_of,
    point_of,
)

_event, _excursion, _bus = event_versions.c, excursion_versions.c, bus_versions.c

GUIDE = func.trim(people.c.surname + " " + people.c.name + " " + people.c.patronymic)
"""A guide's full name, where `people` is joined by the bus's guide."""

PUBLISHED_OUTINGS = PUBLISHED_EVENTS.outerjoin(
    excursion_versions,
    and_(_excursion.edition_id == _event.edition_id, _excursion.event_id == _event.event_id),
)
"""The events people see, with what the programme says of them as excursions."""

_OUTINGS = (
    select(
        *MODULE_COLUMNS,
        *EVENT_COLUMNS,
        streams.c.id,
        _excursion.entry,
        _excursion.capacity,
        _excursion.meeting_point,
        _excursion.latitude,
        _excursion.longitude,
        _excursion.contact,
        _excursion.bring,
    )
    .select_from(PUBLISHED_OUTINGS)
    .where(or_(_event.kind == EventKind.EXCURSION, _excursion.event_id.is_not(None)))
    .order_by(_event.starts_at, _event.event_id)
)
_BUSES = (
    select(bus_versions, GUIDE.label("guide"))
    .select_from(
        bus_versions.join(streams, streams.c.published_id == _bus.edition_id).outerjoin(
            people, people.c.id == _bus.guide_id
        )
    )
    .order_by(_bus.bus_id)
)


async def outings(tx: Tx, event_ids: Collection[int]) -> dict[int, Outing]:
    """Return excursions by event as they are published now; an event that is none is missing."""
    found: dict[int, Outing] = {}
    for part in batches(sorted(event_ids)):
        buses: defaultdict[int, list[Bus]] = defaultdict(list)
        for row in await tx.execute(_BUSES.where(_bus.event_id.in_(part))):
            buses[row.event_id].append(bus_of(row))
        for row in await tx.execute(_OUTINGS.where(_event.event_id.in_(part))):
            one = _outing(row, tuple(buses[row.event_id]))
            found[one.excursion.event.id] = one
    return found


def bus_of(row: Any) -> Bus:
    """Make the bus of a row of `bus_versions` with its guide's name."""
    return Bus(
        id=row.bus_id,
        title=row.title,
        plate=row.plate,
        departs=row.departs,
        meeting_point=row.meeting_point,
        point=point_of(row.latitude, row.longitude),
        capacity=row.capacity,
        guide=row.guide or "",
    )


def _outing(row: Row[*tuple[Any, ...]], buses: tuple[Bus, ...]) -> Outing:
    module = module_of(row, row[AFTER_EVENT])
    excursion = Excursion(
        event=event_of(row, module),
        module=module,
        entry=Entry(row.entry) if row.entry else None,
        meeting_point=row.meeting_point or "",
        point=point_of(row.latitude, row.longitude),
        contact=row.contact or "",
        bring=row.bring or "",
        bus=None,
        has_buses=bool(buses),
    )
    return Outing(excursion, row.capacity, buses)
