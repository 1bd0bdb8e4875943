"""What became of claimed notices, written for the epoch that has claimed them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, bindparam, update

from bot.notices.model import Notice, Outcome, State
from db.engine import Tx
from db.notices import notices

_SETTLE = (
    update(notices)
    .where(
        notices.c.id == bindparam("row_id"),
        notices.c.epoch == bindparam("own_epoch"),
        notices.c.state == State.CLAIMED,
    )
    .values(
        state=bindparam("new_state"),
        reason=bindparam("new_reason"),
        due_at=bindparam("new_due_at"),
        attempts=notices.c.attempts + bindparam("more_attempts", type_=Integer),
        repeats=notices.c.repeats + bindparam("more_repeats", type_=Integer),
        sent_chat_id=bindparam("new_chat_id"),
        message_ids=bindparam("new_message_ids"),
        settled_at=bindparam("new_settled_at"),
    )
)


_LET_GO_ON = (
    update(notices)
    .where(
        notices.c.id == bindparam("row_id"),
        notices.c.state == State.HELD,
        notices.c.stale_after != bindparam("known_until"),
    )
    .values(state=State.QUEUED)
)


async def settle(tx: Tx, epoch: int, outcomes: Sequence[tuple[Notice, Outcome]], now: datetime) -> None:
    """Write what became of notices that an epoch has claimed.

    One that is to be held waits in the queue instead where what is held was let go on since it was claimed:
    that gives each another last moment.
    """
    if outcomes:
        await tx.execute(_SETTLE, [_settled(notice, outcome, epoch, now) for notice, outcome in outcomes])
    held = [notice for notice, outcome in outcomes if outcome.state is State.HELD]
    if held:
        await tx.execute(_LET_GO_ON, [{"row_id": one.id, "known_until": one.stale_after} for one in held])


def _settled(notice: Notice, outcome: Outcome, epoch: int, now: datetime) -> dict[str, Any]:
    waits = outcome.state in {State.QUEUED, State.HELD}
    return {
        "row_id": notice.id,
        "own_epoch": epoch,
        "new_state": outcome.state,
        "new_reason": outcome.reason[:200],
        "new_due_at": outcome.again_at or notice.due_at,
        "more_attempts": int(outcome.attempted),
        "more_repeats": int(outcome.unknown_fate),
        "new_chat_id": outcome.chat_id,
        "new_message_ids": " ".join(map(str, outcome.message_ids)),
        "new_settled_at": None if waits else now,
    }
