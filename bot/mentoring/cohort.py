"""The teams and mentors of a stream with everything that decides who suits whom (pure)."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.mentoring.matching.limits import Unkept, unkept_pins
from bot.mentoring.matching.model import Bar, Couple, Mentee, Mentor, Place, Problem, Rules, Weights
from bot.mentoring.mentorships import Phase
from bot.people.model import Person
from bot.shared.zones import minutes_from_moscow


@dataclass(frozen=True, slots=True)
class Team:
    """A team as the matching sees it.

    `wanted`, `forbidden` and `pinned` are codes of mentors. `alone_id` is the listener a team of one stands
    for that nobody wrote down. `entered` tells that somebody of it can be written to. `homes` are those of
    its people; its own municipality may be another one, or unknown.
    """

    id: int
    code: str
    title: str
    direction: str | None = None
    topics: tuple[str, ...] = ()
    needs: str = ""
    kinds: tuple[str, ...] = ()
    municipality: str = ""
    region: str = ""
    zone: str | None = None
    homes: frozenset[Place] = frozenset()
    wanted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    pinned: str = ""
    alone_id: int | None = None
    project: str = ""
    entered: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """A mentor of a stream as the matching sees them; the code is the person's."""

    id: int
    person: Person
    kind: str
    directions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    region: str = ""
    capacity: int = 1
    paused_until: date | None = None
    wanted: tuple[str, ...] = ()
    entered: bool = False

    @property
    def code(self) -> str:
        """The code under which the matching knows the mentor."""
        return self.person.code


@dataclass(frozen=True, slots=True)
class Bond:
    """A mentorship of the stream, by the codes of team and mentor; `at` is its last moment."""

    id: int
    team: str
    mentor: str
    phase: Phase
    proposed_at: datetime
    at: datetime

    @property
    def couple(self) -> Couple:
        """The codes alone."""
        return self.team, self.mentor


@dataclass(frozen=True, slots=True)
class Cohort:
    """All of a stream: its teams, its mentors, what was proposed and became of it.

    `unserved` are moments at which a published matching left a team (by code) without a mentor. `published`
    tells that proposals were sent at all. `loose` counts listeners who are in no team.
    """

    stream_id: int
    teams: tuple[Team, ...]
    mentors: tuple[Profile, ...]
    bonds: tuple[Bond, ...] = ()
    unserved: Mapping[str, tuple[datetime, ...]] = field(default_factory=dict)
    published: bool = False
    loose: int = 0

    def team(self, code: str) -> Team | None:
        """Return a team by its code."""
        return next((one for one in self.teams if one.code == code), None)

    def mentor(self, code: str | None) -> Profile | None:
        """Return a mentor by the code of the person."""
        return next((one for one in self.mentors if one.code == code), None)

    def couples(self, *phases: Phase) -> frozenset[Couple]:
        """Return the pairs in some phases."""
        return frozenset(one.couple for one in self.bonds if one.phase in phases)

    @property
    def open(self) -> frozenset[Couple]:
        """The pairs that are proposed or accepted."""
        return self.couples(Phase.PROPOSED, Phase.ACCEPTED)

    def waiting_since(self) -> dict[str, date]:
        """Return by code since when each team that has nobody waits, counted from its last mentor's end."""
        began: defaultdict[str, list[datetime]] = defaultdict(list)
        ended: dict[str, datetime] = {}
        for bond in self.bonds:
            if bond.phase is Phase.ENDED:
                ended[bond.team] = max(bond.at, ended.get(bond.team, bond.at))
                began[bond.team].append(bond.at)
            elif bond.phase in (Phase.DECLINED, Phase.WITHDRAWN):
                began[bond.team].append(bond.proposed_at)
        for code, left_at in self.unserved.items():
            began[code].extend(left_at)
        served = {team for team, _ in self.open}
        waits = {}
        for code, moments in began.items():
            counted = [at for at in moments if code not in ended or at >= ended[code]]
            if counted and code not in served:
                waits[code] = min(counted).date()
        return waits


