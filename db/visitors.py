"""Who is behind a messenger account: the one statement before every answer."""

from datetime import date
from typing import Any

from sqlalchemy import BigInteger, Date, Integer, Select, and_, bindparam, false, func, select, true

from bot.people.model import FOR_OTHERS, Assistance, Enrolment, Person, Role, Visitor
from db.assistants import assistants
from db.engine import Tx
from db.people import accounts, agreed, consents, enrolments, people, person_of, present
from db.programme import directions, programmes, stream_columns, stream_of, streams
from db.projects import teams

_own = people.alias("own")
_own_consent = consents.alias("own_consent")
_VERSION = bindparam("consent_version", type_=Integer)


def _statement(as_assistant: bool) -> Select[Any]:
    """Build the statement; for nobody but themselves where `as_assistant` is False.

    While somebody acts for another, `people` is that other person and `own` whoever taps; a tie that has
    ended, or is another account's, counts for nothing.
    """
    acting = and_(
        true() if as_assistant else false(),
        assistants.c.id == accounts.c.acting_id,
        assistants.c.person_id == accounts.c.person_id,
        assistants.c.ended_at.is_(None),
    )
    return (
        select(
            accounts.c.chat_id,
            accounts.c.locale,
            accounts.c.appointed,
            accounts.c.reachable,
            accounts.c.stream_id.label("chosen_stream_id"),
            accounts.c.menu,
            *people.c,
            consents.c.id.label("consent_id"),
            enrolments.c.roles,
            enrolments.c.group,
            directions.c.code.label("direction_code"),
            teams.c.code.label("team_code"),
            assistants.c.id.label("assistance_id"),
            *(column.label(f"own_{column.name}") for column in _own.c),
            _own_consent.c.id.label("own_consent_id"),
            *stream_columns,
        )
        .select_from(accounts)
        .outerjoin(assistants, acting)
        .outerjoin(people, people.c.id == func.coalesce(assistants.c.head_id, accounts.c.person_id))
        .outerjoin(consents, agreed(people.c.id, version=_VERSION))
        .outerjoin(_own, _own.c.id == assistants.c.person_id)
        .outerjoin(_own_consent, agreed(_own.c.id, _own_consent, _VERSION))
        .outerjoin(
            enrolments,
            and_(enrolments.c.person_id == people.c.id, present(bindparam("today", type_=Date))),
        )
        .outerjoin(streams, streams.c.id == enrolments.c.stream_id)
        .outerjoin(programmes, programmes.c.id == streams.c.programme_id)
        .outerjoin(directions, directions.c.id == enrolments.c.direction_id)
        .outerjoin(teams, teams.c.id == enrolments.c.team_id)
        .where(accounts.c.user_id == bindparam("user_id", type_=BigInteger))
        .order_by(streams.c.starts_on, streams.c.id)
    )


_VISITOR, _SELF = _statement(as_assistant=True), _statement(as_assistant=False)


async def visitor(
    tx: Tx, user_id: int, today: date, consent_version: int, as_assistant: bool = True
) -> Visitor | None:
    """Return who is behind a messenger account with all present enrolments; None for an unknown account.

    One statement: it runs before every answer. `as_assistant` False returns whoever taps as themselves.
    """
    statement = _VISITOR if as_assistant else _SELF
    rows = (
        await tx.execute(statement, {"user_id": user_id, "today": today, "consent_version": consent_version})
    ).all()
    if not rows:
        return None
    first = rows[0]
    assistance = _assistance(first)
    parts = [_enrolment(row) for row in rows if row.stream_id is not None]
    return Visitor(
        user_id=user_id,
        chat_id=first.chat_id,
        locale=first.locale,
        person=None if first.id is None else person_of(first),
        enrolments=tuple(parts if assistance is None else _for_others(parts)),
        administrator=bool(first.appointed) and assistance is None,
        consented=first.consent_id is not None and (assistance is None or assistance.consented),
        reachable=first.reachable,
        chosen_stream_id=first.chosen_stream_id,
        menu=first.menu,
        known=True,
        assistance=assistance,
    )


def _assistance(row: Any) -> Assistance | None:
    if row.assistance_id is None:
        return None
    assistant = Person(
        id=row.own_id,
        code=row.own_code,
        surname=row.own_surname,
        name=row.own_name,
        patronymic=row.own_patronymic,
        post=row.own_post,
        municipality=row.own_municipality,
        region=row.own_region,
        zone=row.own_zone,
        phone=row.own_phone,
    )
    return Assistance(row.assistance_id, assistant, row.own_consent_id is not None)


def _for_others(parts: list[Enrolment]) -> list[Enrolment]:
    """Leave of a person's parts what an assistant may act in."""
    return [
        Enrolment(part.stream, part.roles & FOR_OTHERS, part.group, part.direction, part.team)
        for part in parts
        if part.roles & FOR_OTHERS
    ]


def _enrolment(row: Any) -> Enrolment:
    return Enrolment(
        stream=stream_of(row),
        roles=frozenset(Role(role) for role in row.roles),
        group=row.group,
        direction=row.direction_code or "",
        team=row.team_code or "",
    )
