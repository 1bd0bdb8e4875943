"""Queries of the tables organizers take away."""

from collections.abc import Collection

from sqlalchemy import func, literal_column, select

from bot.people.model import Role
from bot.support.model import State
from bot.support.tables import AskedRow, RosterRow
from db.engine import Tx
from db.people import accounts, agreed, enrolments, people, person_of
from db.programme import programmes, stream_columns, stream_of, streams
from db.support import first_words, questions, staff


async def roster_of(tx: Tx, stream_ids: Collection[int]) -> list[RosterRow]:
    """Return everybody who is or was in some streams, stream by stream, by name."""
    rows = await tx.execute(
        select(
            *people.c,
            *stream_columns,
            enrolments.c.roles,
            enrolments.c.left_on,
            accounts.c.created_at.label("entered_at"),
            accounts.c.reachable,
            select(literal_column("1")).where(agreed(people.c.id)).exists().label("consented"),
        )
        .select_from(enrolments.join(people, people.c.id == enrolments.c.person_id))
        .join(streams, streams.c.id == enrolments.c.stream_id)
        .join(programmes, programmes.c.id == streams.c.programme_id)
        .outerjoin(accounts, accounts.c.person_id == people.c.id)
        .where(enrolments.c.stream_id.in_(stream_ids))
        .order_by(streams.c.starts_on, streams.c.id, people.c.surname, people.c.name, people.c.id)
    )
    return [
        RosterRow(
            stream=stream_of(row),
            person=person_of(row),
            roles=tuple(Role(role) for role in row.roles),
            left_on=row.left_on,
            entered_at=row.entered_at,
            reachable=bool(row.reachable),
            consented=bool(row.consented),
        )
        for row in rows
    ]


async def questions_of(tx: Tx, stream_ids: Collection[int]) -> list[AskedRow]:
    """Return every question of some streams, the earliest first."""
    answerer = func.trim(staff.c.surname + " " + staff.c.name + " " + staff.c.patronymic)
    rows = await tx.execute(
        select(
            questions.c.id.label("question_id"),
            questions.c.asked_at,
            questions.c.state,
            questions.c.answered_at,
            answerer.label("answerer"),
            first_words,
            *people.c,
            *stream_columns,
        )
        .select_from(questions.join(people, people.c.id == questions.c.person_id))
        .join(streams, streams.c.id == questions.c.stream_id)
        .join(programmes, programmes.c.id == streams.c.programme_id)
        .outerjoin(staff, staff.c.id == questions.c.staff_id)
        .where(questions.c.stream_id.in_(stream_ids))
        .order_by(questions.c.id)
    )
    return [
        AskedRow(
            number=row.question_id,
            stream=stream_of(row),
            person=person_of(row),
            asked_at=row.asked_at,
            state=State(row.state),
            staff=row.answerer or "",
            answered_at=row.answered_at,
            words=row.first_words or "",
        )
        for row in rows
    ]
