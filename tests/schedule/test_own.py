from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.people.model import Enrolment, Role, Visitor
from bot.programme.model import Stream
from bot.schedule.own import Belonging, belonging_in, is_own, own_events
from tests.schedule.builders import TYUMEN, event

DAY = date(2025, 11, 18)
ANNA = Belonging(group="Группа А", direction="ИИ", team="К-7", buses={TYUMEN.id: ("Автобус 1", "ТМН-А1")})
NOBODY = Belonging()

CASES: list[tuple[dict[str, list[str]], Belonging, bool]] = [
    ({}, ANNA, True),
    ({}, NOBODY, True),
    ({"groups": ["Группа А"]}, ANNA, True),
    ({"groups": ["группа а", "Группа Б"]}, ANNA, True),
    ({"groups": ["Группа Б"]}, ANNA, False),
    ({"groups": ["Группа А"]}, NOBODY, False),
    ({"directions": ["ии"]}, ANNA, True),
    ({"directions": ["Экспорт"]}, ANNA, False),
    ({"teams": ["К-7"]}, ANNA, True),
    ({"teams": ["К-8"]}, ANNA, False),
    ({"buses": ["автобус  1"]}, ANNA, True),
    ({"buses": ["тмн-а1"]}, ANNA, True),
    ({"buses": ["Автобус 2"]}, ANNA, False),
    ({"buses": ["Автобус 1"]}, NOBODY, False),
    ({"groups": ["Группа А"], "teams": ["К-8"]}, ANNA, False),
    ({"groups": ["Группа А"], "teams": ["К-7"], "buses": ["Автобус 1"]}, ANNA, True),
    ({"groups": ["Зелёная"]}, Belonging(group="зеленая"), True),
]


@pytest.mark.parametrize(("limits", "who", "own"), CASES)
def test_an_event_is_own_when_each_limit_names_the_persons_value(
    limits: dict[str, list[str]], who: Belonging, own: bool
) -> None:
    assert is_own(event(1, DAY, "09:00", "10:00", **limits), who) is own  # type: ignore[arg-type]  # limits only


def test_the_bus_of_another_module_counts_for_nothing() -> None:
    who = Belonging(buses={99: ("Автобус 1",)})
    assert not is_own(event(1, DAY, "09:00", "10:00", buses=["Автобус 1"]), who)


names = st.sampled_from(["А", "Б", "В", "ё"])
limits = st.lists(names, max_size=2)


@given(
    rows=st.lists(st.tuples(limits, limits, limits, limits), max_size=8),
    who=st.tuples(names, names, names, names),
    everything=st.booleans(),
)
def test_own_events_are_some_of_all_in_the_same_order(
    rows: list[tuple[list[str], ...]], who: tuple[str, str, str, str], everything: bool
) -> None:
    events = [
        event(number, DAY, "09:00", "10:00", groups=a, directions=b, teams=c, buses=d)
        for number, (a, b, c, d) in enumerate(rows)
    ]
    belonging = Belonging(who[0], who[1], who[2], {TYUMEN.id: (who[3],)}, everything)
    own = own_events(events, belonging)
    assert list(own) == [row for row in events if row in own]
    assert not everything or list(own) == events
    assert all(row in own for row in events if not (row.groups or row.directions or row.teams or row.buses))


def visitor(*roles: Role, administrator: bool = False) -> Visitor:
    stream = Stream(5, "Ш5", "Поток 5", "Школа мэров", DAY, DAY, "", 1)
    part = Enrolment(stream, frozenset(roles), "А", "ИИ", "К-7")
    return Visitor(1, 1, "ru", enrolments=(part,), administrator=administrator)


@pytest.mark.parametrize(
    ("who", "everything"),
    [
        (visitor(Role.PARTICIPANT), False),
        (visitor(Role.MENTOR), False),
        (visitor(Role.GUIDE), False),
        (visitor(Role.ORGANIZER), True),
        (visitor(Role.PARTICIPANT, Role.ORGANIZER), True),
        (visitor(Role.PARTICIPANT, administrator=True), True),
    ],
)
def test_organizers_and_administrators_answer_for_every_event(who: Visitor, everything: bool) -> None:
    assert belonging_in(who, 5, {2: ("1",)}) == Belonging("А", "ИИ", "К-7", {2: ("1",)}, everything)


def test_values_of_one_stream_say_nothing_in_another() -> None:
    assert belonging_in(visitor(Role.ORGANIZER), 6, {}) == Belonging()
