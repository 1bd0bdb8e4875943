"""What an older file takes back, cell by cell."""

from bot.shared.records import Ident, Record, Value
from bot.workbook.diff import Difference
from bot.workbook.examination import Examination, State
from bot.workbook.threeway import find_reverts


def edition(**fields: Value) -> dict[Ident, Record]:
    record = Record("event", ("З-1",), fields)
    return {record.ident: record}


def reverts(
    base: dict[Ident, Record], present: dict[Ident, Record], file: dict[Ident, Record]
) -> list[tuple[str, Value, Value]]:
    examination = Examination((), Difference(), {"Ш5": file}, {}, {"Ш5": 1}, 0)
    found = find_reverts(State(editions={"Ш5": present}), examination, {"ш5": base})
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
