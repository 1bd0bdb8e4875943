"""What the cards of the timetable show: one event, one venue, one person's travel."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, and_, bindparam, select

from bot.schedule.model import Audience, Event, EventDetails, Travel, Venue
from db.engine import Tx
from db.event_files import COUNT_OF_EVENT
from db.excursions import bus_versions, buses
from db.programme import directions, streams
from db.projects import teams
from db.schedule import event_versions, events, module_versions, travels, venue_versions
from db.schedule_rows import (
    EVENT_COLUMNS,
    MODULE_COLUMNS,
    VENUE_OF_MODULE,
    event_of,
    module_of,
    point_of,
)

_event, _module, _venue = event_versions.c, module_versions.c, venue_versions.c

_DETAILS = (
    select(
        *MODULE_COLUMNS,
        *EVENT_COLUMNS,
        events.c.stream_id,
        _event.edition_id,
        _event.description,
        _event.materials,
        _event.latitude,
        _event.longitude,
        _venue.latitude.label("venue_latitude"),
        _venue.longitude.label("venue_longitude"),
        _venue.address,
        COUNT_OF_EVENT.label("files"),
    )
    .select_from(
        events.join(streams, streams.c.id == events.c.stream_id)
        .outerjoin(
            event_versions,
            and_(_event.event_id == events.c.id, _event.edition_id == streams.c.published_id),
        )
        .outerjoin(
            module_versions,
            and_(_module.edition_id == _event.edition_id, _module.module_id == _event.module_id),
        )
        .outerjoin(venue_versions, VENUE_OF_MODULE)
    )
    .where(events.c.id == bindparam("event"))
)
_VENUE = select(venue_versions).where(
    _venue.edition_id == bindparam("edition"), _venue.venue_id == bindparam("venue")
)
_TRAVEL = select(travels).where(
    travels.c.person_id == bindparam("person"), travels.c.module_id == bindparam("module")
)
_DIRECTIONS = select(directions.c.code, directions.c.title)
_TEAMS = select(teams.c.code, teams.c.title)
_BUSES = select(buses.c.code, bus_versions.c.title).join(bus_versions, bus_versions.c.bus_id == buses.c.id)
_BRING = select(_module.bring).where(
    _module.edition_id == bindparam("edition"), _module.module_id == bindparam("module")
)


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event's stream, and its details where the stream's published edition has it."""

    stream_id: int
    details: EventDetails | None


async def found_event(tx: Tx, event_id: int) -> FoundEvent | None:
    """Find an event by its id in the published edition of its stream; None for an id never given."""
    row = (await tx.execute(_DETAILS, {"event": event_id})).one_or_none()
    if row is None:
        return None
    if row.event_id is None:
        return FoundEvent(row.stream_id, None)
    module = module_of(row, row.stream_id)
    event = event_of(row, module)
    own_point = point_of(row.latitude, row.longitude)
    details = EventDetails(
        event=event,
        module=module,
        audience=await _audience(tx, event, row.edition_id),
        description=row.description,
        materials=row.materials,
        point=own_point or point_of(row.venue_latitude, row.venue_longitude),
        address="" if own_point else row.address,
        files=row.files,
    )
    return FoundEvent(row.stream_id, details)


async def venue_in(tx: Tx, edition_id: int, venue_id: int) -> Venue | None:
    """Read a venue as an edition describes it."""
    row = (await tx.execute(_VENUE, {"edition": edition_id, "venue": venue_id})).one_or_none()
    if row is None:
        return None
    return Venue(
        id=row.venue_id,
        title=row.title,
        city=row.city,
        zone=row.zone,
        address=row.address,
        point=point_of(row.latitude, row.longitude),
        way=row.way,
        halls=row.halls,
        wifi=row.wifi,
        meals=row.meals,
        contacts=row.contacts,
        duty_phone=row.duty_phone,
    )


async def travel_to(tx: Tx, person_id: int, module_id: int) -> Travel | None:
    """Read a person's own travel to a module."""
    row = (await tx.execute(_TRAVEL, {"person": person_id, "module": module_id})).one_or_none()
    if row is None:
        return None
    return Travel(
        arrives=row.arrives,
        arrival=row.arrival,
        departs=row.departs,
        departure=row.departure,
        transfer=row.transfer,
        hotel=row.hotel,
        room=row.room,
        bus=row.bus,
        bring=row.bring,
    )


async def what_to_bring(tx: Tx, edition_id: int, module_id: int) -> str:
    """Read what everybody is to bring to a module."""
    return (await tx.execute(_BRING, {"edition": edition_id, "module": module_id})).scalar() or ""


async def _audience(tx: Tx, event: Event, edition_id: int) -> Audience:
    in_edition = _BUSES.where(bus_versions.c.edition_id == edition_id)
    return Audience(
        groups=event.groups,
        directions=await _titles(tx, _DIRECTIONS, event.directions),
        teams=await _titles(tx, _TEAMS, event.teams),
        buses=await _titles(tx, in_edition, event.buses),
    )


async def _titles(tx: Tx, titled: Select[str, str], codes: Sequence[str]) -> tuple[str, ...]:
    """Return the titles of codes in their order, the code itself where nothing has it."""
    if not codes:
        return ()
    code = titled.selected_columns[0]
    found = {row[0]: row[1] for row in await tx.execute(titled.where(code.in_(codes)))}
    return tuple(found.get(one, one) for one in codes)
