"""How rows of an edition become modules and events: columns to select, and values made of them by place."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_

from bot.schedule.kinds import EventKind
from bot.schedule.model import Event, Module, Point
from db.programme import streams
from db.schedule import event_versions, module_versions, venue_versions

_event, _module, _venue = event_versions.c, module_versions.c, venue_versions.c

MODULE_COLUMNS = (
    _module.module_id,
    _module.number,
    _module.title.label("module_title"),
    _module.starts_on,
    _module.ends_on,
    _module.venue_id,
    _venue.title.label("venue_title"),
    _venue.city,
    _venue.zone,
    _venue.duty_phone,
)
"""What a query selects first, so that `module_of` can read its rows."""

EVENT_COLUMNS = (
    _event.event_id,
    _event.module_id.label("event_module_id"),
    _event.kind,
    _event.title,
    _event.day,
    _event.starts_at,
    _event.ends_at,
    _event.room,
    _event.speaker,
    _event.online,
    _event.cancelled,
    _event.groups,
    _event.directions,
    _event.teams,
    _event.buses,
)
"""What a query selects right after MODULE_COLUMNS, so that `event_of` can read its rows."""

EVENT_AT = len(MODULE_COLUMNS)
"""Where an event's id stands in a row; None there where the module has no event to show."""

AFTER_EVENT = EVENT_AT + len(EVENT_COLUMNS)
"""Where the columns of the query's own begin."""

VENUE_OF_MODULE = and_(
    _venue.edition_id == _module.edition_id,
    _venue.venue_id == _module.venue_id,
)
"""Joins a module of an edition with that edition's copy of its venue."""

MODULES_WITH_VENUES = module_versions.join(venue_versions, VENUE_OF_MODULE)

PUBLISHED_EVENTS = (
    streams.join(event_versions, _event.edition_id == streams.c.published_id)
    .join(
        module_versions,
        and_(_module.edition_id == _event.edition_id, _module.module_id == _event.module_id),
    )
    .join(venue_versions, VENUE_OF_MODULE)
)
"""The events people of each stream see, with their modules and venues."""


def module_of(row: Sequence[Any], stream_id: int) -> Module:
    """Make the module of a row that begins with MODULE_COLUMNS."""
    return Module(row[0], stream_id, *row[1:EVENT_AT])


def event_of(row: Sequence[Any], module: Module) -> Event:
    """Make the event of a row that holds EVENT_COLUMNS after MODULE_COLUMNS."""
    facts: list[Any] = [*row[EVENT_AT:AFTER_EVENT], module.zone, module.city]
    facts[2] = EventKind(facts[2])
    return Event(*facts)


def point_of(latitude: float | None, longitude: float | None) -> Point | None:
    """Make a point of two columns, None where one is missing."""
    return None if latitude is None or longitude is None else Point(latitude, longitude)
