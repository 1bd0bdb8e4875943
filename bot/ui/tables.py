"""A table as an Excel file: what people typed stays text, whatever it begins with."""

import io
from collections.abc import Iterable, Sequence

from bot.shared.spreadsheets import open_book
from bot.workbook.cells import clean

XLSX = ".xlsx"
_LONGEST = 32_767
"""Characters of a cell (Excel's limit)."""


def sheet_file(title: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a file with one sheet.

    Takes about a second for 10,000 rows: call it in a thread.
    """
    file = io.BytesIO()
    book = open_book(file, in_memory=True)
    bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
    page = book.add_worksheet(title[:31])
    for place, (heading, width) in enumerate(columns):
        page.set_column(place, place, width, text)
        page.write_string(0, place, heading, bold)
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            page.write_string(number, place, clean(value)[:_LONGEST], text)
    page.freeze_panes(1, 0)
    book.close()
    return file.getvalue()
