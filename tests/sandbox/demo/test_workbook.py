"""The demonstration's sheets, for any day: complete, without doubles, every reference known."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from hypothesis import given, settings

from bot.sandbox.demo.workbook import demo_workbook
from bot.shared.records import fold
from bot.workbook.cells import Look
from bot.workbook.columns import EXAMPLE_MARK, Sheet
from bot.workbook.sheets import SHEETS
from tests.sandbox.demo.placing import TODAY, days, rows_of

OWN_SHEET = {kind: sheet for sheet in SHEETS for kind in sheet.kinds}


def codes(value: object) -> Iterable[str]:
    return [part.strip() for part in str(value).split(";")] if value else []


def named(sheet: Sheet, today: date) -> frozenset[str]:
    return frozenset(fold(str(row[sheet.codes[0].heading])) for row in rows_of(sheet.title, today))


def test_the_sheets_are_those_of_the_workbook_in_its_order() -> None:
    assert list(demo_workbook(TODAY)) == [sheet.title for sheet in SHEETS]


def test_every_cell_stands_in_a_known_column() -> None:
    unknown = {
        (sheet.title, heading)
        for sheet in SHEETS
        for row in rows_of(sheet.title)
        for heading in row
        if heading not in {column.heading for column in sheet.columns}
    }
    assert unknown == set()


def test_every_required_cell_is_filled() -> None:
    blank = [
        (sheet.title, row, column.heading)
        for sheet in SHEETS
        for row in rows_of(sheet.title)
        for column in sheet.columns
        if column.required and row.get(column.heading) in (None, "")
    ]
    assert blank == []


def test_choices_are_typed_as_the_drop_downs_offer_them() -> None:
    typed = [
        (sheet.title, row[column.heading])
        for sheet in SHEETS
        for row in rows_of(sheet.title)
        for column in sheet.columns
        if column.cell.options and column.heading in row and row[column.heading] not in column.cell.options
    ]
    assert typed == []


def test_no_row_names_itself_like_another_or_like_an_example() -> None:
    for sheet in SHEETS:
        keys = [
            tuple(fold(str(row[column.heading])) for column in sheet.codes) for row in rows_of(sheet.title)
        ]
        assert [key for key, count in Counter(keys).items() if count > 1] == []
        assert [key for key in keys if key[0].startswith(fold(EXAMPLE_MARK))] == []


@settings(max_examples=15, deadline=None)
@given(today=days)
def test_every_reference_is_known(today: date) -> None:
    known = {kind: named(sheet, today) for kind, sheet in OWN_SHEET.items()}
    unknown = [
        (sheet.title, column.heading, code)
        for sheet in SHEETS
        for column in sheet.columns
        if column.refers
        for row in rows_of(sheet.title, today)
        for code in codes(row.get(column.heading))
        if fold(code) not in known[column.refers]
    ]
    assert unknown == []


@settings(max_examples=15, deadline=None)
@given(today=days)
def test_the_same_day_gives_equal_rows_that_nobody_else_holds(today: date) -> None:
    one, other = demo_workbook(today), demo_workbook(today)
    assert one == other
    for rows in one.values():
        for row in rows:
            row.clear()
    assert demo_workbook(today) == other


@settings(max_examples=15, deadline=None)
@given(today=days)
def test_another_day_moves_every_date_and_nothing_else(today: date) -> None:
    later = demo_workbook(today + timedelta(days=3))
    for title, rows in demo_workbook(today).items():
        assert [{key: moved(value) for key, value in row.items()} for row in rows] == later[title]


def moved(value: object) -> object:
    return value + timedelta(days=3) if isinstance(value, date) else value


def test_dates_times_and_moments_are_no_text() -> None:
    looks = {Look.DATE: date, Look.TIME: time, Look.MOMENT: datetime}
    wrong = [
        (sheet.title, column.heading, row[column.heading])
        for sheet in SHEETS
        for column in sheet.columns
        if column.cell.look in looks
        for row in rows_of(sheet.title)
        if column.heading in row and type(row[column.heading]) is not looks[column.cell.look]
    ]
    assert wrong == []
