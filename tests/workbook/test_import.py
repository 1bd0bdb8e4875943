"""Importing: dry run, all or nothing, the same file again, drafts."""

import asyncio
import copy
import io
from datetime import UTC, datetime
from pathlib import Path
from time import thread_time

import pytest
from sqlalchemy import func, select

from bot.shared.clock import ManualClock
from bot.shared.errors import OutOfDate
from bot.shared.records import fold
from bot.workbook import actions, console
from bot.workbook.actions import apply_file, examine_file, read_state
from db.engine import Database
from db.programme import editions, streams
from db.schedule import event_versions, travels
from db.schema import metadata
from tests.words import RUSSIAN
from tests.workbook.programmes import Rows, programme, reading_of, write_programme


async def contents(database: Database) -> dict[str, int]:
    """Count the rows of every table."""
    async with database.read() as tx:
        return {
            name: (await tx.execute(select(func.count()).select_from(table))).scalar_one()
            for name, table in metadata.tables.items()
        }


def small() -> Rows:
    return programme(people=12, days=1)


def changed_rows() -> Rows:
    rows = small()
    rows["Программа"][0] |= {"Начало": "9.10", "Зал": "Малый зал"}
    return rows


async def test_a_big_workbook_goes_in_and_again_changes_nothing(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    reading = await reading_of(tmp_path / "big.xlsx", programme())
    first = await apply_file(database, clock, reading)
    assert first.examination.errors == ()
    assert first.applied
    counts = await contents(database)
    assert {name: counts[name] for name in ("streams", "people", "enrolments", "events", "modules")} == {
        "streams": 2,
        "people": 160,
        "enrolments": 160,
        "events": 300,
        "modules": 6,
    }
    second = await apply_file(database, clock, reading)
    difference = second.examination.difference
    assert (difference.added, difference.changed, difference.missing) == ((), (), ())
    assert second.drafts == {}
    assert await contents(database) == counts


async def test_the_order_of_rows_and_sheets_does_not_matter(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    rows = small()
    await apply_file(database, clock, await reading_of(tmp_path / "one.xlsx", rows))
    backwards = {title: own[::-1] for title, own in reversed(rows.items())}
    examination = await examine_file(database, await reading_of(tmp_path / "two.xlsx", backwards))
    assert (examination.errors, examination.difference.added, examination.difference.changed) == ((), (), ())


async def test_a_dry_run_changes_nothing(database: Database, clock: ManualClock, tmp_path: Path) -> None:
    before = await contents(database)
    path = write_programme(tmp_path / "book.xlsx", small())
    out = io.StringIO()
    assert await console.import_file(database, clock, path, False, False, out, RUSSIAN) == console.DONE
    assert await contents(database) == before
    assert "Программа: добавится 60, изменится 0, без изменений 0, нет в файле 0." in out.getvalue()


async def test_a_crash_in_the_middle_leaves_nothing(
    database: Database, clock: ManualClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = await contents(database)
    reading = await reading_of(tmp_path / "book.xlsx", small())

    async def fail(*_: object) -> int:
        raise RuntimeError("the power went off")

    monkeypatch.setattr(actions, "write_draft", fail)
    with pytest.raises(RuntimeError):
        await apply_file(database, clock, reading)
    assert await contents(database) == before


async def test_with_one_error_nothing_is_applied(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    rows = small()
    rows["Люди"][7]["Телефон"] = "нет"
    before = await contents(database)
    outcome = await apply_file(database, clock, await reading_of(tmp_path / "book.xlsx", rows))
    assert (outcome.applied, len(outcome.examination.errors)) == (False, 1)
    assert await contents(database) == before


async def test_a_file_that_would_do_something_else_by_now_is_not_applied(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    await apply_file(database, clock, await reading_of(tmp_path / "one.xlsx", small()))
    reading = await reading_of(tmp_path / "two.xlsx", changed_rows())
    shown = await examine_file(database, reading)
    other = small()
    other["Программа"][0]["Начало"] = "9.20"
    await apply_file(database, clock, await reading_of(tmp_path / "three.xlsx", other))
    counts = await contents(database)
    with pytest.raises(OutOfDate):
        await apply_file(database, clock, reading, shown)
    assert await contents(database) == counts


async def test_a_second_tap_on_the_same_answer_is_harmless(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    reading = await reading_of(tmp_path / "book.xlsx", small())
    shown = await examine_file(database, reading)
    await apply_file(database, clock, reading, shown)
    counts = await contents(database)
    second = await apply_file(database, clock, reading, shown)
    assert (second.applied, second.drafts) == (True, {})
    assert await contents(database) == counts


async def test_changes_of_the_timetable_become_a_draft_of_their_stream_alone(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    await apply_file(database, clock, await reading_of(tmp_path / "one.xlsx", small()))
    outcome = await apply_file(database, clock, await reading_of(tmp_path / "two.xlsx", changed_rows()))
    assert list(outcome.drafts) == ["ШМ-5"]
    fields = [dict(change.fields) for change in outcome.examination.difference.changed]
    assert [sorted(change) for change in fields] == [["room", "starts"]]
    async with database.read() as tx:
        numbers = await tx.execute(
            select(streams.c.code, editions.c.number).join(editions, editions.c.id == streams.c.draft_id)
        )
        assert dict(numbers.all()) == {"ШМ-5": 2, "ШМ-6": 1}


async def test_rows_that_are_not_in_the_file_stay_and_are_named(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    await apply_file(database, clock, await reading_of(tmp_path / "one.xlsx", small()))
    rows = small()
    gone = rows["Программа"].pop(4)
    left = rows["Люди"].pop(9)
    rows["Программа"] = [row for row in rows["Программа"] if row["Код"].startswith("ШМ-5")]
    counts = await contents(database)
    outcome = await apply_file(database, clock, await reading_of(tmp_path / "two.xlsx", rows))
    missing = [(record.kind, record.codes) for record in outcome.examination.difference.missing]
    assert missing == [("enrolment", (left["Код"], "ШМ-5")), ("event", (gone["Код"],))]
    assert await contents(database) == counts


async def test_a_file_with_one_sheet_changes_that_sheet_alone(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    await apply_file(database, clock, await reading_of(tmp_path / "one.xlsx", small()))
    rows: Rows = {"Люди": copy.deepcopy(small()["Люди"][:1])}
    rows["Люди"][0]["Должность"] = "Глава города"
    outcome = await apply_file(database, clock, await reading_of(tmp_path / "two.xlsx", rows))
    changed = [(change.new.kind, dict(change.fields)) for change in outcome.examination.difference.changed]
    assert changed == [("person", {"post": ("", "Глава города")})]
    assert outcome.drafts == {}


async def test_a_person_of_another_stream_needs_no_personal_data_again(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    await apply_file(database, clock, await reading_of(tmp_path / "one.xlsx", small()))
    rows: Rows = {"Люди": [{"Код": "шм-5-001", "Поток": "ШМ-6", "Роли": "наставник"}]}
    outcome = await apply_file(database, clock, await reading_of(tmp_path / "two.xlsx", rows))
    assert [(record.kind, record.codes) for record in outcome.examination.difference.added] == [
        ("enrolment", ("ШМ-5-001", "ШМ-6"))
    ]


async def test_the_first_programme_of_a_stream_is_published_and_the_next_waits(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    out = io.StringIO()
    one = write_programme(tmp_path / "one.xlsx", small())
    two = write_programme(tmp_path / "two.xlsx", changed_rows())
    assert await console.import_file(database, clock, one, True, True, out, RUSSIAN) == console.DONE
    assert await console.import_file(database, clock, two, True, True, out, RUSSIAN) == console.DONE
    async with database.read() as tx:
        found = await tx.execute(select(streams.c.code, streams.c.published_id, streams.c.draft_id))
        state = {code: (published is not None, draft is not None) for code, published, draft in found}
    assert state == {"ШМ-5": (True, True), "ШМ-6": (True, False)}
    assert "ШМ-5: программа опубликована.\n" in out.getvalue()
    assert "ШМ-5: программа уже опубликована раньше." in out.getvalue()


async def test_a_draft_that_equals_what_is_published_is_none(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    out = io.StringIO()
    one = write_programme(tmp_path / "one.xlsx", small())
    await console.import_file(database, clock, one, True, True, out, RUSSIAN)
    await apply_file(database, clock, await reading_of(tmp_path / "two.xlsx", changed_rows()))
    outcome = await apply_file(database, clock, await reading_of(tmp_path / "one.xlsx", small()))
    assert outcome.drafts == {"ШМ-5": None}
    async with database.read() as tx:
        assert (await tx.execute(select(streams.c.draft_id))).scalars().all() == [None, None]


async def test_a_venue_of_two_streams_changes_in_both_drafts(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    await apply_file(database, clock, await reading_of(tmp_path / "one.xlsx", small()))
    rows: Rows = {"Площадки": small()["Площадки"][1:2]}
    rows["Площадки"][0]["Адрес"] = "ул. Республики, 142"
    outcome = await apply_file(database, clock, await reading_of(tmp_path / "two.xlsx", rows))
    assert sorted(outcome.drafts) == ["ШМ-5", "ШМ-6"]
    assert [change.new.codes for change in outcome.examination.difference.changed] == [("ТМН",)]


async def test_a_file_that_is_not_there_is_a_sentence(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    out = io.StringIO()
    code = await console.import_file(database, clock, tmp_path / "no.xlsx", True, False, out, RUSSIAN)
    assert (code, out.getvalue()) == (
        console.WRONG,
        f"Файл не найден или не читается: {tmp_path / 'no.xlsx'}\n",
    )


async def test_the_loop_gets_its_turns_while_a_thousand_people_go_in(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    path = write_programme(tmp_path / "book.xlsx", programme(people=500))
    longest = 0.0

    async def pulse() -> None:
        nonlocal longest
        while True:
            began = thread_time()
            await asyncio.sleep(0.001)
            longest = max(longest, thread_time() - began)

    async with asyncio.TaskGroup() as group:
        beating = group.create_task(pulse())
        code = await console.import_file(database, clock, path, True, False, io.StringIO(), RUSSIAN)
        beating.cancel()
    assert code == console.DONE
    assert longest < 0.1


async def test_two_imports_at_once_add_everything_once(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    reading = await reading_of(tmp_path / "book.xlsx", small())
    outcomes = await asyncio.gather(*(apply_file(database, clock, reading) for _ in range(3)))
    assert sorted(len(outcome.examination.difference.added) for outcome in outcomes)[:2] == [0, 0]
    assert (await contents(database))["editions"] == 2


async def test_another_zone_of_a_venue_moves_its_events(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    await apply_file(database, clock, await reading_of(tmp_path / "one.xlsx", small()))
    rows: Rows = {"Площадки": small()["Площадки"][:1]}
    rows["Площадки"][0]["Часовой пояс"] = "Омск"
    outcome = await apply_file(database, clock, await reading_of(tmp_path / "two.xlsx", rows))
    first = select(func.min(event_versions.c.starts_at)).where(
        event_versions.c.edition_id == outcome.drafts["ШМ-5"]
    )
    async with database.read() as tx:
        assert (await tx.execute(first)).scalar_one() == datetime(2025, 10, 13, 3, 0, tzinfo=UTC)


async def test_a_ticket_without_a_year_gets_it_from_its_module(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    await apply_file(database, clock, await reading_of(tmp_path / "one.xlsx", small()))
    async with database.read() as tx:
        arrives = (await tx.execute(select(travels.c.arrives).distinct())).scalars().all()
    assert arrives == [datetime.fromisoformat("2025-11-16T21:40")]


async def test_the_command_line_takes_nothing_back_unasked(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    rows = programme(streams=1, people=3, days=1)
    await apply_file(database, clock, await reading_of(tmp_path / "first.xlsx", rows))
    old = tmp_path / "old.xlsx"
    await console.export(database, old, io.StringIO(), RUSSIAN)
    rows["Люди"][1]["Телефон"] = "8 (900) 500-00-99"
    rows["Программа"][0]["Зал"] = "Малый зал"
    await apply_file(database, clock, await reading_of(tmp_path / "second.xlsx", rows))

    async def loaded(keep: bool | None) -> tuple[int, str, set[str]]:
        out = io.StringIO()
        code = await console.import_file(database, clock, old, True, False, out, RUSSIAN, keep)
        async with database.read() as tx:
            state, _ = await read_state(tx)
        everything = state.everything
        now = everything["person", fold("ШМ-5-002")], everything["event", fold("ШМ-5-М1-01")]
        return code, out.getvalue(), {str(now[0].fields["phone"]), str(now[1].fields["room"])}

    new = {"+79005000099", "Малый зал"}
    code, said, found = await loaded(None)
    assert (code, found) == (console.WRONG, new)
    assert "После него изменили 2 ячейки" in said
    assert "ШМ-5-002 «Примеров», «Телефон»: сейчас «+79005000099», в файле «+79005000002»" in said
    assert "ШМ-5-М1-01 «Занятие 1 дня 1», «Зал»: сейчас «Малый зал», в файле «Зал ШМ-5»" in said
    assert "--keep" in said
    code, _, found = await loaded(True)
    assert (code, found) == (console.DONE, new)
    code, _, found = await loaded(False)
    assert (code, found) == (console.DONE, {"+79005000002", "Зал ШМ-5"})
