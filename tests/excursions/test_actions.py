from datetime import time

import pytest

from bot.excursions import actions
from bot.excursions.model import Bus, Entry
from bot.excursions.views import ExcursionsView
from bot.people.model import Visitor
from bot.schedule.model import Point
from bot.schedule.views import Unpublished
from bot.shared.clock import ManualClock
from bot.shared.errors import NotAllowed, OutOfDate
from db.engine import Database
from db.schedule import event_versions
from tests.schedule.builders import at
from tests.schedule.stage import DRAFT_ONLY, LECTURE, OTHER_EVENT, TRIP, Stage


async def listed(
    database: Database, clock: ManualClock, visitor: Visitor, everything: bool = False
) -> list[int]:
    view = await actions.excursions(database, clock, visitor, everything)
    assert isinstance(view, ExcursionsView)
    return [one.event.id for one in view.excursions]


async def limit_to_group(database: Database, group: str) -> None:
    async with database.write() as tx:
        changed = event_versions.update().where(event_versions.c.event_id == TRIP).values(groups=[group])
        await tx.execute(changed)


async def test_an_excursion_has_its_place_and_the_readers_own_bus(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    view = await actions.excursion(database, clock, stage.anna, TRIP)
    one = view.excursion
    assert one.bus == Bus(1, "Автобус 1", "А000АА 72", time(13, 45), "Парковка", None, 40)
    assert (one.entry, one.meeting_point, one.gathering) == (Entry.ASSIGNED, "Главный вход", "Парковка")
    assert (one.gathering_point, one.contact, one.bring) == (Point(57.15, 65.54), "+70000000013", "Паспорт")
    assert (one.has_buses, view.own) == (True, True)


async def test_nobody_sees_the_seat_of_another(database: Database, clock: ManualClock, stage: Stage) -> None:
    one = (await actions.excursion(database, clock, stage.boris, TRIP)).excursion
    assert (one.bus, one.has_buses, one.gathering) == (None, True, "Главный вход")


async def test_a_seat_makes_an_excursion_own_whatever_its_groups(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await limit_to_group(database, "В")
    assert await listed(database, clock, stage.anna) == [TRIP]
    assert await listed(database, clock, stage.boris) == []
    assert await listed(database, clock, stage.boris, everything=True) == [TRIP]
    assert await listed(database, clock, stage.organizer) == [TRIP]
    view = await actions.excursions(database, clock, stage.boris)
    assert isinstance(view, ExcursionsView)
    assert view.others == 1


async def test_an_excursion_leaves_the_list_when_it_ends(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    clock.set(at("Asia/Yekaterinburg", 2025, 11, 18, 15, 59))
    assert await listed(database, clock, stage.anna) == [TRIP]
    clock.set(at("Asia/Yekaterinburg", 2025, 11, 18, 16, 0))
    assert await listed(database, clock, stage.anna) == []


async def test_the_other_streams_excursion_is_refused(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    assert await listed(database, clock, stage.gleb, everything=True) == []
    for who, number in ((stage.gleb, TRIP), (stage.anna, OTHER_EVENT)):
        with pytest.raises(NotAllowed):
            await actions.excursion(database, clock, who, number)


async def test_what_is_no_excursion_of_the_published_programme_is_out_of_date(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    for number in (LECTURE, DRAFT_ONLY, 999):
        with pytest.raises(OutOfDate):
            await actions.excursion(database, clock, stage.anna, number)


async def test_nothing_published_is_said(database: Database, clock: ManualClock, stage: Stage) -> None:
    assert isinstance(await actions.excursions(database, clock, stage.newcomer), Unpublished)
