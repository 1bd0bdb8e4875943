"""Writing a workbook in a process of its own, so that the bot goes on answering."""

import asyncio
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.shared.errors import Refusal
from bot.shared.records import Ident, Record
from bot.shared.turns import in_turns, uncollected
from bot.workbook.columns import Sheet
from bot.workbook.export import rows_of
from bot.workbook.wire import to_wire

WALL_SECONDS = 60.0
_ROOT = Path(__file__).resolve().parents[2]


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
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.workbook.writing",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={"PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    try:
        async with asyncio.timeout(seconds):
            made, _ = await process.communicate(b"".join(lines))
    except TimeoutError:
        raise Unwritable from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode or not made:
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
