"""Places on an excursion: who gets one, who waits, and whose turn it is."""

import asyncio
import shutil
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from bot.excursions.places_actions import (
    Said,
    accept_offer,
    decline_offer,
    give_up_place,
    release,
    take_place,
)
from bot.excursions.settling_actions import settle_waiting
from bot.notices.model import Scope
from bot.registry import make_planning
from bot.shared.clock import ManualClock
from bot.shared.errors import NotAllowed, Refusal
from db.engine import Database, open_engine
from db.excursions import excursion_versions
from db.notices import notices
from db.people import enrolments
from db.schedule import event_versions, events
from tests.excursions.crowd import Crowd, gather
from tests.schedule.stage import TRIP, TUESDAY, Stage, add, add_event, set_stage

PLANNING = make_planning()
MORNING = datetime(2025, 11, 18, 4, 0, tzinfo=UTC)
"""09:00 at the venue; the trip's buses leave at 13:45."""
TWO_HOURS = timedelta(hours=2)


async def take(crowd: Crowd, number: int, **wish: Any) -> Said:
    answer = await take_place(
        crowd.database, crowd.clock, PLANNING, crowd.visitor(number), wish.pop("event_id", TRIP), **wish
    )
    return answer.said


async def give_up(crowd: Crowd, number: int) -> Said:
    return (await give_up_place(crowd.database, crowd.clock, PLANNING, crowd.visitor(number), TRIP)).said


async def accept(crowd: Crowd, number: int) -> Said:
    return (await accept_offer(crowd.database, crowd.clock, PLANNING, crowd.visitor(number), TRIP)).said


async def decline(crowd: Crowd, number: int) -> Said:
    return (await decline_offer(crowd.database, crowd.clock, PLANNING, crowd.visitor(number), TRIP)).said


async def pass_by(crowd: Crowd, time: timedelta) -> None:
    """Let time pass and the calendar do its work."""
    crowd.clock.set(crowd.clock.now() + time)
    await settle_waiting(crowd.database, crowd.clock, PLANNING)


async def told(crowd: Crowd, kind: str) -> list[int]:
    """Return to whom notices of a kind were planned, in their order."""
    async with crowd.database.read() as tx:
        chosen = select(notices.c.person_id).where(notices.c.kind == kind).order_by(notices.c.id)
        return [one - 100 for one in (await tx.execute(chosen)).scalars()]


async def publish_change(crowd: Crowd, table: Any, **values: Any) -> None:
    """Change the published trip as a publication does, and plan again."""
    async with crowd.database.write() as tx:
        await tx.execute(update(table).where(table.c.event_id == TRIP).values(**values))
        await PLANNING.replan(tx, crowd.clock.now(), Scope(5))


@pytest.mark.parametrize("turn", range(10))
async def test_of_eight_at_once_one_gets_the_last_seat_and_the_others_wait_in_the_order_they_came(
    database: Database, clock: ManualClock, stage: Stage, turn: int
) -> None:
    crowd = await gather(database, clock, 8, 1)
    came: list[tuple[int, Said]] = []

    async def ask(number: int) -> None:
        said = await take(crowd, number)
        came.append((number, said))

    crowded = Random(turn).sample(range(8), 8)  # noqa: S311  (repeatable)
    await asyncio.gather(*map(ask, crowded))
    assert [said for _, said in came] == [Said.SEATED, *[Said.WAITING] * 7]
    order = [number for number, _ in came]
    assert [(await crowd.standing(number)).number for number in order] == list(range(8))
    for seated, following in pairwise(order[:4]):
        assert await give_up(crowd, seated) is Said.FREED
        assert list(await crowd.offered()) == [following]
        assert await accept(crowd, following) is Said.SEATED
    assert await told(crowd, "place-offered") == order[1:4]
    assert (list(await crowd.going()), await crowd.waiting()) == (order[3:4], order[4:])


async def test_nobody_takes_the_place_that_is_held_for_another(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 4, 1)
    for number in range(3):
        await take(crowd, number)
    await give_up(crowd, 0)
    assert [await take(crowd, number) for number in (2, 3)] == [Said.WAITING, Said.WAITING]
    assert await crowd.waiting() == [1, 2, 3]
    assert (await crowd.standing(3)).taken == 1
    assert await take(crowd, 1) is Said.SEATED


