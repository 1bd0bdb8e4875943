"""Events of the published programme as planning and delivering read them: by moment, by id, by day."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import ColumnElement, select

from bot.schedule.model import Event, Module
from db.engine import Tx
from db.notices import batches
from db.programme import streams
from db.schedule import event_versions
from db.schedule_rows import (
    AFTER_EVENT,
    EVENT_COLUMNS,
    MODULE_COLUMNS,
    PUBLISHED_EVENTS,
    event_of,
    module_of,
)
from db.timetable import modules_of

_EVENTS = (
    select(*MODULE_COLUMNS, *EVENT_COLUMNS, streams.c.id)
    .select_from(PUBLISHED_EVENTS)
    .order_by(event_versions.c.starts_at, event_versions.c.ends_at, event_versions.c.event_id)
)


async def published_edition(tx: Tx, stream_id: int) -> int | None:
    """Return the id of the edition people see, None where nothing is published."""
    edition: int | None = await tx.scalar(select(streams.c.published_id).where(streams.c.id == stream_id))
    return edition


async def published_modules(tx: Tx, stream_id: int) -> tuple[Module, ...]:
    """Return the modules people see."""
    edition = await published_edition(tx, stream_id)
    return () if edition is None else await modules_of(tx, stream_id, edition)


async def events_between(tx: Tx, stream_id: int, since: datetime, until: datetime) -> list[Event]:
    """Return published events of a stream that begin within a time, both ends included."""
    begins = event_versions.c.starts_at.between(since, until)
    return await _events(tx, streams.c.id == stream_id, begins)


async def events_of_days(tx: Tx, stream_id: int, days: Collection[date]) -> list[Event]:
    """Return published events of some days of the venues."""
    return await _events(tx, streams.c.id == stream_id, event_versions.c.day.in_(sorted(days)))


async def events_by_id(tx: Tx, event_ids: Collection[int]) -> dict[int, Event]:
    """Return events as they are published now; one that is not is missing."""
    found: dict[int, Event] = {}
    for part in batches(sorted(event_ids)):
        for event in await _events(tx, event_versions.c.event_id.in_(part)):
            found[event.id] = event
    return found


async def _events(tx: Tx, *conditions: ColumnElement[bool]) -> list[Event]:
    rows = await tx.execute(_EVENTS.where(*conditions))
    return [event_of(row, module_of(row, row[AFTER_EVENT])) for row in rows]
