"""The best matching by trying everything, in the words of the rules: what the solver is compared with."""

from collections import Counter

from bot.mentoring.matching.fit import fit_of
from bot.mentoring.matching.limits import bar_of, free_places
from bot.mentoring.matching.model import Couple, Matching, Mentee, Problem
from tests.mentoring.matching.strategies import SINCE

Worth = tuple[int, ...]
"""What is compared, the more important first."""


def best_worth(problem: Problem) -> Worth:
    """Return what the best possible matching is worth, team after team over all loads mentors can have."""
    settled = problem.rules.accepted | problem.rules.pins
    free = free_places(problem)
    for _, code in problem.rules.pins - problem.rules.accepted:
        free[code] -= 1
    nothing = (0,) * len(worth(problem, frozenset()))
    loads: dict[tuple[int, ...], Worth] = {(0,) * len(problem.mentors): nothing}
    begun = Counter(code for _, code in settled)
    for mentee in (one for one in problem.mentees if one.code not in dict(settled)):
        nexts = dict(loads)
        for state, so_far in loads.items():
            for at, mentor in enumerate(problem.mentors):
                if state[at] == free[mentor.code] or bar_of(problem, mentee, mentor):
                    continue
                nth = mentor.held + begun[mentor.code] + state[at]
                gained = _worth_of(problem, mentee, at, nth)
                new = (*state[:at], state[at] + 1, *state[at + 1 :])
                total = tuple(map(sum, zip(so_far, gained, strict=True)))
                nexts[new] = max(nexts.get(new, total), total)
        loads = nexts
    return max(loads.values())


def worth(problem: Problem, couples: frozenset[Couple]) -> Worth:
    """Return what pairs that were found are worth; settled ones count in the load alone."""
    settled = problem.rules.accepted | problem.rules.pins
    mentees = {one.code: one for one in problem.mentees}
    columns = {one.code: at for at, one in enumerate(problem.mentors)}
    loads = Counter({one.code: one.held for one in problem.mentors})
    loads.update(code for _, code in settled)
    sums = [0] * len(_levels(problem))
    for team, code in sorted(couples - settled):
        for at, number in enumerate(_worth_of(problem, mentees[team], columns[code], loads[code])):
            sums[at] += number
        loads[code] += 1
    return tuple(sums)


def worth_of_matching(problem: Problem, matching: Matching) -> Worth:
    """Return what a matching of this problem is worth."""
    return worth(problem, matching.couples)


def _levels(problem: Problem) -> Worth:
    return _worth_of(problem, Mentee("nobody"), 0, 0) if problem.mentors else (0,)


def _worth_of(problem: Problem, mentee: Mentee, at: int, nth: int) -> Worth:
    mentor = problem.mentors[at]
    points = fit_of(mentee, mentor, problem.weights).points - problem.weights.even_load * nth
    if problem.rules.current is None:
        return 1, points
    waiting = (int(mentee.waiting_since == moment) for moment in sorted(SINCE))
    return 1, int((mentee.code, mentor.code) in problem.rules.current), *waiting, points
