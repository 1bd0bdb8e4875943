"""Other ways to pair teams with mentors, measured beside ours: greedy, deferred acceptance, a package."""

import heapq
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from bot.mentoring.matching.limits import free_places
from bot.mentoring.matching.model import Couple, Problem
from bot.mentoring.matching.points import Whole, Yes, allowed, points_of

Matcher = Callable[[Problem], set[Couple]]


class NotPossible(Exception):
    """Why a way gave no pairs, in words."""


def greedy(problem: Problem) -> set[Couple]:
    """Take the best pair that is left, again and again."""
    points = points_of(problem, problem.mentees, problem.mentors)
    may = allowed(problem, problem.mentees, problem.mentors)
    free = _free(problem)
    order = np.argsort(-points, axis=None, kind="stable")
    open_teams = set(range(len(problem.mentees)))
    found = set()
    for at in order[may.ravel()[order]].tolist():
        row, column = divmod(at, len(free))
        if row in open_teams and free[column]:
            open_teams.remove(row)
            free[column] -= 1
            found.add(_couple(problem, row, column))
            if not open_teams:
                break
    return found


def deferred(problem: Problem) -> set[Couple]:
    """Let teams propose in their order, mentors keep the best of their view (Gale and Shapley): stable."""
    by_team, by_mentor, may = _views(problem)
    free = _free(problem)
    orders = [_order(by_team[row], may[row]) for row in range(len(problem.mentees))]
    asked = [0] * len(orders)
    held: list[list[tuple[int, int]]] = [[] for _ in free]
    waiting = list(range(len(orders)))
    while waiting:
        row = waiting.pop()
        if asked[row] == len(orders[row]):
            continue
        column = orders[row][asked[row]]
        asked[row] += 1
        if not free[column]:
            waiting.append(row)
            continue
        heapq.heappush(held[column], (int(by_mentor[row, column]), -row))
        if len(held[column]) > free[column]:
            waiting.append(-heapq.heappop(held[column])[1])
    return {_couple(problem, -row, column) for column, mine in enumerate(held) for _, row in mine}


def package(problem: Problem) -> set[Couple]:
    """Ask the package `matching` for the same; raises NotPossible where it does not get through."""
    try:
        from matching.games import HospitalResident  # noqa: PLC0415 - only this way needs it
    except ImportError:
        raise NotPossible("not installed") from None
    by_team, by_mentor, may = _views(problem)
    columns = {row: _order(by_team[row], may[row]) for row in range(len(problem.mentees))}
    places = {column: free for column, free in enumerate(_free(problem)) if free}
    teams = {row: [column for column in mine if column in places] for row, mine in columns.items()}
    teams = {row: mine for row, mine in teams.items() if mine}
    mentors = {column: _order(by_mentor[:, column], may[:, column]) for column in places}
    mentors = {column: [row for row in mine if row in teams] for column, mine in mentors.items()}
    try:
        game = HospitalResident.create_from_dictionaries(
            teams, {column: mine for column, mine in mentors.items() if mine}, places
        )
        solved = game.solve()
    except RecursionError:
        raise NotPossible("RecursionError") from None
    return {_couple(problem, team.name, mentor.name) for mentor, mine in solved.items() for team in mine}


def _views(problem: Problem) -> tuple[Whole, Whole, Yes]:
    weights = problem.weights
    by_team = replace(problem, weights=replace(weights, mentor_rank=0))
    by_mentor = replace(problem, weights=replace(weights, team_rank=0))
    return (
        points_of(by_team, problem.mentees, problem.mentors),
        points_of(by_mentor, problem.mentees, problem.mentors),
        allowed(problem, problem.mentees, problem.mentors),
    )


def _order(points: Whole, may: Yes) -> list[int]:
    order = np.argsort(-points, kind="stable")
    found: list[int] = order[may[order]].tolist()
    return found


def _free(problem: Problem) -> list[int]:
    free = free_places(problem)
    return [free[mentor.code] for mentor in problem.mentors]


def _couple(problem: Problem, row: int, column: int) -> Couple:
    return problem.mentees[row].code, problem.mentors[column].code
