"""What organizers read and change about people of the roster."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from sqlalchemy import and_, select, update

from bot.people.model import Person, Role
from bot.people.personal_data import ERASED
from bot.people.roster import Account, Part
from db.engine import Tx
from db.people import accounts, agreed, consents, enrolments, people, person_of
from db.programme import directions, programmes, stream_columns, stream_of, streams
from db.projects import teams


async def people_of(tx: Tx, stream_ids: Collection[int]) -> list[Person]:
    """Return everybody who is or was in one of the streams, by name, each once; nobody who was erased."""
    own = select(enrolments.c.person_id).where(enrolments.c.stream_id.in_(stream_ids))
    rows = await tx.execute(
        select(people)
        .where(people.c.id.in_(own), people.c.code.not_like(f"{ERASED}%"))
        .order_by(people.c.surname, people.c.name, people.c.patronymic, people.c.id)
    )
    return [person_of(row) for row in rows]


async def parts_of(tx: Tx, person_id: int) -> Sequence[Part]:
    """Return a person's parts in all streams, also those that were left, the earliest first."""
    rows = await tx.execute(
        select(
            *stream_columns,
            enrolments.c.roles,
            enrolments.c.group,
            enrolments.c.left_on,
            directions.c.title.label("direction"),
            teams.c.title.label("team"),
        )
        .select_from(enrolments)
        .join(streams, streams.c.id == enrolments.c.stream_id)
        .join(programmes, programmes.c.id == streams.c.programme_id)
        .outerjoin(directions, directions.c.id == enrolments.c.direction_id)
        .outerjoin(teams, teams.c.id == enrolments.c.team_id)
        .where(enrolments.c.person_id == person_id)
        .order_by(streams.c.starts_on, streams.c.id)
    )
    return [
        Part(
            stream_of(row),
            tuple(Role(role) for role in row.roles),
            row.group,
            row.direction or "",
            row.team or "",
            row.left_on,
        )
        for row in rows
    ]


async def account(tx: Tx, person_id: int) -> Account | None:
    """Return the messenger account of a person and its state."""
    row = (
        await tx.execute(
            select(
                accounts.c.user_id,
                accounts.c.chat_id,
                accounts.c.locale,
                accounts.c.reachable,
                accounts.c.appointed,
                consents.c.given_at,
            )
            .select_from(accounts)
            .outerjoin(consents, agreed(accounts.c.person_id))
            .where(accounts.c.person_id == person_id)
        )
    ).one_or_none()
    if row is None:
        return None
    return Account(row.user_id, row.chat_id, row.locale, row.reachable, row.given_at, row.appointed)


async def set_left(tx: Tx, person_id: int, stream_id: int, day: date | None) -> None:
    """Write from which day a person is no longer in a stream; None takes them back."""
    own = and_(enrolments.c.person_id == person_id, enrolments.c.stream_id == stream_id)
    await tx.execute(update(enrolments).where(own).values(left_on=day))


async def set_roles(tx: Tx, person_id: int, stream_id: int, roles: Iterable[Role]) -> None:
    """Write what parts a person has in a stream."""
    own = and_(enrolments.c.person_id == person_id, enrolments.c.stream_id == stream_id)
    await tx.execute(update(enrolments).where(own).values(roles=[role.value for role in roles]))
