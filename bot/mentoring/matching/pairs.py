"""Pairs of codes with all that is known of them (pure)."""

from collections import Counter
from collections.abc import Iterable

from bot.mentoring.matching.fit import fit_of
from bot.mentoring.matching.model import Couple, Load, Matching, Origin, Pair, Problem


def matching_of(problem: Problem, couples: Iterable[Couple]) -> Matching:
    """Return these pairs as a matching of this problem, whoever chose them; unknown codes are left out."""
    couples = frozenset(couples)
    mentees = {mentee.code: mentee for mentee in problem.mentees}
    mentors = {mentor.code: mentor for mentor in problem.mentors}
    pairs = tuple(
        Pair(
            team, code, fit_of(mentees[team], mentors[code], problem.weights), _origin(problem, (team, code))
        )
        for team, code in sorted(couples)
        if team in mentees and code in mentors
    )
    served = {team for team, _ in couples}
    teams = Counter(code for _, code in couples)
    loads = {
        code: Load(mentor.held + teams[code], mentor.capacity) for code, mentor in sorted(mentors.items())
    }
    return Matching(
        pairs=pairs,
        unserved=tuple(sorted(mentees.keys() - served)),
        loads=loads,
        fit=sum(pair.fit.points for pair in pairs),
        uneven=problem.weights.even_load * sum(load.taken * (load.taken - 1) // 2 for load in loads.values()),
    )


def _origin(problem: Problem, couple: Couple) -> Origin:
    if couple in problem.rules.accepted:
        return Origin.ACCEPTED
    return Origin.PINNED if couple in problem.rules.pins else Origin.FOUND
