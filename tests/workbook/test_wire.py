"""What goes to another process or is kept of an import comes back as it was."""

import json
from datetime import date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from bot.shared.records import Record, Value
from bot.workbook.wire import from_wire, record_from_wire, record_to_wire, to_wire

VALUES: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.lists(st.text()).map(tuple),
)


@given(VALUES)
def test_a_value_comes_back(value: Value) -> None:
    found = from_wire(json.loads(json.dumps(to_wire(value))))
    assert (found, type(found)) == (value, type(value))


def test_a_record_comes_back() -> None:
    record = Record(
        "event",
        ("З-1",),
        {"day": date(2025, 11, 18), "starts": time(9, 10), "groups": ("1", "2"), "capacity": None},
    )
    moment = Record("travel", ("Л-1", "М-1"), {"arrives": datetime(2025, 11, 16, 21, 40)})  # noqa: DTZ001  (a wall clock has no zone)
    for one in (record, moment):
        assert record_from_wire(json.loads(json.dumps(record_to_wire(one)))) == one
