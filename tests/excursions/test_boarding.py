"""The rules of boarding: who is in which bus, when it opens and ends, whom to move where."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.excursions.boarding import (
    GRACE,
    BusFacts,
    By,
    Guide,
    Mark,
    Marked,
    Rider,
    Scene,
    Stage,
    Told,
    Way,
    catching_up,
    leaves_at,
    opens_at,
    roll_of,
    room_in,
    stage_of,
)
from bot.excursions.boarding_notices import BOARDING_OPENED, BUS_LEAVES, wanted_of
from bot.notices.model import Wanted
from bot.programme.lead_times import leads
from bot.schedule.kinds import EventKind
from bot.schedule.model import Event, Module
from tests.schedule.stage import TUESDAY

ZONE = "Asia/Yekaterinburg"
STARTS = datetime(2025, 11, 18, 9, tzinfo=UTC)
"""14:00 at the venue."""
MODULE = Module(2, 5, 2, "Экономика", TUESDAY, TUESDAY, 12, "Технопарк", "Тюмень", ZONE, "")
EVENT = Event(
    id=6,
    module_id=2,
    kind=EventKind.EXCURSION,
    title="Завод",
    day=TUESDAY,
    starts_at=STARTS,
    ends_at=STARTS + timedelta(hours=2),
    room="",
    speaker="",
    online="",
    cancelled=False,
    groups=(),
    directions=(),
    teams=(),
    buses=(),
    zone=ZONE,
    city="Тюмень",
)
USUAL = leads(None, 120, 15)


def bus(number: int, departs: time | None = None, capacity: int = 3) -> BusFacts:
    return BusFacts(number, f"Автобус {number}", "", capacity, Guide(90 + number, "Гид", ""), departs, "")


def rider(number: int, bus_id: int | None = 1) -> Rider:
    return Rider(number, f"Л-{number}", f"Человек {number:02}", "", bus_id, signed=False)


def marked(mark: Mark, bus_id: int | None = 1) -> Marked:
    return Marked(mark, bus_id, STARTS, By.SELF, "")


def scene(
    *riders: Rider,
    buses: tuple[BusFacts, ...] = (bus(1), bus(2)),
    marks: dict[tuple[Way, int], Marked] | None = None,
    told: dict[tuple[Way, int | None], Told] | None = None,
) -> Scene:
    return Scene(5, EVENT, MODULE, "Вход", "", "", buses, riders, marks or {}, told or {})


@pytest.mark.parametrize(
    ("departs", "leaves"),
    [
        (None, STARTS),
        (time(13, 45), STARTS - timedelta(minutes=15)),
        (time(14), STARTS),
        (time(2, 30), STARTS - timedelta(hours=11, minutes=30)),
    ],
)
def test_a_bus_leaves_at_its_own_hour_or_with_the_beginning(departs: time | None, leaves: datetime) -> None:
    assert leaves_at(scene(buses=(bus(1, departs),)), 1) == leaves


def test_the_hour_of_a_bus_before_midnight_is_the_evening_before_an_early_beginning() -> None:
    early = replace(EVENT, starts_at=datetime(2025, 11, 17, 19, 30, tzinfo=UTC))
    one = replace(scene(buses=(bus(1, time(23, 45)),)), event=early)
    assert leaves_at(one, 1) == datetime(2025, 11, 17, 18, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given_leads", "before"),
    [((), 120), (USUAL, 120), (leads(180, 15), 180), (leads(24 * 60, 30), 120), (leads(13 * 60), 13 * 60)],
)
def test_boarding_opens_with_the_first_reminder_of_the_day_two_hours_before_at_least(
    given_leads: tuple[object, ...], before: int
) -> None:
    assert opens_at(STARTS, given_leads, ZONE) == STARTS - timedelta(minutes=before)  # type: ignore[arg-type]  # leads


LEFT, STANDS = Told(None, STARTS), Told(STARTS, None)


@pytest.mark.parametrize(
    ("way", "told", "minutes", "stage"),
    [
        (Way.THERE, None, -121, Stage.AHEAD),
        (Way.THERE, None, -120, Stage.OPEN),
        (Way.THERE, None, 9, Stage.OPEN),
        (Way.THERE, None, GRACE.seconds // 60, Stage.LEFT),
        (Way.THERE, LEFT, -5, Stage.LEFT),
        (Way.THERE, STANDS, 30, Stage.OPEN),
        (Way.THERE, None, 8 * 60, Stage.OVER),
        (Way.BACK, None, 60, Stage.AHEAD),
        (Way.BACK, STANDS, 60, Stage.OPEN),
        (Way.BACK, LEFT, 60, Stage.LEFT),
    ],
)
def test_a_bus_is_boarded_from_its_opening_until_it_has_left(
    way: Way, told: Told | None, minutes: int, stage: Stage
) -> None:
    one = scene(rider(1), told={(way, 1): told} if told else {})
    assert stage_of(one, way, 1, USUAL, STARTS + timedelta(minutes=minutes)) is stage


def test_a_list_holds_everybody_of_the_bus_once_and_the_way_back_who_went_there() -> None:
    marks = {
        (Way.THERE, 1): marked(Mark.IN),
        (Way.THERE, 2): marked(Mark.OUT),
        (Way.THERE, 4): marked(Mark.IN, 1),
        (Way.BACK, 1): marked(Mark.IN, 2),
    }
    one = scene(rider(1), rider(2), rider(3), rider(4, 2), rider(5, 2), marks=marks)
    first, second = roll_of(one, Way.THERE, 1), roll_of(one, Way.THERE, 2)
    assert [[each.id for each in side] for side in (first.aboard, first.missing, first.staying)] == [
        [1, 4],
        [3],
        [2],
    ]
    assert [[each.id for each in side] for side in (second.aboard, second.missing, second.staying)] == [
        [],
        [5],
        [],
    ]
    back = [roll_of(one, Way.BACK, number) for number in (1, 2)]
    assert [(len(each.aboard), len(each.missing)) for each in back] == [(0, 1), (1, 0)]


@given(
    st.lists(st.tuples(st.sampled_from([None, 1, 2, 9]), st.sampled_from([None, *Mark])), max_size=12),
    st.sampled_from(Way),
)
def test_every_rider_stands_on_exactly_one_list(
    parts: list[tuple[int | None, Mark | None]], way: Way
) -> None:
    riders = [rider(number, bus_id) for number, (bus_id, _mark) in enumerate(parts, 1)]
    marks = {
        (Way.THERE, number): marked(mark, bus_id)
        for number, (bus_id, mark) in enumerate(parts, 1)
        if mark is not None
    }
    one = scene(*riders, marks=marks)
    rolls = [roll_of(one, way, bus_id) for bus_id in one.bus_ids]
    listed = [each.id for roll in rolls for each in (*roll.aboard, *roll.missing, *roll.staying)]
    assert sorted(listed) == sorted(each.id for each in one.expected(way))


def test_who_comes_late_is_shown_the_buses_with_room_that_have_not_left() -> None:
    buses = (bus(1, time(13, 30)), bus(2, time(14)), bus(3, time(13, 55), 1), bus(4, time(14, 10)))
    one = scene(rider(1), rider(2, 3), buses=buses, told={(Way.THERE, 2): LEFT})
    assert room_in(one, Way.THERE, buses[2]) == 0
    assert [each.id for each in catching_up(one, Way.THERE, 1, USUAL, STARTS)] == [4]
    staying = replace(one, marks={(Way.THERE, 2): marked(Mark.OUT)})
    assert [each.id for each in catching_up(staying, Way.THERE, 1, USUAL, STARTS)] == [3, 4]


def test_the_missing_are_called_by_their_own_bus_and_each_guide_is_told_once() -> None:
    one = scene(rider(1), rider(2, 2), rider(3), buses=(bus(1, time(13, 45)), bus(2)))
    now = STARTS - timedelta(hours=3)
    found = list(wanted_of(one, 5, USUAL, {1, 2, 91, 92}, now, STARTS))
    calls = [(each.person_id, STARTS - each.due_at) for each in found if each.kind == BUS_LEAVES.name]
    assert calls == [(1, timedelta(minutes=20)), (2, timedelta(minutes=5))]
    openings = [(each.person_id, STARTS - each.due_at) for each in found if each.kind == BOARDING_OPENED.name]
    assert openings == [(91, timedelta(hours=2, minutes=15)), (92, timedelta(hours=2))]
    assert list(wanted_of(one, 0, USUAL, {1}, STARTS, STARTS)) == []
    off = replace(one, event=replace(EVENT, cancelled=True))
    assert list(wanted_of(off, 5, USUAL, {1}, now, STARTS)) == []


def test_a_guide_of_the_last_minute_is_told_at_once_and_planning_again_does_not_move_it() -> None:
    opens = STARTS - timedelta(hours=2)
    for minutes in (10, 5):
        now = STARTS - timedelta(minutes=minutes)
        found = openings({91, 92}, now)
        assert [(each.person_id, each.due_at, each.even_late) for each in found] == [
            (91, opens, True),
            (92, opens, True),
        ]


def test_a_guide_who_has_not_entered_is_told_as_soon_as_they_have() -> None:
    now = STARTS - timedelta(minutes=10)
    assert [each.person_id for each in openings({92}, now)] == [92]
    assert openings({91, 92}, STARTS) == []


def openings(entered: set[int], now: datetime) -> list[Wanted]:
    """Return the words to guides that an excursion of two buses asks for at a moment."""
    found = wanted_of(scene(), 5, USUAL, entered, now, STARTS)
    return [each for each in found if each.kind == BOARDING_OPENED.name]
