"""Teams and mentors who would both prefer each other to whom they have."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from bot.mentoring.matching.answers import Attraction
from bot.mentoring.matching.fit import place
from bot.mentoring.matching.limits import paused
from bot.mentoring.matching.model import Matching, Mentor, Origin, Problem
from bot.mentoring.matching.points import Whole, allowed, points_of

_NEVER = 2**31


def warnings(problem: Problem, matching: Matching) -> tuple[Attraction, ...]:
    """Return who would both prefer each other to their pairs, those who would win most first.

    A side's own view counts its own ranking and what both have in common, not the other's ranking. Accepted
    and pinned pairs are settled; a mentor without any team yet, but with room, has nobody to give up.
    """
    mentees = sorted(problem.mentees, key=lambda one: one.code)
    mentors = sorted(problem.mentors, key=lambda one: one.code)
    rows = {one.code: row for row, one in enumerate(mentees)}
    columns = {one.code: column for column, one in enumerate(mentors)}
    weights = problem.weights
    by_team = points_of(replace(problem, weights=replace(weights, mentor_rank=0)), mentees, mentors)
    by_mentor = points_of(replace(problem, weights=replace(weights, team_rank=0)), mentees, mentors)
    settled = {pair.team for pair in matching.pairs if pair.origin is not Origin.FOUND}
    mine = np.full(len(mentees), -1, dtype=np.int64)
    for pair in matching.pairs:
        mine[rows[pair.team]] = by_team[rows[pair.team], columns[pair.mentor]]
    least = _least(problem, matching, mentors, by_mentor, rows)
    bounds = np.array([bound for bound, _ in least], dtype=np.int64)
    open_rows = np.array([one.code not in settled for one in mentees], dtype=np.bool_)[:, None]
    both = (by_team > mine[:, None]) & (by_mentor > bounds) & open_rows & allowed(problem, mentees, mentors)
    present = {pair.team: pair.mentor for pair in matching.pairs}
    found = [
        Attraction(
            team=mentees[row].code,
            mentor=mentors[column].code,
            team_wins=int(by_team[row, column] - max(mine[row], 0)),
            mentor_wins=int(by_mentor[row, column] - max(bounds[column], 0)),
            present=present.get(mentees[row].code),
            instead=least[column][1],
            named=bool(
                place(mentees[row].ranks, mentors[column].code)
                or place(mentors[column].ranks, mentees[row].code)
            ),
        )
        for row, column in np.argwhere(both).tolist()
    ]
    return tuple(sorted(found, key=lambda one: (-min(one.team_wins, one.mentor_wins), one.team, one.mentor)))


def _least(
    problem: Problem, matching: Matching, mentors: Sequence[Mentor], views: Whole, rows: Mapping[str, int]
) -> list[tuple[int, str | None]]:
    """Return what a team must surpass in each mentor's view, and the team it would be taken for."""
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
