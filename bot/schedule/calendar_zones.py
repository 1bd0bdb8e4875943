"""A zone's clock changes as a calendar file tells them: VTIMEZONE, RFC 5545 (pure).

icalendar can make one from a zone too, but writes the hour of the spring change by the clock after it;
the standard counts it by the clock before.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.shared.zones import zone_named

if TYPE_CHECKING:
    import icalendar

AROUND = timedelta(days=366)
"""A zone is told for the days of the file and a year around them: programs keep it for other files."""

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Change:
    """From a moment (UTC) on clocks show another time; `before` and `after` are the distances from UTC."""

    moment: datetime
    before: timedelta
    after: timedelta
    summer: bool
    name: str


def zone_of(name: str, first: date, last: date) -> "icalendar.Timezone":
    """Return the zone (IANA) as a file with events on these days needs it; raises UnknownZone."""
    import icalendar  # noqa: PLC0415 - 3 MB that only calendars need

    zone = icalendar.Timezone()
    zone.add("TZID", name)
    for change in changes(name, first - AROUND, last + AROUND):
        part = icalendar.TimezoneDaylight() if change.summer else icalendar.TimezoneStandard()
        part.add("DTSTART", (change.moment + change.before).replace(tzinfo=None))
        part.add("TZOFFSETFROM", change.before)
        part.add("TZOFFSETTO", change.after)
        part.add("TZNAME", change.name)
        zone.add_component(part)
    return zone


@lru_cache(maxsize=64)
def changes(name: str, first: date, last: date) -> tuple[Change, ...]:
    """Return what the clocks show from the first day on, then each change until the last one."""
    begin = datetime.combine(first, time(), UTC)
    return (_change(name, begin, begin), *_later(name, begin, datetime.combine(last, time(), UTC)))


def _later(name: str, begin: datetime, end: datetime) -> Iterator[Change]:
    moment = begin
    while moment < end:
        following = moment + _DAY
        if _away(name, following) != _away(name, moment):
            yield _change(name, moment, _first_after(name, moment, following))
        moment = following


def _first_after(name: str, before: datetime, after: datetime) -> datetime:
    """Halve the time between two moments until the minute of the change is found."""
    while after - before > _MINUTE:
        middle = before + (after - before) // _MINUTE // 2 * _MINUTE
        if _away(name, middle) == _away(name, before):
            before = middle
        else:
            after = middle
    return after


def _change(name: str, before: datetime, moment: datetime) -> Change:
    there = moment.astimezone(zone_named(name))
    return Change(moment, _away(name, before), _away(name, moment), bool(there.dst()), there.tzname() or name)


def _away(name: str, moment: datetime) -> timedelta:
    return moment.astimezone(zone_named(name)).utcoffset() or timedelta()