async def test_a_declined_offer_goes_to_the_next(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 3, 1)
    for number in range(3):
        await take(crowd, number)
    await give_up(crowd, 0)
    assert await decline(crowd, 1) is Said.DECLINED
    assert (await crowd.waiting(), list(await crowd.offered())) == ([2], [2])
    assert await decline(crowd, 1) is Said.OFFER_OVER
    assert await accept(crowd, 1) is Said.OFFER_OVER
    assert await accept(crowd, 2) is Said.SEATED
    assert await decline(crowd, 2) is Said.OFFER_OVER
    assert list(await crowd.going()) == [2]


async def test_an_offer_lapses_at_its_moment_and_goes_to_the_next(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 3, 1)
    for number in range(3):
        await take(crowd, number)
    await give_up(crowd, 0)
    assert await crowd.offered() == {1: MORNING + TWO_HOURS}
    await pass_by(crowd, TWO_HOURS - timedelta(seconds=1))
    assert list(await crowd.offered()) == [1]
    await pass_by(crowd, timedelta(seconds=1))
    assert (await crowd.waiting(), list(await crowd.offered())) == ([2], [2])
    assert await told(crowd, "place-expired") == [1]
    assert await accept(crowd, 1) is Said.OFFER_OVER
    assert await take(crowd, 1) is Said.WAITING
    assert await crowd.waiting() == [2, 1]


async def test_shortly_before_the_departure_a_free_place_is_for_whoever_asks_first(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 3, 2, 2)
    for number in range(3):
        await take(crowd, number)
    clock.set(datetime(2025, 11, 18, 8, 1, tzinfo=UTC))
    await give_up(crowd, 0)
    assert await crowd.offered() == {}
    assert (await crowd.standing(2)).room
    assert await take(crowd, 2) is Said.SEATED
    clock.set(datetime(2025, 11, 18, 8, 45, tzinfo=UTC))
    with pytest.raises(Refusal, match="error-places-closed"):
        await take(crowd, 0)
    with pytest.raises(Refusal, match="error-places-closed"):
        await give_up(crowd, 1)


async def test_a_larger_capacity_is_offered_and_a_smaller_one_withdraws_offers_but_no_seats(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 5, 1)
    for number in range(5):
        await take(crowd, number)
    await publish_change(crowd, excursion_versions, capacity=3)
    assert list(await crowd.offered()) == [1, 2]
    await publish_change(crowd, excursion_versions, capacity=2)
    assert (list(await crowd.offered()), await crowd.waiting()) == ([1], [1, 2, 3, 4])
    assert await accept(crowd, 2) is Said.WAITING
    await publish_change(crowd, excursion_versions, capacity=1)
    assert (await crowd.offered(), list(await crowd.going())) == ({}, [0])


async def test_a_cancelled_excursion_offers_nothing_and_keeps_the_order(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 3, 1)
    for number in range(3):
        await take(crowd, number)
    await give_up(crowd, 0)
    await publish_change(crowd, event_versions, cancelled=True)
    assert (await crowd.offered(), await crowd.waiting()) == ({}, [1, 2])
    with pytest.raises(Refusal, match="error-places-cancelled"):
        await take(crowd, 0)
    await publish_change(crowd, event_versions, cancelled=False)
    assert list(await crowd.offered()) == [1]


async def test_buses_are_filled_in_turn_and_never_above_their_own_seats(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 6, 10, 1, 2)
    assert [await take(crowd, number) for number in range(3)] == [Said.SEATED] * 3
    assert await crowd.going() == {0: 1, 1: 2, 2: 2}
    assert await take(crowd, 3) is Said.WAITING
    assert await take(crowd, 0, bus_id=2) is Said.NO_ROOM_IN_BUS
    await give_up(crowd, 2)
    assert await accept(crowd, 3) is Said.SEATED
    assert await crowd.going() == {0: 1, 1: 2, 3: 2}


async def test_a_full_bus_is_said_while_another_has_room(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 3, None, 1, 2)
    assert await take(crowd, 0, bus_id=1) is Said.SEATED
    assert await take(crowd, 1, bus_id=1) is Said.NO_ROOM_IN_BUS
    assert (await crowd.waiting(), await crowd.going()) == ([], {0: 1})
    assert await take(crowd, 0, bus_id=2) is Said.SEATED
    assert await crowd.going() == {0: 2}


