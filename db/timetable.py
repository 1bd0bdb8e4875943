"""The hot read: a published edition, remembered, and the buses of whoever reads it."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import and_, bindparam, null, select, union_all

from bot.schedule.model import Event, Module, Programme, Timetable
from db.engine import Tx, is_action, memory_of, rows_in_parts
from db.excursions import buses, seats
from db.schedule import event_versions, module_versions, modules, travels
from db.schedule_rows import EVENT_AT, EVENT_COLUMNS, MODULE_COLUMNS, MODULES_WITH_VENUES, event_of, module_of

EAST, WEST = timedelta(hours=14), timedelta(hours=12)
"""How far the world's clocks are ahead of UTC and behind it."""

EDITIONS_KEPT = 16
"""Editions that are remembered, those used last; one of 600 events takes about a megabyte."""

NOBODY = 0
"""Reads for an administrator who is not in the roster: no person has this id."""

_event, _module = event_versions.c, module_versions.c

_PROGRAMME = (
    select(*MODULE_COLUMNS, *EVENT_COLUMNS)
    .select_from(
        MODULES_WITH_VENUES.outerjoin(
            event_versions,
            and_(_event.edition_id == _module.edition_id, _event.module_id == _module.module_id),
        )
    )
    .where(_module.edition_id == bindparam("edition"))
    .order_by(_module.starts_on, _module.module_id, _event.starts_at, _event.ends_at, _event.event_id)
)
_OWN_BUSES = union_all(
    select(travels.c.module_id, travels.c.bus).where(travels.c.person_id == bindparam("person")),
    select(null(), buses.c.code)
    .select_from(buses.join(seats, seats.c.bus_id == buses.c.id))
    .where(seats.c.person_id == bindparam("person")),
)
"""The bus of each travel of a person as written, and the codes of the buses the person has a seat in."""
_STREAM_OF_MODULE = select(modules.c.stream_id).where(modules.c.id == bindparam("module"))


async def timetable_of_days(
    tx: Tx, stream_id: int, edition_id: int, person_id: int, first: date, last: date
) -> Timetable:
    """Read all modules of an edition and the events of some days of the venues, the last one included."""
    programme = await programme_of(tx, stream_id, edition_id)
    chosen = (event for event in programme.events if first <= event.day <= last)
    return await _timetable(tx, programme, person_id, chosen)


async def timetable_around(
    tx: Tx, stream_id: int, edition_id: int, person_id: int, now: datetime, ahead: timedelta
) -> Timetable:
    """Read all modules of an edition and the events that run at a moment or begin soon after it."""
    programme = await programme_of(tx, stream_id, edition_id)
    chosen = (event for event in programme.events if event.starts_at < now + ahead and event.ends_at > now)
    return await _timetable(tx, programme, person_id, chosen)


async def modules_of(tx: Tx, stream_id: int, edition_id: int) -> tuple[Module, ...]:
    """Read the modules of an edition in the order of their days."""
    return (await programme_of(tx, stream_id, edition_id)).modules


async def own_buses(tx: Tx, person_id: int, module_id: int) -> tuple[str, ...]:
    """Return a person's buses of a module: the travel's as written, and the codes of the own seats'."""
    of_travels, of_seats = await _own_buses(tx, person_id)
    return buses_of(of_travels.get(module_id), of_seats)


async def stream_of_module(tx: Tx, module_id: int) -> int | None:
    """Return the id of the stream a module belongs to."""
    stream_id: int | None = (await tx.execute(_STREAM_OF_MODULE, {"module": module_id})).scalar()
    return stream_id


async def programme_of(tx: Tx, stream_id: int, edition_id: int) -> Programme:
    """Read a published edition, or remember it: nobody writes it again, and nearly every answer needs it."""
    kept: dict[int, Programme] = memory_of(tx, "programmes")
    programme = kept.pop(edition_id, None) or await _read(tx, stream_id, edition_id)
    if not is_action(tx):
        kept[edition_id] = programme
        while len(kept) > EDITIONS_KEPT:
            del kept[next(iter(kept))]
    return programme


def buses_of(of_travel: str | None, of_seats: Iterable[str]) -> tuple[str, ...]:
    """Join the bus of the travel, as written, with the codes of the buses the person has a seat in."""
    return tuple(name for name in (of_travel or "", *of_seats) if name)


async def _read(tx: Tx, stream_id: int, edition_id: int) -> Programme:
    found: dict[int, Module] = {}
    events: list[Event] = []
    async for row in rows_in_parts(tx, _PROGRAMME, {"edition": edition_id}):
        module = found.get(row[0]) or found.setdefault(row[0], module_of(row, stream_id))
        if row[EVENT_AT] is not None:
            events.append(event_of(row, module))
    events.sort(key=lambda event: (event.starts_at, event.ends_at, event.id))
    return Programme(tuple(found.values()), tuple(events))


async def _timetable(tx: Tx, programme: Programme, person_id: int, chosen: Iterable[Event]) -> Timetable:
    of_travels, of_seats = await _own_buses(tx, person_id)
    own = {module.id: buses_of(of_travels.get(module.id), of_seats) for module in programme.modules}
    return Timetable(programme.modules, tuple(chosen), own)


async def _own_buses(tx: Tx, person_id: int) -> tuple[dict[int, str], list[str]]:
    rows = [] if person_id == NOBODY else list(await tx.execute(_OWN_BUSES, {"person": person_id}))
    of_travels = {module_id: bus for module_id, bus in rows if module_id is not None}
    return of_travels, [bus for module_id, bus in rows if module_id is None]
