"""How far a broadcast is, how fast it goes, and when it will be done (pure)."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.broadcasts.model import RECENT, Broadcast, Card, Progress, State
from bot.notices.listing import Tally
from bot.notices.model import State as NoticeState

LEAST_S = 2.0
"""Seconds after which a speed says something."""


class Line(StrEnum):
    """A line of the report; the words are `broadcasts-line-<value>`."""

    DELIVERED = "delivered"
    WAITING = "waiting"
    BLOCKED = "blocked"
    OUTSIDE = "outside"
    CONSENT = "consent"
    LEFT = "left"
    MUTED = "muted"
    LATE = "late"
    GONE = "gone"
    ANSWERED = "answered"
    CANCELLED = "cancelled"
    ERROR = "error"


class Phase(StrEnum):
    """Where a broadcast stands."""

    DRAFT = "draft"
    APPROVAL = "approval"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"
    RETRACTED = "retracted"


_OVER = frozenset({Phase.DONE, Phase.CANCELLED, Phase.RETRACTED})

_REASONS = {
    "unreachable": Line.BLOCKED,
    "not-entered": Line.OUTSIDE,
    "no-consent": Line.CONSENT,
    "left": Line.LEFT,
    "muted": Line.MUTED,
    "late": Line.LATE,
    "night": Line.LATE,
    "message gone": Line.GONE,
    "replied": Line.ANSWERED,
    "cancelled": Line.CANCELLED,
}


def line_of(state: NoticeState, reason: str) -> Line:
    """Return the line a notice counts in."""
    match state:
        case NoticeState.SENT:
            return Line.DELIVERED
        case NoticeState.QUEUED | NoticeState.HELD | NoticeState.CLAIMED:
            return Line.WAITING
        case NoticeState.CANCELLED:
            return Line.CANCELLED
    return _REASONS.get(reason, Line.ERROR)


@dataclass(frozen=True, slots=True)
class Report:
    """Counts by line; `unknown` may have come twice, `reasons` are those of the errors."""

    counts: Counter[Line]
    unknown: int
    reasons: tuple[str, ...]

    @property
    def total(self) -> int:
        """All recipients."""
        return self.counts.total()

    @property
    def done(self) -> int:
        """Those about whom nothing more happens by itself."""
        return self.total - self.counts[Line.WAITING]


def report(tallies: tuple[Tally, ...]) -> Report:
    """Sort tallies into lines."""
    counts: Counter[Line] = Counter()
    reasons = set()
    for tally in tallies:
        line = line_of(tally.state, tally.reason)
        counts[line] += tally.count
        if line is Line.ERROR:
            reasons.add(tally.reason)
    return Report(counts, sum(tally.repeats for tally in tallies), tuple(sorted(reasons)))


def is_forgotten(one: Broadcast, progress: Progress) -> bool:
    """Tell whether the notices of a broadcast are kept no longer: confirming it has written some."""
    return one.confirmed_at is not None and not report(progress.tallies).total


def phase(one: Broadcast, progress: Progress, now: datetime) -> Phase:
    """Return where a broadcast stands: what is sending ends by its notices alone."""
    if one.state in {State.SENDING, State.PAUSED} and is_forgotten(one, progress):
        return Phase.DONE
    if one.state is not State.SENDING:
        return Phase(one.state.value)
    found = report(progress.tallies)
    if found.total and not found.counts[Line.WAITING]:
        return Phase.DONE
    if progress.first_at is None and progress.next_at is not None and progress.next_at > now:
        return Phase.SCHEDULED
    return Phase.SENDING


def is_over(card: Card) -> bool:
    """Tell whether nothing about a broadcast changes any more by itself, its corrections included."""
    over = phase(card.broadcast, card.progress, card.now) in _OVER
    every = (card.progress, card.changes)
    return over and not any(report(progress.tallies).counts[Line.WAITING] for progress in every)


def per_second(progress: Progress, now: datetime) -> float:
    """Return how many were delivered per second lately; 0 while that says nothing."""
    if progress.first_at is None:
        return 0.0
    took = min(now - progress.first_at, RECENT).total_seconds()
    return progress.recent / took if took >= LEAST_S else 0.0


def next_at(progress: Progress, now: datetime) -> datetime | None:
    """Return when the rest goes on, where nothing is due for a while: at night, or at nine elsewhere."""
    later = progress.next_at is not None and progress.next_at - now > RECENT
    return progress.next_at if later else None


def seconds_left(progress: Progress, now: datetime) -> int | None:
    """Return how many seconds the rest will take; None while nobody can say."""
    speed = per_second(progress, now)
    waiting = report(progress.tallies).counts[Line.WAITING]
    return round(waiting / speed) if speed and waiting else None
