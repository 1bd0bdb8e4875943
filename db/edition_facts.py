"""An edition as people read it, whole: for telling what changed."""

from collections import defaultdict
from typing import Any

from sqlalchemy import and_, bindparam, select

from bot.publishing.model import BusFacts, EditionFacts, EventFacts, Gathering, ModuleFacts
from db.engine import Tx
from db.excursions import bus_versions, excursion_versions
from db.schedule import event_versions, module_versions, venue_versions
from db.schedule_rows import (
    EVENT_AT,
    EVENT_COLUMNS,
    MODULE_COLUMNS,
    MODULES_WITH_VENUES,
    event_of,
    module_of,
    point_of,
)

_event, _module, _venue = event_versions.c, module_versions.c, venue_versions.c

_EVENTS = (
    select(
        *MODULE_COLUMNS,
        *EVENT_COLUMNS,
        _venue.address,
        _venue.latitude,
        _venue.longitude,
        _venue.way,
        _module.bring,
        excursion_versions.c.meeting_point,
        excursion_versions.c.contact,
        excursion_versions.c.bring.label("excursion_bring"),
        excursion_versions.c.event_id.label("excursion_id"),
    )
    .select_from(
        MODULES_WITH_VENUES.outerjoin(
            event_versions,
            and_(_event.edition_id == _module.edition_id, _event.module_id == _module.module_id),
        ).outerjoin(
            excursion_versions,
            and_(
                excursion_versions.c.edition_id == _event.edition_id,
                excursion_versions.c.event_id == _event.event_id,
            ),
        )
    )
    .where(_module.edition_id == bindparam("edition"))
)
_BUSES = (
    select(
        bus_versions.c.event_id,
        bus_versions.c.bus_id,
        bus_versions.c.title,
        bus_versions.c.plate,
        bus_versions.c.departs,
        bus_versions.c.meeting_point,
    )
    .where(bus_versions.c.edition_id == bindparam("edition"))
    .order_by(bus_versions.c.bus_id)
)


async def edition_facts(tx: Tx, stream_id: int, edition_id: int) -> EditionFacts:
    """Read an edition of a stream."""
    of_event: defaultdict[int, list[BusFacts]] = defaultdict(list)
    for bus in await tx.execute(_BUSES, {"edition": edition_id}):
        of_event[bus[0]].append(BusFacts(*bus[1:]))
    modules_found: dict[int, ModuleFacts] = {}
    events_found: dict[int, EventFacts] = {}
    for row in await tx.execute(_EVENTS, {"edition": edition_id}):
        known = modules_found.get(row[0])
        if known is None:
            point = point_of(row.latitude, row.longitude)
            known = ModuleFacts(module_of(row, stream_id), row.address, point, row.way, row.bring)
            modules_found[row[0]] = known
        if row[EVENT_AT] is not None:
            event = event_of(row, known.module)
            events_found[event.id] = EventFacts(event, _gathering(row), tuple(of_event[event.id]))
    return EditionFacts(modules_found, events_found)


def _gathering(row: Any) -> Gathering | None:
    if row.excursion_id is None:
        return None
    return Gathering(row.meeting_point, row.contact, row.excursion_bring)
