"""From the cells of a file to rows of values, with every unclear cell named."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.shared.records import Value, fold
from bot.shared.turns import in_turns, uncollected
from bot.workbook.choices import near
from bot.workbook.columns import EXAMPLE_MARK, Sheet
from bot.workbook.days import Yearless, YearMissing
from bot.workbook.headings import Headings, find_headings
from bot.workbook.instructions import INSTRUCTIONS_TITLE, PROBLEMS_TITLE, read_stamp
from bot.workbook.prints import PRINTS_TITLE, Prints, read_prints
from bot.workbook.problems import Place, Problem
from bot.workbook.raw import Raw, Unclear
from bot.workbook.reader import Book, RawRow, RawSheet

ROWS_A_TURN = 10
"""Rows between two turns of the loop: one with texts as long as may be takes some milliseconds."""
_EXAMPLE = re.compile(rf"{fold(EXAMPLE_MARK)}(?:\W|\d|_|$)")

_LONGEST_MARK = 100
"""Characters of a code in which the mark of an example is looked for: it stands at the beginning."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet: the values of the columns that the file has and that could be read.

    `yearless` are dates that wait for their year. Columns of `unclear` have a problem of their own already.
    `stored_as_number` are codes whose leading zeros Excel may have eaten.
    """

    sheet: Sheet
    title: str
    number: int
    positions: Mapping[str, int]
    values: Mapping[str, Value]
    yearless: Mapping[str, Yearless]
    unclear: frozenset[str]
    stored_as_number: frozenset[str] = frozenset()

    def place(self, key: str = "") -> Place:
        """Return where the column stands in this row, or the row itself."""
        heading = self.sheet.column(key).heading if key else ""
        return Place(self.title, self.number, heading, self.positions.get(key, -1))


@dataclass(slots=True)
class Reading:
    """What a file says: its rows in the order of the sheets, and the problems of single cells.

    `stamp` tells from which edition of each stream (by code) the file was made, `prints` what its rows said
    then. `present` are the kinds whose sheets the file has.
    """

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    examples: int = 0
    stamp: Mapping[str, int] = field(default_factory=dict)
    prints: Prints = field(default_factory=dict)
    present: frozenset[str] = frozenset()


async def interpret(sheets: Sequence[Sheet], book: Book) -> Reading:
    """Read every known sheet of the book, giving others their turn in between."""
    reading = Reading(problems=_check_titles(sheets, book))
    by_title = {fold(raw.title): raw for raw in reversed(book.sheets)}
    reading.stamp = read_stamp(by_title.get(fold(INSTRUCTIONS_TITLE)))
    reading.prints = await read_prints(by_title.get(fold(PRINTS_TITLE)))
    with uncollected():
        for sheet in sheets:
            raw = by_title.get(fold(sheet.title))
            if raw is not None and raw.rows:
                await _interpret_sheet(sheet, raw, reading)
    return reading


async def _interpret_sheet(sheet: Sheet, raw: RawSheet, reading: Reading) -> None:
    headings, problems = find_headings(sheet, raw)
    reading.problems.extend(problems)
    if headings is None:
        return
    reading.present |= set(sheet.kinds)
    async for item in in_turns(read_rows(sheet, raw, headings), ROWS_A_TURN):
        if item is None:
            reading.examples += 1
        elif isinstance(item, Problem):
            reading.problems.append(item)
        else:
            reading.rows.append(item)


def _check_titles(sheets: Sequence[Sheet], book: Book) -> list[Problem]:
    known = {fold(sheet.title): sheet.title for sheet in sheets}
    there = {fold(title) for title in book.titles}
    absent = [title for folded, title in known.items() if folded not in there]
    problems = []
    for title in book.titles:
        if fold(title) in {*known, *map(fold, (INSTRUCTIONS_TITLE, PROBLEMS_TITLE, PRINTS_TITLE))}:
            continue
        likely = near(title, absent, 0.75)
        key = "workbook-sheet-near" if likely else "workbook-sheet-unknown"
        problems.append(Problem(key, Place(title), {"likely": likely}, warning=not likely))
    if len(absent) == len(known):
        problems.append(Problem("workbook-sheets-missing", None, {"expected": ", ".join(absent)}))
    return problems


def read_rows(sheet: Sheet, raw: RawSheet, headings: Headings) -> Iterator[Row | Problem | None]:
    """Yield the rows below the headings and the problems of their cells; None for an example."""
    for raw_row in raw.rows:
        if raw_row.number <= headings.row:
            continue
        cells = {
            key: raw_row.cells[position] if position < len(raw_row.cells) else None
            for key, position in headings.positions.items()
        }
        if all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in cells.values()):
            continue
        if _is_example(sheet, cells):
            yield None
            continue
        yield from _read_row(sheet, raw.title, raw_row, headings, cells)


def _is_example(sheet: Sheet, cells: Mapping[str, Raw]) -> bool:
    first = cells.get(sheet.codes[0].key)
    return isinstance(first, str) and bool(_EXAMPLE.match(fold(first[:_LONGEST_MARK])))


def _read_row(
    sheet: Sheet, title: str, raw: RawRow, headings: Headings, cells: Mapping[str, Raw]
) -> Iterator[Row | Problem]:
    unclear: set[str] = set()

    def problem(key: str, reason: Unclear) -> Problem:
        unclear.add(key)
        heading = sheet.column(key).heading
        place = Place(title, raw.number, heading, headings.positions.get(key, -1))
        return Problem(reason.key, place, reason.facts)

    for rule in sheet.rules:
        try:
            cells = rule(cells)
        except Unclear as reason:
            yield problem(reason.column, reason)
    values: dict[str, Value] = {}
    yearless: dict[str, Yearless] = {}
    for column in sheet.columns:
        if column.key not in cells or column.key in unclear:
            continue
        try:
            values[column.key] = column.cell.read(cells[column.key])
        except YearMissing as reason:
            yearless[column.key] = reason.yearless
            if column.year_from is None:
                yield problem(column.key, reason)
        except Unclear as reason:
            yield problem(column.key, reason)
    numbers = frozenset(
        key for key, cell in cells.items() if isinstance(cell, int | float) and not isinstance(cell, bool)
    )
    row = Row(sheet, title, raw.number, headings.positions, values, yearless, frozenset(unclear), numbers)
    yield from _required(row)
    yield row


def _required(row: Row) -> Iterator[Problem]:
    """Name required cells that are blank; a missing own code is named later, with a free one."""
    for column in row.sheet.columns:
        own_code = column.key == "code"
        if column.required and not own_code and row.values.get(column.key, "filled") in ("", None, ()):
            yield Problem("workbook-cell-required", row.place(column.key))
