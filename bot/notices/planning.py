"""Planning again: what the facts ask for against what is queued, in the transaction of the change."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from bot.notices.model import NoticeKind, Placed, Planner, Scope, Wanted
from bot.notices.night import Night, allowed_at
from bot.notices.reconcile import reconcile
from db import notices
from db.engine import Tx, after_commit

REMEMBERED = timedelta(days=3)
"""Planning again looks back this far for what was sent; older occasions are kept apart by their keys."""

HORIZON = timedelta(hours=36)
"""How far ahead notices become rows; the calendar goes on planning, so that publishing a whole year of
events for thousands of people need not write a row for each reminder at once."""

CHANGED = "changed"


async def always_night(_tx: Tx, _stream_id: int) -> Night:
    """Return the night of an installation without settings."""
    return Night()


def _nothing() -> None:
    """Wake nobody."""


@dataclass(frozen=True)
class Planning:
    """The kinds and planners of all rooms; `wake` is called after a commit that changed the plan."""

    kinds: tuple[NoticeKind, ...] = ()
    planners: tuple[Planner, ...] = ()
    night_of: Callable[[Tx, int], Awaitable[Night]] = always_night
    wake: Callable[[], None] = _nothing

    @cached_property
    def kind(self) -> dict[str, NoticeKind]:
        """The kinds by name."""
        return {kind.name: kind for kind in self.kinds}

    async def replan(self, tx: Tx, now: datetime, scope: Scope, only: frozenset[str] | None = None) -> None:
        """Step: bring the planned notices of a scope in line with the facts; twice changes nothing.

        `only` holds it to planners of some kinds.
        """
        for planner in self.planners:
            if only is not None and not planner.kinds & only:
                continue
            wanted = await planner.wanted(tx, now, scope)
            planned = await notices.planned(
                tx, scope, planner.kinds, planner.subjects(scope), now - REMEMBERED
            )
            changes = reconcile(await self._placed(tx, wanted), planned, now)
            await notices.cancel(tx, changes.cancel, CHANGED, now)
            await notices.move(tx, changes.move)
            await notices.add(tx, changes.add)
        after_commit(tx, self.wake)

    async def put(self, tx: Tx, now: datetime, wanted: Sequence[Wanted]) -> None:
        """Step: plan notices that no planner asks for again, such as an answer to an act.

        One that is planned already stays as it is.
        """
        placed = await self._placed(tx, wanted)
        await notices.add(tx, placed)
        after_commit(tx, self.wake)

    async def _placed(self, tx: Tx, wanted: Sequence[Wanted]) -> list[Placed]:
        nights: dict[int, Night] = {}
        placed = []
        for one in wanted:
            stream = one.stream_id or 0
            if stream not in nights:
                nights[stream] = await self.night_of(tx, stream)
            kind = self.kind[one.kind]
            due_at = allowed_at(one.due_at, one.zone, nights[stream], kind.quiet, one.happens_at)
            placed.append(Placed(one, due_at, kind.urgency))
        return placed


NO_PLANNING = Planning()
"""For the command line and for tests: a bot that runs plans within minutes what they have changed."""
