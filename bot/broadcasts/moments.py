"""A moment as an organizer types it: «18.11 15:00», «завтра 9:30 Омск», «17:00» (pure)."""

from datetime import datetime

from bot.schedule.moments import read_slot
from bot.shared.errors import Refusal


def read_moment(words: str, now: datetime, zone: str) -> tuple[datetime, str]:
    """Return the moment (UTC) and the zone it was named in: the one in the words, or else the given one.

    A time without a day is the next such time. Refuses what is no moment.
    """
    slot = read_slot(words, now, zone)
    if slot is None or slot.rest or slot.minutes:
        raise Refusal("error-broadcast-moment")
    return slot.at, slot.zone
