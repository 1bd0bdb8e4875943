from hypothesis import given
from hypothesis import strategies as st

from bot.shared.records import Ident, Record
from bot.workbook.diff import Change, Difference, compare, difference, merged

fields = st.dictionaries(st.sampled_from(["title", "room", "day"]), st.integers(0, 2) | st.none(), max_size=3)
records = st.builds(lambda code, said: Record("event", (code,), said), st.sampled_from("абвгд"), fields)


def by_ident(listed: list[Record]) -> dict[Ident, Record]:
    return {record.ident: record for record in listed}


sets = st.lists(records, max_size=6).map(by_ident)


def event(code: str, **said: int | str | None) -> Record:
    return Record("event", (code,), said)


def test_a_difference_names_what_is_new_changed_missing_and_the_same() -> None:
    current = by_ident([event("1", title="a", room="x"), event("2", title="b"), event("3", title="c")])
    found = difference(current, [event("1", title="A"), event("2", title="b"), event("4", title="d")])
    assert found == Difference(
        added=(event("4", title="d"),),
        changed=(
            Change(event("1", title="a", room="x"), event("1", title="A", room="x"), {"title": ("a", "A")}),
        ),
        missing=(event("3", title="c"),),
        same=1,
    )


def test_a_field_that_is_not_mentioned_is_no_change_and_an_empty_one_is() -> None:
    old = event("1", title="a", room="x")
    assert compare(old, event("1", title="a")) is None
    assert compare(old, event("1", room="")) == Change(
        old, event("1", title="a", room=""), {"room": ("x", "")}
    )


def test_a_code_typed_in_another_way_is_the_same_record() -> None:
    found = difference(by_ident([event("М-1", title="a")]), [event("m–1", title="a")])
    assert (found.added, found.changed, found.missing, found.same) == ((), (), (), 1)


@given(sets)
def test_nothing_differs_from_itself(current: dict[Ident, Record]) -> None:
    assert difference(current, current.values()) == Difference(same=len(current))


@given(sets, sets)
def test_after_merging_nothing_is_left_to_change(
    current: dict[Ident, Record], incoming: dict[Ident, Record]
) -> None:
    after = merged(current, incoming.values())
    left = difference(after, incoming.values())
    assert (left.added, left.changed) == ((), ())
    assert set(after) == set(current) | set(incoming)


@given(sets, st.permutations("абвгд"))
def test_the_order_of_records_does_not_matter(current: dict[Ident, Record], order: list[str]) -> None:
    incoming = [event(code, title=1) for code in order]
    found = difference(current, incoming)
    other = difference(current, sorted(incoming, key=lambda record: record.codes))
    assert set(map(repr, found.added)) == set(map(repr, other.added))
    assert set(map(repr, found.changed)) == set(map(repr, other.changed))
    assert (found.missing, found.same) == (other.missing, other.same)
