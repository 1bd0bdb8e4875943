"""What naming few mentors, or none, does for a team and to others; the numbers stand in ARCHITECTURE.md."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest

from bot.mentoring.matching.fit import fit_of
from bot.mentoring.matching.model import Couple, Problem, Weights
from bot.mentoring.matching.optimum import match
from tests.mentoring.matching.cohorts import cohort

TASTE = 15.0
"""Points by which a team's own view of a mentor strays from the fit (one standard deviation)."""
COHORTS, TEAMS_EACH = 40, 3
COUNTS = (5, 1, 0)


@dataclass
class Got:
    """What teams got by naming so many: sums over all that were looked at."""

    favourite: int = 0
    served: int = 0
    own: float = 0
    others: float = 0


def measured(capacity: tuple[int, int], cohorts: int = COHORTS) -> dict[int, Got]:
    """Let single teams name five, one or no mentors while all others truthfully name their five."""
    got = {count: Got() for count in COUNTS}
    for seed in range(cohorts):
        chance = random.Random(seed)  # noqa: S311  (made up, not secret)
        problem = cohort(160, 60, seed, capacity, Weights(mentor_rank=0))
        problem = replace(problem, mentees=tuple(replace(one, ranks=()) for one in problem.mentees))
        views = {
            (mentee.code, mentor.code): fit_of(mentee, mentor, problem.weights).points
            + chance.gauss(0, TASTE)
            for mentee in problem.mentees
            for mentor in problem.mentors
        }
        for focal in chance.sample(range(160), TEAMS_EACH):
            for count in COUNTS:
                _add(got[count], _naming(problem, views, focal, count), focal, views)
    return got


def _naming(problem: Problem, views: Mapping[Couple, float], focal: int, count: int) -> Problem:
    mentees = []
    for at, mentee in enumerate(problem.mentees):
        order = _order(problem, views, mentee.code)
        mentees.append(replace(mentee, ranks=order[: count if at == focal else 5]))
    return replace(problem, mentees=tuple(mentees))


def _order(problem: Problem, views: Mapping[Couple, float], team: str) -> tuple[str, ...]:
    codes = (mentor.code for mentor in problem.mentors)
    return tuple(sorted(codes, key=lambda code: -views[team, code])[:5])


def _add(got: Got, problem: Problem, focal: int, views: Mapping[Couple, float]) -> None:
    matching = match(problem)
    team = problem.mentees[focal].code
    mentor = matching.mentor_of(team)
    got.served += mentor is not None
    got.favourite += mentor == _order(problem, views, team)[0]
    got.own += views[team, mentor] if mentor else 0
    got.others += sum(views[couple] for couple in matching.couples if couple[0] != team) / 159


@pytest.mark.drill
@pytest.mark.parametrize("capacity", [(1, 4), (2, 5)])
def test_naming_few_is_no_lever_over_others(capacity: tuple[int, int]) -> None:
    got = measured(capacity)
    looked_at = COHORTS * TEAMS_EACH
    five, one, none = (got[count] for count in COUNTS)
    assert five.served == one.served == none.served
    # a fiftieth of a pair's points for oneself, nothing that could be felt by anybody else
    assert (one.own - five.own) / looked_at < 2
    assert abs(one.others - five.others) / looked_at < 0.1
    assert none.own < five.own
