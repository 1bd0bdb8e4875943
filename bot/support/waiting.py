"""When a question has waited too long: only hours in which organizers are at work count (pure)."""

from datetime import UTC, datetime, time, timedelta

from bot.programme.setting_kinds import Window
from bot.shared.zones import local


def at_work(moment: datetime, zone: str, quiet: Window) -> bool:
    """Tell whether organizers are to be disturbed at a moment: outside the quiet hours of the zone."""
    return not quiet.holds(local(moment, zone).hour)


def worked(since: datetime, now: datetime, zone: str, quiet: Window) -> timedelta:
    """Return how much of the time between two moments lies outside the quiet hours of a zone."""
    begin, end = local(since, zone), local(now, zone)
    total = now - since
    day = begin.date() - timedelta(days=1)
    while quiet.hours and day <= end.date():
        over_midnight = timedelta(days=1) if quiet.ends <= quiet.begins else timedelta()
        begins = datetime.combine(day, time(quiet.begins), begin.tzinfo).astimezone(UTC)
        ends = datetime.combine(day + over_midnight, time(quiet.ends), begin.tzinfo).astimezone(UTC)
        total -= max(min(now, ends) - max(since, begins), timedelta())
        day += timedelta(days=1)
    return total


def too_long(since: datetime, now: datetime, zone: str, patience: timedelta, quiet: Window) -> bool:
    """Tell whether a question that waits since a moment is to be called out now."""
    return at_work(now, zone, quiet) and worked(since, now, zone, quiet) >= patience
