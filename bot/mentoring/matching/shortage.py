"""Whom a matching leaves without a mentor, why, and what would help: read off the matching itself."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from bot.mentoring.matching.answers import Cause, Group, Knot, Left, Shortage
from bot.mentoring.matching.assignment import NOBODY
from bot.mentoring.matching.limits import free_places, paused, room_of
from bot.mentoring.matching.model import Matching, Mentee, Mentor, Origin, Problem
from bot.mentoring.matching.points import Whole, Yes, allowed, points_of

BEST = 5
"""Mentors named for a team or a knot: more would be no advice."""

TOGETHER = 5
"""Teams in one group: with more of them a meeting of an hour leaves each less than ten minutes."""


def shortage(problem: Problem, matching: Matching) -> Shortage:
    """Return whom a matching of this problem leaves without a mentor, why, and what would help."""
    if not matching.unserved:
        return Shortage()
    view = _View(problem, matching)
    left = tuple(view.left(row) for row in view.unserved)
    return Shortage(left, _knots(view), _groups(view))


class _View:
    """The problem in rows and columns: who may go where, who is where."""

    def __init__(self, problem: Problem, matching: Matching) -> None:
        self.mentees: Sequence[Mentee] = sorted(problem.mentees, key=lambda one: one.code)
        self.mentors: Sequence[Mentor] = sorted(problem.mentors, key=lambda one: one.code)
        self.may: Yes = allowed(problem, self.mentees, self.mentors)
        self.points: Whole = points_of(problem, self.mentees, self.mentors)
        rows = {one.code: row for row, one in enumerate(self.mentees)}
        columns = {one.code: column for column, one in enumerate(self.mentors)}
        self.at = np.full(len(rows), NOBODY, dtype=np.int64)
        for pair in matching.pairs:
            if pair.origin is Origin.FOUND:
                self.at[rows[pair.team]] = columns[pair.mentor]
        pinned = Counter(pair.mentor for pair in matching.pairs if pair.origin is Origin.PINNED)
        free = free_places(problem)
        self.places = np.array([free[one.code] - pinned[one.code] for one in self.mentors], dtype=np.int64)
        self.paused = np.array([paused(one, problem.today) for one in self.mentors], dtype=np.bool_)
        room = room_of(problem)
        self.room = np.array([room[one.code] > 0 for one in self.mentors], dtype=np.bool_)
        self.unserved = [rows[code] for code in matching.unserved]
        self._leads = self._leading()

    def left(self, row: int) -> Left:
        """Return why a team is left."""
        possible = self.may[row]
        if not self.mentors:
            cause = Cause.NO_MENTORS
        elif not possible.any():
            cause = Cause.BARRED
        else:
            cause = Cause.PAUSED if self.paused[possible].all() else Cause.PLACES
        return Left(self.mentees[row].code, cause, self.best([row], possible))

    def reach(self, row: int) -> Yes:
        """Return the mentors a place of whom would, through moves of others, serve this team."""
        reached: Yes = self._leads[self.may[row] & ~self.paused].any(axis=0)
        return reached

    def best(self, rows: Sequence[int], among: Yes) -> tuple[str, ...]:
        """Return the mentors of these whom the points of these teams like best."""
        return tuple(self.mentors[column].code for column in self.order(rows, among)[:BEST])

    def order(self, rows: Sequence[int], among: Yes) -> list[int]:
        """Return the columns of these mentors, the best suited for these teams first."""
        sums = np.where(self.may[rows], self.points[rows], 0).sum(axis=0).tolist()
        return sorted(np.flatnonzero(among).tolist(), key=lambda column: (-sums[column], column))

    def _leading(self) -> Yes:
        """Return from which mentor's teams one could, in however many moves, get to which mentor."""
        leads = np.eye(len(self.mentors), dtype=np.bool_)
        for row in np.flatnonzero(self.at != NOBODY).tolist():
            leads[self.at[row]] |= self.may[row] & ~self.paused
        while True:
            # paths of twice the length; counts below 2**24 are exact in float32
            steps = leads.astype(np.float32)
            further: Yes = steps @ steps > 0
            if (further == leads).all():
                return leads
            leads = further


def _knots(view: _View) -> tuple[Knot, ...]:
    together: dict[bytes, tuple[Yes, list[int]]] = {}
    for row in view.unserved:
        reached = view.reach(row)
        if view.may[row].any():
            together.setdefault(reached.tobytes(), (reached, []))[1].append(row)
    return tuple(_knot(view, reached, rows) for reached, rows in together.values())


def _knot(view: _View, reached: Yes, rows: list[int]) -> Knot:
    inside = [row for row, at in enumerate(view.at) if at != NOBODY and reached[at]]
    teams = sorted({*inside, *rows})
    could_return = view.paused & view.room & view.may[teams].any(axis=0)
    return Knot(
        teams=tuple(view.mentees[row].code for row in teams),
        mentors=tuple(view.mentors[column].code for column in np.flatnonzero(reached).tolist()),
        places=int(view.places[reached].sum()),
        left=tuple(view.mentees[row].code for row in rows),
        more_places=view.best(rows, reached),
        returning=view.best(rows, could_return),
    )


def _groups(view: _View) -> tuple[Group, ...]:
    alike: dict[str, list[int]] = {}
    for row in view.unserved:
        if direction := view.mentees[row].direction:
            alike.setdefault(direction, []).append(row)
    idle = ~view.paused
    found = []
    for direction, rows in sorted(alike.items()):
        for some in _parts(rows):
            for_all = view.order(some, view.may[some].all(axis=0) & idle)
            if len(some) > 1 and for_all:
                idle[for_all[0]] = False
                codes = tuple(view.mentees[row].code for row in some)
                found.append(Group(direction, view.mentors[for_all[0]].code, codes))
    return tuple(found)


def _parts(rows: list[int]) -> list[list[int]]:
    """Divide into as few parts as may meet together, all of nearly the same size."""
    count = -(-len(rows) // TOGETHER)
    return [rows[number::count] for number in range(count)]
