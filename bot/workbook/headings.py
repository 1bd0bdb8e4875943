"""Finding the row of headings and which column is which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.shared.records import fold
from bot.workbook.cells import as_text
from bot.workbook.choices import near
from bot.workbook.columns import Column, Sheet
from bot.workbook.problems import Place, Problem
from bot.workbook.raw import Broken, Fault, Raw
from bot.workbook.reader import RawRow, RawSheet

LAST_HEADING_ROW = 10
LONGEST = 200
"""Characters of a cell that are looked at: no heading is as long."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the headings are: the number of their row, and the position of every known column."""

    row: int
    positions: Mapping[str, int]


def find_headings(sheet: Sheet, raw: RawSheet) -> tuple[Headings | None, list[Problem]]:
    """Return the headings, None when there are none, and what is odd about them."""
    rows = [row for row in raw.rows if row.number <= LAST_HEADING_ROW]
    best = max(rows, key=lambda row: _score(sheet, row), default=None)
    if best is None or _score(sheet, best) < 2:
        expected = ", ".join(column.heading for column in sheet.columns if column.required)
        return None, [Problem("workbook-headings-missing", Place(raw.title), {"expected": expected})]
    return _match(sheet, raw.title, best)


def _score(sheet: Sheet, row: RawRow) -> int:
    known = frozenset().union(*(column.names for column in sheet.columns))
    return len({fold(_said(cell)).strip("*: ") for cell in row.cells} & known)


def _said(cell: Raw) -> str:
    """Return what a cell says as a heading, of an endless text the beginning."""
    if isinstance(cell, Broken):
        return cell.text if cell.fault is Fault.LONG else ""
    return "" if cell is None else as_text(cell[:LONGEST] if isinstance(cell, str) else cell)


def _match(sheet: Sheet, title: str, row: RawRow) -> tuple[Headings, list[Problem]]:
    problems: list[Problem] = []
    positions: dict[str, int] = {}
    unknown: list[tuple[int, str]] = []
    for position, cell in enumerate(row.cells):
        text = _said(cell).strip("* ")
        if not text:
            continue
        folded = fold(text).strip("*: ")
        column = next((column for column in sheet.columns if folded in column.names), None)
        place = Place(title, row.number, text, position)
        if column is None:
            unknown.append((position, text))
        elif column.key in positions:
            problems.append(Problem("workbook-heading-twice", place, warning=True))
        else:
            positions[column.key] = position
    absent = [column for column in sheet.columns if column.key not in positions]
    for position, text in unknown:
        problems.append(_unknown(Place(title, row.number, text, position), absent))
    problems.extend(_absent(Place(title, row.number), absent, [text for _, text in unknown]))
    return Headings(row.number, positions), problems


def _unknown(place: Place, absent: Sequence[Column]) -> Problem:
    likely = near(place.heading, [column.heading for column in absent])
    key = "workbook-heading-near" if likely else "workbook-heading-unknown"
    return Problem(key, place, {"heading": place.heading, "likely": likely}, warning=True)


def _absent(place: Place, absent: Sequence[Column], unknown: Sequence[str]) -> list[Problem]:
    problems = []
    for column in absent:
        if column.required:
            likely = near(column.heading, unknown)
            key = "workbook-heading-absent-near" if likely else "workbook-heading-absent"
            problems.append(Problem(key, place, {"heading": column.heading, "likely": likely}))
    return problems
