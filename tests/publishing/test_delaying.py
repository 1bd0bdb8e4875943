"""Shifting the rest of a day, and carrying a change of times over to a draft and back."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.publishing.delaying import later, plan_shift, rest_of_day, shifted_facts, shifted_records
from bot.publishing.model import BusFacts, EventFacts
from bot.publishing.rebasing import carried
from bot.publishing.touched import touched
from bot.schedule.kinds import EventKind
from bot.shared.errors import Refusal
from bot.shared.records import Ident, Record, Value
from tests.publishing.test_affected import edition
from tests.schedule.builders import TYUMEN, changed, event

TUESDAY = date(2025, 11, 18)
NOW = datetime(2025, 11, 18, 9, 30, tzinfo=UTC)
"""14:30 at the venue."""
RUNNING = event(1, TUESDAY, "14:00", "14:50")
FIRST = event(2, TUESDAY, "15:00", "15:50")
BUS_RIDE = changed(event(3, TUESDAY, "16:00", "16:50"), kind=EventKind.TRANSFER)
LAST = event(4, TUESDAY, "23:00", "23:50")
DAY = edition(RUNNING, LAST, BUS_RIDE, FIRST)


def test_the_rest_is_what_has_not_begun_and_is_not_cancelled_today() -> None:
    begins_now = event(5, TUESDAY, "14:30", "15:00")
    off = changed(event(6, TUESDAY, "17:00", "18:00"), cancelled=True)
    tomorrow = event(7, TUESDAY + timedelta(days=1), "09:00", "10:00")
    whole = edition(RUNNING, LAST, BUS_RIDE, FIRST, begins_now, off, tomorrow)
    assert rest_of_day(whole, TYUMEN, TUESDAY, NOW) == (FIRST, BUS_RIDE, LAST)


def test_transfers_move_unless_they_are_left_out_and_then_they_may_clash() -> None:
    rest = rest_of_day(DAY, TYUMEN, TUESDAY, NOW)
    all_of_it = plan_shift(DAY, TYUMEN, rest, 20, False, NOW)
    without = plan_shift(DAY, TYUMEN, rest, 20, True, NOW)
    assert (all_of_it.moved, all_of_it.clashes) == (rest, ())
    assert without.moved == (FIRST, LAST)
    assert [(one.shifted.id, one.other.id) for one in without.clashes] == [(2, 3)]
    assert all_of_it.fixed == without.fixed == (BUS_RIDE,)


def test_who_is_in_another_group_is_in_nobodys_way() -> None:
    one, other = changed(FIRST, groups=("1",)), changed(BUS_RIDE, groups=("2",))
    whole = edition(one, other)
    assert plan_shift(whole, TYUMEN, (one, other), 20, True, NOW).clashes == ()


@pytest.mark.parametrize(("minutes", "past"), [(10, []), (11, [4]), (20, [4])])
def test_going_past_midnight_is_told(minutes: int, past: list[int]) -> None:
    found = plan_shift(DAY, TYUMEN, (FIRST, BUS_RIDE, LAST), minutes, False, NOW)
    assert [one.id for one in found.past_midnight] == past


@pytest.mark.parametrize("minutes", [-30, -31])
def test_nothing_begins_before_now(minutes: int) -> None:
    if minutes == -30:
        assert plan_shift(DAY, TYUMEN, (FIRST,), minutes, False, NOW).moved == (FIRST,)
        return
    with pytest.raises(Refusal):
        plan_shift(DAY, TYUMEN, (FIRST,), minutes, False, NOW)


def test_nothing_leaves_the_days_of_the_module() -> None:
    friday = event(9, date(2025, 11, 21), "23:30", "23:50")
    with pytest.raises(Refusal):
        plan_shift(edition(friday), TYUMEN, (friday,), 30, False, NOW)
    with pytest.raises(Refusal):
        plan_shift(edition(BUS_RIDE), TYUMEN, (BUS_RIDE,), 20, True, NOW)


def test_an_event_that_begins_after_midnight_belongs_to_the_next_day() -> None:
    assert later(LAST, 60).day == TUESDAY + timedelta(days=1)
    assert later(LAST, 59).day == TUESDAY


def test_the_buses_of_a_shifted_event_depart_as_much_later() -> None:
    bus = BusFacts(7, "Автобус 1", "", time(14, 45), "")
    whole = edition(EventFacts(FIRST, None, (bus,)), EventFacts(LAST, None, (replace(bus, id=8),)))
    shifted = shifted_facts(whole, [FIRST], 20)
    assert shifted.events[2].event == later(FIRST, 20)
    assert shifted.events[2].buses == (replace(bus, departs=time(15, 5)),)
    assert shifted.events[4] == whole.events[4]


def record(kind: str, code: str, **fields: Value) -> Record:
    return Record(kind, (code,), fields)


def lesson(code: str, starts: time, ends: time, **fields: Value) -> Record:
    hours: dict[str, Value] = {"module": "м", "day": TUESDAY, "starts": starts, "ends": ends}
    return record("event", code, **hours, **fields)


def content(*records: Record) -> dict[Ident, Record]:
    ground = (
        record("venue", "т", zone="Asia/Yekaterinburg"),
        record("module", "м", venue="т", starts_on=date(2025, 11, 17), ends_on=date(2025, 11, 21)),
    )
    return {one.ident: one for one in (*ground, *records)}


OLD = content(
    lesson("a", time(15), time(16)),
    lesson("b", time(16), time(17)),
    record("bus", "x", event="a", departs=time(14, 45)),
)
NEW = shifted_records(OLD, {"a", "b"}, 20, "Asia/Yekaterinburg")


def test_records_and_their_buses_are_shifted() -> None:
    assert (
        content(
            lesson("a", time(15, 20), time(16, 20)),
            lesson("b", time(16, 20), time(17, 20)),
            record("bus", "x", event="a", departs=time(15, 5)),
        )
        == NEW
    )


def test_a_time_the_clocks_skip_is_refused() -> None:
    spring: dict[str, Value] = {"day": date(2026, 3, 29), "starts": time(1, 50), "ends": time(3, 30)}
    with pytest.raises(Refusal):
        shifted_records(content(record("event", "a", module="м", **spring)), {"a"}, 20, "Europe/Berlin")


def test_a_draft_follows_where_its_times_are_still_the_old_ones() -> None:
    draft = OLD | content(
        lesson("a", time(15), time(16), room="Б"),
        lesson("b", time(16, 30), time(17)),
        lesson("c", time(15), time(16)),
    )
    assert carried(draft, OLD, NEW) == draft | content(
        lesson("a", time(15, 20), time(16, 20), room="Б"),
        record("bus", "x", event="a", departs=time(15, 5)),
    )


def test_a_draft_outside_whose_module_an_event_would_fall_keeps_it() -> None:
    night = content(lesson("a", time(23, 50), time(0, 30)))
    shifted = shifted_records(night, {"a"}, 20, "Asia/Yekaterinburg")
    short = record("module", "м", venue="т", starts_on=TUESDAY, ends_on=TUESDAY)
    draft = night | {short.ident: short}
    assert carried(draft, night, shifted) == draft


HOURS = st.integers(0, 21).map(time)
LESSONS = st.lists(st.tuples(HOURS, st.integers(1, 2)), min_size=1, max_size=4).map(
    lambda hours: content(
        *(lesson(str(at), start, time(start.hour + length)) for at, (start, length) in enumerate(hours))
    )
)


@given(LESSONS, st.integers(-180, 180))
def test_what_was_carried_there_is_carried_back(whole: dict[Ident, Record], minutes: int) -> None:
    codes = {ident[1] for ident in whole if ident[0] == "event"}
    shifted = shifted_records(whole, codes, minutes, "Asia/Yekaterinburg")
    assert carried(whole, whole, shifted) == shifted
    assert carried(shifted, shifted, whole) == whole
    assert shifted_records(shifted, codes, -minutes, "Asia/Yekaterinburg") == whole


@given(LESSONS, LESSONS)
def test_touched_events_are_the_same_both_ways(one: dict[Ident, Record], other: dict[Ident, Record]) -> None:
    there, back = touched(one, other), touched(other, one)
    assert (there.changed, there.added, there.removed, there.days) == (
        back.changed,
        back.removed,
        back.added,
        back.days,
    )
    assert touched(one, one).every == frozenset()


@pytest.mark.parametrize(
    ("changes", "expected", "days"),
    [
        ([lesson("a", time(15), time(16), room="Б")], {"a"}, set()),
        ([record("bus", "x", event="a", departs=time(14))], {"a"}, set()),
        ([record("bus", "y", event="b", departs=None)], {"b"}, set()),
        ([record("excursion", "a", meeting_point="Вход")], {"a"}, set()),
        ([record("venue", "т", zone="Asia/Yekaterinburg", address="ул. Республики")], {"a", "b"}, {TUESDAY}),
    ],
)
def test_whatever_a_calendar_shows_of_an_event_touches_it(
    changes: list[Record], expected: set[str], days: set[date]
) -> None:
    new = OLD | {one.ident: one for one in changes}
    assert touched(OLD, new).changed == expected
    assert touched(OLD, new).days == days


def test_a_day_is_touched_by_its_first_event_alone() -> None:
    first = content(lesson("a", time(9), time(10)), lesson("b", time(12), time(13)))
    later = content(lesson("a", time(9), time(10)), lesson("b", time(14), time(15)))
    sooner = content(lesson("a", time(9), time(10)), lesson("b", time(8), time(9)))
    without = content(lesson("a", time(9), time(10), cancelled=True), lesson("b", time(12), time(13)))
    assert touched(first, later).days == set()
    assert touched(first, sooner).days == {TUESDAY}
    assert touched(first, without).days == {TUESDAY}
