"""A draft of the match: its pairs with their reasons, what was said of it, how all that is kept (pure)."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.mentoring.matching.answers import Attraction, Cause, Group, Knot, Left, Outcome, Shortage
from bot.mentoring.matching.model import Couple, Fit


class DraftState(StrEnum):
    """What became of a draft."""

    DRAFT = "draft"
    REPLACED = "replaced"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class DraftPair:
    """A team (by code) with the mentor it gets, None for nobody; `kept` was proposed or accepted before."""

    team: str
    mentor: str | None
    fit: Fit
    pinned: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it is kept; `by` is the name of whoever published it."""

    id: int
    stream_id: int
    state: DraftState
    made_at: datetime
    digest: str
    weight: int
    pairs: tuple[DraftPair, ...]
    shortage: Shortage
    warnings: tuple[Attraction, ...]
    before: frozenset[Couple]
    published_at: datetime | None = None
    by: str = ""

    @property
    def couples(self) -> frozenset[Couple]:
        """The pairs alone."""
        return frozenset((one.team, one.mentor) for one in self.pairs if one.mentor is not None)

    def pair(self, team: str) -> DraftPair | None:
        """Return a team's pair."""
        return next((one for one in self.pairs if one.team == team), None)


NO_FIT = Fit(points=0)
MOST_NOTES = 30
"""Teams left out and better pairs that are kept; more than that is no list anybody reads."""


def fit_written(fit: Fit) -> str:
    """Write what speaks for a pair as one line."""
    return json.dumps(asdict(fit), ensure_ascii=False)


def fit_read(text: str) -> Fit:
    """Return what was written; empty is nothing."""
    if not text:
        return NO_FIT
    facts = json.loads(text)
    return Fit(**{**facts, "topics": tuple(facts["topics"])})


def notes_written(outcome: Outcome, before: frozenset[Couple]) -> str:
    """Write what is said of a matching, and with which pairs it is compared."""
    shortage, warnings = outcome.shortage, outcome.warnings
    notes = {
        "left": [asdict(one) for one in shortage.left],
        "knots": [asdict(one) for one in shortage.knots[:MOST_NOTES]],
        "groups": [asdict(one) for one in shortage.groups[:MOST_NOTES]],
        "warnings": [asdict(one) for one in warnings[:MOST_NOTES]],
        "before": sorted(before),
    }
    return json.dumps(notes, ensure_ascii=False)


def notes_read(text: str) -> tuple[Shortage, tuple[Attraction, ...], frozenset[Couple]]:
    """Return what was written."""
    notes = json.loads(text)
    shortage = Shortage(
        left=tuple(Left(**{**_tuples(one), "cause": Cause(one["cause"])}) for one in notes["left"]),
        knots=tuple(Knot(**_tuples(one)) for one in notes["knots"]),
        groups=tuple(Group(**_tuples(one)) for one in notes["groups"]),
    )
    warnings = tuple(Attraction(**one) for one in notes["warnings"])
    return shortage, warnings, frozenset((team, mentor) for team, mentor in notes["before"])


def _tuples(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()}
