"""What has become of notices that were claimed, until it is written."""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from bot.delivery.errands import Errand
from bot.notices.model import Notice, Outcome, State
from bot.notices.planning import Planning
from bot.support import chat_actions
from db import notice_claims, notice_outcomes, people
from db.engine import Tx

UNSENT = frozenset({State.SKIPPED, State.LAPSED, State.FAILED})

Alert = Callable[[Tx, Notice, Outcome], Awaitable[None]]
"""Plans a word to the staff about a fault of our own."""


@dataclass
class Book:
    """Outcomes that are still to be written; `counts` tell of all since the start."""

    planning: Planning
    alert: Alert
    counts: Counter[str]
    _ended: list[tuple[Errand | None, Notice, Outcome]] = field(default_factory=list)
    _unbegun: list[Notice] = field(default_factory=list)
    _moved: dict[int, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Tell whether there is anything to write."""
        return bool(self._ended or self._unbegun)

    def end(self, errand: Errand | None, notice: Notice, outcome: Outcome) -> None:
        """Note what became of a notice; without an errand nothing was sent."""
        self.counts[outcome.reason if outcome.state is State.QUEUED else outcome.state] += 1
        self.counts["unknown fate"] += outcome.unknown_fate
        self._ended.append((errand, notice, outcome))

    def put_back(self, unbegun: Iterable[Notice]) -> None:
        """Note that nothing was begun for some."""
        self._unbegun += unbegun

    def moved(self, old: int, new: int) -> None:
        """Note that a group became a supergroup."""
        self._moved[old] = new

    def page(self) -> "Book":
        """Return what there is to write now, and begin with an empty book."""
        page = Book(self.planning, self.alert, self.counts, self._ended, self._unbegun, self._moved)
        self._ended, self._unbegun, self._moved = [], [], {}
        return page

    def put_in(self, page: "Book") -> None:
        """Take back a page that could not be written."""
        self._ended = [*page._ended, *self._ended]
        self._unbegun = [*page._unbegun, *self._unbegun]
        self._moved = {**page._moved, **self._moved}

    async def write(self, tx: Tx, epoch: int, now: datetime) -> None:
        """Write everything in one transaction."""
        ended = [(one, outcome) for _errand, one, outcome in self._ended]
        await notice_outcomes.settle(tx, epoch, ended, now)
        await notice_claims.let_go(tx, epoch, [one.id for one in self._unbegun])
        for old, new in self._moved.items():
            await chat_actions.follow(tx, now, self.planning, old, new)
        for errand, notice, outcome in self._ended:
            if outcome.reason == "unreachable" and errand is not None:
                await self._lost(tx, now, errand)
            if outcome.state is State.FAILED:
                await self.alert(tx, notice, outcome)
            unsent = self.planning.unsent.get(notice.kind)
            if unsent is not None and outcome.state in UNSENT:
                await unsent(tx, now, self.planning, notice, outcome)

    async def _lost(self, tx: Tx, now: datetime, errand: Errand) -> None:
        if errand.user_id is None:
            await chat_actions.mark_presence(tx, now, self.planning, errand.chat_id, present=False)
        else:
            await people.change_account(tx, errand.user_id, reachable=False)
