"""What the rule says of a project beside what was reported: it never overwrites a report (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.projects.model import Light, Milestone, Report
from bot.shared.zones import day_in


class Reason(StrEnum):
    """Why the rule says what it says; the words are `projects-reason-<value>`."""

    NEVER = "never"
    STALE = "stale"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From how many days without a report a status is stale; how many days a milestone may be late."""

    stale_days: int = 14
    grace_days: int = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """The rule's light, its reasons, and the facts they are about.

    `silent_days` counts whole days since the last report was given, None before the first; `overdue` are the
    milestones that are late, the latest first.
    """

    light: Light
    reasons: tuple[Reason, ...] = ()
    silent_days: int | None = None
    overdue: tuple[Milestone, ...] = ()


ORDER = (Light.RED, Light.YELLOW, Light.GREY, Light.GREEN)
"""What leaders look at first."""


def judged(
    reported: Report | None,
    milestones: Iterable[Milestone],
    thresholds: Thresholds,
    now: datetime,
    zone: str,
) -> Judged:
    """Return what the rule says at a moment.

    An old report, or none, is grey; a correction makes none younger. An overdue milestone is at least
    yellow. Otherwise the report stands.
    """
    late = overdue(milestones, thresholds, day_in(now, zone))
    why = (Reason.OVERDUE,) if late else ()
    if reported is None:
        return Judged(Light.GREY, (Reason.NEVER, *why), None, late)
    silent = max(0, (now - reported.given_at) // timedelta(days=1))
    if silent >= thresholds.stale_days:
        return Judged(Light.GREY, (Reason.STALE, *why), silent, late)
    floor = Light.YELLOW if late else reported.light
    return Judged(worse(reported.light, floor), why, silent, late)


def overdue(milestones: Iterable[Milestone], thresholds: Thresholds, today: date) -> tuple[Milestone, ...]:
    """Return the milestones that are not reached and are late by more than the grace, the latest first."""
    grace = timedelta(days=thresholds.grace_days)
    late = (one for one in milestones if one.done_at is None and one.due_on + grace < today)
    return tuple(sorted(late, key=lambda one: (one.due_on, one.id)))


def next_milestone(milestones: Iterable[Milestone]) -> Milestone | None:
    """Return the first milestone that is not reached, overdue ones included."""
    return min((one for one in milestones if one.done_at is None), key=lambda one: one.due_on, default=None)


def worse(one: Light, other: Light) -> Light:
    """Return the light leaders look at first."""
    return min(one, other, key=ORDER.index)


def differ(reported: Report | None, rule: Judged) -> bool:
    """Tell whether the rule says something else than what was reported."""
    return reported is not None and reported.light is not rule.light
