"""Whose personal data are kept, and for the sake of which streams."""

from collections.abc import Collection

from sqlalchemy import or_, select

from bot.people.personal_data import ERASED
from db.engine import Tx
from db.people import accounts, enrolments, people


async def kept_people(
    tx: Tx, stream_ids: Collection[int], person_id: int | None = None
) -> dict[int, set[int]]:
    """Return person id → every stream they are or were in, of people with a part in one of the streams.

    Left out are those who are erased already and administrators: the settings would appoint them again.
    """
    one_of_them = select(enrolments.c.person_id).where(enrolments.c.stream_id.in_(stream_ids))
    wanted = (
        select(enrolments.c.person_id, enrolments.c.stream_id)
        .join(people, people.c.id == enrolments.c.person_id)
        .outerjoin(accounts, accounts.c.person_id == people.c.id)
        .where(
            people.c.id.in_(one_of_them),
            people.c.code.not_like(f"{ERASED}%"),
            or_(accounts.c.appointed.is_(None), accounts.c.appointed == ""),
        )
        .order_by(people.c.id)
    )
    if person_id is not None:
        wanted = wanted.where(people.c.id == person_id)
    found: dict[int, set[int]] = {}
    for row in await tx.execute(wanted):
        found.setdefault(row.person_id, set()).add(row.stream_id)
    return found
