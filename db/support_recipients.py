"""To whom the help desk writes: a stream's organizers, whoever reads an answer, and names."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, Text, and_, func, select, type_coerce

from bot.people.model import Role, joined_name
from db.assistants import assistants
from db.engine import Tx
from db.people import accounts, agreed, consents, enrolments, people, present
from db.support import questions

_asking = accounts.alias("asking")
_own = accounts.alias("own")
READER = func.coalesce(
    select(_asking.c.user_id)
    .join(assistants, assistants.c.person_id == _asking.c.person_id)
    .where(
        _asking.c.chat_id == questions.c.chat_id,
        assistants.c.head_id == questions.c.person_id,
        assistants.c.ended_at.is_(None),
    )
    .limit(1)
    .correlate(questions)
    .scalar_subquery(),
    select(_own.c.user_id)
    .where(_own.c.person_id == questions.c.person_id)
    .correlate(questions)
    .scalar_subquery(),
)
"""The account that reads the answers to a row of `questions`, NULL for none at present.

That of an assistant who asked and still is one; otherwise the person's, whichever it is by now.
"""


async def organizers(tx: Tx, stream_id: int, today: datetime) -> list[tuple[int, int, str]]:
    """Return user, chat and language of a stream's organizers who can be written to."""
    rows = await tx.execute(
        select(accounts.c.user_id, accounts.c.chat_id, accounts.c.locale)
        .join(enrolments, enrolments.c.person_id == accounts.c.person_id)
        .where(_organizing(stream_id, today.date()))
        .order_by(accounts.c.user_id)
    )
    return [(row.user_id, row.chat_id, row.locale) for row in rows]


async def organizers_present(tx: Tx, stream_id: int, today: date) -> dict[int, int]:
    """Return person → chat of a stream's organizers who have entered and consented, and block no bot."""
    rows = await tx.execute(
        select(accounts.c.person_id, accounts.c.chat_id)
        .join(enrolments, enrolments.c.person_id == accounts.c.person_id)
        .where(
            _organizing(stream_id, today), select(consents.c.id).where(agreed(accounts.c.person_id)).exists()
        )
    )
    return {row.person_id: row.chat_id for row in rows}


def _organizing(stream_id: int, today: date) -> ColumnElement[bool]:
    return and_(
        enrolments.c.stream_id == stream_id,
        type_coerce(enrolments.c.roles, Text).like(f"%\n{Role.ORGANIZER}\n%"),
        present(today),
        accounts.c.reachable.is_(True),
    )


async def reader(tx: Tx, question_id: int) -> tuple[int, int, str] | None:
    """Return user, chat and language of whoever reads the answers to a question, None for nobody."""
    own = select(accounts.c.user_id, accounts.c.chat_id, accounts.c.locale)
    reading = own.select_from(questions.join(accounts, accounts.c.user_id == READER))
    row = (await tx.execute(reading.where(questions.c.id == question_id))).one_or_none()
    return None if row is None else (row.user_id, row.chat_id, row.locale)


async def full_name(tx: Tx, person_id: int | None) -> str:
    """Return somebody's full name, empty for nobody."""
    if person_id is None:
        return ""
    names = select(people.c.surname, people.c.name, people.c.patronymic).where(people.c.id == person_id)
    row = (await tx.execute(names)).one_or_none()
    return "" if row is None else joined_name(*row)
