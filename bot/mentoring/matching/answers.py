"""What is said of a matching: why, what is missing, who would rather; plain values for screens (pure).

Nothing here loads the solver's libraries, so the bot reads these answers without them.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.mentoring.matching.changes import Differences
from bot.mentoring.matching.limits import Unkept
from bot.mentoring.matching.model import Couple, Fit, Load, Matching


@dataclass(frozen=True, slots=True)
class Price:
    """What it would cost to pair two all the same.

    How many teams fewer get a mentor, how many points the sum loses (fit less even load), and everything that
    would change. Where other teams would be served, points are counted without the teams' rankings, which
    have no say in that. Both numbers may be 0.
    """

    served_less: int
    points_less: int
    changes: Differences


@dataclass(frozen=True, slots=True)
class Why:
    """What speaks for a pair and what stands against it.

    `together` tells that they are a pair, `instead` is the team's mentor otherwise, with what speaks for
    them. `obstacle` names what makes the pair impossible; `price` is there where it is possible.
    """

    couple: Couple
    fit: Fit
    load: Load
    together: bool
    instead: str | None = None
    fit_instead: Fit | None = None
    obstacle: Unkept | None = None
    price: Price | None = None


@dataclass(frozen=True, slots=True)
class Attraction:
    """A team and a mentor who are no pair, and how many points each would win by becoming one.

    `present` is the team's mentor, `instead` the team the mentor would give up for it; None is nobody.
    `named` tells that one of them named the other in a ranking.
    """

    team: str
    mentor: str
    team_wins: int
    mentor_wins: int
    present: str | None
    instead: str | None
    named: bool


class Cause(StrEnum):
    """Why a team is left without a mentor."""

    NO_MENTORS = "no-mentors"
    BARRED = "barred"
    PAUSED = "paused"
    PLACES = "places"


@dataclass(frozen=True, slots=True)
class Left:
    """A team without a mentor: `possible` mentors are not barred, the best suited first (at most five).

    PLACES: all it could go to are full of teams that cannot go elsewhere. PAUSED: nobody it could go to takes
    teams now. BARRED: exclusions leave it nobody. NO_MENTORS: there are none at all.
    """

    team: str
    cause: Cause
    possible: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Knot:
    """Teams that have only these mentors to share: as many go without as there are more teams than places.

    `more_places` are mentors at whom one more place serves one more team, best suited first; `returning`
    are paused ones who would take one of these teams.
    """

    teams: tuple[str, ...]
    mentors: tuple[str, ...]
    places: int
    left: tuple[str, ...]
    more_places: tuple[str, ...]
    returning: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Teams of one direction without a mentor, whom this one could meet together: group mentoring."""

    direction: str
    mentor: str
    teams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shortage:
    """All that is to be said of missing mentors; empty where everybody has one."""

    left: tuple[Left, ...] = ()
    knots: tuple[Knot, ...] = ()
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A matching with all that organizers are shown of it."""

    matching: Matching
    shortage: Shortage
    warnings: tuple[Attraction, ...]
