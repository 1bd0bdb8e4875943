"""News of meetings that waits to be sent: it is taken back when there is newer news."""

import json
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update

from bot.mentoring.meeting_notices import MEETING_NEWS, Untold, What, subject
from bot.notices.model import State
from db.engine import Tx
from db.notices import batches, notices


async def untold(tx: Tx, stream_id: int, meeting_id: int) -> list[Untold]:
    """Return the news of a meeting that nobody has been sent yet."""
    waiting = (
        notices.c.stream_id == stream_id,
        notices.c.subject == subject(meeting_id),
        notices.c.kind == MEETING_NEWS.name,
        notices.c.state == State.QUEUED,
        notices.c.person_id.is_not(None),
    )
    rows = await tx.execute(select(notices.c.id, notices.c.person_id, notices.c.params).where(*waiting))
    found = []
    for notice_id, person_id, params in rows:
        said = json.loads(params)
        found.append(Untold(notice_id, person_id, What(said["what"]), said["was"]))
    return found


async def take_back(tx: Tx, notice_ids: Collection[int], now: datetime) -> None:
    """Take notices that wait out of the plan."""
    gone = {"state": State.CANCELLED, "reason": "not-needed", "settled_at": now}
    for part in batches(notice_ids):
        waiting = update(notices).where(notices.c.id.in_(part), notices.c.state == State.QUEUED)
        await tx.execute(waiting.values(gone))
