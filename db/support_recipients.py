"""To whom the help desk writes: a stream's organizers, whoever reads an answer, and names."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, Text, func, or_, select, type_coerce

from bot.people.model import Role, joined_name
from db.assistants import assistants
from db.engine import Tx
from db.people import accounts, agreed, consents, enrolments, people, present
from db.support import questions


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody of staff to write to in private; `person_id` is None for who stands in for organizers."""

    user_id: int
    chat_id: int
    locale: str
    person_id: int | None


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


async def organizers(tx: Tx, stream_id: int, today: date) -> list[Addressee]:
    """Return a stream's organizers who have entered and consented, and block no bot.

    Where there is none, the administrators of whom this is true; those out of the roster need no consent.
    """
    organizing = select(enrolments.c.person_id).where(
        enrolments.c.stream_id == stream_id,
        type_coerce(enrolments.c.roles, Text).like(f"%\n{Role.ORGANIZER}\n%"),
        present(today),
    )
    consented = select(consents.c.id).where(agreed(accounts.c.person_id)).exists()
    found = await _addressees(tx, accounts.c.person_id.in_(organizing), consented)
    if found:
        return found
    found = await _addressees(tx, accounts.c.appointed != "", or_(accounts.c.person_id.is_(None), consented))
    return [replace(one, person_id=None) for one in found]


async def _addressees(tx: Tx, *conditions: ColumnElement[bool]) -> list[Addressee]:
    own = select(accounts.c.user_id, accounts.c.chat_id, accounts.c.locale, accounts.c.person_id)
    chosen = own.where(accounts.c.reachable.is_(True), *conditions).order_by(accounts.c.user_id)
    return [Addressee(*row) for row in await tx.execute(chosen)]


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
