"""A table as an Excel file: what people typed stays text, whatever it begins with."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.shared.spreadsheets import open_book
from bot.workbook.cells import clean

XLSX = ".xlsx"
_LONGEST = 32_767
"""Characters of a cell (Excel's limit)."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its title, headings with their widths in characters, and rows of text."""

    title: str
    columns: Sequence[tuple[str, int]]
    rows: Iterable[Sequence[str]]


def sheet_file(title: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a file with one sheet.

    Takes about a second for 10,000 rows: call it in a thread.
    """
    return tables_file(Table(title, columns, rows))


def tables_file(*tables: Table) -> bytes:
    """Return a file with a sheet for each table; call it in a thread."""
    file = io.BytesIO()
    book = open_book(file, in_memory=True)
    bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
    for table in tables:
        page = book.add_worksheet(table.title[:31])
        for place, (heading, width) in enumerate(table.columns):
            page.set_column(place, place, width, text)
            page.write_string(0, place, heading, bold)
        for number, row in enumerate(table.rows, start=1):
            for place, value in enumerate(row):
                page.write_string(number, place, clean(value)[:_LONGEST], text)
        page.freeze_panes(1, 0)
    book.close()
    return file.getvalue()
