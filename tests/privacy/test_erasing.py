"""A planted mark in every personal row of every table is gone after erasing, and nobody else's is."""

import json
import logging
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from sqlalchemy import BigInteger, Boolean, Column, Date, DateTime, Float, Integer, LargeBinary, Table, select

from bot.people.consent import PROCESSING, VERSIONS
from bot.people.model import Visitor
from bot.privacy.actions import erase_own_data, own_data
from bot.registry import personal_data
from bot.shared.clock import ManualClock
from bot.shared.errors import NotAllowed, Refusal
from bot.shared.personal import Owner
from db.engine import Database, Tx
from db.imports import imports
from db.schema import metadata
from db.types import UTCDateTime, WallClock, Words
from tests.roster import row

MINE, THEIRS = "МЕТКА", "ЧУЖОЕ"
USER, OTHER_USER = 7_123_456_789, 7_987_654_321
REGISTRY = personal_data()
DECLARED = {(rows.table, rows.column) for rows in REGISTRY}
PERSONAL = {rows.table for rows in REGISTRY}

PROGRAMME = {
    *("bus_versions", "bus_rides", "bindings", "programme_settings", "event_files"),
    *("broadcasts", "broadcast_log", "saved_audiences", "matchings", "teams"),
    *("broadcasts", "broadcast_log", "saved_audiences"),
    *("project_reports", "project_blockers", "project_files", "defence_marks"),
}
"""Tables that only name a person beside facts of the programme."""

ACCOUNTS = {"user_id", "decided_by", "bound_by", "changed_by"}
"""What a column that holds a messenger account is called."""

FIXED: Mapping[str, Mapping[str, object]] = {
    "enrolments": {"roles": ["participant"]},
    "notices": {"chat_id": None},
    "boarding_marks": {"mark": "in", "way": "there"},
    "publications": {"what": "publish"},
    "bindings": {"chat_id": -1_002_200_000_100, "purpose": "staff", "card_id": 5},
    "consents": {"purpose": PROCESSING, "version": VERSIONS[PROCESSING], "withdrawn_at": None},
    "accounts": {"appointed": "", "locale": "ru"},
    "access_requests": {"locale": "ru", "state": "granted"},
    "event_files": {"size": 1000},
    "mentorship_requests": {"side": "team"},
    "mentors": {"kind": "expert"},
    "mentorships": {"state": "declined", "reasons": ""},
    "meetings": {"zone": "Asia/Omsk", "state": "planned", "minutes": 60},
    "project_files": {"size": 1000},
    "project_reports": {"light": "red"},
    "imports": {"digest": "x", "state": "applied"},
    "event_versions": {"ends": time(10, 0), "ends_at": datetime(2025, 11, 18, 5, 0, tzinfo=UTC)},
}
"""What the tables' own rules ask for."""


def owners(table: Table) -> set[str]:
    """The columns of a table that lead to a person or to an account."""
    return {
        column.name
        for column in table.c
        if any(key.column.table.name == "people" for key in column.foreign_keys)
        or (
            isinstance(column.type, BigInteger)
            and column.name in {"user_id", "decided_by", "bound_by", "changed_by"}
        )
    }


def filling(column: Column[Any], mark: str, number: int) -> object:
    """A value of the column's type that holds the mark where it can."""
    kinds: list[tuple[Any, object]] = [
        (WallClock, datetime(2025, 11, 18, 9, 0)),  # noqa: DTZ001  (a wall clock shows no zone)
        ((UTCDateTime, DateTime), datetime(2025, 11, 18, 4, 0, tzinfo=UTC)),
        (Words, [mark]),
        (Date, date(2025, 11, 18)),
        (Boolean, True),
        (BigInteger, number),
        (Integer, number % 1000),
        (Float, 1.0),
        (LargeBinary, mark.encode()),
    ]
    found = next((value for kind, value in kinds if isinstance(column.type, kind)), mark)
    return time(9, 0) if str(column.type) == "TIME" else found


async def plant(tx: Tx, mark: str, user: int) -> int:
    """Write one row into every table: personal ones hold the mark; return the person's id."""
    keys: dict[str, Any] = {}
    for table in metadata.sorted_tables:
        word = mark if table.name in PERSONAL - PROGRAMME else f"x{user % 1000}"
        values: dict[str, Any] = {}
        for column in table.c:
            target = next((key.column.table.name for key in column.foreign_keys), None)
            if target is not None:
                values[column.name] = keys.get(target)
            elif column.name in owners(table) or column.name == "chat_id":
                values[column.name] = user
            elif not (column.primary_key and column.autoincrement is not False and column.name == "id"):
                values[column.name] = filling(column, word, user)
        values |= FIXED.get(table.name, {})
        if table.name == "handled_updates":
            values["update_id"] = user % 1000
        done = await tx.execute(table.insert().values(values))
        keys[table.name] = done.inserted_primary_key[0] if done.inserted_primary_key else None
    return int(keys["people"])


