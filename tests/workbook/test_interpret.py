"""Where the headings are, which column is which, and which rows are not read."""

from collections.abc import Sequence
from typing import Any

import pytest

from bot.people.sheet import PEOPLE
from bot.workbook.headings import find_headings
from bot.workbook.interpret import Reading, interpret
from bot.workbook.reader import Book, RawRow, RawSheet
from bot.workbook.sheets import SHEETS

DIRECTIONS = ("Код*", "Программа*", "Название*")


def sheet(title: str, *lines: Sequence[Any], first: int = 1) -> RawSheet:
    return RawSheet(title, tuple(RawRow(first + number, tuple(line)) for number, line in enumerate(lines)))


async def read(*sheets: RawSheet) -> Reading:
    return await interpret(SHEETS, Book(tuple(one.title for one in sheets), sheets))


def said(reading: Reading) -> list[tuple[int, dict[str, Any]]]:
    return [(row.number, dict(row.values)) for row in reading.rows]


def problems(reading: Reading) -> list[tuple[str, str, int, str, bool]]:
    return [
        (one.key, one.place.sheet, one.place.row, one.place.heading, one.warning)
        if one.place
        else (one.key, "", 0, "", one.warning)
        for one in reading.problems
    ]


ROW = {"code": "ИИ", "programme": "ШМ", "title": "ИИ"}


@pytest.mark.parametrize(
    "lines",
    [
        [DIRECTIONS, ("ИИ", "ШМ", "ИИ")],
        [("Название", " код ", "ПРОГРАММА:"), ("ИИ", "ИИ", "ШМ")],
        [("Школа мэров", None, None), ("обновлено", 5), DIRECTIONS, ("ИИ", "ШМ", "ИИ")],
        [(None, *DIRECTIONS), ("не столбец", "ИИ", "ШМ", "ИИ")],
        [DIRECTIONS, (None, None, None), ("ИИ", "ШМ", "ИИ"), ("", None)],
        [DIRECTIONS, ("Пример-ИИ", "Пример-ШМ", "что-то"), ("ИИ", "ШМ", "ИИ")],
    ],
)
async def test_a_sheet_is_read_however_it_is_laid_out(lines: list[tuple[Any, ...]]) -> None:
    reading = await read(sheet("направления", *lines))
    assert [values for _, values in said(reading)] == [ROW]
    assert reading.problems == []


async def test_the_row_keeps_its_number_in_excel() -> None:
    reading = await read(sheet("Направления", DIRECTIONS, ("ИИ", "ШМ", "ИИ"), first=7))
    assert said(reading) == [(8, ROW)]


async def test_headings_below_the_tenth_row_are_not_found() -> None:
    reading = await read(sheet("Направления", DIRECTIONS, ("ИИ", "ШМ", "ИИ"), first=11))
    assert problems(reading) == [("workbook-headings-missing", "Направления", 0, "", False)]


async def test_examples_are_counted_and_not_read() -> None:
    lines = [("Пример-ИИ", "x", "x"), ("ПРИМЕР 2", "x", "x"), ("Примерово", "ШМ", "Село")]
    reading = await read(sheet("Направления", DIRECTIONS, *lines))
    assert ([values["code"] for _, values in said(reading)], reading.examples) == (["Примерово"], 2)


async def test_a_required_heading_that_is_misspelt_is_an_error_with_the_likely_one() -> None:
    reading = await read(
        sheet("Направления", ("Код", "Програма", "Название", "Цвет"), ("ИИ", "ШМ", "ИИ", "x"))
    )
    assert problems(reading) == [
        ("workbook-heading-near", "Направления", 1, "Програма", True),
        ("workbook-heading-unknown", "Направления", 1, "Цвет", True),
        ("workbook-heading-absent-near", "Направления", 1, "", False),
    ]
    assert reading.problems[2].facts == {"heading": "Программа", "likely": "Програма"}


async def test_an_optional_heading_that_is_misspelt_is_a_warning() -> None:
    found = find_headings(PEOPLE, sheet("Люди", ("Код", "Поток", "Роли", "Отчество", "Регеон")))
    assert [(one.key, one.facts["likely"], one.warning) for one in found[1]] == [
        ("workbook-heading-near", "Регион", True)
    ]


async def test_of_two_equal_headings_the_first_is_read() -> None:
    reading = await read(sheet("Направления", (*DIRECTIONS, "Название"), ("ИИ", "ШМ", "ИИ", "другое")))
    assert said(reading) == [(2, ROW)]
    assert problems(reading) == [("workbook-heading-twice", "Направления", 1, "Название", True)]


@pytest.mark.parametrize(
    ("title", "key", "warning"),
    [
        ("Програма", "workbook-sheet-near", False),
        ("Свод", "workbook-sheet-unknown", True),
        ("Как заполнять", None, True),
    ],
)
async def test_an_unknown_sheet_is_named_and_a_misspelt_one_is_an_error(
    title: str, key: str | None, warning: bool
) -> None:
    reading = await read(sheet("Направления", DIRECTIONS), RawSheet(title, ()))
    assert [(one[0], one[1], one[4]) for one in problems(reading)] == ([(key, title, warning)] if key else [])


async def test_a_file_without_any_known_sheet_is_an_error() -> None:
    reading = await read(RawSheet("Лист1", ()))
    assert problems(reading) == [
        ("workbook-sheet-unknown", "Лист1", 0, "", True),
        ("workbook-sheets-missing", "", 0, "", False),
    ]


async def test_the_version_the_file_was_made_from_is_read() -> None:
    reading = await read(
        sheet("Как заполнять", ("Правила",), ("Версия программы", "ШМ-5: 3; ШМК: 2025: 12; вздор"))
    )
    assert reading.stamp == {"ШМ-5": 3, "ШМК: 2025": 12}


@pytest.mark.parametrize("one", SHEETS, ids=lambda one: one.title)
def test_examples_of_every_sheet_can_be_read(one: Any) -> None:
    for column in one.columns:
        if column.example:
            assert column.cell.read(column.example) not in ("", None, ()), column.heading


@pytest.mark.parametrize("one", SHEETS, ids=lambda one: one.title)
def test_every_sheet_begins_with_a_code_whose_example_is_marked(one: Any) -> None:
    assert one.columns[0] is one.codes[0]
    assert one.columns[0].example.startswith("Пример")


def test_what_a_column_refers_to_is_a_kind_of_some_sheet() -> None:
    kinds = {kind for one in SHEETS for kind in one.kinds}
    refers = {column.refers for one in SHEETS for column in one.columns if column.refers}
    assert refers <= kinds


def test_headings_of_a_sheet_are_never_ambiguous() -> None:
    for one in SHEETS:
        names = [name for column in one.columns for name in column.names]
        assert len(set(names)) == len(names), one.title
