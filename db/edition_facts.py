"""An edition as people read it, whole, and who of a stream reads it: for telling what changed."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Select, Table, and_, bindparam, func, select

from bot.people.consent import PROCESSING, VERSIONS
from bot.people.model import Role
from bot.publishing.model import BusFacts, EditionFacts, EventFacts, Gathering, Listener, ModuleFacts
from bot.schedule.own import EVERYBODY, Belonging, Circle
from db.circles import within
from db.engine import Tx, rows_in_parts
from db.excursions import bus_versions, buses, excursion_versions, seats
from db.people import accounts, consents, enrolments, people, present
from db.programme import directions
from db.projects import teams
from db.schedule import event_versions, module_versions, modules, travels, venue_versions
from db.schedule_rows import (
    EVENT_AT,
    EVENT_COLUMNS,
    MODULE_COLUMNS,
    MODULES_WITH_VENUES,
    event_of,
    module_of,
    point_of,
)
from db.timetable import buses_of

_event, _module, _venue = event_versions.c, module_versions.c, venue_versions.c
_STAFF = frozenset({Role.ORGANIZER, Role.ADMINISTRATOR})

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


_LISTENERS = (
    select(
        enrolments.c.person_id,
        enrolments.c.roles,
        enrolments.c.group,
        people.c.zone,
        directions.c.code.label("direction"),
        teams.c.code.label("team"),
        accounts.c.user_id,
        accounts.c.reachable,
        consents.c.id.label("consent_id"),
    )
    .select_from(enrolments)
    .join(people, people.c.id == enrolments.c.person_id)
    .outerjoin(directions, directions.c.id == enrolments.c.direction_id)
    .outerjoin(teams, teams.c.id == enrolments.c.team_id)
    .outerjoin(accounts, accounts.c.person_id == enrolments.c.person_id)
    .outerjoin(
        consents,
        and_(
            consents.c.person_id == enrolments.c.person_id,
            consents.c.purpose == PROCESSING,
            consents.c.version == VERSIONS[PROCESSING],
            consents.c.withdrawn_at.is_(None),
        ),
    )
)


FEW = 100
"""Of so many people at most, only their own rows are read."""


async def listeners(
    tx: Tx,
    stream_id: int,
    today: date,
    people_ids: Collection[int] | None = None,
    circle: Circle = EVERYBODY,
) -> list[Listener]:
    """Read who is in a stream at present, those left out who are nothing but organizers there.

    Whoever is outside the circle may be left out too.
    """
    few = people_ids if people_ids is not None and len(people_ids) <= FEW else None
    chosen = _of(few, enrolments, _LISTENERS.where(enrolments.c.stream_id == stream_id, present(today)))
    inside = await within(tx, stream_id, circle)
    rows = rows_in_parts(tx, chosen.where(*inside).order_by(enrolments.c.person_id))
    own_buses = await _travel_buses(tx, stream_id, few)
    own_seats = await _seats(tx, stream_id, few)
    of_stream = [row.id for row in await tx.execute(select(modules.c.id).where(_in(stream_id)))]
    found = []
    async for row in rows:
        if set(row.roles) <= _STAFF or (people_ids is not None and row.person_id not in people_ids):
            continue
        taken = own_seats.get(row.person_id, {})
        travelling = own_buses.get(row.person_id, {})
        belonging = Belonging(
            row.group, row.direction or "", row.team or "", _by_module(of_stream, travelling, taken)
        )
        entered = row.user_id is not None and row.consent_id is not None
        reachable = bool(row.reachable)
        found.append(Listener(row.person_id, row.zone, belonging, frozenset(taken), entered, reachable))
    return found


def _by_module(
    of_stream: Collection[int], travelling: Mapping[int, str], taken: Mapping[int, str]
) -> Mapping[int, tuple[str, ...]]:
    if not travelling and not taken:
        return {}
    codes = "\n".join(taken.values())
    return {module: buses_of(travelling.get(module), codes) for module in of_stream}


def _of(people_ids: Collection[int] | None, table: Table, chosen: Select[Any]) -> Select[Any]:
    return chosen if people_ids is None else chosen.where(table.c.person_id.in_(sorted(people_ids)))


async def count_streams(tx: Tx, person_id: int, today: date) -> int:
    """Return in how many streams somebody is at present."""
    own = select(func.count()).select_from(enrolments).where(enrolments.c.person_id == person_id)
    return int((await tx.execute(own.where(present(today)))).scalar_one())


def _in(stream_id: int) -> Any:
    return modules.c.stream_id == stream_id


async def _travel_buses(tx: Tx, stream_id: int, few: Collection[int] | None) -> dict[int, dict[int, str]]:
    """Return person → module → the bus of the travel, as written."""
    found: defaultdict[int, dict[int, str]] = defaultdict(dict)
    chosen = select(travels.c.person_id, travels.c.module_id, travels.c.bus)
    of_stream = chosen.join(modules, modules.c.id == travels.c.module_id).where(_in(stream_id))
    for person_id, module_id, bus in await tx.execute(
        _of(few, travels, of_stream.where(travels.c.bus != ""))
    ):
        found[person_id][module_id] = bus
    return found


async def _seats(tx: Tx, stream_id: int, few: Collection[int] | None) -> dict[int, dict[int, str]]:
    """Return person → bus → its code."""
    found: defaultdict[int, dict[int, str]] = defaultdict(dict)
    chosen = select(seats.c.person_id, buses.c.id, buses.c.code).join(buses, buses.c.id == seats.c.bus_id)
    for person_id, bus_id, code in await tx.execute(
        _of(few, seats, chosen.where(buses.c.stream_id == stream_id))
    ):
        found[person_id][bus_id] = code
    return found
