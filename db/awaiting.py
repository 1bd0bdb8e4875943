"""Counts of what waits for somebody, each in one statement."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import String, and_, cast, exists, func, literal, select

from bot.notices.model import State as Fate
from bot.people.access import RequestState
from bot.support.model import State
from bot.support.notices import QUESTION_WAITING, SUBJECT
from db.access import access_requests
from db.engine import Tx
from db.imports import WAITING, imports
from db.notices import notices
from db.people import accounts, enrolments, present
from db.support import questions


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question nobody has answered; `staff_id` took it, `called_out` tells that its alarm was sent."""

    id: int
    state: State
    staff_id: int | None
    called_out: bool


async def open_questions(tx: Tx, stream_ids: Collection[int]) -> list[OpenQuestion]:
    """Return what is not answered in some streams, the longest waiting first."""
    if not stream_ids:
        return []
    called_out = and_(
        notices.c.stream_id == questions.c.stream_id,
        notices.c.subject == literal(SUBJECT).concat(cast(questions.c.id, String)),
        notices.c.kind == QUESTION_WAITING.name,
        notices.c.state == Fate.SENT,
        notices.c.wanted_at >= questions.c.waiting_since,
    )
    columns = (questions.c.id, questions.c.state, questions.c.staff_id, exists().where(called_out))
    wanted = and_(questions.c.stream_id.in_(stream_ids), questions.c.state != State.ANSWERED)
    rows = await tx.execute(
        select(*columns).where(wanted).order_by(questions.c.waiting_since, questions.c.id)
    )
    return [OpenQuestion(row[0], State(row[1]), row[2], bool(row[3])) for row in rows]


async def open_requests(tx: Tx) -> int:
    """Count the requests for access nobody has decided."""
    counting = select(func.count()).select_from(access_requests)
    return await tx.scalar(counting.where(access_requests.c.state == RequestState.OPEN)) or 0


async def outside(tx: Tx, stream_ids: Collection[int], today: date) -> dict[int, int]:
    """Return stream id → how many of its people have not entered; streams with none are left out."""
    if not stream_ids:
        return {}
    rows = await tx.execute(
        select(enrolments.c.stream_id, func.count())
        .outerjoin(accounts, accounts.c.person_id == enrolments.c.person_id)
        .where(enrolments.c.stream_id.in_(stream_ids), present(today), accounts.c.user_id.is_(None))
        .group_by(enrolments.c.stream_id)
    )
    return {row[0]: row[1] for row in rows}


async def waiting_imports(tx: Tx, user_id: int) -> list[tuple[int, str]]:
    """Return the workbooks that wait for their sender's decision, id and name, the newest first."""
    own = and_(imports.c.user_id == user_id, imports.c.state == WAITING)
    rows = await tx.execute(
        select(imports.c.id, imports.c.file_name).where(own).order_by(imports.c.id.desc())
    )
    return [(row[0], row[1]) for row in rows]
