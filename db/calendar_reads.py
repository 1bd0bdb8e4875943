"""What files of the timetable tell of events: in the published edition, and in earlier ones."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import and_, bindparam, select

from bot.schedule.calendar_facts import FileEvent
from bot.schedule.model import Event, Module
from db.engine import Tx
from db.programme import editions
from db.schedule import event_versions, events, module_versions, venue_versions
from db.schedule_rows import (
    EVENT_COLUMNS,
    MODULE_COLUMNS,
    MODULES_WITH_VENUES,
    event_of,
    module_of,
    point_of,
)

_event, _module, _venue = event_versions.c, module_versions.c, venue_versions.c

_OF_MODULE = and_(_event.edition_id == _module.edition_id, _event.module_id == _module.module_id)
_WITH_EVENTS = MODULES_WITH_VENUES.join(event_versions, _OF_MODULE)

_DETAILS = (
    select(
        *MODULE_COLUMNS,
        *EVENT_COLUMNS,
        _event.description,
        _event.materials,
        _event.latitude,
        _event.longitude,
        _venue.latitude.label("venue_latitude"),
        _venue.longitude.label("venue_longitude"),
        _venue.address,
        events.c.sequence,
    )
    .select_from(_WITH_EVENTS.join(events, events.c.id == _event.event_id))
    .where(_event.edition_id == bindparam("edition"), _event.event_id.in_(bindparam("ids", expanding=True)))
    .order_by(_event.starts_at, _event.ends_at, _event.event_id)
)
_EARLIER = (
    select(*MODULE_COLUMNS, *EVENT_COLUMNS)
    .select_from(_WITH_EVENTS.join(editions, editions.c.id == _event.edition_id))
    .where(editions.c.stream_id == bindparam("stream"), editions.c.published_at.is_not(None))
    .distinct()
)
_EARLIER_ON_DAY = _EARLIER.where(_event.day == bindparam("day"))
_EARLIER_IN_MODULE = _EARLIER.where(_event.module_id == bindparam("module"))
_LAST = (
    select(_event.event_id, _event.edition_id)
    .join(editions, editions.c.id == _event.edition_id)
    .where(
        editions.c.stream_id == bindparam("stream"),
        editions.c.published_at.is_not(None),
        _event.event_id.in_(bindparam("ids", expanding=True)),
    )
    .order_by(editions.c.published_at, editions.c.id)
)
_LAST_MODULE = (
    select(*MODULE_COLUMNS)
    .select_from(MODULES_WITH_VENUES.join(editions, editions.c.id == _module.edition_id))
    .where(
        editions.c.stream_id == bindparam("stream"),
        editions.c.published_at.is_not(None),
        _module.module_id == bindparam("module"),
    )
    .order_by(editions.c.published_at.desc(), editions.c.id.desc())
    .limit(1)
)
_NUMBER = select(editions.c.number).where(editions.c.id == bindparam("edition"))


async def events_in(tx: Tx, stream_id: int, edition_id: int, ids: Collection[int]) -> tuple[FileEvent, ...]:
    """Read events of an edition by their ids, in the order of their beginning; it may have only some."""
    if not ids:
        return ()
    rows = await tx.execute(_DETAILS, {"edition": edition_id, "ids": sorted(ids)})
    return tuple(_file_event(row, module_of(row, stream_id)) for row in rows)


async def last_published(tx: Tx, stream_id: int, ids: Iterable[int]) -> tuple[FileEvent, ...]:
    """Read events as they were published last, each from the latest edition that people saw it in."""
    wanted = sorted(ids)
    if not wanted:
        return ()
    rows = await tx.execute(_LAST, {"stream": stream_id, "ids": wanted})
    last = {row.event_id: row.edition_id for row in rows}
    found: list[FileEvent] = []
    for edition_id in sorted(set(last.values())):
        of_edition = [event_id for event_id, edition in last.items() if edition == edition_id]
        found += await events_in(tx, stream_id, edition_id, of_edition)
    return tuple(found)


async def ever_on_day(tx: Tx, stream_id: int, day: date) -> list[Event]:
    """Read all that was ever published for a day of the venue, each different form of an event."""
    return _events(await tx.execute(_EARLIER_ON_DAY, {"stream": stream_id, "day": day}), stream_id)


async def ever_in_module(tx: Tx, stream_id: int, module_id: int) -> list[Event]:
    """Read all that was ever published in a module, each different form of an event."""
    return _events(
        await tx.execute(_EARLIER_IN_MODULE, {"stream": stream_id, "module": module_id}), stream_id
    )


async def module_published_last(tx: Tx, stream_id: int, module_id: int) -> Module | None:
    """Read a module as it was published last, also one that the present edition has not."""
    row = (await tx.execute(_LAST_MODULE, {"stream": stream_id, "module": module_id})).one_or_none()
    return None if row is None else module_of(row, stream_id)


async def edition_number(tx: Tx, edition_id: int) -> int:
    """Return the number of an edition within its stream."""
    return int((await tx.execute(_NUMBER, {"edition": edition_id})).scalar_one())


def _events(rows: Iterable[Any], stream_id: int) -> list[Event]:
    return [event_of(row, module_of(row, stream_id)) for row in rows]


def _file_event(row: Any, module: Module) -> FileEvent:
    own_point = point_of(row.latitude, row.longitude)
    return FileEvent(
        event=event_of(row, module),
        venue=module.venue_title,
        address=row.address,
        point=own_point or point_of(row.venue_latitude, row.venue_longitude),
        description=row.description,
        materials=row.materials,
        sequence=row.sequence,
    )
