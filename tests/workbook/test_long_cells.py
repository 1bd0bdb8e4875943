"""Endless texts in cells: named where they stand, never carried whole, and nobody waits for them."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from time import thread_time

import pytest

from bot.people.sheet import PEOPLE
from bot.workbook.interpret import interpret
from bot.workbook.raw import Broken, Fault
from bot.workbook.reader import Book, RawRow, RawSheet, read_book
from bot.workbook.sheets import SHEETS
from tests.workbook.books import SHEET, write_parts

HEADINGS = tuple(column.heading for column in PEOPLE.columns)
ODD = "а б\t\u200bв  " * 400 + "\n \n" * 266
"""A text as long as a field may be, and as costly to clean as any."""
ENDLESS = ODD * 8
STALL_S = 0.05
"""Seconds of the loop's own processor time; before texts were bounded the same rows took a second."""


def written(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """Write rows of texts as they are, doubled blanks included."""
    lines = (
        "".join(f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>' for text in row)
        for row in rows
    )
    sheet = "".join(f"<row>{line}</row>" for line in lines)
    return write_parts(path, {"xl/worksheets/sheet1.xml": SHEET.format(f"<sheetData>{sheet}</sheetData>")})


async def test_of_a_text_longer_than_any_field_only_the_beginning_is_carried(tmp_path: Path) -> None:
    path = written(tmp_path / "book.xlsx", [["а" * 4000, "б" * 4001, "в" * 32_000, " " * 32_000, "г"]])
    (sheet,) = (await read_book(path, ["Люди"])).sheets
    long = [Broken(Fault.LONG, letter * 100) for letter in "бв"]
    assert sheet.rows == (RawRow(1, ("а" * 4000, *long, None, "г")),)


async def test_it_is_named_by_sheet_row_and_column_each_with_its_own_limit(tmp_path: Path) -> None:
    said = {
        "Код": "Л-1",
        "Фамилия": "Образцова",
        "Имя": "Анна",
        "Должность": "г" * 32_000,
        "Телефон": "д" * 32_000,
    }
    row = [said.get(heading.strip("* "), "") for heading in HEADINGS]
    path = written(tmp_path / "book.xlsx", [HEADINGS, row])
    reading = await interpret(SHEETS, await read_book(path, ["Люди"]))
    found = [
        (one.key, one.place.sheet, one.place.row, one.place.heading, dict(one.facts))
        for one in reading.problems
        if one.place and one.key == "workbook-cell-long"
    ]
    assert found == [
        ("workbook-cell-long", "Люди", 2, "Должность", {"limit": "4000"}),
        ("workbook-cell-long", "Люди", 2, "Телефон", {"limit": "200"}),
    ]


async def test_an_endless_heading_is_unknown_by_its_beginning(tmp_path: Path) -> None:
    path = written(tmp_path / "book.xlsx", [[*HEADINGS, "е" * 32_000]])
    reading = await interpret(SHEETS, await read_book(path, ["Люди"]))
    unknown = [one for one in reading.problems if one.key == "workbook-heading-unknown"]
    assert [(one.warning, one.facts["heading"]) for one in unknown] == [(True, "е" * 100)]


async def worst_turn(book: Book) -> float:
    """Return the longest the loop works at a stretch while a book is interpreted, in its processor time."""
    worst = 0.0

    async def watch() -> None:
        nonlocal worst
        while True:
            began = thread_time()
            await asyncio.sleep(0)
            worst = max(worst, thread_time() - began)

    watching = asyncio.create_task(watch())
    await interpret(SHEETS, book)
    await asyncio.sleep(0)
    watching.cancel()
    return worst


@pytest.mark.parametrize(
    "rows",
    [
        [[*HEADINGS, *[ODD] * 70]],
        [*[[ODD] * 90] * 9, HEADINGS],
        [HEADINGS, *[[ODD] * 90] * 50],
    ],
    ids=["headings", "above the headings", "rows"],
)
async def test_rows_of_the_longest_texts_never_hold_up_the_loop(rows: list[list[str]]) -> None:
    sheet = RawSheet("Люди", tuple(RawRow(number, tuple(row)) for number, row in enumerate(rows, 1)))
    assert await worst_turn(Book(("Люди",), (sheet,))) < STALL_S


async def test_a_row_of_endless_texts_is_read_like_any_other(tmp_path: Path) -> None:
    path = written(tmp_path / "book.xlsx", [HEADINGS, [ENDLESS] * 90])
    book = await read_book(path, ["Люди"])
    (_, row) = book.sheets[0].rows
    assert row.cells == (Broken(Fault.LONG, ENDLESS[:100]),) * 90
    assert await worst_turn(book) < STALL_S
