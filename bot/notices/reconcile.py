"""What to do so that the plan is what the facts ask for (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.notices.model import Placed, Planned, State, written


@dataclass(frozen=True, slots=True)
class Changes:
    """New rows, rows to move (by id), and ids of rows that nobody wants any more."""

    add: tuple[Placed, ...]
    move: tuple[tuple[int, Placed], ...]
    cancel: tuple[int, ...]


def reconcile(wanted: Iterable[Placed], planned: Iterable[Planned], now: datetime) -> Changes:
    """Compare the wanted notices with the planned ones.

    What is being sent or has been settled stays. What was cancelled and is wanted again comes back. An
    occasion whose moment has passed is not planned anew (who comes late hears only what is still
    ahead), unless it says `even_late`; one that waits already stays until it is sent or lapses. A moment
    that the night, Telegram or a failed attempt has put off is not brought forward again.
    """
    rows = {row.key: row for row in planned}
    asked = {one.wanted.key: one for one in wanted}
    add, move = [], []
    for key, one in asked.items():
        row = rows.get(key)
        if row is None:
            if _still_to_plan(one, now):
                add.append(one)
        elif _to_be_moved(row, one, now):
            move.append((row.id, one))
    cancel = [row.id for key, row in rows.items() if key not in asked and row.state is State.QUEUED]
    return Changes(tuple(add), tuple(move), tuple(cancel))


def _still_to_plan(one: Placed, now: datetime) -> bool:
    return one.due_at >= now or one.wanted.even_late


def _to_be_moved(row: Planned, one: Placed, now: datetime) -> bool:
    if row.state is State.CANCELLED:
        return _still_to_plan(one, now)
    if row.state is not State.QUEUED:
        return False
    wanted = one.wanted
    asked = (wanted.due_at, wanted.stale_after, wanted.happens_at, wanted.zone, written(wanted.params))
    if asked != (row.wanted_at, row.stale_after, row.happens_at, row.zone, row.params):
        return True
    put_off = row.attempts or row.reason
    return not put_off and row.due_at != one.due_at
