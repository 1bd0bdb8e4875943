"""Which events are in the morning, after lunch, in the evening (pure)."""

from collections.abc import Sequence
from datetime import datetime, time

from bot.schedule.model import Event
from bot.shared.zones import local
from bot.understanding.happenings import meant_events
from bot.understanding.model import Intent, Part

NOON, DUSK = time(12), time(17)
"""Where morning ends and evening begins by the venue's clock; the day's lunch counts before noon."""


def of_part(events: Sequence[Event], part: Part) -> tuple[Event, ...]:
    """Return the events of a day that begin in a part of it; after midnight it is still the evening."""
    noon = _afternoon(events)
    return tuple(event for event in events if part in _parts(event, noon))


def _parts(event: Event, noon: datetime | None) -> set[Part]:
    wall = local(event.starts_at, event.zone)
    late = wall.date() > event.day
    after = late or (event.starts_at >= noon if noon else wall.time() >= NOON)
    if late or wall.time() >= DUSK:
        return {Part.EVENING, Part.AFTERNOON}
    return {Part.AFTERNOON} if after else {Part.MORNING}


def _afternoon(events: Sequence[Event]) -> datetime | None:
    ends = [event.ends_at for event in meant_events(events, Intent.LUNCH) if not event.cancelled]
    return min(ends, default=None)
