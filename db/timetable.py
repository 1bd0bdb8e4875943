"""The hot read: one statement for the modules of an edition and some of its events."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, func, literal_column, select

from bot.schedule.model import Event, Module, Timetable
from db.engine import Tx
from db.excursions import buses, seats
from db.schedule import event_versions, module_versions, modules, travels
from db.schedule_rows import (
    AFTER_EVENT,
    EVENT_AT,
    EVENT_COLUMNS,
    MODULE_COLUMNS,
    MODULES_WITH_VENUES,
    event_of,
    module_of,
)

EAST, WEST = timedelta(hours=14), timedelta(hours=12)
"""How far the world's clocks are ahead of UTC and behind it."""

LONGEST = timedelta(days=1)
"""An event ends on its day or on the next one, so it lasts no longer."""

NOBODY = 0
"""Reads for an administrator who is not in the roster: no person has this id."""

_event, _module = event_versions.c, module_versions.c

_LINE_BREAK: Any = literal_column("'\n'")
"""A plain string would be put into the statement anew each time it runs, which costs a third of the read."""

SEAT_CODES = (
    select(func.aggregate_strings(buses.c.code, _LINE_BREAK))
    .select_from(buses.join(seats, seats.c.bus_id == buses.c.id))
    .where(seats.c.person_id == bindparam("person"))
    .scalar_subquery()
)
"""The codes of the buses a person has a seat in, a line each; None where there is none."""
_TIMETABLE = (
    select(*MODULE_COLUMNS, *EVENT_COLUMNS, travels.c.bus, SEAT_CODES)
    .select_from(
        MODULES_WITH_VENUES.outerjoin(
            event_versions,
            and_(
                _event.edition_id == _module.edition_id,
                _event.module_id == _module.module_id,
                _event.starts_at >= bindparam("since"),
                _event.starts_at < bindparam("until"),
                _event.ends_at > bindparam("running"),
                _event.day.between(bindparam("first"), bindparam("last")),
            ),
        ).outerjoin(
            travels,
            and_(travels.c.module_id == _module.module_id, travels.c.person_id == bindparam("person")),
        )
    )
    .where(_module.edition_id == bindparam("edition"))
    .order_by(_module.starts_on, _module.module_id, _event.starts_at, _event.ends_at, _event.event_id)
)
_MODULES = (
    select(*MODULE_COLUMNS)
    .select_from(MODULES_WITH_VENUES)
    .where(_module.edition_id == bindparam("edition"))
    .order_by(_module.starts_on, _module.module_id)
)
_BUSES = (
    select(travels.c.bus, SEAT_CODES)
    .select_from(
        modules.outerjoin(
            travels, and_(travels.c.module_id == modules.c.id, travels.c.person_id == bindparam("person"))
        )
    )
    .where(modules.c.id == bindparam("module"))
)
_STREAM_OF_MODULE = select(modules.c.stream_id).where(modules.c.id == bindparam("module"))


async def timetable_of_days(
    tx: Tx, stream_id: int, edition_id: int, person_id: int, first: date, last: date
) -> Timetable:
    """Read all modules of an edition and the events of some days of the venues, the last one included."""
    since = datetime.combine(first, time(), UTC) - EAST
    until = datetime.combine(last, time(), UTC) + timedelta(days=1) + WEST
    return await _timetable(tx, stream_id, edition_id, person_id, (since, until, since), (first, last))


async def timetable_around(
    tx: Tx, stream_id: int, edition_id: int, person_id: int, now: datetime, ahead: timedelta
) -> Timetable:
    """Read all modules of an edition and the events that run at a moment or begin soon after it."""
    since, until = now - LONGEST, now + ahead
    days = ((since - WEST).date(), (until + EAST).date())
    return await _timetable(tx, stream_id, edition_id, person_id, (since, until, now), days)


async def modules_of(tx: Tx, stream_id: int, edition_id: int) -> tuple[Module, ...]:
    """Read the modules of an edition in the order of their days."""
    return tuple(module_of(row, stream_id) for row in await tx.execute(_MODULES, {"edition": edition_id}))


async def own_buses(tx: Tx, person_id: int, module_id: int) -> tuple[str, ...]:
    """Return a person's buses of a module: the travel's as written, and the codes of the own seats'."""
    row = (await tx.execute(_BUSES, {"person": person_id, "module": module_id})).one_or_none()
    return () if row is None else buses_of(row[0], row[1])


async def stream_of_module(tx: Tx, module_id: int) -> int | None:
    """Return the id of the stream a module belongs to."""
    stream_id: int | None = (await tx.execute(_STREAM_OF_MODULE, {"module": module_id})).scalar()
    return stream_id


async def _timetable(
    tx: Tx,
    stream_id: int,
    edition_id: int,
    person_id: int,
    moments: tuple[datetime, datetime, datetime],
    days: tuple[date, date],
) -> Timetable:
    since, until, running = moments
    facts = {
        "edition": edition_id,
        "person": person_id,
        "since": since,
        "until": until,
        "running": running,
        "first": days[0],
        "last": days[1],
    }
    found: dict[int, Module] = {}
    own_buses: dict[int, tuple[str, ...]] = {}
    chosen: list[Event] = []
    for row in await tx.execute(_TIMETABLE, facts):
        module = found.get(row[0])
        if module is None:
            module = found[row[0]] = module_of(row, stream_id)
            own_buses[module.id] = buses_of(row[AFTER_EVENT], row[AFTER_EVENT + 1])
        if row[EVENT_AT] is not None:
            chosen.append(event_of(row, module))
    chosen.sort(key=lambda event: (event.starts_at, event.ends_at, event.id))
    return Timetable(tuple(found.values()), tuple(chosen), own_buses)


def buses_of(of_travel: str | None, of_seats: str | None) -> tuple[str, ...]:
    """Join the bus of the travel, as written, with the codes of the buses the person has a seat in."""
    return tuple(name for name in (of_travel or "", *(of_seats or "").split("\n")) if name)
