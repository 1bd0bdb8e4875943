"""Planning again: what the facts ask for against what is queued, in the transaction of the change."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from itertools import islice

from bot.notices.model import Notice, NoticeKind, Outcome, Placed, Planner, Scope, Wanted
from bot.notices.night import Night, allowed_at
from bot.notices.reconcile import Changes, reconcile
from bot.shared.turns import collected_later
from db import notice_plan
from db.engine import Tx, after_commit

REMEMBERED = timedelta(days=3)
"""Planning again looks back this far for what was sent; older occasions are kept apart by their keys."""

HORIZON = timedelta(hours=36)
"""How far ahead notices become rows; the calendar goes on planning, so that publishing a whole year of
events for thousands of people need not write a row for each reminder at once."""

A_TURN = 1_000
"""Notices made, compared and written between two turns of the loop."""


async def always_night(_tx: Tx, _stream_id: int) -> Night:
    """Return the night of an installation without settings."""
    return Night()


def _nothing() -> None:
    """Wake nobody."""


Unsent = Callable[[Tx, datetime, "Planning", Notice, Outcome], Awaitable[None]]
"""A step in the transaction that settles a notice which was skipped, has lapsed or failed."""


@dataclass(frozen=True)
class Planning:
    """The kinds and planners of all rooms; `wake` is called after a commit that changed the plan.

    `unsent` are steps by kind: what a room does when a notice of it did not reach its person after all.
    """

    kinds: tuple[NoticeKind, ...] = ()
    planners: tuple[Planner, ...] = ()
    night_of: Callable[[Tx, int], Awaitable[Night]] = always_night
    wake: Callable[[], None] = _nothing
    unsent: Mapping[str, Unsent] = field(default_factory=dict)

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

        `only` holds it to planners of some kinds. The programme stands still from here to the end of the
        transaction: what another publication asks for would else be found in the plan and not in the facts.
        """
        await notice_plan.hold_programme(tx, scope.stream_id)
        asked = [
            one
            for one in self.planners
            if (only is None or one.kinds & only) and (one.by_events or not scope.of_events)
        ]
        with collected_later():
            for planner in asked:
                await self._plan(tx, now, scope, planner)
        after_commit(tx, self.wake)

    async def _plan(self, tx: Tx, now: datetime, scope: Scope, planner: Planner) -> None:
        if planner.follow is not None:
            await planner.follow(tx, now, scope)
        wanted = await planner.wanted(tx, now, scope)
        rows = await notice_plan.planned(tx, scope, planner.kinds, planner.subjects(scope), now - REMEMBERED)
        async for part in self._placed(tx, wanted):
            known = [rows.pop(one.wanted.key) for one in part if one.wanted.key in rows]
            await _change(tx, reconcile(part, known, now), planner.cancelled, now)
        while rows:
            left = [rows.pop(key) for key in list(islice(rows, A_TURN))]
            await _change(tx, reconcile((), left, now), planner.cancelled, now)

    async def put(self, tx: Tx, now: datetime, wanted: Iterable[Wanted]) -> None:
        """Step: plan notices that no planner asks for again, such as an answer to an act.

        One that is planned already stays as it is.
        """
        async for part in self._placed(tx, wanted):
            await notice_plan.add(tx, part)
        after_commit(tx, self.wake)

    async def foreseen(self, tx: Tx, now: datetime, scope: Scope) -> list[Placed]:
        """Step: return what planning at a moment would ask for; nothing is planned by it."""
        with collected_later():
            return [
                one
                for planner in self.planners
                async for part in self._placed(tx, await planner.wanted(tx, now, scope))
                for one in part
            ]

    async def _placed(self, tx: Tx, wanted: Iterable[Wanted]) -> AsyncIterator[list[Placed]]:
        """Yield the wanted notices with the moments the night leaves to them, part by part."""
        nights: dict[int, Night] = {}
        moments: dict[tuple[object, ...], datetime] = {}
        every = iter(wanted)
        while part := list(islice(every, A_TURN)):
            placed = []
            for one in part:
                kind, alike = (
                    self.kind[one.kind],
                    (one.due_at, one.zone, one.happens_at, one.stream_id, one.kind),
                )
                if alike not in moments:
                    stream = one.stream_id or 0
                    if stream not in nights:
                        nights[stream] = await self.night_of(tx, stream)
                    moments[alike] = allowed_at(
                        one.due_at, one.zone, nights[stream], kind.quiet, one.happens_at
                    )
                placed.append(Placed(one, moments[alike], kind.urgency))
            yield placed


async def _change(tx: Tx, changes: Changes, cancelled: str, now: datetime) -> None:
    await notice_plan.cancel(tx, changes.cancel, cancelled, now)
    await notice_plan.move(tx, changes.move)
    await notice_plan.add(tx, changes.add)
    await asyncio.sleep(0)


NO_PLANNING = Planning()
"""For the command line and for tests: a bot that runs plans within minutes what they have changed."""
