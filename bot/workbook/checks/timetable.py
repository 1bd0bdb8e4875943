"""Streams, venues, modules, events and travel: their days and times must fit into each other."""

from collections.abc import Iterator
from datetime import date, datetime, time

from bot.schedule.span import ClockJumps, EndsFirst, span
from bot.shared.records import Record
from bot.shared.zones import UnknownZone
from bot.workbook.checks.scene import Scene, days, shown
from bot.workbook.problems import Problem


def check_stream(record: Record, scene: Scene) -> Iterator[Problem]:
    """Yield a stream that ends before it begins."""
    yield from _reversed(record, scene)


def check_module(record: Record, scene: Scene) -> Iterator[Problem]:
    """Yield a module that ends before it begins or is not within its stream."""
    yield from _reversed(record, scene)
    own, around = days(record), days(scene.find("stream", record.fields.get("stream")))
    if own is None or around is None:
        return
    for name, day in zip(("starts_on", "ends_on"), own, strict=True):
        if not around[0] <= day <= around[1]:
            facts = {"day": shown(day), "first": shown(around[0]), "last": shown(around[1])}
            yield scene.problem("workbook-module-outside", (record, name), **facts)


def _reversed(record: Record, scene: Scene) -> Iterator[Problem]:
    first, last = record.fields.get("starts_on"), record.fields.get("ends_on")
    if isinstance(first, date) and isinstance(last, date) and last < first:
        facts = {"first": shown(first), "last": shown(last)}
        yield scene.problem("workbook-days-reversed", (record, "ends_on"), **facts)


def check_event(record: Record, scene: Scene) -> Iterator[Problem]:
    """Yield an event outside its module's days, or at times that make no event at the venue.

    Also for events that are not in the file, when their module or venue is: the problem stands there.
    """
    module = scene.find("module", record.fields.get("module"))
    if module is None:
        return
    day, around = record.fields.get("day"), days(module)
    if not isinstance(day, date):
        return
    if around and not around[0] <= day <= around[1]:
        facts = {"code": record.codes[0], "day": shown(day), "module": module.codes[0]}
        facts |= {"first": shown(around[0]), "last": shown(around[1])}
        yield scene.problem("workbook-event-outside", (record, "day"), (module, "starts_on"), **facts)
    venue = scene.find("venue", module.fields.get("venue"))
    if venue is not None:
        yield from _check_span(record, day, module, venue, scene)


def _check_span(record: Record, day: date, module: Record, venue: Record, scene: Scene) -> Iterator[Problem]:
    starts, ends = record.fields.get("starts"), record.fields.get("ends")
    if not isinstance(starts, time) or not isinstance(ends, time):
        return
    facts = {"code": record.codes[0], "starts": f"{starts:%H:%M}", "ends": f"{ends:%H:%M}", "day": shown(day)}
    try:
        span(day, starts, ends, str(venue.fields.get("zone")))
    except EndsFirst:
        yield scene.problem("workbook-event-ends-first", (record, "ends"), **facts)
    except ClockJumps:
        where = ((record, "starts"), (venue, "zone"), (module, "venue"))
        yield scene.problem("workbook-event-clock-jumps", *where, **facts)
    except UnknownZone:
        return  # the zone's own cell is unclear, and named already


def check_travel(record: Record, scene: Scene) -> Iterator[Problem]:
    """Yield travel that ends before it begins, or of somebody who is not in the module's stream."""
    arrives, departs = record.fields.get("arrives"), record.fields.get("departs")
    if isinstance(arrives, datetime) and isinstance(departs, datetime) and departs < arrives:
        yield scene.problem("workbook-travel-reversed", (record, "departs"))
    yield from check_enrolled(record, record.codes[0], scene)


def check_enrolled(record: Record, person: str, scene: Scene) -> Iterator[Problem]:
    """Yield a record about a person who is not in its stream."""
    stream = scene.stream_of(record)
    if stream and scene.find("person", person) and not scene.find("enrolment", person, stream):
        yield scene.problem("workbook-not-enrolled", (record, "person"), code=person, stream=stream)


def check_point(record: Record, scene: Scene) -> Iterator[Problem]:
    """Yield half a point on the map."""
    fields = record.fields
    if "latitude" in fields and "longitude" in fields:
        missing = [name for name in ("latitude", "longitude") if fields[name] is None]
        if len(missing) == 1:
            yield scene.problem("workbook-coordinates-half", (record, missing[0]))
