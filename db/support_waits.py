"""Questions that wait, and their alarms among the planned notices."""

from collections.abc import Collection

from sqlalchemy import and_, select

from bot.notices.model import State
from bot.support.model import State as Progress
from bot.support.notices import QUESTION_WAITING, Wait, subject
from db.engine import Tx
from db.notices import batches, notices
from db.support import questions

_WAITING = questions.c.state != Progress.ANSWERED


async def waits_of(tx: Tx, stream_id: int) -> list[Wait]:
    """Return what nobody has answered in a stream, in the order of the questions."""
    waiting = and_(questions.c.stream_id == stream_id, _WAITING)
    rows = await tx.execute(
        select(questions.c.id, questions.c.waiting_since).where(waiting).order_by(questions.c.id)
    )
    return [Wait(row[0], row[1]) for row in rows]


async def streams_waiting(tx: Tx) -> list[int]:
    """Return the streams in which a question waits."""
    asked = select(questions.c.stream_id).where(_WAITING).distinct().order_by(questions.c.stream_id)
    return list((await tx.execute(asked)).scalars())


async def known_alarms(tx: Tx, stream_id: int, question_ids: Collection[int]) -> dict[str, State]:
    """Return key → state of the alarms about questions of a stream, whatever became of them.

    Nothing of it is claimed for sending until the action ends (claims skip locked rows).
    """
    found: dict[str, State] = {}
    for part in batches(question_ids):
        about = and_(
            notices.c.stream_id == stream_id,
            notices.c.subject.in_([subject(number) for number in part]),
            notices.c.kind == QUESTION_WAITING.name,
        )
        chosen = select(notices.c.key, notices.c.state).where(about).order_by(notices.c.id)
        rows = await tx.execute(chosen.with_for_update())
        found |= {row[0]: State(row[1]) for row in rows}
    return found
