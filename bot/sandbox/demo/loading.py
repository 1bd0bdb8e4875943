"""The demonstration programme goes in the way every programme does: read, examined, applied, published."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.publishing.actions import publish, see_draft
from bot.sandbox.demo.places import fill_places
from bot.sandbox.demo.reports import fill_reports
from bot.sandbox.demo.tables import Row
from bot.sandbox.demo.workbook import demo_workbook
from bot.shared.clock import Clock
from bot.workbook.actions import apply_file
from bot.workbook.columns import Sheet
from bot.workbook.interpret import interpret
from bot.workbook.raw import Raw
from bot.workbook.reader import Book, RawRow, RawSheet
from bot.workbook.sheets import SHEETS
from db.editions import read_editions
from db.engine import Database

TYUMEN = ZoneInfo("Asia/Yekaterinburg")
"""«Today» is the day at the venue whose module the demonstration shows."""


async def load_demo(db: Database, clock: Clock) -> list[str]:
    """Fill an empty database and publish every stream; return the streams' codes."""
    today = clock.now().astimezone(TYUMEN).date()
    outcome = await apply_file(db, clock, await interpret(SHEETS, as_book(demo_workbook(today))))
    if not outcome.applied:
        raise ValueError(f"the demonstration does not fit together: {outcome.examination.errors}")
    async with db.read() as tx:
        streams = await read_editions(tx)
    for stream in streams:
        draft = await see_draft(db, stream.stream_id)
        if draft is not None:
            await publish(db, clock, stream.stream_id, draft.edition_id)
    await fill_places(db, clock)
    await fill_reports(db, clock)
    return [stream.code for stream in streams]


def as_book(sheets: Mapping[str, Sequence[Row]]) -> Book:
    """Return the rows as the reader hands a file over: the headings in row 1, then a row for each row."""
    return Book(tuple(sheets), tuple(_sheet(sheet, sheets[sheet.title]) for sheet in SHEETS))


def _sheet(sheet: Sheet, rows: Sequence[Row]) -> RawSheet:
    headings = tuple(column.heading for column in sheet.columns)
    lines = [headings, *(tuple(_cell(row.get(heading)) for heading in headings) for row in rows)]
    return RawSheet(sheet.title, tuple(RawRow(number, line) for number, line in enumerate(lines, 1)))


def _cell(value: object) -> Raw:
    """Return what Excel keeps of a value: a date is a moment at midnight."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time())
    if value is None or isinstance(value, str | int | float | bool | datetime | time):
        return value
    raise TypeError(f"no cell holds {value!r}")
