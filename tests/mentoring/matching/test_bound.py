"""The solver against a linear programme of the same rules, solved by HiGHS: another method, another code."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import linprog
from scipy.sparse import coo_array

from bot.mentoring.matching.fit import fit_of
from bot.mentoring.matching.limits import bar_of
from bot.mentoring.matching.model import Bar, Problem, Rules, Weights
from bot.mentoring.matching.optimum import match
from tests.mentoring.matching.cohorts import cohort

SERVED = 100_000
"""More than the points of 160 pairs can make up for one team more."""


def bound(problem: Problem) -> int:
    """Return the most that served teams, at this many points each, fit and even load can come to."""
    columns: list[int] = []
    values: list[int] = []
    rows: list[int] = []
    for at, mentee in enumerate(problem.mentees):
        for other, mentor in enumerate(problem.mentors):
            if bar_of(problem, mentee, mentor) is None:
                rows += [at, len(problem.mentees) + other]
                columns += [len(values)] * 2
                values.append(SERVED + fit_of(mentee, mentor, problem.weights).points)
    limits = [1] * len(problem.mentees) + [0] * len(problem.mentors)
    places: list[int] = []
    for other, mentor in enumerate(problem.mentors):
        for nth in range(mentor.capacity):
            rows.append(len(problem.mentees) + other)
            columns.append(len(values) + len(places))
            places.append(-problem.weights.even_load * nth)
    # a place that is opened lets one more team in: pairs less places is at most 0
    signs = [1.0] * (2 * len(values)) + [-1.0] * len(places)
    table = coo_array((signs, (rows, columns)), shape=(len(limits), len(values) + len(places)))
    solved = linprog(
        -np.array(values + places), A_ub=table.tocsr(), b_ub=limits, bounds=(0, 1), method="highs"
    )
    return -round(float(solved.fun))


def assert_bound_is_reached(problem: Problem) -> None:
    """Check who is served, found without teams' wishes, and then who with whom."""
    matching = match(problem)
    served = tuple(one for one in problem.mentees if one.code not in matching.unserved)
    blind = replace(problem, weights=replace(problem.weights, team_rank=0))
    assert bound(replace(blind, mentees=served)) == bound(blind)
    reached = SERVED * len(matching.pairs) + matching.fit - matching.uneven
    assert reached == bound(replace(problem, mentees=served))


@pytest.mark.parametrize(("capacity", "even_load"), [((1, 4), 5), ((2, 5), 12)])
def test_a_programme_of_160_teams_and_60_mentors_reaches_the_bound(
    capacity: tuple[int, int], even_load: int
) -> None:
    problem = cohort(160, 60, seed=7, capacity=capacity, weights=Weights(even_load=even_load))
    assert_bound_is_reached(problem)


@pytest.mark.drill
@pytest.mark.parametrize("seed", range(20))
def test_any_programme_of_that_size_reaches_the_bound(seed: int) -> None:
    problem = cohort(160, 60, seed, (0, 2 + seed % 4), Weights(even_load=seed))
    barred = {
        (mentee.code, mentor.code): Bar.FORBIDDEN
        for row, mentee in enumerate(problem.mentees)
        for column, mentor in enumerate(problem.mentors)
        if (row * 7 + column * 3 + seed) % 11 < seed // 2
    }
    problem = replace(problem, rules=Rules(exclusions=barred))
    assert_bound_is_reached(problem)
