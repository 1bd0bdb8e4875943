"""To whom the help desk writes: a stream's organizers, the account behind a chat, and names."""

from datetime import datetime

from sqlalchemy import Text, and_, select, type_coerce

from bot.people.model import Role
from db.engine import Tx
from db.people import accounts, enrolments, people, present


async def organizers(tx: Tx, stream_id: int, today: datetime) -> list[tuple[int, int, str]]:
    """Return user, chat and language of a stream's organizers who can be written to."""
    wanted = and_(
        enrolments.c.stream_id == stream_id,
        type_coerce(enrolments.c.roles, Text).like(f"%\n{Role.ORGANIZER}\n%"),
        present(today.date()),
        accounts.c.reachable.is_(True),
    )
    rows = await tx.execute(
        select(accounts.c.user_id, accounts.c.chat_id, accounts.c.locale)
        .join(enrolments, enrolments.c.person_id == accounts.c.person_id)
        .where(wanted)
        .order_by(accounts.c.user_id)
    )
    return [(row.user_id, row.chat_id, row.locale) for row in rows]


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
    return "" if row is None else " ".join(part for part in row if part)
