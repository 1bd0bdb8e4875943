"""Teams and mentors who would both prefer each other to whom they have."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from bot.mentoring.matching.answers import Attraction
from bot.mentoring.matching.limits import paused
from bot.mentoring.matching.model import NAMED, Matching, Mentor, Origin, Problem
from bot.mentoring.matching.points import Whole, Yes, allowed, points_of

MOST = 100
"""Warnings that are given: further ones would win less and be read by nobody."""

_NEVER = 2**31


def warnings(problem: Problem, matching: Matching) -> tuple[Attraction, ...]:
    """Return who would both prefer each other to their pairs, those who would win most first.

    A side's own view counts its own ranking and what both have in common, not the other's ranking. Accepted
    and pinned pairs are settled. A team without a mentor is a matter of the shortage, unless one of the two
    has named the other.
    """
    mentees = sorted(problem.mentees, key=lambda one: one.code)
    mentors = sorted(problem.mentors, key=lambda one: one.code)
    rows = {one.code: row for row, one in enumerate(mentees)}
    columns = {one.code: column for column, one in enumerate(mentors)}
    weights = problem.weights
    by_team = points_of(replace(problem, weights=replace(weights, mentor_rank=0)), mentees, mentors)
    by_mentor = points_of(replace(problem, weights=replace(weights, team_rank=0)), mentees, mentors)
    mine = _present(problem, matching, by_team, rows, columns)
    least = _least(problem, matching, mentors, by_mentor, rows)
    bounds = np.array([bound for bound, _ in least], dtype=np.int64)
    named = _named(problem, rows, columns)
    both = (by_team > mine[:, None]) & (by_mentor > bounds) & (named | (mine[:, None] >= 0))
    team_at, mentor_at = np.nonzero(both & allowed(problem, mentees, mentors))
    team_wins = by_team[team_at, mentor_at] - np.maximum(mine[team_at], 0)
    mentor_wins = by_mentor[team_at, mentor_at] - np.maximum(bounds[mentor_at], 0)
    order = np.lexsort((mentor_at, team_at, -np.minimum(team_wins, mentor_wins)))[:MOST]
    mentor_now = {pair.team: pair.mentor for pair in matching.pairs}
    return tuple(
        Attraction(
            team=mentees[row].code,
            mentor=mentors[column].code,
            team_wins=int(team_wins[at]),
            mentor_wins=int(mentor_wins[at]),
            present=mentor_now.get(mentees[row].code),
            instead=least[column][1],
            named=bool(named[row, column]),
        )
        for at, row, column in zip(
            order.tolist(), team_at[order].tolist(), mentor_at[order].tolist(), strict=True
        )
    )


def _present(
    problem: Problem, matching: Matching, views: Whole, rows: Mapping[str, int], columns: Mapping[str, int]
) -> Whole:
    """Return what a mentor must surpass in each team's view; -1 for a team without one."""
    mine = np.full(len(rows), -1, dtype=np.int64)
    for pair in matching.pairs:
        mine[rows[pair.team]] = views[rows[pair.team], columns[pair.mentor]]
    for team, _ in problem.rules.accepted | problem.rules.pins:
        if team in rows:
            mine[rows[team]] = _NEVER
    return mine


def _named(problem: Problem, rows: Mapping[str, int], columns: Mapping[str, int]) -> Yes:
    named = np.zeros((len(rows), len(columns)), dtype=np.bool_)
    for mentee in problem.mentees:
        named[rows[mentee.code], [columns[code] for code in mentee.ranks[:NAMED] if code in columns]] = True
    for mentor in problem.mentors:
        named[[rows[code] for code in mentor.ranks[:NAMED] if code in rows], columns[mentor.code]] = True
    return named


def _least(
    problem: Problem, matching: Matching, mentors: Sequence[Mentor], views: Whole, rows: Mapping[str, int]
) -> list[tuple[int, str | None]]:
    """Return what a team must surpass in each mentor's view, and the team it would be taken for.

    A mentor without any team, but with room, gives up nobody; who has room beside settled teams only has
    nobody to give up either, and nothing to prefer.
    """
    teams: dict[str, list[str]] = {}
    for pair in matching.pairs:
        if pair.origin is Origin.FOUND:
            teams.setdefault(pair.mentor, []).append(pair.team)
    found: list[tuple[int, str | None]] = []
    for column, mentor in enumerate(mentors):
        load = matching.loads[mentor.code]
        if paused(mentor, problem.today):
            found.append((_NEVER, None))
        elif mine := teams.get(mentor.code):
            found.append(min((int(views[rows[team], column]), team) for team in mine))
        else:
            found.append((-1 if load.taken == 0 < load.capacity else _NEVER, None))
    return found