async def dump(database: Database) -> str:
    """Every value of every table but the one that holds no more than numbers of updates."""
    async with database.read() as tx:
        rows = {table.name: (await tx.execute(select(table))).all() for table in metadata.sorted_tables}
    values = {
        name: [[one.decode() if isinstance(one, bytes) else one for one in row] for row in found]
        for name, found in rows.items()
    }
    return repr(values)


@pytest.fixture
async def planted(database: Database) -> tuple[int, int]:
    """Two people, each with a row in every table."""
    async with database.write() as tx:
        return await plant(tx, MINE, USER), await plant(tx, THEIRS, OTHER_USER)


ME = Visitor(USER, USER, "ru", update_id=1)


async def test_erasing_leaves_no_mark_in_any_table_and_none_in_the_log(
    database: Database, clock: ManualClock, planted: tuple[int, int], caplog: pytest.LogCaptureFixture
) -> None:
    before = await dump(database)
    assert (MINE in before, str(USER) in before) == (True, True)
    with caplog.at_level(logging.INFO):
        await erase_own_data(database, clock, ME, REGISTRY)
    after = await dump(database)
    assert re.findall(rf".{{0,60}}(?:{MINE}|{USER})", after) == []
    assert (MINE in after, str(USER) in after) == (False, False)
    assert (MINE in caplog.text, str(USER) in caplog.text) == (False, False)
    assert after.count(THEIRS) == before.count(THEIRS)
    assert after.count(str(OTHER_USER)) == before.count(str(OTHER_USER))


async def test_colleagues_workbooks_that_may_name_the_person_are_forgotten(
    database: Database, clock: ManualClock, planted: tuple[int, int]
) -> None:
    facts = {"user_id": OTHER_USER, "digest": "x", "created_at": clock.now()}
    of_person = json.dumps([["person", [MINE], {"phone": "+79120000000"}]], ensure_ascii=False)
    of_others = json.dumps([["person", [f"{MINE}-2"], {"phone": "+79120000001"}]], ensure_ascii=False)
    for name, state, content, inverse in (
        ("мой", "applied", None, of_person),
        ("чужой", "applied", None, of_others),
        ("ждёт", "waiting", b"PK", None),
    ):
        kept = {"file_name": name, "state": state, "content": content, "inverse": inverse}
        await row(database, imports, **facts, **kept)
    await erase_own_data(database, clock, ME, REGISTRY)
    async with database.read() as tx:
        chosen = select(imports.c.file_name, imports.c.state, imports.c.content, imports.c.inverse)
        found = (await tx.execute(chosen.where(imports.c.digest == "x").order_by(imports.c.id))).all()
    assert [tuple(one) for one in found[-3:]] == [
        ("мой", "applied", None, None),
        ("чужой", "applied", None, of_others),
        ("ждёт", "cancelled", None, None),
    ]


async def test_the_count_of_people_stays(
    database: Database, clock: ManualClock, planted: tuple[int, int]
) -> None:
    await erase_own_data(database, clock, ME, REGISTRY)
    people, enrolments = metadata.tables["people"], metadata.tables["enrolments"]
    async with database.read() as tx:
        names = (await tx.execute(select(people.c.surname).order_by(people.c.id))).scalars().all()
        left = (await tx.execute(select(enrolments.c.left_on).order_by(enrolments.c.id))).scalars().all()
    assert names == ["Стёрто", THEIRS]
    assert left[0] == clock.now().date()


async def test_erasing_twice_is_harmless(
    database: Database, clock: ManualClock, planted: tuple[int, int]
) -> None:
    await erase_own_data(database, clock, ME, REGISTRY)
    once = await dump(database)
    with pytest.raises(NotAllowed):
        await erase_own_data(database, clock, ME, REGISTRY)
    assert await dump(database) == once


async def test_an_administrator_is_refused(
    database: Database, clock: ManualClock, planted: tuple[int, int]
) -> None:
    accounts = metadata.tables["accounts"]
    async with database.write() as tx:
        await tx.execute(accounts.update().where(accounts.c.user_id == USER).values(appointed="settings"))
    with pytest.raises(Refusal) as refusal:
        await erase_own_data(database, clock, ME, REGISTRY)
    assert refusal.value.key == "error-administrator-stays"


async def test_the_export_holds_the_own_rows_and_nobody_elses(
    database: Database, clock: ManualClock, planted: tuple[int, int]
) -> None:
    data = await own_data(database, clock, ME, REGISTRY)
    assert set(data.tables) == {rows.table for rows in REGISTRY if rows.exported}
    assert (THEIRS in repr(data), str(OTHER_USER) in repr(data)) == (False, False)
    assert "code" not in data.tables["invitations"][0]


def test_every_column_that_leads_to_a_person_is_declared() -> None:
    leading = {(table.name, column) for table in metadata.sorted_tables for column in owners(table)}
    assert sorted(leading - DECLARED - {("accounts", "person_id")}) == []


def test_declarations_name_columns_that_exist() -> None:
    known = {(table.name, column.name) for table in metadata.sorted_tables for column in table.c}
    assert sorted(DECLARED - known) == []
    assert {rows.owner for rows in REGISTRY} == set(Owner)
