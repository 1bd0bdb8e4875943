"""What an older file takes back, cell by cell."""

from datetime import date

from bot.shared.records import Ident, Record, Value
from bot.workbook.diff import Difference, compare
from bot.workbook.examination import Examination, State
from bot.workbook.prints import print_rows, read_prints
from bot.workbook.reader import RawRow, RawSheet
from bot.workbook.threeway import find_reverts


def edition(**fields: Value) -> dict[Ident, Record]:
    record = Record("event", ("З-1",), fields)
    return {record.ident: record}


def reverts(
    base: dict[Ident, Record], present: dict[Ident, Record], file: dict[Ident, Record]
) -> list[tuple[str, Value, Value]]:
    examination = Examination((), Difference(), {"Ш5": file}, {}, {"Ш5": 1}, 0)
    found = find_reverts(State(editions={"Ш5": present}), examination, {"ш5": base}, {})
    return [(revert.field, revert.old, revert.present) for revert in found]


def test_a_cell_changed_since_and_left_alone_in_the_file_is_taken_back() -> None:
    base, present = edition(room="1", title="А"), edition(room="2", title="А")
    assert reverts(base, present, base) == [("room", "1", "2")]


def test_a_cell_the_file_changes_on_purpose_is_none() -> None:
    base, present = edition(room="1", title="А"), edition(room="2", title="А")
    assert reverts(base, present, edition(room="3", title="Б")) == []


def test_where_nobody_has_edited_since_nothing_is_taken_back() -> None:
    base = edition(room="1", title="А")
    assert reverts(base, base, edition(room="1", title="Б")) == []


def test_the_same_change_on_both_sides_is_none() -> None:
    assert reverts(edition(room="1"), edition(room="2"), edition(room="2")) == []


def test_a_row_that_is_gone_since_is_named_whole() -> None:
    assert reverts(edition(room="1"), {}, edition(room="1")) == [("", None, None)]


def test_a_row_that_is_new_in_the_file_is_none() -> None:
    assert reverts({}, {}, edition(room="1")) == []


def person(**fields: Value) -> Record:
    return Record("person", ("Ч-1",), fields)


async def taken_back(
    made_from: Record | None, present: Record | None, file: Record
) -> list[tuple[str, Value, Value]]:
    """What a file takes back of a person, by the prints it has of what it was made from."""
    rows = print_rows([made_from] if made_from else [])
    sheet = RawSheet("Как было", tuple(RawRow(1, tuple(cells.values())) for cells in rows))
    change = compare(present, file) if present else None
    difference = Difference(() if present else (file,), (change,) if change else ())
    examination = Examination((), difference, {}, {}, {}, 0)
    found = find_reverts(State(), examination, {}, await read_prints(sheet))
    return [(revert.field, revert.old, revert.present) for revert in found]


async def test_a_fact_changed_since_and_left_alone_in_the_file_is_taken_back() -> None:
    old, now = person(phone="+7", left_on=None), person(phone="+7", left_on=date(2025, 11, 18))
    assert await taken_back(old, now, old) == [("left_on", None, date(2025, 11, 18))]


async def test_a_fact_the_file_changes_on_purpose_is_none() -> None:
    old, now = person(phone="1", name="А"), person(phone="2", name="А")
    assert await taken_back(old, now, person(phone="3", name="Б")) == []
    assert await taken_back(old, now, person(phone="1", name="Б")) == [("phone", "1", "2")]


async def test_a_person_who_is_gone_since_is_named_whole_and_a_new_one_is_none() -> None:
    assert await taken_back(person(phone="1"), None, person(phone="1")) == [("", None, None)]
    assert await taken_back(None, None, person(phone="1")) == []


async def test_of_a_file_without_prints_nothing_is_known() -> None:
    assert await taken_back(None, person(phone="2"), person(phone="1")) == []
