"""When a question has waited too long: only hours in which organizers are at work count (pure)."""

from datetime import datetime, time, timedelta

from bot.shared.zones import local

PATIENCE = timedelta(minutes=30)
"""A participant who asks about a bus or a hall needs the answer before the next event of the day."""

OPENS, CLOSES = time(8), time(22)
"""The hours outside the quiet ones (22–08), at the venue while a module runs."""


def at_work(moment: datetime, zone: str) -> bool:
    """Tell whether organizers are to be disturbed at a moment."""
    return OPENS <= local(moment, zone).time() < CLOSES


def worked(since: datetime, now: datetime, zone: str) -> timedelta:
    """Return how much of the time between two moments lies in working hours of a zone."""
    begin, end = local(since, zone), local(now, zone)
    total = timedelta()
    day = begin.date()
    while day <= end.date():
        opens = max(since, datetime.combine(day, OPENS, begin.tzinfo))
        closes = min(now, datetime.combine(day, CLOSES, begin.tzinfo))
        total += max(closes - opens, timedelta())
        day += timedelta(days=1)
    return total


def too_long(since: datetime, now: datetime, zone: str) -> bool:
    """Tell whether a question that waits since a moment is to be called out now."""
    return at_work(now, zone) and worked(since, now, zone) >= PATIENCE
