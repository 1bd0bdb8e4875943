"""Who may be paired with whom, and which pins ask for the impossible (pure)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.mentoring.matching.model import Bar, Couple, Mentee, Mentor, Place, Problem
from bot.mentoring.matching.words import bare


def bar_of(problem: Problem, mentee: Mentee, mentor: Mentor) -> Bar | None:
    """Return why a team and a mentor can never be a pair."""
    if declared := problem.rules.exclusions.get((mentee.code, mentor.code)):
        return declared
    return Bar.MUNICIPALITY if same_municipality(mentee, mentor) else None


def same_municipality(mentee: Mentee, mentor: Mentor) -> bool:
    """Tell whether the mentor and anybody of the team are of one municipality."""
    return any(_one_place(ours, theirs) for ours in mentee.homes for theirs in mentor.homes)


def _one_place(ours: Place, theirs: Place) -> bool:
    """Tell whether two places are one; districts of one name in two regions are two."""
    names, regions = ({bare(one), bare(other)} for one, other in zip(ours, theirs, strict=True))
    return len(names) == 1 and "" not in names and len(regions - {""}) < 2


def paused(mentor: Mentor, today: date) -> bool:
    """Tell whether nothing new is offered to a mentor today."""
    return mentor.paused_until is not None and today < mentor.paused_until


class Obstacle(StrEnum):
    """Why a pin cannot be kept."""

    UNKNOWN = "unknown"
    BARRED = "barred"
    PAUSED = "paused"
    CAPACITY = "capacity"
    PINNED_TWICE = "pinned-twice"
    HAS_MENTOR = "has-mentor"


@dataclass(frozen=True, slots=True)
class Unkept:
    """A pin that cannot be kept, and why; `bar` where it is barred."""

    couple: Couple
    obstacle: Obstacle
    bar: Bar | None = None


class Impossible(Exception):
    """Pins that cannot be kept; nothing was matched. Ask `unkept_pins` beforehand for the same list."""

    def __init__(self, unkept: tuple[Unkept, ...]) -> None:
        self.unkept = unkept
        super().__init__(", ".join(f"{one.couple}: {one.obstacle}" for one in unkept))


def free_places(problem: Problem) -> dict[str, int]:
    """Return how many teams each mentor can still be given, before pins; paused ones none."""
    resting = {mentor.code for mentor in problem.mentors if paused(mentor, problem.today)}
    return {code: 0 if code in resting else room for code, room in room_of(problem).items()}


def room_of(problem: Problem) -> dict[str, int]:
    """Return how many teams each mentor has room for beside the accepted ones, also in a pause."""
    accepted = Counter(mentor for _, mentor in problem.rules.accepted)
    return {
        mentor.code: max(0, mentor.capacity - mentor.held - accepted[mentor.code])
        for mentor in problem.mentors
    }


def open_pins(problem: Problem) -> list[Couple]:
    """Return the pins that are still to be kept: those that were accepted are kept already."""
    return sorted(problem.rules.pins - problem.rules.accepted)


def unkept_pins(problem: Problem) -> tuple[Unkept, ...]:
    """Return every pin that cannot be kept, by codes; of several for one place all but the first."""
    mentees = {mentee.code: mentee for mentee in problem.mentees}
    mentors = {mentor.code: mentor for mentor in problem.mentors}
    served = {team for team, _ in problem.rules.accepted}
    free = free_places(problem)
    found = []
    pinned: set[str] = set()
    for couple in open_pins(problem):
        team, code = couple
        if team not in mentees or code not in mentors:
            found.append(Unkept(couple, Obstacle.UNKNOWN))
            continue
        bar = bar_of(problem, mentees[team], mentors[code])
        obstacle = _first(
            (Obstacle.BARRED, bar is not None),
            (Obstacle.HAS_MENTOR, team in served),
            (Obstacle.PINNED_TWICE, team in pinned),
            (Obstacle.PAUSED, paused(mentors[code], problem.today)),
            (Obstacle.CAPACITY, free[code] < 1),
        )
        if obstacle:
            found.append(Unkept(couple, obstacle, bar))
            continue
        pinned.add(team)
        free[code] -= 1
    return tuple(found)


def _first(*questions: tuple[Obstacle, bool]) -> Obstacle | None:
    return next((obstacle for obstacle, holds in questions if holds), None)


def keep_pins(problem: Problem) -> None:
    """Raise Impossible unless every pin can be kept."""
    if unkept := unkept_pins(problem):
        raise Impossible(unkept)
