"""A small roster for tests, written straight into the tables; every name is invented."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Table, insert

from db.engine import Database
from db.invitations import invitations
from db.people import enrolments, people
from db.programme import programmes, streams


@dataclass(frozen=True)
class Roster:
    """Ids of what was written."""

    mayors: int
    """Stream 5 of ШМ, in Tyumen in November 2025."""
    others: int
    """Stream 6 of ШМ."""
    anna: int
    boris: int
    olga: int
    """Organizer of stream 5."""


async def write_roster(database: Database) -> Roster:
    """Two streams; Anna and Boris listen in the fifth, Boris in the sixth too, Olga organizes the fifth."""
    programme = await row(database, programmes, code="ШМ", title="Школа мэров")
    mayors = await row(database, streams, **_stream("Ш5", programme, "поток 5", "+73452000000"))
    others = await row(database, streams, **_stream("Ш6", programme, "поток 6", ""))
    anna = await row(database, people, **_person("Л-1", "Образцова", "Анна", "глава города"))
    boris = await row(database, people, **_person("Л-2", "Примеров", "Борис", ""))
    olga = await row(database, people, **_person("О-1", "Опытова", "Ольга", "куратор"))
    await row(database, enrolments, person_id=anna, stream_id=mayors, roles=["participant"])
    await row(database, enrolments, person_id=boris, stream_id=mayors, roles=["participant"])
    await row(database, enrolments, person_id=boris, stream_id=others, roles=["mentor"])
    await row(database, enrolments, person_id=olga, stream_id=mayors, roles=["organizer"])
    return Roster(mayors, others, anna, boris, olga)


async def invite(database: Database, person: int, code: str, created: datetime, expires: datetime) -> str:
    """Write an invitation and return its code."""
    await row(database, invitations, person_id=person, code=code, created_at=created, expires_at=expires)
    return code


async def row(database: Database, table: Table, **values: object) -> int:
    """Insert one row and return its id."""
    async with database.write() as tx:
        done = await tx.execute(insert(table).values(**values))
        assert done.inserted_primary_key is not None
        return int(done.inserted_primary_key[0])


def _stream(code: str, programme: int, title: str, phone: str) -> dict[str, object]:
    return {
        "code": code,
        "programme_id": programme,
        "title": title,
        "starts_on": date(2025, 9, 1),
        "ends_on": date(2026, 5, 31),
        "duty_phone": phone,
    }


def _person(code: str, surname: str, name: str, post: str) -> dict[str, object]:
    return {
        "code": code,
        "surname": surname,
        "name": name,
        "patronymic": "Петровна" if name != "Борис" else "Петрович",
        "post": post,
        "municipality": "г. Образцов",
        "zone": "Asia/Omsk",
        "phone": "+79120000000",
    }
