"""The writing process: a job as lines of JSON on standard input, a workbook on standard output.

Started by `bot.workbook.writer` as `python -m bot.workbook.writing`: tens of thousands of rows take
seconds, in which the bot goes on answering.
"""

import io
import json
import os
import resource
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime, time
from typing import Any, BinaryIO

from bot.shared.spreadsheets import open_book
from bot.workbook.cells import clean
from bot.workbook.prints import PRINTS_TITLE
from bot.workbook.sheets import SHEETS
from bot.workbook.template import write_template, write_workbook
from bot.workbook.wire import from_wire

MEMORY = 1024 * 1024 * 1024
PROCESSOR_SECONDS = 60
_WIDTH = 18
_FORMS = {"day": "dd.mm.yyyy", "moment": "dd.mm.yyyy hh:mm", "time": "hh:mm", "text": "General"}
_FILLS = {"wrong": {"bg_color": "#FFC7CE"}, "odd": {"bg_color": "#FFEB9C"}, "plain": {}}
_MOST_COMMENT = 2000


def write(lines: Iterable[bytes], out: BinaryIO) -> None:
    """Do the job."""
    items = map(json.loads, lines)
    job = next(items)
    made = io.BytesIO()
    if job["job"] == "template":
        write_template(made, SHEETS)
    elif job["job"] == "workbook":
        write_workbook(made, SHEETS, _rows(items), job["stamp"])
    else:
        _Marked(made).write(items)
    out.write(made.getvalue())


def _rows(items: Iterator[Any]) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for title, cells in items:
        rows[title].append({key: from_wire(said) for key, said in cells.items()})
    return rows


class _Marked:
    """Writes the marked copy: a cell is written once, with the fill and the comment it needs."""

    def __init__(self, out: io.BytesIO) -> None:
        self._book = open_book(out)
        self._formats = {
            (form, fill): self._book.add_format({"num_format": code, "text_wrap": fill != "plain"} | look)
            for form, code in _FORMS.items()
            for fill, look in _FILLS.items()
        }

    def write(self, items: Iterator[Any]) -> None:
        """Write every sheet of the job."""
        title = ""
        cells: dict[tuple[int, int], Any] = {}
        marks: dict[tuple[int, int], list[tuple[str, bool]]] = defaultdict(list)
        for item in items:
            if "sheet" in item:
                self._sheet(title, cells, marks)
                title, cells, marks = item["sheet"], {}, defaultdict(list)
            elif "mark" in item:
                row, column = item["mark"]
                marks[row - 1, column].append((item["text"], item["warning"]))
            else:
                for column, said in enumerate(item["cells"]):
                    cells[item["row"] - 1, column] = from_wire(said)
        self._sheet(title, cells, marks)
        self._book.close()

    def _sheet(
        self,
        title: str,
        cells: dict[tuple[int, int], Any],
        marks: dict[tuple[int, int], list[tuple[str, bool]]],
    ) -> None:
        if not title:
            return
        page = self._book.add_worksheet(title)
        if title == PRINTS_TITLE:
            page.very_hidden()
        page.set_column(0, 99, _WIDTH if marks or len(cells) > 1 else 120)
        for place in sorted({*cells, *marks}):
            said = marks.get(place, [])
            fill = "plain" if not said else "odd" if all(warning for _, warning in said) else "wrong"
            self._cell(page, place, cells.get(place), fill)
            if said:
                text = "\n".join(words for words, _ in said)[:_MOST_COMMENT]
                page.write_comment(*place, text, {"x_scale": 2, "y_scale": 1.5})

    def _cell(self, page: Any, place: tuple[int, int], value: Any, fill: str) -> None:
        if isinstance(value, datetime):
            form = self._formats["day" if value.time() == time() else "moment", fill]
            page.write_datetime(*place, value, form)
        elif isinstance(value, time):
            page.write_datetime(*place, value, self._formats["time", fill])
        elif isinstance(value, bool):
            page.write_boolean(*place, value, self._formats["text", fill])
        elif isinstance(value, int | float):
            page.write_number(*place, value, self._formats["text", fill])
        elif value is None:
            page.write_blank(*place, None, self._formats["text", fill])
        else:
            page.write_string(*place, clean(value), self._formats["text", fill])


def main() -> None:
    """Limit this process, then write."""
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    os.nice(10)
    write(sys.stdin.buffer, sys.stdout.buffer)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
