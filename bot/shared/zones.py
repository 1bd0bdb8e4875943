"""Zones: what a clock shows at a place, and how far it is from Moscow's."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

MOSCOW = "Europe/Moscow"


class UnknownZone(ValueError):
    """A name that the IANA database does not have."""


@lru_cache(maxsize=1024)
def zone_named(name: str) -> ZoneInfo:
    """Return the zone of an IANA name; raises UnknownZone."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError) as fault:  # a path, a folder, a name that is not there
        raise UnknownZone(name) from fault


def local(moment: datetime, zone: str) -> datetime:
    """Return an aware moment as the clocks in the zone show it."""
    return moment.astimezone(zone_named(zone))


def day_in(moment: datetime, zone: str) -> date:
    """Return the calendar day in the zone at a moment."""
    return local(moment, zone).date()


def minutes_from_moscow(zone: str, moment: datetime) -> int:
    """Return by how many minutes the zone's clocks are ahead of Moscow's at a moment (negative: behind)."""
    return _offset(zone, moment) - _offset(MOSCOW, moment)


def same_clock(zone: str, other: str, moment: datetime) -> bool:
    """Tell whether the clocks of two zones show the same at a moment."""
    return zone == other or _offset(zone, moment) == _offset(other, moment)


def _offset(zone: str, moment: datetime) -> int:
    shown = local(moment, zone).replace(tzinfo=None)
    return (shown - moment.astimezone(UTC).replace(tzinfo=None)) // timedelta(minutes=1)
