"""When a team is asked for a report, who is left in peace, and when silence is told of (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.shared.zones import local, zone_named

ANSWERS = timedelta(days=3)
"""What comes this long after a prompt answers it; what comes later counts for the next one already."""

WEEK = timedelta(days=7)


class PauseKind(StrEnum):
    """Why somebody is not asked: asked later, or away."""

    SNOOZE = "snooze"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Pause:
    """Until when a member is not asked for a report, or without a person the whole team."""

    team_id: int
    person_id: int | None
    kind: PauseKind
    until: datetime


@dataclass(frozen=True, slots=True)
class Rhythm:
    """On which weekday (0 is Monday) and at which full hour people are asked, by their own clocks."""

    weekday: int = 3
    hour: int = 10

    def last(self, now: datetime, zone: str) -> datetime:
        """Return the newest moment of asking that has come."""
        return max(moment for moment in self._around(now, zone) if moment <= now)

    def coming(self, now: datetime, zone: str) -> datetime:
        """Return the next moment of asking, later than now."""
        return min(moment for moment in self._around(now, zone) if moment > now)

    def _around(self, now: datetime, zone: str) -> list[datetime]:
        here = local(now, zone)
        days = [here.date() + timedelta(days=self.weekday - here.weekday() + 7 * week) for week in (-1, 0, 1)]
        return [datetime.combine(day, time(self.hour), zone_named(zone)) for day in days]


def counts_from(prompt: datetime) -> datetime:
    """Return since when a report makes a prompt needless: since the answers to the one before it."""
    return prompt - WEEK + ANSWERS


def reported(last_report: datetime | None, prompt: datetime) -> bool:
    """Tell whether a team has reported so that a prompt is needless."""
    return last_report is not None and last_report >= counts_from(prompt)


def pause_of(pauses: Iterable[Pause], team_id: int, person_id: int) -> Pause | None:
    """Return the longest pause that holds for a member: the own one, or the team's."""
    own = (one for one in pauses if one.team_id == team_id and one.person_id in {None, person_id})
    return max(own, key=lambda one: one.until, default=None)


def stays_away(pauses: Iterable[Pause], snooze: Pause) -> bool:
    """Tell whether somebody who asks to be reminded later is on a leave of their own until later still."""
    whose = (snooze.team_id, snooze.person_id)
    leaves = (one for one in pauses if one.kind is PauseKind.LEAVE and (one.team_id, one.person_id) == whose)
    return any(one.until > snooze.until for one in leaves)


def asked_at(prompt: datetime, pause: Pause | None) -> datetime | None:
    """Return when a member is asked on behalf of a prompt; None while away.

    Whoever asked to be reminded later is asked at that moment.
    """
    if pause is None or pause.until <= prompt:
        return prompt
    return pause.until if pause.kind is PauseKind.SNOOZE else None


def silence_told(since: datetime, days: int, now: datetime) -> datetime | None:
    """Return the next moment at which a silence is told of: after each `days` days of it; None for never."""
    if days <= 0:
        return None
    step = timedelta(days=days)
    return since + step * max(1, -(-(now - since) // step))
