"""Seats in the workbook beside those that people took themselves."""

import copy
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.publishing.actions import publish, see_draft
from bot.registry import make_planning
from bot.shared.clock import ManualClock
from bot.workbook.actions import Outcome, apply_file
from db.editions import read_editions
from db.engine import Database
from db.excursions import seats
from db.people import people
from db.places import seat
from db.schedule import events
from tests.workbook.programmes import Rows, programme, reading_of

TRIP, BUS = "ШМ-5-М2-06", "ШМ-5-А1"
SIGNED = datetime(2025, 11, 10, 9, tzinfo=UTC)


@pytest.fixture
async def rows(database: Database, clock: ManualClock, tmp_path: Path) -> Rows:
    """A programme in which 003 has signed up for the trip, without a bus."""
    rows = programme(streams=1, people=6, days=1)
    assert (await apply(database, clock, tmp_path, rows)).applied
    async with database.write() as tx:
        event_id = (await tx.execute(select(events.c.id).where(events.c.code == TRIP))).scalar_one()
        person_id = (await tx.execute(select(people.c.id).where(people.c.code == "ШМ-5-003"))).scalar_one()
        await seat(tx, event_id, person_id, None, SIGNED)
    return rows


async def apply(database: Database, clock: ManualClock, path: Path, rows: Rows) -> Outcome:
    reading = await reading_of(path / "seats.xlsx", rows)
    return await apply_file(database, clock, reading, planning=make_planning())


async def seated(database: Database) -> dict[str, tuple[bool, datetime | None]]:
    """Return who has a seat: whether in a bus, and when they signed up."""
    async with database.read() as tx:
        chosen = select(people.c.code, seats.c.bus_id, seats.c.signed_at)
        found = await tx.execute(chosen.join(people, people.c.id == seats.c.person_id))
        return {row.code: (row.bus_id is not None, row.signed_at) for row in found}


async def test_a_file_that_does_not_know_of_a_sign_up_leaves_it(
    database: Database, clock: ManualClock, tmp_path: Path, rows: Rows
) -> None:
    outcome = await apply(database, clock, tmp_path, rows)
    assert (outcome.applied, bool(outcome.examination.difference)) == (True, False)
    assert await seated(database) == {"ШМ-5-002": (True, None), "ШМ-5-003": (False, SIGNED)}


async def test_a_file_that_names_a_bus_for_it_keeps_when_the_person_signed_up(
    database: Database, clock: ManualClock, tmp_path: Path, rows: Rows
) -> None:
    given = copy.deepcopy(rows)
    given["Рассадка"].append({"Экскурсия": TRIP, "Человек": "ШМ-5-003", "Автобус": BUS})
    given["Рассадка"].append({"Экскурсия": TRIP, "Человек": "ШМ-5-004"})
    assert (await apply(database, clock, tmp_path, given)).applied
    assert await seated(database) == {
        "ШМ-5-002": (True, None), "ШМ-5-003": (True, SIGNED), "ШМ-5-004": (False, None),
    }  # fmt: skip


async def test_a_file_in_which_somebody_has_left_frees_the_seat(
    database: Database, clock: ManualClock, tmp_path: Path, rows: Rows
) -> None:
    clock.set(datetime(2025, 11, 16, 9, tzinfo=UTC))
    async with database.read() as tx:
        [stream] = await read_editions(tx)
    draft = await see_draft(database, stream.stream_id)
    assert draft is not None
    await publish(database, clock, stream.stream_id, draft.edition_id)
    gone = copy.deepcopy(rows)
    gone["Люди"][2]["Отчислен с"] = date(2025, 11, 15)
    assert (await apply(database, clock, tmp_path, gone)).applied
    assert await seated(database) == {"ШМ-5-002": (True, None)}


async def test_a_file_that_would_fill_more_than_there_is_says_so_and_changes_nothing(
    database: Database, clock: ManualClock, tmp_path: Path, rows: Rows
) -> None:
    given = copy.deepcopy(rows)
    next(row for row in given["Экскурсии"] if row["Занятие"] == TRIP)["Мест"] = 2
    given["Рассадка"].append({"Экскурсия": TRIP, "Человек": "ШМ-5-004"})
    before = await seated(database)
    outcome = await apply(database, clock, tmp_path, given)
    assert (outcome.applied, [one.key for one in outcome.examination.errors]) == (
        False,
        ["workbook-excursion-overfull"],
    )
    assert await seated(database) == before
