"""The best matching of a whole cohort: most teams served first, then fit traded against even load.

Matching again asks in this order: most teams served, fewest pairs moved, longest waiting first, then the
rest. Both are exact, and depend on nothing but the facts: everything is counted in the order of codes.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from bot.mentoring.matching.assignment import NOBODY, assign, prices
from bot.mentoring.matching.limits import free_places, keep_pins, open_pins
from bot.mentoring.matching.model import Couple, Matching, Mentee, Mentor, Problem
from bot.mentoring.matching.pairs import matching_of
from bot.mentoring.matching.points import Whole, Yes, allowed, points_of


def match(problem: Problem) -> Matching:
    """Return the best matching; raises Impossible where a pin cannot be kept.

    What a team wishes decides whom it gets, never whether it gets anybody: where not all can be served,
    who is served is found without the teams' rankings, and then the best pairs among these. Otherwise a team
    that names nobody would be left behind those that name five.

    It takes seconds for thousands and loads scipy: the bot asks for it through `apart.matched`.
    """
    keep_pins(problem)
    settled = problem.rules.accepted | set(open_pins(problem))
    served = {team for team, _ in settled}
    mentees = sorted((one for one in problem.mentees if one.code not in served), key=lambda one: one.code)
    return matching_of(problem, settled | _best(problem, mentees))


def _best(problem: Problem, mentees: Sequence[Mentee]) -> set[Couple]:
    if not any(mentee.ranks for mentee in mentees):
        return _found(problem, mentees)
    # where places lack as it is, the first question needs no asking
    if len(mentees) <= sum(_places(problem).values()):
        found = _found(problem, mentees)
        if len(found) == len(mentees):
            return found
    blind = replace(problem, weights=replace(problem.weights, team_rank=0))
    served = {team for team, _ in _found(blind, mentees)}
    return _found(problem, [mentee for mentee in mentees if mentee.code in served])


def _places(problem: Problem) -> dict[str, int]:
    """Return how many teams each mentor can be given beside accepted and pinned ones."""
    free = free_places(problem)
    for _, code in open_pins(problem):
        free[code] -= 1
    return free


def _found(problem: Problem, mentees: Sequence[Mentee]) -> set[Couple]:
    """Return the best pairs of these teams with the places that settled pairs leave."""
    mentors = sorted(problem.mentors, key=lambda one: one.code)
    free = _places(problem)
    places = np.array([free[mentor.code] for mentor in mentors], dtype=np.int64)
    settled = Counter(code for _, code in problem.rules.accepted | problem.rules.pins)
    taken = np.array([mentor.held + settled[mentor.code] for mentor in mentors], dtype=np.int64)
    points = points_of(problem, mentees, mentors)
    may = allowed(problem, mentees, mentors) & (places > 0)
    step = problem.weights.even_load
    range_of_sums = _range_of_sums(points, places, taken, step)
    if problem.rules.current is None:
        gain = np.where(may, points + range_of_sums, 0)
    else:
        gain = _kept_and_waiting(problem, mentees, mentors, may)
        gain = _among_the_best(gain, places, np.where(may, points, 0), range_of_sums)
    owners = assign(gain, places, taken, step).tolist()
    return {
        (mentees[row].code, mentors[column].code) for row, column in enumerate(owners) if column != NOBODY
    }


def _range_of_sums(points: Whole, places: Whole, taken: Whole, step: int) -> int:
    """Return more than any two matchings can differ in fit and even load together."""
    rows = len(points)
    steepest = step * int(np.max(taken + np.minimum(places, rows), initial=0))
    return 1 + rows * (int(points.max(initial=0)) + steepest)


def _kept_and_waiting(
    problem: Problem, mentees: Sequence[Mentee], mentors: Sequence[Mentor], may: Yes
) -> Whole:
    """Return gains that ask for most teams served, then fewest pairs moved, then longest waiting first.

    Sets of teams that can be served together form a matroid, so any numbers that rise with the time of
    waiting find the set that comes first when those waiting longest are asked before all others.
    """
    rows = {mentee.code: row for row, mentee in enumerate(mentees)}
    columns = {mentor.code: column for column, mentor in enumerate(mentors)}
    moments = sorted({mentee.waiting_since for mentee in mentees if mentee.waiting_since}, reverse=True)
    turns: dict[date | None, int] = {moment: at for at, moment in enumerate(moments, 1)}
    waits = np.array([turns.get(mentee.waiting_since, 0) for mentee in mentees], dtype=np.int64)
    keeping = 1 + int(waits.sum())
    serving = keeping * (1 + len(rows))
    gain = np.where(may, serving + waits[:, None], 0)
    for team, mentor in problem.rules.current or ():
        if team in rows and mentor in columns and may[rows[team], columns[mentor]]:
            gain[rows[team], columns[mentor]] += keeping
    return gain


def _among_the_best(gain: Whole, places: Whole, points: Whole, range_of_sums: int) -> Whole:
    """Return gains whose optimum is the best by points among all optima of `gain`.

    Prices tell them: a pair occurs in an optimum if its gain is what its two sides are worth together;
    whoever is worth something is served, and a place that is worth something is taken.
    """
    none_taken = np.zeros_like(places)
    price = prices(gain, places, assign(gain, places, none_taken, 0))
    worth = np.max(gain - price, axis=1, initial=0)
    tight = (gain > 0) & (gain == worth[:, None] + price)
    musts = (worth > 0).astype(np.int64)[:, None] + (price > 0)
    return np.where(tight, range_of_sums * musts + points, 0)
