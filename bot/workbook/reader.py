"""Reading a workbook in a process of its own, so that no file can hold up or hurt the bot."""

import asyncio
import json
import sys
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any

from bot.shared.errors import Refusal
from bot.shared.turns import uncollected
from bot.workbook.raw import Broken, Fault, Raw
from bot.workbook.reading import LARGEST_OUTPUT

WALL_SECONDS = 30.0
ENDING_SECONDS = 1.0
_CHUNK = 64 * 1024
_ROOT = Path(__file__).resolve().parents[2]


class Unreadable(Refusal):
    """A file that cannot be read as a workbook; `key` is a message of `locales/*/workbook.ftl`."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row with something in it: its number in Excel and its cells from column A."""

    number: int
    cells: tuple[Raw, ...]


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet as the file has it."""

    title: str
    rows: tuple[RawRow, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: the titles of all sheets, and the contents of those that were asked for."""

    titles: tuple[str, ...]
    sheets: tuple[RawSheet, ...]


async def read_book(path: Path, titles: Sequence[str], seconds: float = WALL_SECONDS) -> Book:
    """Read the sheets of these titles; raises Unreadable with the reason.

    The other process has limits of memory and processor time; here the wall clock and the size of its
    answer are bounded, and the loop gets its turn after every piece.
    """
    with path.open("rb") as file:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot.workbook.reading",
            *titles,
            stdin=file,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={"PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        )
    try:
        async with asyncio.timeout(seconds):
            with uncollected():
                return await _collect(process)
    except TimeoutError:
        raise Unreadable("workbook-file-heavy") from None
    finally:
        await _end(process)


async def _end(process: asyncio.subprocess.Process) -> None:
    """See a process off: after its last word it ends by itself, and is killed where it does not.

    To kill what is just ending takes its return code away from the loop, which warns of that.
    """
    with suppress(TimeoutError):
        await asyncio.wait_for(process.wait(), ENDING_SECONDS)
    if process.returncode is None:
        process.kill()
    await process.communicate()


async def _collect(process: asyncio.subprocess.Process) -> Book:
    titles: tuple[str, ...] = ()
    sheets: list[tuple[str, list[RawRow]]] = []
    async with aclosing(_lines(process)) as lines:
        async for line in lines:
            match json.loads(line):
                case [int(number), list(cells)]:
                    sheets[-1][1].append(RawRow(number, tuple(map(_raw, cells))))
                case {"titles": list(names)}:
                    titles = tuple(names)
                case {"sheet": str(title)}:
                    sheets.append((title, []))
                case {"refused": str(reason)}:
                    raise Unreadable(reason)
                case {"end": True}:
                    return Book(titles, tuple(RawSheet(title, tuple(rows)) for title, rows in sheets))
    # it was stopped by its limits before it could say anything
    raise Unreadable("workbook-file-heavy")


async def _lines(process: asyncio.subprocess.Process) -> AsyncGenerator[bytes]:
    if process.stdout is None:
        return
    size, rest = 0, b""
    while piece := await process.stdout.read(_CHUNK):
        size += len(piece)
        if size > 2 * LARGEST_OUTPUT:
            return
        *lines, rest = (rest + piece).split(b"\n")
        for line in lines:
            yield line
        await asyncio.sleep(0)


def _raw(cell: Any) -> Raw:
    if not isinstance(cell, dict):
        found: Raw = cell
        return found
    (kind, text), *_ = cell.items()
    if kind == "d":
        return datetime.fromisoformat(text)
    if kind == "t":
        return time.fromisoformat(text)
    return Broken(Fault(kind), text)