def problem_of(cohort: Cohort, weights: Weights, now: datetime) -> Problem:
    """Return what the matching is asked. A first draft keeps nothing; later ones disturb proposals least.

    Pins of teams whose mentor has accepted are done with; whoever declined or ended is not asked again.
    """
    waits = cohort.waiting_since()
    accepted = cohort.couples(Phase.ACCEPTED)
    settled = {team for team, _ in accepted}
    pins = {(one.code, one.pinned) for one in cohort.teams if one.pinned and one.code not in settled}
    exclusions = dict.fromkeys(cohort.couples(Phase.DECLINED, Phase.ENDED), Bar.DECLINED)
    exclusions |= {(one.code, mentor): Bar.FORBIDDEN for one in cohort.teams for mentor in one.forbidden}
    rules = Rules(
        accepted=accepted,
        pins=frozenset(pins),
        exclusions=exclusions,
        current=_proposed(cohort) if cohort.published else None,
    )
    return Problem(
        mentees=tuple(_mentee(one, waits.get(one.code), now) for one in cohort.teams),
        mentors=tuple(_mentor(one, now) for one in cohort.mentors),
        rules=rules,
        weights=weights,
        today=now.date(),
    )


def keepable(problem: Problem) -> tuple[Problem, tuple[Unkept, ...]]:
    """Return the problem without the pins that cannot be kept, and these."""
    unkept = unkept_pins(problem)
    gone = {one.couple for one in unkept}
    rules = replace(problem.rules, pins=problem.rules.pins - gone)
    return replace(problem, rules=rules), unkept


def digest_of(cohort: Cohort, problem: Problem) -> str:
    """Return a print of everything a matching depends on; equal facts give equal prints, on any machine."""
    rules = problem.rules
    mentors = [
        (replace(one, paused_until=None), one.paused_until is not None and problem.today < one.paused_until)
        for one in problem.mentors
    ]
    facts = (
        sorted(map(_plain, problem.mentees)),
        sorted((_plain(one), paused) for one, paused in mentors),
        sorted(rules.accepted),
        sorted(rules.pins),
        sorted(rules.exclusions.items()),
        sorted((one.couple, one.phase) for one in cohort.bonds),
        _plain(problem.weights),
    )
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def loads(cohort: Cohort, couples: Iterable[Couple]) -> dict[str, int]:
    """Return how many teams each mentor has in some pairs, by code; mentors without any too."""
    counted = dict.fromkeys((one.code for one in cohort.mentors), 0)
    for _, mentor in couples:
        counted[mentor] = counted.get(mentor, 0) + 1
    return counted


def _mentee(team: Team, waiting_since: date | None, now: datetime) -> Mentee:
    return Mentee(
        code=team.code,
        direction=team.direction,
        topics=team.topics,
        needs=team.needs,
        kinds=frozenset(team.kinds),
        region=team.region,
        homes=team.homes | {(team.municipality, team.region)},
        offset=_offset(team.zone, now),
        waiting_since=waiting_since,
        ranks=team.wanted,
    )


def _mentor(one: Profile, now: datetime) -> Mentor:
    return Mentor(
        code=one.code,
        kind=one.kind,
        directions=frozenset(one.directions),
        topics=one.topics,
        region=one.region or one.person.region,
        homes=frozenset({(one.person.municipality, one.person.region)}),
        offset=_offset(one.person.zone, now),
        capacity=one.capacity,
        paused_until=one.paused_until,
        ranks=one.wanted,
    )


def _offset(zone: str | None, now: datetime) -> int | None:
    """Return the distance from Moscow in minutes: only differences count."""
    return None if zone is None else minutes_from_moscow(zone, now)


def _plain(value: object) -> str:
    """Write a frozen value so that sets stand in their order."""
    names: Sequence[str] = getattr(value, "__slots__", ())
    said = []
    for name in names:
        part = getattr(value, name)
        said.append(f"{name}={sorted(part) if isinstance(part, frozenset) else part!r}")
    return ";".join(said)


def _proposed(cohort: Cohort) -> frozenset[Couple]:
    """Return the proposals that wait and could stand: whoever has left is nobody to be kept."""
    known = {one.code for one in cohort.mentors}
    return frozenset(couple for couple in cohort.couples(Phase.PROPOSED) if couple[1] in known)
