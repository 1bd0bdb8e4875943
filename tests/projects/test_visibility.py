"""Who sees what of a project."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.people.model import Assistance, Enrolment, Person, Role, Visitor
from bot.programme.model import Stream
from bot.projects.visibility import (
    Place,
    Sight,
    in_team,
    mentors_it,
    oversees,
    require_all,
    require_title,
    sight,
)
from bot.shared.errors import NotAllowed, OutOfDate

DAY = date(2025, 11, 17)
OURS, OTHERS = 5, 6
PLACE = Place(OURS, "К1")
ANNA = Person(1, "Ч1", "Иванова", "Анна", "", "", "", "", None, "")


def stream(number: int) -> Stream:
    """Return a stream."""
    return Stream(number, f"Ш{number}", "Поток", "Школа", DAY, DAY, "", None)


def visitor(
    *parts: tuple[int, set[Role], str], consented: bool = True, administrator: bool = False
) -> Visitor:
    """Return somebody with parts (stream, roles, team)."""
    enrolments = tuple(
        Enrolment(stream(number), frozenset(roles), "", "", team) for number, roles, team in parts
    )
    return Visitor(1, 1, "ru", ANNA, enrolments, administrator, consented)


P, L, M, G, STAFF = Role.PARTICIPANT, Role.TEAM_LEAD, Role.MENTOR, Role.GUIDE, Role.ORGANIZER


@pytest.mark.parametrize(
    ("who", "mentored", "seen"),
    [
        (visitor((OURS, {P}, "К1")), (), Sight.ALL),
        (visitor((OURS, {L}, "К1")), (), Sight.ALL),
        (visitor((OURS, {P}, "К2")), (), Sight.TITLE),
        (visitor((OURS, {L}, "К2")), (), Sight.TITLE),
        (visitor((OURS, {P}, "")), (), Sight.TITLE),
        (visitor((OTHERS, {P}, "К1")), (), Sight.NOTHING),
        (visitor((OTHERS, {STAFF}, "")), (), Sight.NOTHING),
        (visitor((OURS, {STAFF}, "")), (), Sight.ALL),
        (visitor((OURS, {M}, "")), (), Sight.TITLE),
        (visitor((OURS, {M}, "")), {"К2"}, Sight.TITLE),
        (visitor((OURS, {M}, "")), {"К1"}, Sight.ALL),
        (visitor((OURS, {M}, "К1")), (), Sight.TITLE),
        (visitor((OURS, {G}, "К1")), (), Sight.TITLE),
        (visitor((OURS, {P}, "К2")), {"К1"}, Sight.TITLE),
        (visitor((OTHERS, {M}, "")), {"К1"}, Sight.NOTHING),
        (visitor(administrator=True), (), Sight.ALL),
        (visitor((OURS, {P}, "К1"), consented=False), {"К1"}, Sight.NOTHING),
        (visitor((OURS, {STAFF}, ""), consented=False), (), Sight.NOTHING),
        (Visitor(9, 9, "ru"), {"К1"}, Sight.NOTHING),
        (Visitor(9, 9, "ru", administrator=True), (), Sight.ALL),
    ],
)  # fmt: skip
def test_each_sees_what_the_rule_allows(who: Visitor, mentored: set[str], seen: Sight) -> None:
    assert sight(who, PLACE, mentored) is seen


def test_an_assistant_sees_what_the_head_sees() -> None:
    head = replace(visitor((OURS, {P}, "К1")), assistance=Assistance(1, ANNA, True))
    assert sight(head, PLACE) is Sight.ALL


def test_who_left_the_stream_sees_nothing() -> None:
    assert sight(visitor(), PLACE) is Sight.NOTHING


def test_a_project_without_a_team_is_nobodys_own() -> None:
    assert sight(visitor((OURS, {P}, "")), Place(OURS, "")) is Sight.TITLE


def test_a_refusal_tells_others_of_the_stream_that_they_may_not_and_strangers_nothing() -> None:
    with pytest.raises(NotAllowed):
        require_all(visitor((OURS, {P}, "К2")), PLACE)
    for refuse in (require_all, require_title):
        with pytest.raises(OutOfDate):
            refuse(visitor((OTHERS, {P}, "К1")), PLACE)
    assert require_title(visitor((OURS, {P}, "К2")), PLACE) is Sight.TITLE
    require_all(visitor((OURS, {P}, "К1")), PLACE)


parts = st.tuples(
    st.sampled_from([OURS, OTHERS]),
    st.sets(st.sampled_from([P, L, M, G, STAFF]), min_size=1),
    st.sampled_from(["", "К1", "К2"]),
)


@given(
    st.lists(parts, max_size=2, unique_by=lambda part: part[0]),
    st.booleans(),
    st.booleans(),
    st.sets(st.sampled_from(["К1", "К2"])),
)
def test_all_is_seen_for_a_reason_only(
    of: list[tuple[int, set[Role], str]], consented: bool, administrator: bool, mentored: set[str]
) -> None:
    who = visitor(*of, consented=consented, administrator=administrator)
    reasons = in_team(who, PLACE) or oversees(who, OURS) or mentors_it(who, PLACE, mentored)
    assert (sight(who, PLACE, mentored) is Sight.ALL) == reasons
    assert sight(who, PLACE, mentored) is Sight.NOTHING or (consented and (administrator or bool(of)))
    inside = administrator or any(number == OURS for number, _, _ in of)
    assert (sight(who, PLACE, mentored) is Sight.NOTHING) == (not (consented and inside))
