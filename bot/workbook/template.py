"""Writing the workbook: as a template with examples, or filled with the programme as it is."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any, BinaryIO

from bot.shared.spreadsheets import close_book, open_book
from bot.workbook.cells import Look, clean
from bot.workbook.columns import Column, Sheet
from bot.workbook.export import SheetRow, example_rows
from bot.workbook.instructions import INSTRUCTIONS_TITLE, instruction_rows
from bot.workbook.prints import PRINTS_TITLE
from bot.workbook.raw import Plain

_FORMS = {
    Look.TEXT: "@",
    Look.NUMBER: "General",
    Look.DATE: "dd.mm.yyyy",
    Look.TIME: "hh:mm",
    Look.MOMENT: "dd.mm.yyyy hh:mm",
}
_ROOM_FOR_ROWS = 2000
"""Rows below the headings that have drop-downs, and that drop-downs of other sheets look at."""


def write_template(path: Path | BinaryIO, sheets: Sequence[Sheet]) -> None:
    """Write the empty template with one example row on each sheet."""
    write_workbook(path, sheets, {sheet.title: example_rows(sheet) for sheet in sheets}, {}, examples=True)


def write_workbook(
    path: Path | BinaryIO,
    sheets: Sequence[Sheet],
    rows: Mapping[str, Iterable[SheetRow]],
    stamp: Mapping[str, int],
    examples: bool = False,
) -> None:
    """Write all sheets with these rows, by the sheet's title, to a file or a stream; prints are hidden.

    It takes seconds for tens of thousands of rows.

    `stamp` tells from which edition of each stream (by code) the rows are. `examples` are set in italics.
    Raises OSError where the file cannot be written.
    """
    book = open_book(str(path) if isinstance(path, Path) else path)
    _write_instructions(book, sheets, stamp)
    for sheet in sheets:
        _Page(book, sheet, sheets).fill(rows.get(sheet.title, ()), examples)
    if PRINTS_TITLE in rows:
        _write_prints(book, rows[PRINTS_TITLE])
    close_book(book)


def _write_instructions(book: Any, sheets: Sequence[Sheet], stamp: Mapping[str, int]) -> None:
    page = book.add_worksheet(INSTRUCTIONS_TITLE)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "font_size": 14})
    page.set_column(0, 0, 70)
    page.set_column(1, 1, 90)
    for number, cells in enumerate(instruction_rows(sheets, stamp)):
        for column, text in enumerate(cells):
            page.write_string(number, column, text, bold if number == 0 else wrapped)


def _write_prints(book: Any, rows: Iterable[SheetRow]) -> None:
    page = book.add_worksheet(PRINTS_TITLE)
    page.very_hidden()
    for number, row in enumerate(rows):
        for position, cell in enumerate(row.values()):
            page.write_string(number, position, cell)


class _Page:
    """One sheet of the workbook being written."""

    def __init__(self, book: Any, sheet: Sheet, sheets: Sequence[Sheet]) -> None:
        self._sheet = sheet
        self._sheets = sheets
        self._page = book.add_worksheet(sheet.title)
        italic = {"italic": True, "font_color": "#666666"}
        self._formats = {look: book.add_format({"num_format": form}) for look, form in _FORMS.items()}
        self._examples = {
            look: book.add_format({"num_format": form} | italic) for look, form in _FORMS.items()
        }
        plain = {"text_wrap": True, "valign": "top", "bottom": 1}
        self._headings = {
            False: book.add_format(plain),
            True: book.add_format(plain | {"bold": True}),
        }

    def fill(self, rows: Iterable[SheetRow], examples: bool) -> None:
        """Write headings, rows and drop-downs."""
        self._page.freeze_panes(1, 1)
        for position, column in enumerate(self._sheet.columns):
            self._page.set_column(position, position, column.width, self._formats[column.cell.look])
            heading = f"{column.heading}*" if column.required else column.heading
            self._page.write_string(0, position, heading, self._headings[column.required])
            if column.hint:
                self._page.write_comment(0, position, column.hint, {"x_scale": 1.5, "y_scale": 0.7})
        formats = self._examples if examples else self._formats
        number = 0
        for number, row in enumerate(rows, 1):
            for position, column in enumerate(self._sheet.columns):
                self._write(number, position, row.get(column.key), formats[column.cell.look])
        for position, column in enumerate(self._sheet.columns):
            self._add_choices(column, position, max(_ROOM_FOR_ROWS, number + 200))

    def _write(self, row: int, position: int, value: Plain | None, form: Any) -> None:
        if isinstance(value, str):
            self._page.write_string(row, position, clean(value), form)
        elif isinstance(value, datetime | time):
            self._page.write_datetime(row, position, value, form)
        elif value is not None:
            self._page.write_number(row, position, value, form)

    def _add_choices(self, column: Column, position: int, last: int) -> None:
        """Offer a list, but let people type something else: the import explains what is wrong with it."""
        source = list(column.cell.options) or self._codes_of(column)
        if source:
            rule = {"validate": "list", "source": source, "error_type": "information", "show_error": False}
            self._page.data_validation(1, position, last, position, rule)

    def _codes_of(self, column: Column) -> str | None:
        """Return the range of codes that a column with one code of another sheet may hold."""
        if column.refers is None or isinstance(column.cell.empty, tuple):
            return None
        for other in self._sheets:
            if column.refers == other.kinds[0]:
                return f"='{other.title}'!$A$2:$A${_ROOM_FOR_ROWS}"
        return None
