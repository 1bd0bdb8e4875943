"""Whom a new edition concerns and with what: tables, and properties over random programmes."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.publishing.affected import (
    EventChange,
    Kind,
    ModuleChange,
    belongs_to,
    differences,
    first_moment,
    last_moment,
    personal_changes,
)
from bot.publishing.model import BusFacts, EditionFacts, EventFacts, Gathering, ModuleFacts
from bot.schedule.model import Event, Module
from bot.schedule.own import Belonging, Listener, is_own
from tests.schedule.builders import SENEZH, TYUMEN, changed, event

TUESDAY = date(2025, 11, 18)
NOW = datetime(2025, 11, 18, 4, 0, tzinfo=UTC)
"""09:00 at the venue in Tyumen."""
LECTURE = event(1, TUESDAY, "10:00", "11:00")
OVER = event(2, TUESDAY, "08:00", "09:00")
RUNNING = event(3, TUESDAY, "08:30", "09:30")
BUS = BusFacts(7, "Автобус 1", "А000АА 72", time(13, 45), "Вход")
INNER = Gathering("Вход", "+7", "Паспорт")


def edition(*events: Event | EventFacts, module: Module = TYUMEN, **module_facts: object) -> EditionFacts:
    """Return an edition with one module and these events."""
    facts = [one if isinstance(one, EventFacts) else EventFacts(one) for one in events]
    return EditionFacts(
        {module.id: ModuleFacts(module, **module_facts)},  # type: ignore[arg-type]  # named by the test
        {one.event.id: one for one in facts},
    )


def listener(seats: frozenset[int] = frozenset(), **belonging: object) -> Listener:
    """Return somebody who belongs to these."""
    own = Belonging(**belonging)  # type: ignore[arg-type]  # the test names fields of Belonging
    return Listener(1, None, own, seats, entered=True, reachable=True)


def kinds(old: EditionFacts, new: EditionFacts, who: Listener | None = None) -> list[tuple[int, list[str]]]:
    """Return by event in which ways somebody is concerned; 0 stands for the module."""
    found = personal_changes(differences(old, new, NOW), who or listener())
    return [
        (0, []) if isinstance(one, ModuleChange) else (one.event.id, [kind.value for kind in one.kinds])
        for one in found
    ]


LATER = changed(
    LECTURE,
    starts_at=LECTURE.starts_at + timedelta(minutes=20),
    ends_at=LECTURE.ends_at + timedelta(minutes=20),
)
CASES: list[tuple[str, Event | None, Event | None, list[str]]] = [
    ("the same", LECTURE, LECTURE, []),
    ("moved", LECTURE, LATER, ["moved"]),
    ("longer", LECTURE, changed(LECTURE, ends_at=LECTURE.ends_at + timedelta(minutes=5)), ["moved"]),
    ("another day", LECTURE, event(1, TUESDAY + timedelta(days=1), "10:00", "11:00"), ["moved"]),
    ("room", LECTURE, changed(LECTURE, room="Малый зал"), ["room"]),
    ("speaker", LECTURE, changed(LECTURE, speaker="Глава города"), ["speaker"]),
    ("title", LECTURE, changed(LECTURE, title="Стратегия"), ["title"]),
    ("link", LECTURE, changed(LECTURE, online="https://example.org"), ["online"]),
    ("two at once", LECTURE, changed(LATER, room="Малый зал"), ["moved", "room"]),
    ("cancelled", LECTURE, changed(LECTURE, cancelled=True), ["cancelled"]),
    ("cancelled and moved", LECTURE, changed(LATER, cancelled=True), ["cancelled"]),
    ("brought back", changed(LECTURE, cancelled=True), LECTURE, ["restored"]),
    ("cancelled before and after", changed(LECTURE, cancelled=True), changed(LATER, cancelled=True), []),
    ("new", None, LECTURE, ["new"]),
    ("new and cancelled", None, changed(LECTURE, cancelled=True), []),
    ("removed", LECTURE, None, ["removed"]),
    ("removed when cancelled", changed(LECTURE, cancelled=True), None, []),
    ("over in both", OVER, changed(OVER, room="Малый зал"), []),
    ("over, removed", OVER, None, []),
    ("running", RUNNING, changed(RUNNING, room="Малый зал"), ["room"]),
    ("over, but moved to later", OVER, event(2, TUESDAY, "15:00", "16:00"), ["moved"]),
    ("ahead, but moved to the past", LECTURE, event(1, TUESDAY, "07:00", "08:00"), ["moved"]),
    ("only whom it is for, but the reader stays", changed(LECTURE, groups=("1",)), LECTURE, []),
    ("another's no more", changed(LECTURE, groups=("2",)), LECTURE, ["new"]),
    ("another's now", LECTURE, changed(LECTURE, groups=("2",)), ["removed"]),
    ("another's before and after", changed(LECTURE, groups=("2",)), changed(LATER, groups=("2",)), []),
]


@pytest.mark.parametrize(("old", "new", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_in_which_way_an_event_concerns_somebody_of_group_1(
    old: Event | None, new: Event | None, expected: list[str]
) -> None:
    before, after = (edition(one) if one else edition() for one in (old, new))
    found = [one[1] for one in kinds(before, after, listener(group="1"))]
    assert found == ([expected] if expected else [])


def test_whoever_has_a_place_or_waits_for_one_is_told_whatever_their_group() -> None:
    others = changed(LECTURE, groups=("2",))
    placed = replace(listener(group="1"), places=frozenset({LECTURE.id}))
    assert kinds(edition(others), edition(changed(others, cancelled=True)), placed) == [(1, ["cancelled"])]
    assert kinds(edition(others), edition(changed(others, cancelled=True)), listener(group="1")) == []


@pytest.mark.parametrize("minutes", [-1, 0, 1])
def test_an_event_is_over_at_its_very_end(minutes: int) -> None:
    ends = changed(OVER, ends_at=NOW + timedelta(minutes=minutes))
    assert bool(kinds(edition(ends), edition(changed(ends, room="Б")))) == (minutes > 0)


def test_facts_of_an_excursion_concern_everybody_and_a_bus_only_those_who_sit_in_it() -> None:
    old = edition(EventFacts(LECTURE, INNER, (BUS,)))
    elsewhere = edition(EventFacts(LECTURE, replace(INNER, meeting_point="Парковка"), (BUS,)))
    earlier = edition(EventFacts(LECTURE, INNER, (replace(BUS, departs=time(13, 30)),)))
    gone = edition(EventFacts(LECTURE, INNER))
    rider = listener(frozenset({7}))
    assert kinds(old, elsewhere) == [(1, ["excursion"])]
    assert kinds(old, earlier) == kinds(old, gone) == []
    assert kinds(old, earlier, rider) == kinds(old, gone, rider) == [(1, ["bus"])]


@pytest.mark.parametrize(
    "facts",
    [
        {"module": replace(TYUMEN, venue_title="Дом правительства")},
        {"module": replace(TYUMEN, ends_on=date(2025, 11, 22))},
        {"module": replace(TYUMEN, title="Другое")},
        {"address": "ул. Республики, 142"},
        {"way": "Автобус 25"},
        {"bring": "Паспорт"},
    ],
)
def test_a_changed_venue_or_module_concerns_those_with_own_events_ahead_there(
    facts: dict[str, object],
) -> None:
    own = changed(LECTURE, groups=("1",))
    old, new = edition(own), edition(own, **facts)  # type: ignore[arg-type]  # named by the test
    assert kinds(old, new, listener(group="1")) == [(0, [])]
    assert kinds(old, new, listener(group="2")) == []
    assert kinds(edition(OVER), edition(OVER, **facts)) == []  # type: ignore[arg-type]  # named by the test


def test_the_duty_phone_of_a_venue_is_no_reason_to_write() -> None:
    assert kinds(edition(LECTURE), edition(LECTURE, module=replace(TYUMEN, duty_phone="+7"))) == []


def test_changes_come_in_the_order_of_time_whatever_the_order_of_events() -> None:
    late, early = event(8, TUESDAY, "15:00", "16:00"), event(9, TUESDAY, "12:00", "13:00")
    new = edition(*(changed(one, room="Б") for one in (late, LECTURE, early)))
    found = personal_changes(differences(edition(late, early, LECTURE), new, NOW), listener())
    assert [one.event.id for one in found if isinstance(one, EventChange)] == [1, 9, 8]
    assert (first_moment(found, NOW), last_moment(found)) == (LECTURE.starts_at, late.ends_at)


def test_what_happens_first_is_the_old_beginning_or_the_new_one() -> None:
    earlier = event(1, TUESDAY, "09:30", "10:30")
    for old, new in ((LECTURE, earlier), (earlier, LECTURE)):
        found = personal_changes(differences(edition(old), edition(new), NOW), listener())
        assert first_moment(found, NOW) == earlier.starts_at


GROUPS = st.sampled_from([(), ("1",), ("2",), ("1", "2")])
EVENTS = st.builds(
    lambda ident, day, hour, lasts, room, groups, off: changed(
        event(ident, TUESDAY + timedelta(days=day), f"{hour:02}:00", f"{hour:02}:{lasts}", title="Занятие"),
        room=room,
        groups=groups,
        cancelled=off,
    ),
    st.integers(1, 6),
    st.integers(-1, 1),
    st.integers(6, 20),
    st.integers(10, 59),
    st.sampled_from(["", "А", "Б"]),
    GROUPS,
    st.booleans(),
)
EDITIONS = st.lists(EVENTS, max_size=6).map(lambda events: edition(*events))
WHO = st.builds(lambda group: listener(group=group), st.sampled_from(["", "1", "2", "3"]))


@given(EDITIONS, WHO)
def test_an_edition_concerns_nobody_by_itself(same: EditionFacts, who: Listener) -> None:
    assert personal_changes(differences(same, same, NOW), who) == ()


@given(EDITIONS, EDITIONS, WHO)
def test_only_own_events_are_told_of_and_never_one_that_is_over_or_looks_the_same(
    old: EditionFacts, new: EditionFacts, who: Listener
) -> None:
    for one in personal_changes(differences(old, new, NOW), who):
        assert isinstance(one, EventChange)
        assert all(is_own(version, who.belonging) for version in one.versions)
        assert any(version.ends_at > NOW for version in one.versions)
        assert any(not version.cancelled for version in one.versions)
        assert one.old != one.new


@given(EDITIONS, EDITIONS, WHO)
def test_the_way_back_tells_of_the_same_events(old: EditionFacts, new: EditionFacts, who: Listener) -> None:
    there, back = (personal_changes(differences(*pair, NOW), who) for pair in ((old, new), (new, old)))
    assert {one.event.id for one in there if isinstance(one, EventChange)} == {
        one.event.id for one in back if isinstance(one, EventChange)
    }
    mirrored = {Kind.NEW: Kind.REMOVED, Kind.REMOVED: Kind.NEW}
    mirrored |= {Kind.CANCELLED: Kind.RESTORED, Kind.RESTORED: Kind.CANCELLED}
    said = {one.event.id: one.kinds for one in back if isinstance(one, EventChange)}
    for one in there:
        assert isinstance(one, EventChange)
        assert said[one.event.id] == tuple(mirrored.get(kind, kind) for kind in one.kinds)


@given(EDITIONS, EDITIONS, WHO, WHO)
def test_whoever_belongs_to_the_same_is_told_the_same(
    old: EditionFacts, new: EditionFacts, one: Listener, other: Listener
) -> None:
    found = differences(old, new, NOW)
    if belongs_to(one) == belongs_to(other):
        assert personal_changes(found, one) == personal_changes(found, other)


@given(EDITIONS, EDITIONS)
def test_who_belongs_to_nothing_hears_only_of_what_is_for_everybody(
    old: EditionFacts, new: EditionFacts
) -> None:
    for one in personal_changes(differences(old, new, NOW), listener()):
        assert isinstance(one, EventChange)
        assert all(not version.groups for version in one.versions)


def test_events_of_another_module_do_not_make_a_module_concern_somebody() -> None:
    elsewhere = event(5, date(2025, 10, 21), "10:00", "11:00", SENEZH)
    old = EditionFacts({one.id: ModuleFacts(one) for one in (SENEZH, TYUMEN)}, {5: EventFacts(elsewhere)})
    new = EditionFacts({**old.modules, TYUMEN.id: ModuleFacts(replace(TYUMEN, title="Другое"))}, old.events)
    assert kinds(old, new) == []
