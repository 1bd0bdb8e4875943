"""Planning again: what the facts ask for against what is queued, in the transaction of the change."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import TypeVar

from bot.notices.model import NoticeKind, Placed, Planned, Planner, Scope, Wanted
from bot.notices.night import Night, allowed_at
from bot.notices.reconcile import reconcile
from bot.shared.turns import collected_later, in_turns
from db import notices
from db.engine import Tx, after_commit

REMEMBERED = timedelta(days=3)
"""Planning again looks back this far for what was sent; older occasions are kept apart by their keys."""

HORIZON = timedelta(hours=36)
"""How far ahead notices become rows; the calendar goes on planning, so that publishing a whole year of
events for thousands of people need not write a row for each reminder at once."""

PLACED_A_TURN = 2_000
"""Notices placed between two turns of the loop."""

RECONCILED_A_TURN = 2_000
"""Wanted and planned notices compared at once."""

CHANGED = "changed"

Keyed = TypeVar("Keyed", Placed, Planned)


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

    @cached_property
    def by_calendar(self) -> frozenset[str]:
        """The names of the kinds that the calendar plans further."""
        return frozenset().union(*(one.kinds for one in self.planners if one.by_calendar))

    async def replan(self, tx: Tx, now: datetime, scope: Scope, only: frozenset[str] | None = None) -> None:
        """Step: bring the planned notices of a scope in line with the facts; twice changes nothing.

        `only` holds it to planners of some kinds.
        """
        asked = [one for one in self.planners if only is None or one.kinds & only]
        with collected_later():
            for planner in asked:
                await self._plan(tx, now, scope, planner)
        after_commit(tx, self.wake)

    async def _plan(self, tx: Tx, now: datetime, scope: Scope, planner: Planner) -> None:
        if planner.follow is not None:
            await planner.follow(tx, now, scope)
        wanted = await planner.wanted(tx, now, scope)
        planned = await notices.planned(tx, scope, planner.kinds, planner.subjects(scope), now - REMEMBERED)
        placed = await self._placed(tx, wanted)
        parts = 1 + max(len(placed), len(planned)) // RECONCILED_A_TURN
        asked, rows = await _dealt(placed, parts), await _dealt(planned, parts)
        for some_asked, some_rows in zip(asked, rows, strict=True):
            changes = reconcile(some_asked, some_rows, now)
            await notices.cancel(tx, changes.cancel, CHANGED, now)
            await notices.move(tx, changes.move)
            await notices.add(tx, changes.add)
            await asyncio.sleep(0)

    async def put(self, tx: Tx, now: datetime, wanted: Sequence[Wanted]) -> None:
        """Step: plan notices that no planner asks for again, such as an answer to an act.

        One that is planned already stays as it is.
        """
        placed = await self._placed(tx, wanted)
        await notices.add(tx, placed)
        after_commit(tx, self.wake)

    async def foreseen(self, tx: Tx, now: datetime, scope: Scope) -> list[Placed]:
        """Step: return what planning at a moment would ask for; nothing is planned by it."""
        with collected_later():
            wanted = [one for planner in self.planners for one in await planner.wanted(tx, now, scope)]
            return await self._placed(tx, wanted)

    async def _placed(self, tx: Tx, wanted: Sequence[Wanted]) -> list[Placed]:
        nights = {
            stream: await self.night_of(tx, stream) for stream in {one.stream_id or 0 for one in wanted}
        }
        moments: dict[tuple[object, ...], datetime] = {}
        placed = []
        async for one in in_turns(wanted, PLACED_A_TURN):
            kind, alike = self.kind[one.kind], (one.due_at, one.zone, one.happens_at, one.stream_id, one.kind)
            if alike not in moments:
                night = nights[one.stream_id or 0]
                moments[alike] = allowed_at(one.due_at, one.zone, night, kind.quiet, one.happens_at)
            placed.append(Placed(one, moments[alike], kind.urgency))
        return placed


async def _dealt(items: Sequence[Keyed], parts: int) -> list[list[Keyed]]:
    """Deal out by their keys, so that what is wanted and what is planned of an occasion meet in one part."""
    if parts == 1:
        return [list(items)]
    found: list[list[Keyed]] = [[] for _ in range(parts)]
    async for one in in_turns(items, PLACED_A_TURN):
        found[hash(one.wanted.key if isinstance(one, Placed) else one.key) % parts].append(one)
    return found


NO_PLANNING = Planning()
"""For the command line and for tests: a bot that runs plans within minutes what they have changed."""
