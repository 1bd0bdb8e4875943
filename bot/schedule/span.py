"""From what is written in the timetable to moments: the rule about midnight and about clock changes."""

from datetime import UTC, date, datetime, time, timedelta

from bot.shared.zones import zone_named

LONGEST_PAST_MIDNIGHT = timedelta(hours=12)
"""An end before the start means the next day, unless the event would last longer: then it is a slip."""


class NoSpan(ValueError):
    """Times that make no event."""


class EndsFirst(NoSpan):
    """It ends when it begins, or before."""


class ClockJumps(NoSpan):
    """The clocks at the place skip this time on this day."""


def span(day: date, starts: time, ends: time, zone: str) -> tuple[datetime, datetime]:
    """Return the moments (UTC) between which an event lasts; raises NoSpan or UnknownZone.

    «23:00–01:00» ends the next day. A time that the clocks show twice means its first showing.
    """
    end_day = day
    if ends <= starts:
        end_day = day + timedelta(days=1)
        lasts = datetime.combine(end_day, ends) - datetime.combine(day, starts)
        if lasts > LONGEST_PAST_MIDNIGHT:
            raise EndsFirst
    return moment_at(day, starts, zone), moment_at(end_day, ends, zone)


def moment_at(day: date, hours: time, zone: str) -> datetime:
    """Return the moment (UTC) when the clocks in the zone show this; raises ClockJumps or UnknownZone."""
    there = datetime.combine(day, hours, zone_named(zone))
    moment = there.astimezone(UTC)
    if moment.astimezone(there.tzinfo).replace(tzinfo=None) != there.replace(tzinfo=None):
        raise ClockJumps
    return moment
