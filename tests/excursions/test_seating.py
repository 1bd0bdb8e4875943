"""What organizers do about others' places."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.excursions import seating_actions as actions
from bot.people.consent import PROCESSING, VERSIONS
from bot.people.model import Role, Visitor
from bot.people.role_actions import change_role
from bot.people.roster_actions import let_go
from bot.shared.clock import ManualClock
from bot.shared.errors import NotAllowed, Refusal
from bot.ui.excursions.seating import seat_screen, who_screen
from bot.ui.texts import texts_in
from db.engine import Database
from db.notices import notices
from db.people import accounts, consents, enrolments
from tests.excursions.crowd import FIRST, Crowd, gather
from tests.excursions.test_places import MORNING, PLANNING, accept, second_trip, take
from tests.schedule.stage import TRIP, Stage, add
from tests.ui.markup import visible

RU = texts_in("ru")


async def organizer(crowd: Crowd) -> Visitor:
    """Let the organizer of stream 5 in."""
    async with crowd.database.write() as tx:
        account = {"user_id": 5, "chat_id": 5, "locale": "ru", "person_id": 5, "created_at": MORNING}
        if not (await tx.execute(select(accounts.c.user_id).where(accounts.c.user_id == 5))).all():
            await add(tx, accounts, account)
            agreed = {
                "person_id": 5,
                "purpose": PROCESSING,
                "version": VERSIONS[PROCESSING],
                "given_at": MORNING,
            }
            await add(tx, consents, agreed)
    crowd.updates += 1
    return Visitor(5, 5, "ru", update_id=crowd.updates)


async def put(crowd: Crowd, number: int, bus: int = 0) -> actions.SeatView:
    visitor = await organizer(crowd)
    return await actions.put(crowd.database, crowd.clock, PLANNING, visitor, TRIP, FIRST + number, bus)


async def take_away(crowd: Crowd, number: int) -> actions.SeatView:
    visitor = await organizer(crowd)
    return await actions.take_away(crowd.database, crowd.clock, PLANNING, visitor, TRIP, FIRST + number)


async def news(crowd: Crowd) -> list[tuple[str, int]]:
    """Return which news of places were planned for whom."""
    async with crowd.database.read() as tx:
        kinds = ("place-given", "place-taken", "place-offered")
        chosen = select(notices.c.kind, notices.c.person_id).where(notices.c.kind.in_(kinds))
        return [(kind, who - FIRST) for kind, who in await tx.execute(chosen.order_by(notices.c.id))]


async def test_a_place_is_given_moved_and_taken_and_the_person_is_told(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 3, None, 1, 1)
    assert (await put(crowd, 0, bus=2)).bus_id == 2
    clock.set(clock.now() + timedelta(seconds=1))
    assert (await put(crowd, 0, bus=1)).bus_id == 1
    assert await take(crowd, 1) == "seated"
    with pytest.raises(Refusal, match="error-places-bus-full"):
        await put(crowd, 0, bus=2)
    with pytest.raises(Refusal, match="error-places-full"):
        await put(crowd, 2)
    assert await take(crowd, 2) == "waiting"
    assert not (await take_away(crowd, 0)).seated
    assert await news(crowd) == [
        ("place-given", 0), ("place-given", 0), ("place-offered", 2), ("place-taken", 0),
    ]  # fmt: skip


async def test_who_is_let_go_has_no_seat_and_the_next_is_offered_it_at_once(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 2, 1)
    await take(crowd, 0)
    await take(crowd, 1)
    await let_go(database, clock, PLANNING, await organizer(crowd), FIRST, 5)
    assert (await crowd.going(), list(await crowd.offered())) == ({}, [1])
    assert await news(crowd) == [("place-offered", 1)]


async def test_who_organizes_only_from_now_on_has_no_seat(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 1, 1)
    await take(crowd, 0)
    for role, give in ((Role.ORGANIZER, True), (Role.PARTICIPANT, False)):
        assert list(await crowd.going()) == [0]
        await change_role(database, clock, PLANNING, await organizer(crowd), FIRST, 5, role, give)
    assert list(await crowd.going()) == []


async def test_the_place_of_somebody_who_has_left_is_taken_without_a_refusal(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 1, 1)
    await take(crowd, 0)
    async with database.write() as tx:
        gone = enrolments.update().where(enrolments.c.person_id == FIRST)
        await tx.execute(gone.values(left_on=clock.now().date()))
    assert not (await take_away(crowd, 0)).seated
    assert list(await crowd.going()) == []


async def test_a_place_that_is_held_is_given_only_to_whom_it_is_held_for(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 3, 1)
    await take(crowd, 0)
    await take(crowd, 1)
    await take_away(crowd, 0)
    with pytest.raises(Refusal, match="error-places-full"):
        await put(crowd, 2)
    await put(crowd, 1)
    assert (await crowd.going(), await crowd.waiting()) == ({1: None}, [])
    assert await accept(crowd, 1) == "seated"


async def test_nobody_is_put_on_two_excursions_at_one_time(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 1, 1)
    other = await second_trip(crowd)
    await take(crowd, 0, event_id=other)
    with pytest.raises(Refusal, match="error-places-elsewhere"):
        await put(crowd, 0)


async def test_only_organizers_of_the_stream_see_and_change_who_goes(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 2, 1)
    stranger = crowd.visitor(0)
    for refused in (
        actions.who_goes(database, clock, stranger, TRIP),
        actions.place_of(database, clock, stranger, TRIP, FIRST + 1),
        actions.put(database, clock, PLANNING, stranger, TRIP, FIRST),
        actions.take_away(database, clock, PLANNING, stranger, TRIP, FIRST + 1),
        actions.find_for(database, clock, stranger, TRIP, "Толпин"),
    ):
        with pytest.raises(NotAllowed):
            await refused
    async with database.write() as tx:
        await tx.execute(enrolments.update().where(enrolments.c.person_id == FIRST).values(stream_id=6))
    with pytest.raises(NotAllowed):
        await actions.place_of(database, clock, await organizer(crowd), TRIP, FIRST)
    found = await actions.find_for(database, clock, await organizer(crowd), TRIP, "Толпин")
    assert [person.id for person in found] == [FIRST + 1]


async def test_the_list_shows_each_bus_and_who_waits_page_by_page(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    crowd = await gather(database, clock, 10, 8, 5, 5)
    for number in range(10):
        await take(crowd, number)
    view = await actions.who_goes(database, clock, await organizer(crowd), TRIP)
    first, second = who_screen(RU, view), who_screen(RU, view, 1)
    text = visible(first.text).splitlines()
    assert text[:5] == [
        "Кто едет: Жилой квартал",
        "Едут 8 из 8, ждут 2.",
        "",
        "Автобус 1: 5 из 5",
        "1. Толпин0 Пример",
    ]
    assert text[8:11] == ["5. Толпин4 Пример", "Автобус 2: 3 из 5", "6. Толпин5 Пример"]
    assert visible(second.text).splitlines()[3:] == ["Ждут места", "9. Толпин8 Пример", "10. Толпин9 Пример"]
    seat = await actions.place_of(database, clock, await organizer(crowd), TRIP, FIRST)
    assert labels(seat_screen(RU, seat)) == [
        ["Пересадить в Автобус 2"], ["Снять с экскурсии"], ["‹ Кто едет"],
    ]  # fmt: skip
    assert labels(seat_screen(RU, seat, ask=True)) == [["Да, снять"], ["Нет, оставить"]]


def labels(screen: Any) -> list[list[str]]:
    return [[button.text for button in row] for row in screen.rows]
