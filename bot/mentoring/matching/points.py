"""The points of every pair at once: the same as `fit_of` gives one by one, in arrays."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.mentoring.matching.fit import (
    MOST_WORDS,
    place,
    rank_points,
    topic_points,
    words_of_mentor,
    words_of_team,
    zone_points,
)
from bot.mentoring.matching.limits import same_municipality
from bot.mentoring.matching.model import NAMED, Mentee, Mentor, Problem
from bot.mentoring.matching.words import bare, plain

Whole = NDArray[np.int64]
Yes = NDArray[np.bool_]


def points_of(problem: Problem, mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> Whole:
    """Return the points of each team (row) with each mentor (column)."""
    weights = problem.weights
    points = _direction(mentees, mentors, weights.direction)
    steps = np.array(topic_points(weights.topics), dtype=np.int64)
    met = _common(list(map(words_of_team, mentees)), list(map(words_of_mentor, mentors)))
    points += steps[np.minimum(met, MOST_WORDS)]
    points += weights.region * _alike(
        [plain(one.region) for one in mentees], [plain(m.region) for m in mentors]
    )
    points += _zones(mentees, mentors, weights.zone)
    kinds = [frozenset((mentor.kind,)) for mentor in mentors]
    points += weights.kind * _common([mentee.kinds for mentee in mentees], kinds)
    _add_ranks(points, mentees, mentors, weights.team_rank)
    _add_ranks(points.T, mentors, mentees, weights.mentor_rank)
    return points


def allowed(problem: Problem, mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> Yes:
    """Return which pairs no exclusion forbids."""
    free = np.ones((len(mentees), len(mentors)), dtype=np.bool_)
    rows = {mentee.code: row for row, mentee in enumerate(mentees)}
    columns = {mentor.code: column for column, mentor in enumerate(mentors)}
    for team, mentor in problem.rules.exclusions:
        if team in rows and mentor in columns:
            free[rows[team], columns[mentor]] = False
    homes: dict[str, list[int]] = {}
    for column, one in enumerate(mentors):
        for municipality, _ in one.homes:
            homes.setdefault(bare(municipality), []).append(column)
    for row, mentee in enumerate(mentees):
        for column in {at for municipality, _ in mentee.homes for at in homes.get(bare(municipality), ())}:
            free[row, column] &= not same_municipality(mentee, mentors[column])
    return free


def _direction(mentees: Sequence[Mentee], mentors: Sequence[Mentor], most: int) -> Whole:
    wanted = [frozenset(filter(None, (mentee.direction,))) for mentee in mentees]
    has = np.array([bool(directions) for directions in wanted], dtype=np.int64)
    any_direction = np.array([not mentor.directions for mentor in mentors], dtype=np.int64)
    common = _common(wanted, [mentor.directions for mentor in mentors])
    return most * (2 * common + np.outer(has, any_direction)) // 2


def _common(ours: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]) -> Whole:
    """Return how many members each of our sets shares with each of theirs."""
    known = {
        word: at for at, word in enumerate(sorted(frozenset().union(*ours) & frozenset().union(*theirs)))
    }
    # small whole numbers are exact in float32, whose product is many times faster than that of integers
    product: NDArray[Any] = _marks(ours, known) @ _marks(theirs, known).T
    return product.astype(np.int64)


def _marks(sets: Sequence[frozenset[str]], known: dict[str, int]) -> NDArray[np.float32]:
    marks = np.zeros((len(sets), len(known)), dtype=np.float32)
    for row, words in enumerate(sets):
        marks[row, [known[word] for word in words if word in known]] = 1
    return marks


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> Whole:
    return _common(
        [frozenset(filter(None, (one,))) for one in ours], [frozenset(filter(None, (one,))) for one in theirs]
    )


def _zones(mentees: Sequence[Mentee], mentors: Sequence[Mentor], most: int) -> Whole:
    ours = sorted({mentee.offset for mentee in mentees}, key=str)
    theirs = sorted({mentor.offset for mentor in mentors}, key=str)
    table = np.array(
        [
            [
                zone_points(most, None if one is None or other is None else abs(one - other))
                for other in theirs
            ]
            for one in ours
        ],
        dtype=np.int64,
    ).reshape(len(ours), len(theirs))
    rows = np.array([ours.index(mentee.offset) for mentee in mentees], dtype=np.intp)
    columns = np.array([theirs.index(mentor.offset) for mentor in mentors], dtype=np.intp)
    return table[np.ix_(rows, columns)]


def _add_ranks(
    points: Whole, who: Sequence[Mentee | Mentor], whom: Sequence[Mentee | Mentor], most: int
) -> None:
    at = {one.code: column for column, one in enumerate(whom)}
    for row, one in enumerate(who):
        for code in set(one.ranks[:NAMED]) & at.keys():
            points[row, at[code]] += rank_points(most, place(one.ranks, code))
