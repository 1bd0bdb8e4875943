"""What the matching is asked and what it answers: frozen values, named by codes (pure).

Teams and mentors are known here by their codes, unique within a problem. Whatever order they come in,
the same facts give the same pairs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

NAMED = 5
"""Places of a ranking that count; what stands further down is as if unnamed."""


Place = tuple[str, str]
"""A municipality and its region, as they were typed; either may be empty."""


@dataclass(frozen=True, slots=True)
class Mentee:
    """A team with a project that wants a mentor; a listener of «Школа мэров» is a team of one.

    `homes` are those of the team and of everybody in it. `offset` is the distance of the home zone from UTC
    in minutes. `topics` are phrases of the team and its project, `needs` is what the team wrote in its own
    words. `kinds` are the kinds of mentor it asks for; none means that all are alike to it. `ranks` are codes
    of mentors, the dearest first.
    """

    code: str
    direction: str | None = None
    topics: tuple[str, ...] = ()
    needs: str = ""
    kinds: frozenset[str] = frozenset()
    region: str = ""
    homes: frozenset[Place] = frozenset()
    offset: int | None = None
    waiting_since: date | None = None
    ranks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mentor:
    """A mentor with room for `capacity` teams, of which `held` are taken by teams outside this problem.

    Without `directions` a mentor takes any. `region` is where one works, `homes` where one is from. Till
    `paused_until` (that day itself no longer) nothing new is offered. `ranks` are codes of teams, the dearest
    first.
    """

    code: str
    kind: str = "expert"
    directions: frozenset[str] = frozenset()
    topics: tuple[str, ...] = ()
    region: str = ""
    homes: frozenset[Place] = frozenset()
    offset: int | None = None
    capacity: int = 1
    held: int = 0
    paused_until: date | None = None
    ranks: tuple[str, ...] = ()


class Bar(StrEnum):
    """Why a team and a mentor can never become a pair.

    A direct superior and a conflict of interest are what organizers forbid.
    """

    MUNICIPALITY = "municipality"
    FORBIDDEN = "forbidden"
    DECLINED = "declined"


Couple = tuple[str, str]
"""The codes of a team and a mentor, in this order."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the matching has to respect whatever it costs.

    `accepted` pairs stand and use capacity, also beyond it. `pins` are the organizers' own. `exclusions`
    are declared; that people of one municipality never meet needs no declaring. `current` are the pairs of
    the present draft or the proposals that wait; None is a first draft, where nothing stands yet. Matching
    again moves as few of them as possible and serves first who has waited longest.
    """

    accepted: frozenset[Couple] = frozenset()
    pins: frozenset[Couple] = frozenset()
    exclusions: Mapping[Couple, Bar] = field(default_factory=dict)
    current: frozenset[Couple] | None = None


@dataclass(frozen=True, slots=True)
class Weights:
    """Points a pair gets at most for each thing that speaks for it; whole numbers from 0 to 1,000.

    A mentor's second team costs `even_load` points, the third twice that, and so on: 0 looks at the fit
    alone, more spreads teams over mentors. It never leaves a team without a mentor.
    """

    direction: int = 40
    topics: int = 30
    region: int = 10
    zone: int = 10
    kind: int = 10
    team_rank: int = 20
    mentor_rank: int = 20
    even_load: int = 5


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything a matching depends on; `today` decides who is paused."""

    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]
    rules: Rules = field(default_factory=Rules)
    weights: Weights = field(default_factory=Weights)
    today: date = date.min


@dataclass(frozen=True, slots=True)
class Fit:
    """What speaks for a pair: points, and the facts they were given for.

    `direction` is the common one; `any_direction` tells that the mentor takes any. `topics` are the mentor's,
    as they were typed. `hours` is the distance of the zones, None where one is unknown. Ranks count from 1.
    """

    points: int
    direction: str | None = None
    any_direction: bool = False
    topics: tuple[str, ...] = ()
    same_region: bool = False
    hours: float | None = None
    wanted_kind: bool = False
    team_rank: int | None = None
    mentor_rank: int | None = None


class Origin(StrEnum):
    """How a pair came about."""

    ACCEPTED = "accepted"
    PINNED = "pinned"
    FOUND = "found"


@dataclass(frozen=True, slots=True)
class Pair:
    """A team and its mentor, with what speaks for them."""

    team: str
    mentor: str
    fit: Fit
    origin: Origin = Origin.FOUND

    @property
    def couple(self) -> Couple:
        """Return the codes alone."""
        return self.team, self.mentor


@dataclass(frozen=True, slots=True)
class Load:
    """How many teams a mentor has with this matching, of how many; `taken` may exceed an old capacity."""

    taken: int
    capacity: int


@dataclass(frozen=True, slots=True)
class Matching:
    """The best pairs, by the codes of teams; `unserved` teams by their codes; the load of every mentor.

    `fit` is the sum of the pairs' points, `uneven` what uneven load costs in points at the problem's weight.
    """

    pairs: tuple[Pair, ...]
    unserved: tuple[str, ...]
    loads: Mapping[str, Load]
    fit: int
    uneven: int

    @property
    def couples(self) -> frozenset[Couple]:
        """Return the codes alone of all pairs."""
        return frozenset(pair.couple for pair in self.pairs)

    def mentor_of(self, team: str) -> str | None:
        """Return the code of a team's mentor."""
        return next((pair.mentor for pair in self.pairs if pair.team == team), None)
