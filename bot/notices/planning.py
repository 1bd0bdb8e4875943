"""Planning again: what the facts ask for against what is queued, in the transaction of the change."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.notices.model import NoticeKind, Planner, Scope
from db.engine import Tx


@dataclass(frozen=True)
class Planning:
    """The kinds and planners of all rooms; `wake` is called after a commit that changed the plan."""

    kinds: tuple[NoticeKind, ...] = ()
    planners: tuple[Planner, ...] = ()
    wake: Callable[[], None] = lambda: None

    async def replan(self, tx: Tx, now: datetime, scope: Scope) -> None:
        """Step: bring the planned notices of a scope in line with the facts; twice changes nothing."""
