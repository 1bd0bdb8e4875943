"""The plan becomes what the facts ask for."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.notices.model import Placed, Planned, State, Urgency, Wanted, written
from bot.notices.reconcile import Changes, reconcile

NOW = datetime(2025, 11, 18, 4, tzinfo=UTC)


def wanted(key: str, minutes: int = 30) -> Placed:
    due = NOW + timedelta(minutes=minutes)
    one = Wanted(key, "event-reminder", "event:1", due, due + timedelta(hours=1), "Asia/Omsk", 1, 7)
    return Placed(one, due, Urgency.DUE)


def row(row_id: int, placed: Placed, state: State = State.QUEUED, attempts: int = 0) -> Planned:
    one = placed.wanted
    return Planned(
        row_id,
        one.key,
        one.kind,
        state,
        one.due_at,
        placed.due_at,
        one.stale_after,
        one.happens_at,
        one.zone,
        written(one.params),
        attempts,
    )


def test_what_is_asked_for_is_added_and_what_nobody_asks_for_any_more_is_cancelled() -> None:
    kept, added, gone = wanted("kept"), wanted("added"), wanted("gone")
    changes = reconcile([kept, added], [row(1, kept), row(2, gone)], NOW)
    assert changes == Changes(add=(added,), move=(), cancel=(2,))


def test_what_was_sent_lapsed_or_is_being_sent_stays_as_it_is() -> None:
    for state in (State.SENT, State.LAPSED, State.SKIPPED, State.FAILED, State.CLAIMED):
        assert reconcile([wanted("a", 60)], [row(1, wanted("a"), state)], NOW) == Changes((), (), ())
        assert reconcile([], [row(1, wanted("a"), state)], NOW) == Changes((), (), ())


def test_what_was_cancelled_and_is_wanted_again_comes_back() -> None:
    one = wanted("a")
    assert reconcile([one], [row(1, one, State.CANCELLED)], NOW).move == ((1, one),)


def test_an_occasion_whose_moment_has_passed_is_not_planned_anew_but_one_that_waits_stays() -> None:
    late = wanted("a", -1)
    assert reconcile([late], [], NOW) == Changes((), (), ())
    assert reconcile([late], [row(1, late, State.CANCELLED)], NOW) == Changes((), (), ())
    assert reconcile([late], [row(1, late)], NOW) == Changes((), (), ())
    assert reconcile([wanted("a", 0)], [], NOW).add == (wanted("a", 0),)


def test_what_still_matters_when_it_is_late_is_planned_even_then() -> None:
    late = wanted("a", -60)
    lasting = replace(late, wanted=replace(late.wanted, even_late=True))
    assert reconcile([lasting], [], NOW).add == (lasting,)
    assert reconcile([lasting], [row(1, late, State.CANCELLED)], NOW).move == ((1, lasting),)
    assert reconcile([lasting], [row(1, late)], NOW) == Changes((), (), ())
    assert reconcile([lasting], [row(1, late, State.SENT)], NOW) == Changes((), (), ())


def test_a_moment_put_off_by_a_failed_attempt_is_not_brought_forward() -> None:
    one = wanted("a")
    put_off = replace(row(1, one, attempts=1), due_at=NOW + timedelta(hours=5))
    assert reconcile([one], [put_off], NOW) == Changes((), (), ())
    assert reconcile([one], [replace(put_off, attempts=0)], NOW).move == ((1, one),)


plans = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(-60, 600), max_size=8)
states = st.sampled_from(list(State))


histories = st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(st.integers(-60, 600), states))


@given(facts=plans, before=histories)
def test_planning_twice_changes_nothing_the_second_time(
    facts: dict[str, int], before: dict[str, tuple[int, State]]
) -> None:
    asked = [wanted(key, minutes) for key, minutes in facts.items()]
    table = {
        number: row(number, wanted(key, minutes), state)
        for number, (key, (minutes, state)) in enumerate(before.items())
    }
    changes = reconcile(asked, table.values(), NOW)
    for number, placed in changes.move:
        table[number] = row(number, placed)
    for number in changes.cancel:
        table[number] = replace(table[number], state=State.CANCELLED)
    for number, placed in enumerate(changes.add, start=100):
        table[number] = row(number, placed)
    assert reconcile(asked, table.values(), NOW) == Changes((), (), ())
    queued = {one.key for one in table.values() if one.state is State.QUEUED}
    assert queued <= facts.keys()