async def test_pressing_twice_changes_nothing(database: Database, clock: ManualClock, stage: Stage) -> None:
    crowd = await gather(database, clock, 2, 1)
    assert [await take(crowd, 0) for _ in range(2)] == [Said.SEATED] * 2
    assert [await take(crowd, 1) for _ in range(2)] == [Said.WAITING] * 2
    assert (await crowd.going(), await crowd.waiting()) == ({0: None}, [1])
    assert [await give_up(crowd, 0) for _ in range(2)] == [Said.FREED, Said.NOTHING]
    same = crowd.visitor(1)
    first = await take_place(database, clock, PLANNING, same, TRIP)
    again = await take_place(database, clock, PLANNING, same, TRIP)
    assert (first.said, again.said) == (Said.SEATED, Said.BEFORE)


async def second_trip(crowd: Crowd, capacity: int = 5) -> int:
    """Add an excursion to sign up for at the same hours."""

    async with crowd.database.write() as tx:
        await add(tx, events, {"id": 50, "stream_id": 5, "code": "З-50"})
        hours = {"starts": time(15), "ends": time(17)}
        await add_event(tx, 50, 50, title="Другая", kind="excursion", day=TUESDAY, **hours)
        row = {"edition_id": 50, "event_id": 50, "entry": "sign_up", "capacity": capacity}
        await add(tx, excursion_versions, row)
    return 50


async def test_nobody_is_on_two_excursions_at_one_time_but_may_change_in_one_tap(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 3, 1)
    other = await second_trip(crowd)
    await take(crowd, 0)
    await take(crowd, 1)
    assert await take(crowd, 0, event_id=other) is Said.CLASH
    assert await crowd.going(other) == {}
    assert await take(crowd, 0, event_id=other, instead=True) is Said.SEATED
    assert (await crowd.going(), await crowd.going(other)) == ({}, {0: None})
    assert list(await crowd.offered()) == [1]


async def test_a_swap_to_a_full_excursion_gives_nothing_up(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 3, 1)
    other = await second_trip(crowd, capacity=1)
    await take(crowd, 0)
    await take(crowd, 1, event_id=other)
    assert await take(crowd, 0, event_id=other, instead=True) is Said.WAITING
    assert (await crowd.going(), await crowd.waiting(other)) == ({0: None}, [0])
    both = await asyncio.gather(take(crowd, 2), take(crowd, 2, event_id=other), return_exceptions=True)
    assert not any(isinstance(one, BaseException) for one in both)


async def test_one_person_pressing_for_two_at_once_gets_one(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 1, 1)
    other = await second_trip(crowd)
    said = await asyncio.gather(take(crowd, 0), take(crowd, 0, event_id=other))
    assert sorted(said) == [Said.CLASH, Said.SEATED]


async def test_only_those_whose_own_event_it_is_sign_up(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 2, 5)
    async with database.write() as tx:
        await tx.execute(
            event_versions.update().where(event_versions.c.event_id == TRIP).values(groups=["А"])
        )
        await tx.execute(enrolments.update().where(enrolments.c.person_id == 100).values(group="А"))
    assert await take(crowd, 0) is Said.SEATED
    with pytest.raises(Refusal, match="error-places-others"):
        await take(crowd, 1)
    async with database.write() as tx:
        await tx.execute(excursion_versions.update().values(entry="assigned"))
        await tx.execute(enrolments.update().where(enrolments.c.person_id == 101).values(stream_id=6))
    with pytest.raises(Refusal, match="error-places-assigned"):
        await give_up(crowd, 0)
    with pytest.raises(NotAllowed):
        await take(crowd, 1)


async def test_who_left_the_stream_is_offered_nothing(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 3, 1)
    for number in range(3):
        await take(crowd, number)
    async with database.write() as tx:
        gone = enrolments.update().where(enrolments.c.person_id == 101)
        await tx.execute(gone.values(left_on=clock.now().date()))
    await give_up(crowd, 0)
    assert (await crowd.waiting(), list(await crowd.offered())) == ([2], [2])


