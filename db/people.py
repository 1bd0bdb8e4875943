"""Tables of people, their enrolments in streams, messenger accounts and consents."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    FromClause,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    or_,
    select,
    update,
)

from bot.people.consent import PROCESSING, VERSIONS
from bot.people.model import Person
from db.engine import Tx
from db.notices import batches
from db.programme import streams
from db.types import UTCDateTime, Words, metadata
from db.upsert import insert_or_keep

people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(40), nullable=False, unique=True),
    Column("surname", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("patronymic", Text, nullable=False, default=""),
    Column("post", Text, nullable=False, default=""),
    Column("municipality", Text, nullable=False, default=""),
    Column("region", Text, nullable=False, default=""),
    Column("zone", String(64)),
    Column("phone", String(20), nullable=False, default="", index=True),
)

enrolments = Table(
    "enrolments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("stream_id", ForeignKey("streams.id"), nullable=False, index=True),
    Column("roles", Words, nullable=False),
    Column("group", Text, nullable=False, default=""),
    Column("direction_id", ForeignKey("directions.id")),
    Column("team_id", ForeignKey("teams.id")),
    Column("left_on", Date),
    UniqueConstraint("person_id", "stream_id"),
)

accounts = Table(
    "accounts",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("person_id", ForeignKey("people.id", ondelete="SET NULL"), unique=True),
    Column("locale", String(8), nullable=False),
    Column("stream_id", ForeignKey("streams.id", ondelete="SET NULL")),
    Column("acting_id", ForeignKey("assistants.id", ondelete="SET NULL")),
    Column("appointed", String(10), nullable=False, default=""),
    Column("reachable", Boolean, nullable=False, default=True),
    Column("menu", String(80), nullable=False, default=""),
    Column("created_at", UTCDateTime, nullable=False),
)

consents = Table(
    "consents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("purpose", String(20), nullable=False),
    Column("version", Integer, nullable=False),
    Column("given_at", UTCDateTime, nullable=False),
    Column("withdrawn_at", UTCDateTime),
    UniqueConstraint("person_id", "purpose", "version"),
)


def present(today: Any) -> ColumnElement[bool]:
    """Build the condition: the enrolment has not been left by this day."""
    return or_(enrolments.c.left_on.is_(None), enrolments.c.left_on > today)


BY_SETTINGS = "settings"
BY_CLAIM = "claim"
BY_GRANT = "granted"


async def person(tx: Tx, person_id: int) -> Person | None:
    """Return somebody of the roster."""
    row = (await tx.execute(select(people).where(people.c.id == person_id))).one_or_none()
    return None if row is None else person_of(row)


async def people_named(tx: Tx, person_ids: Iterable[int]) -> dict[int, Person]:
    """Return people of the roster by id; unknown ones are missing."""
    found: dict[int, Person] = {}
    for part in batches(sorted(set(person_ids))):
        for row in await tx.execute(select(people).where(people.c.id.in_(part))):
            found[row.id] = person_of(row)
    return found


async def account_of(tx: Tx, person_id: int) -> int | None:
    """Return the messenger account a person is bound to."""
    return await tx.scalar(select(accounts.c.user_id).where(accounts.c.person_id == person_id))


async def stream_ids(tx: Tx) -> list[int]:
    """Return the ids of every stream."""
    return [row.id for row in await tx.execute(select(streams.c.id).order_by(streams.c.id))]


async def save_account(tx: Tx, user_id: int, chat_id: int, locale: str, now: datetime) -> None:
    """Make the account's row unless it exists."""
    values = {"user_id": user_id, "chat_id": chat_id, "locale": locale, "created_at": now}
    await tx.execute(insert_or_keep(tx, accounts, values))


async def change_account(tx: Tx, user_id: int, **values: object) -> None:
    """Change columns of an account; an unknown account stays unknown."""
    await tx.execute(update(accounts).where(accounts.c.user_id == user_id).values(**values))


async def appoint_from_settings(tx: Tx, user_ids: frozenset[int], locale: str, now: datetime) -> None:
    """Make exactly these accounts administrators by settings; those by claim code stay."""
    by_settings = accounts.c.appointed == BY_SETTINGS
    await tx.execute(update(accounts).where(by_settings).values(appointed=""))
    for user_id in sorted(user_ids):
        await save_account(tx, user_id, user_id, locale, now)
        await change_account(tx, user_id, appointed=BY_SETTINGS)


async def any_administrator(tx: Tx) -> bool:
    """Tell whether somebody administers this installation already."""
    found = await tx.scalar(select(accounts.c.user_id).where(accounts.c.appointed != "").limit(1))
    return found is not None


async def administrators(tx: Tx) -> list[tuple[int, int, int | None]]:
    """Return account, chat and person of every administrator who has not blocked the bot."""
    chosen = select(accounts.c.user_id, accounts.c.chat_id, accounts.c.person_id)
    able = and_(accounts.c.appointed != "", accounts.c.reachable)
    rows = await tx.execute(chosen.where(able).order_by(accounts.c.user_id))
    return [(row[0], row[1], row[2]) for row in rows]


async def save_consent(tx: Tx, person_id: int, purpose: str, version: int, now: datetime) -> None:
    """Write a consent with its moment; the first moment of a version stays unless it was withdrawn since."""
    values = {"person_id": person_id, "purpose": purpose, "version": version, "given_at": now}
    if (await tx.execute(insert_or_keep(tx, consents, values))).rowcount:
        return
    own = and_(consents.c.person_id == person_id, consents.c.purpose == purpose)
    withdrawn = and_(own, consents.c.version == version, consents.c.withdrawn_at.is_not(None))
    await tx.execute(update(consents).where(withdrawn).values(given_at=now, withdrawn_at=None))


def name_columns(table: FromClause, word: str) -> list[ColumnElement[str]]:
    """Return the columns of a full name, each with a word before its own: `author_surname` and so on."""
    return [table.c[part].label(f"{word}_{part}") for part in ("surname", "name", "patronymic")]


def agreed(
    person_id: ColumnElement[int],
    consent: FromClause = consents,
    version: int | ColumnElement[int] = VERSIONS[PROCESSING],
) -> ColumnElement[bool]:
    """Build the condition: a row of `consent` is somebody's present consent to the processing of data."""
    return and_(
        consent.c.person_id == person_id,
        consent.c.purpose == PROCESSING,
        consent.c.version == version,
        consent.c.withdrawn_at.is_(None),
    )


def person_of(row: Any) -> Person:
    """Make the person of a row that holds the columns of `people`."""
    return Person(
        id=row.id,
        code=row.code,
        surname=row.surname,
        name=row.name,
        patronymic=row.patronymic,
        post=row.post,
        municipality=row.municipality,
        region=row.region,
        zone=row.zone,
        phone=row.phone,
    )
