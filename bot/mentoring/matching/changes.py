"""What one matching changes in another (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.mentoring.matching.model import Couple


@dataclass(frozen=True, slots=True)
class Move:
    """A team and its mentors before and after, by codes; None is no mentor."""

    team: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Differences:
    """What changes, by the codes of teams: who gets another mentor, a first one, none any more."""

    moved: tuple[Move, ...]
    gained: tuple[Move, ...]
    lost: tuple[Move, ...]
    kept: int

    @property
    def empty(self) -> bool:
        """Tell whether nothing changes."""
        return not (self.moved or self.gained or self.lost)


def differences(before: Iterable[Couple], after: Iterable[Couple]) -> Differences:
    """Return what changes from one set of pairs to another; each names a team at most once."""
    old, new = dict(before), dict(after)
    moves = [
        Move(team, old.get(team), new.get(team))
        for team in sorted(old.keys() | new.keys())
        if old.get(team) != new.get(team)
    ]
    return Differences(
        moved=tuple(move for move in moves if move.before and move.after),
        gained=tuple(move for move in moves if not move.before),
        lost=tuple(move for move in moves if not move.after),
        kept=sum(new.get(team) == mentor for team, mentor in old.items()),
    )
