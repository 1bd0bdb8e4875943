"""The hot read, on both databases: what it takes and what it leaves."""

from contextlib import suppress
from datetime import date, timedelta

import pytest

from db import timetable
from db.engine import Database, memory_of
from db.excursions import buses, seats
from db.schedule import event_versions
from db.timetable import (
    NOBODY,
    modules_of,
    own_buses,
    programme_of,
    stream_of_module,
    timetable_around,
    timetable_of_days,
)
from tests.schedule.builders import at
from tests.schedule.stage import (
    GROUP_A,
    LECTURE,
    NIGHT,
    ONLINE,
    SENEZH,
    TUESDAY,
    TYUMEN,
    add,
    set_stage,
)


async def test_all_modules_come_even_without_events(database: Database) -> None:
    await set_stage(database)
    async with database.read() as tx:
        table = await timetable_of_days(tx, 5, 50, 1, date(2025, 12, 1), date(2025, 12, 1))
        assert await modules_of(tx, 5, 50) == table.modules
    assert ([module.id for module in table.modules], table.events) == ([SENEZH, TYUMEN], ())


async def test_days_are_the_venues_whatever_its_zone(database: Database) -> None:
    """Hours near midnight in the zones farthest east and west are counted to the day written."""
    await set_stage(database)
    async with database.write() as tx:
        for number, zone, starts in ((LECTURE, "Pacific/Kiritimati", 0), (NIGHT, "Etc/GMT+12", 23)):
            starts_at = at(zone, 2025, 11, 18, starts, 30)
            changed = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=1)}
            await tx.execute(
                event_versions.update().where(event_versions.c.event_id == number).values(**changed)
            )
    async with database.read() as tx:
        table = await timetable_of_days(tx, 5, 50, 1, TUESDAY, TUESDAY)
    assert {LECTURE, NIGHT} <= {event.id for event in table.events}
    assert {event.day for event in table.events} == {TUESDAY}


async def test_around_a_moment_come_the_running_and_the_coming(database: Database) -> None:
    await set_stage(database)
    async with database.read() as tx:
        now = at("Asia/Yekaterinburg", 2025, 11, 18, 10, 30)
        table = await timetable_around(tx, 5, 50, 1, now, timedelta(hours=1))
        just_before = await timetable_around(tx, 5, 50, 1, now - timedelta(minutes=1), timedelta(minutes=31))
        midnight = await timetable_around(tx, 5, 50, 1, now + timedelta(hours=14), timedelta(hours=1))
    assert [event.id for event in table.events][:1] == [GROUP_A]
    assert [event.id for event in just_before.events] == [LECTURE]
    assert [event.id for event in midnight.events] == [NIGHT]


async def test_a_readers_buses_are_the_travels_and_the_seats(database: Database) -> None:
    await set_stage(database)
    async with database.write() as tx:
        await add(tx, buses, {"id": 2, "stream_id": 5, "code": "Б-2"})
        await add(tx, seats, {"event_id": ONLINE, "person_id": 1, "bus_id": 2})
    async with database.read() as tx:
        table = await timetable_of_days(tx, 5, 50, 1, TUESDAY, TUESDAY)
        nobody = await timetable_of_days(tx, 5, 50, NOBODY, TUESDAY, TUESDAY)
        again = await own_buses(tx, 1, TYUMEN)
    assert {module: sorted(names) for module, names in table.buses.items()} == {
        SENEZH: ["А-1", "Б-2"],
        TYUMEN: ["А-1", "Автобус 2", "Б-2"],
    }
    assert sorted(again) == ["А-1", "Автобус 2", "Б-2"]
    assert nobody.buses == {SENEZH: (), TYUMEN: ()}


async def test_an_event_reads_back_as_written(database: Database) -> None:
    await set_stage(database)
    async with database.read() as tx:
        table = await timetable_of_days(tx, 5, 50, 1, TUESDAY, TUESDAY)
    practice = next(event for event in table.events if event.id == GROUP_A)
    assert (practice.title, practice.kind, practice.groups, practice.teams) == (
        "Практикум А",
        "lecture",
        ("А",),
        (),
    )
    assert practice.starts_at == at("Asia/Yekaterinburg", 2025, 11, 18, 11, 0)
    assert (practice.day, practice.zone, practice.city) == (TUESDAY, "Asia/Yekaterinburg", "Тюмень")


async def test_a_module_knows_its_stream(database: Database) -> None:
    await set_stage(database)
    async with database.read() as tx:
        assert [await stream_of_module(tx, number) for number in (TYUMEN, 3, 99)] == [5, 6, None]


async def test_a_published_edition_is_read_once(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    await set_stage(database)
    async with database.read() as tx:
        first = await programme_of(tx, 5, 50)
    monkeypatch.setattr(timetable, "_read", None)
    async with database.read() as tx:
        assert await programme_of(tx, 5, 50) is first


async def test_what_an_action_reads_is_not_remembered(database: Database) -> None:
    """It may be undone, and the next edition take its number."""
    await set_stage(database)
    with suppress(ZeroDivisionError):
        async with database.write() as tx:
            renamed = event_versions.update().where(event_versions.c.event_id == LECTURE)
            await tx.execute(renamed.values(title="Чего не было"))
            assert "Чего не было" in {event.title for event in (await programme_of(tx, 5, 50)).events}
            raise ZeroDivisionError
    async with database.read() as tx:
        assert "Чего не было" not in {event.title for event in (await programme_of(tx, 5, 50)).events}


async def test_only_the_editions_used_last_are_remembered(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await set_stage(database)
    monkeypatch.setattr(timetable, "EDITIONS_KEPT", 2)
    async with database.read() as tx:
        first = await programme_of(tx, 5, 50)
        await programme_of(tx, 5, 51)
        assert await programme_of(tx, 5, 50) is first
        await programme_of(tx, 5, 52)
        assert await programme_of(tx, 5, 50) is first
        assert list(memory_of(tx, "programmes")) == [52, 50]