async def test_the_seat_of_who_left_goes_to_the_next_within_a_minute_and_to_who_asks_at_once(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 4, 1)
    for number in range(3):
        await take(crowd, number)
    async with database.write() as tx:
        gone = enrolments.update().where(enrolments.c.person_id == 100)
        await tx.execute(gone.values(left_on=clock.now().date()))
    await pass_by(crowd, timedelta(minutes=1))
    assert (await crowd.going(), list(await crowd.offered())) == ({}, [1])
    assert await told(crowd, "place-offered") == [1]
    assert [await accept(crowd, 1), await give_up(crowd, 2)] == [Said.SEATED, Said.LEFT_LIST]
    async with database.write() as tx:
        await tx.execute(enrolments.update().where(enrolments.c.person_id == 101).values(roles=["organizer"]))
    assert await take(crowd, 3) is Said.SEATED
    assert list(await crowd.going()) == [3]


async def test_who_leaves_when_the_bus_has_left_was_on_it(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 2, 1)
    await take(crowd, 0)
    await take(crowd, 1)
    clock.set(datetime(2025, 11, 18, 9, 30, tzinfo=UTC))
    async with database.write() as tx:
        gone = enrolments.update().where(enrolments.c.person_id == 100)
        await tx.execute(gone.values(left_on=clock.now().date()))
    await settle_waiting(database, clock, PLANNING)
    assert list(await crowd.going()) == [0]


async def test_a_released_place_goes_to_the_next_and_an_assigned_one_stays(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 2, 1)
    await take(crowd, 0)
    await take(crowd, 1)
    for _ in range(2):
        async with database.write() as tx:
            await release(tx, PLANNING, clock.now(), 5, TRIP, 100)
    assert (await crowd.going(), list(await crowd.offered())) == ({}, [1])
    await accept(crowd, 1)
    async with database.write() as tx:
        await tx.execute(excursion_versions.update().values(entry="assigned"))
        await release(tx, PLANNING, clock.now(), 5, TRIP, 101)
    assert list(await crowd.going()) == [1]


ACTS = st.lists(st.tuples(st.sampled_from(["take", "bus", "give", "accept", "decline", "wait", "size"]),
                          st.integers(0, 5)), max_size=25)  # fmt: skip


@pytest.mark.drill
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(acts=ACTS, capacity=st.integers(1, 4))
def test_whatever_people_do_no_capacity_is_exceeded_and_the_order_is_kept(
    sqlite_template: Path, tmp_path: Path, acts: list[tuple[str, int]], capacity: int
) -> None:
    path = tmp_path / "bot.sqlite3"
    shutil.copy(sqlite_template, path)
    asyncio.run(_walk(f"sqlite+aiosqlite:///{path}", acts, capacity))


async def _walk(url: str, acts: list[tuple[str, int]], capacity: int) -> None:
    database = Database(open_engine(url))
    clock = ManualClock(MORNING)
    try:
        await set_stage(database)
        crowd = await gather(database, clock, 6, capacity, 2, 2)
        limit = most = min(capacity, 4)
        for act, number in acts:
            before = await crowd.waiting()
            match act:
                case "take":
                    await take(crowd, number)
                case "bus":
                    await take(crowd, number, bus_id=1 + number % 2)
                case "give":
                    await give_up(crowd, number)
                case "accept":
                    await accept(crowd, number)
                case "decline":
                    await decline(crowd, number)
                case "wait":
                    await pass_by(crowd, timedelta(minutes=20 * number))
                    if clock.now() > MORNING + timedelta(hours=4):
                        clock.set(MORNING + timedelta(hours=4))
                case _:
                    limit = min(1 + number, 4)
                    await publish_change(crowd, excursion_versions, capacity=1 + number)
            going, held = await crowd.going(), await crowd.offered()
            most = max(limit, len(going)) if act == "size" else max(limit, min(most, len(going)))
            assert len(going) + len(held) <= max(limit, most)
            assert max([0, *(list(going.values()).count(bus) for bus in (1, 2))]) <= 2
            after = await crowd.waiting()
            assert [one for one in after if one in before] == [one for one in before if one in after]
            assert not set(going) & set(after)
    finally:
        await database.close()
