"""What organizers see of the plan: occasions with how many people, and single notices of somebody (pure)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.notices.model import State

WAITING = frozenset({State.QUEUED, State.HELD, State.CLAIMED})
UNSENT = frozenset({State.LAPSED, State.SKIPPED, State.FAILED})
"""What was due and reached nobody; a cancelled notice was never due, because its occasion changed."""


class Fate(StrEnum):
    """What a notice counts as."""

    SENT = "sent"
    WAITING = "waiting"
    UNSENT = "unsent"
    CANCELLED = "cancelled"


def fate_of(state: State) -> Fate:
    """Return what a state counts as."""
    if state in WAITING:
        return Fate.WAITING
    if state in UNSENT:
        return Fate.UNSENT
    return Fate.SENT if state is State.SENT else Fate.CANCELLED


@dataclass(frozen=True, slots=True)
class Tally:
    """How many notices are in a state for a reason; `repeats` counts attempts whose fate was unknown."""

    state: State
    reason: str
    count: int
    repeats: int = 0

    @property
    def fate(self) -> Fate:
        """What these notices count as."""
        return fate_of(self.state)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many notices of each fate there are."""

    sent: int = 0
    waiting: int = 0
    unsent: int = 0
    cancelled: int = 0
    repeats: int = 0

    @property
    def all(self) -> int:
        """How many notices there are."""
        return self.sent + self.waiting + self.unsent + self.cancelled


def counted(tallies: Iterable[Tally]) -> Counts:
    """Add tallies up."""
    every = list(tallies)
    by_fate: Counter[Fate] = Counter()
    for tally in every:
        by_fate[tally.fate] += tally.count
    repeats = sum(tally.repeats for tally in every)
    return Counts(**{fate.value: by_fate[fate] for fate in Fate}, repeats=repeats)


@dataclass(frozen=True, slots=True)
class Occasion:
    """Notices of one kind about one thing at one moment.

    `ref` is the id of one of them, by which a button finds all again. `moment` is when the kind wanted
    them, None where that differs from person to person; `first_at` and `last_at` are when the earliest and
    the latest are due, or were settled.
    """

    ref: int
    stream_id: int | None
    kind: str
    subject: str
    moment: datetime | None
    first_at: datetime
    last_at: datetime
    tallies: tuple[Tally, ...] = ()

    @property
    def counts(self) -> Counts:
        """How many of them there are, by fate."""
        return counted(self.tallies)


@dataclass(frozen=True, slots=True)
class Line:
    """One notice as a list shows it; `whom` is a person's full name, or a group's title.

    `at` is when it was settled, or is due. `zone` is where its receiver is to be.
    """

    id: int
    kind: str
    subject: str
    whom: str
    state: State
    reason: str
    at: datetime
    zone: str
    repeats: int


def joined(parts: Sequence[Occasion]) -> list[Occasion]:
    """Put together what stands for the same occasion in different states, in the order of the first part."""
    found: dict[tuple[int | None, str, str, datetime | None], Occasion] = {}
    for part in parts:
        key = (part.stream_id, part.kind, part.subject, part.moment)
        known = found.get(key)
        if known is None:
            found[key] = part
            continue
        found[key] = Occasion(
            min(known.ref, part.ref),
            *key,
            min(known.first_at, part.first_at),
            max(known.last_at, part.last_at),
            (*known.tallies, *part.tallies),
        )
    return list(found.values())
