"""Telling organizers and mentors that nobody reports: once a morning, after each span of silence (pure)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.notices.model import Wanted
from bot.projects.notices import NEWS_OF_USE, SILENCE, Overseer, Season, to_overseer
from bot.projects.prompts import silence_told
from bot.shared.zones import MOSCOW, local, zone_named

SILENCE_HOUR = 10
"""When organizers and mentors are told of silence, by their own clocks."""


@dataclass(frozen=True, slots=True)
class Silent:
    """A project nobody has reported on since a moment, and the teams' own mentors who are told."""

    project_id: int
    since: datetime
    mentors: frozenset[int] = frozenset()


def wanted_silences(
    silent: Sequence[Silent],
    overseers: Iterable[Overseer],
    days: int,
    season: Season,
    now: datetime,
    until: datetime,
) -> Iterator[Wanted]:
    """Yield one message a day for each overseer to whom the silence of some project is told on it."""
    for one in overseers:
        zone = one.home_zone or MOSCOW
        moments = set()
        for project in silent:
            if one.organizes or one.person_id in project.mentors:
                moments |= _told_at(project.since, days, zone, now)
        for due_at in sorted(moments):
            if now - NEWS_OF_USE < due_at <= until and season.runs(due_at, zone):
                yield to_overseer(SILENCE, "silence", one, due_at, zone, season.stream_id)


def _told_at(since: datetime, days: int, zone: str, now: datetime) -> set[datetime]:
    """Return the mornings at which a silence is told of, around now."""
    found = set()
    for moment in (silence_told(since, days, now - NEWS_OF_USE), silence_told(since, days, now)):
        if moment is not None:
            found.add(next_hour(moment, SILENCE_HOUR, zone))
    return found


def next_hour(moment: datetime, hour: int, zone: str) -> datetime:
    """Return the first full hour of that name in a zone, at or after a moment."""
    day = local(moment, zone).date()
    at = datetime.combine(day, time(hour), zone_named(zone))
    return at if at >= moment else datetime.combine(day + timedelta(days=1), time(hour), zone_named(zone))


def told_on(since: datetime, days: int, zone: str, at: datetime) -> bool:
    """Tell whether a silence is one of those told of at a morning."""
    return at in _told_at(since, days, zone, at)
