"""Whole-number assignment: who goes to whom so that the sum of gains is the greatest possible.

scipy's solver knows pairs only, so a mentor becomes as many columns as there may be teams. Its float64 is
exact here: gains are whole numbers so small that no sum on the way leaves 2**53 (`MOST`).
"""

import numpy as np
from numpy.typing import NDArray

from bot.mentoring.matching.points import Whole

MOST = 2**53
NOBODY = -1


def assign(gain: Whole, free: Whole, taken: Whole, step: int) -> Whole:
    """Return the column of each row, NOBODY for a row without one, for the greatest sum of gains.

    A gain of 0 bars a pair. A column takes `free` rows; beyond the first it has, each costs `step` more than
    the one before, `taken` of them being there already. Every gain must outweigh every such cost.

    Columns begin with few places and get more where all are taken: a limit that nobody touches changes
    nothing in the optimum, so the result is that of all places, in a fraction of the memory.
    """
    rows = gain.shape[0]
    limit = np.minimum(free, max(2, 2 * rows // max(1, np.count_nonzero(free))))
    while True:
        owners = _assign(gain, limit, taken, step)
        loads = np.bincount(owners[owners != NOBODY], minlength=len(free))
        tight = (loads == limit) & (limit < free)
        if not tight.any():
            return owners
        limit = np.where(tight, np.minimum(free, 2 * limit), limit)


def _assign(gain: Whole, places: Whole, taken: Whole, step: int) -> Whole:
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - loaded only by those who match

    rows = gain.shape[0]
    columns = np.repeat(np.arange(len(places)), places)
    owners = np.full(rows, NOBODY, dtype=np.int64)
    if not rows or not len(columns):
        return owners
    nth = np.arange(len(columns)) - np.repeat(np.cumsum(places) - places, places)
    extra = (taken[columns] + nth) * step
    costs = np.empty((min(rows, len(columns)), max(rows, len(columns))), dtype=np.float64)
    # where both are as many, the solver takes a third of the time when it begins with the places
    upright = rows < len(columns)
    wide: NDArray[np.float64] = costs if upright else costs.T
    np.negative(gain[:, columns], out=wide)
    wide += np.where(wide < 0, extra, 0)
    if -wide.min() * max(wide.shape) >= MOST:
        raise OverflowError("gains too great for exact sums")
    first, second = linear_sum_assignment(costs)
    found_rows, found = (first, second) if upright else (second, first)
    real = gain[found_rows, columns[found]] > 0
    owners[found_rows[real]] = columns[found[real]]
    return owners


def prices(gain: Whole, free: Whole, owners: Whole) -> Whole:
    """Return what a place of each column is worth to the whole, for an assignment without rising costs.

    The least prices at which every row has its dearest column. They prove the optimum: raises ArithmeticError
    where there are none.
    """
    served = owners != NOBODY
    price: Whole = np.max(gain[~served], axis=0, initial=0)
    order = np.argsort(owners[served], kind="stable")
    mine = owners[served][order]
    own = gain[served][order, mine]
    heads, starts = np.unique(mine, return_index=True)
    rise = np.where(gain[served][order] > 0, gain[served][order] - own[:, None], -MOST)
    best = np.maximum.reduceat(rise, starts, axis=0) if len(heads) else np.empty((0, len(free)), np.int64)
    for _ in range(len(free) + 1):
        higher = np.max(price[heads, None] + best, axis=0, initial=0)
        if not (higher > price).any():
            break
        price = np.maximum(price, higher)
    loads = np.bincount(mine, minlength=len(free))
    if (price[loads < free] > 0).any() or (price[mine] > own).any():
        raise ArithmeticError("the assignment is not the best one")
    return price
