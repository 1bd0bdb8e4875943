"""A copy of a file with its wrong cells marked, as a job for the writing process (pure).

The copy is written anew from the rows as they were read: patching the parts of a foreign file would mean
to trust it. So it has the sheets of the template with every row, cell by cell at its place; pictures,
own formats and own sheets stay in the sender's file.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bot.workbook.instructions import PROBLEMS_TITLE
from bot.workbook.problems import Problem
from bot.workbook.raw import Broken, Raw
from bot.workbook.reader import Book
from bot.workbook.wire import to_wire

MOST_MARKS = 1000


def marked_job(book: Book, problems: Sequence[Problem], words_of: Callable[[Problem], str]) -> Iterator[Any]:
    """Yield the lines of the job: a list of all problems first, then each sheet with its marks."""
    shown = problems[:MOST_MARKS]
    yield {"job": "marked", "columns": 100}
    yield {"sheet": PROBLEMS_TITLE}
    for number, problem in enumerate(shown, 1):
        yield {"row": number, "cells": [words_of(problem)]}
    for sheet in book.sheets:
        yield {"sheet": sheet.title}
        for row in sheet.rows:
            yield {"row": row.number, "cells": [_cell(raw) for raw in row.cells]}
        for problem in shown:
            place = problem.place
            if place is not None and place.sheet == sheet.title:
                where = [max(place.row, 1), max(place.column, 0)]
                yield {"mark": where, "text": words_of(problem), "warning": problem.warning}


def _cell(raw: Raw) -> Any:
    return raw.text or None if isinstance(raw, Broken) else to_wire(raw)
