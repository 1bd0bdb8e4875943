"""Writing a workbook in a process of its own, so that the bot goes on answering."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.shared.errors import Refusal
from bot.shared.processes import answer_of
from bot.shared.records import Ident, Record
from bot.shared.turns import in_turns, uncollected
from bot.workbook.columns import Sheet
from bot.workbook.export import prints_of, rows_of
from bot.workbook.prints import PRINTS_TITLE
from bot.workbook.wire import to_wire

WALL_SECONDS = 60.0


class Unwritable(Refusal):
    """A workbook that could not be written in time."""

    key = "workbook-not-made"


async def write_book(job: Iterable[Any], seconds: float = WALL_SECONDS) -> bytes:
    """Return the workbook a job makes; raises Unwritable when it takes too long or too much."""
    with uncollected():
        lines = [
            json.dumps(item, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
            async for item in in_turns(job)
        ]
    made = await answer_of("bot.workbook.writing", b"".join(lines), seconds)
    if not made:
        raise Unwritable
    return made


def template_job() -> Iterable[Any]:
    """Return the job that makes the empty template."""
    return [{"job": "template"}]


def workbook_job(
    sheets: Sequence[Sheet], records: Mapping[Ident, Record], stamp: Mapping[str, int]
) -> Iterable[Any]:
    """Yield the job that writes these records; `stamp` holds the edition number of each stream (by code)."""
    yield {"job": "workbook", "stamp": dict(stamp)}
    for sheet in sheets:
        for row in rows_of(sheet, records):
            yield [sheet.title, {key: to_wire(cell) for key, cell in row.items()}]
    for prints in prints_of(records):
        yield [PRINTS_TITLE, prints]
