"""The reading process: a workbook on standard input, its rows as lines of JSON on standard output.

Started by `bot.workbook.reader` as `python -m bot.workbook.reading TITLE…`; only sheets of these titles
are read. It limits its own memory and processor time before it looks at the file.
"""

import json
import os
import resource
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, BinaryIO

from bot.shared.records import fold
from bot.workbook.grid import Grid, Tally
from bot.workbook.guard import Archive, Refused
from bot.workbook.parts import read_contents

MEMORY = 768 * 1024 * 1024
PROCESSOR_SECONDS = 20
LARGEST_OUTPUT = 32 * 1024 * 1024


def rows_of(file: BinaryIO, titles: Sequence[str]) -> Iterator[Any]:
    """Yield the list of all sheets, then each wanted sheet's title and rows; raises Refused."""
    archive = Archive(file)
    contents = read_contents(archive)
    wanted = set(map(fold, titles))
    yield {"titles": [title[:100] for title in contents.sheets]}
    tally = Tally()
    for title, part in contents.sheets.items():
        if fold(title) not in wanted or part not in archive:
            continue
        grid = Grid(contents, tally)
        grid.walk(archive.read(part))
        yield {"sheet": title}
        for number in sorted(grid.rows):
            row = grid.rows[number]
            yield [number, [row.get(column) for column in range(max(row) + 1)]]


def write(file: BinaryIO, titles: Sequence[str], out: BinaryIO) -> None:
    """Write the rows, and last of all whether that was everything or why it was refused."""
    last: dict[str, Any] = {"end": True}
    size = 0
    try:
        for item in rows_of(file, titles):
            line = json.dumps(item, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
            size += len(line)
            if size > LARGEST_OUTPUT:
                raise Refused("workbook-file-rows")
            out.write(line)
    except Refused as refused:
        last = {"refused": str(refused)}
    except (MemoryError, RecursionError):
        last = {"refused": "workbook-file-heavy"}
    out.write(json.dumps(last).encode() + b"\n")
    out.flush()


def main() -> None:
    """Limit this process, then read."""
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    os.nice(10)
    write(sys.stdin.buffer, sys.argv[1:], sys.stdout.buffer)


if __name__ == "__main__":
    main()
