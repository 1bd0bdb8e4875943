"""To whom the help desk writes: a stream's organizers, the account behind a chat, and names."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, Text, and_, select, type_coerce

from bot.people.model import Role, joined_name
from db.engine import Tx
from db.people import accounts, agreed, consents, enrolments, people, present


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


async def account_of_chat(tx: Tx, chat_id: int) -> tuple[int, str] | None:
    """Return the user and language of a private chat."""
    own = select(accounts.c.user_id, accounts.c.locale).where(accounts.c.chat_id == chat_id)
    row = (await tx.execute(own)).first()
    return None if row is None else (row.user_id, row.locale)


async def full_name(tx: Tx, person_id: int | None) -> str:
    """Return somebody's full name, empty for nobody."""
    if person_id is None:
        return ""
    names = select(people.c.surname, people.c.name, people.c.patronymic).where(people.c.id == person_id)
    row = (await tx.execute(names)).one_or_none()
    return "" if row is None else joined_name(*row)
