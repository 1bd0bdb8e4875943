"""The demonstration goes through the real import: as records on any day, and as a file into a database."""

import io
from datetime import date
from pathlib import Path

from hypothesis import given, settings

from bot.sandbox.demo.loading import as_book
from bot.sandbox.demo.workbook import demo_workbook
from bot.shared.clock import ManualClock
from bot.workbook.actions import apply_file
from bot.workbook.console import import_file
from bot.workbook.examination import State, examine
from bot.workbook.interpret import interpret
from bot.workbook.sheets import SHEETS
from db.editions import read_editions
from db.engine import Database
from tests.sandbox.demo.placing import TODAY, days
from tests.words import RUSSIAN
from tests.workbook.programmes import reading_of, write_programme


@settings(max_examples=12, deadline=None)
@given(today=days)
async def test_on_any_day_there_is_nothing_to_mend_and_nothing_to_warn_of(today: date) -> None:
    rows = demo_workbook(today)
    reading = await interpret(SHEETS, as_book(rows))
    assert len(reading.rows) == sum(map(len, rows.values()))
    examination = await examine(reading, State())
    assert examination.problems == ()
    assert set(examination.drafts) == {"Ш5", "Ш6", "К1"}


async def test_the_file_is_imported_and_published_and_then_changes_nothing(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    rows, out = demo_workbook(TODAY), io.StringIO()
    path = write_programme(tmp_path / "demo.xlsx", rows)
    assert await import_file(database, clock, path, apply=True, publish_first=True, out=out, say=RUSSIAN) == 0
    async with database.read() as tx:
        streams = await read_editions(tx)
    assert {stream.code for stream in streams if stream.published_id and not stream.draft_id} == {
        "Ш5",
        "Ш6",
        "К1",
    }
    again = await apply_file(database, clock, await reading_of(tmp_path / "again.xlsx", rows))
    difference = again.examination.difference
    assert (difference.added, difference.changed, difference.missing, dict(again.drafts)) == ((), (), (), {})
