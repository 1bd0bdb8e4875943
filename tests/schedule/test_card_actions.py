import pytest

from bot.people.model import Visitor
from bot.schedule import card_actions
from bot.schedule.model import Audience, Point
from bot.schedule.views import TripView, Unpublished, VenueView
from bot.shared.clock import ManualClock
from bot.shared.errors import NotAllowed, OutOfDate
from db.engine import Database
from db.programme import streams
from tests.schedule.stage import (
    BY_BUS,
    DRAFT_ONLY,
    GROUP_B,
    LECTURE,
    OTHER_EVENT,
    OTHER_MODULE,
    SENEZH,
    TECHNOPARK,
    TYUMEN,
    Stage,
)


async def test_an_events_card_has_its_place_and_audience_in_titles(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    view = await card_actions.event(database, clock, stage.anna, GROUP_B)
    details = view.details
    assert details.audience == Audience(("Б",), ("Цифровые решения",), ("Команда севера",), ("Автобус 1",))
    assert (details.point, details.address) == (Point(57.15, 65.54), "ул. Республики, 142")
    assert details.module.id == TYUMEN
    assert not view.own


async def test_a_seat_makes_the_events_of_its_bus_own(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    owners = [
        (await card_actions.event(database, clock, who, BY_BUS)).own
        for who in (stage.anna, stage.boris, stage.organizer)
    ]
    assert owners == [True, False, True]


async def test_the_other_streams_event_is_refused(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    for who, number in ((stage.anna, OTHER_EVENT), (stage.gleb, LECTURE), (stage.gleb, DRAFT_ONLY)):
        with pytest.raises(NotAllowed):
            await card_actions.event(database, clock, who, number)


async def test_an_event_that_the_published_programme_has_not_is_out_of_date(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    for number in (DRAFT_ONLY, 999):
        with pytest.raises(OutOfDate):
            await card_actions.event(database, clock, stage.anna, number)


async def test_a_new_publication_changes_what_old_buttons_open(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    async with database.write() as tx:
        await tx.execute(streams.update().where(streams.c.id == 5).values(published_id=51))
    view = await card_actions.event(database, clock, stage.anna, DRAFT_ONLY)
    assert view.details.event.title == "Только в черновике"


async def test_a_venue_is_read_in_the_own_streams_only(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    view = await card_actions.venue(database, clock, stage.anna)
    assert isinstance(view, VenueView)
    assert (view.venue.id, view.venue.city, view.venue.duty_phone) == (TECHNOPARK, "Тюмень", "+70000000012")
    with pytest.raises(NotAllowed):
        await card_actions.venue(database, clock, stage.anna, 6, TECHNOPARK)
    with pytest.raises(OutOfDate):
        await card_actions.venue(database, clock, stage.gleb, 6, 11)
    assert isinstance(await card_actions.venue(database, clock, stage.newcomer), Unpublished)


async def test_a_trip_is_the_readers_own(database: Database, clock: ManualClock, stage: Stage) -> None:
    view = await card_actions.trip(database, clock, stage.anna)
    assert isinstance(view, TripView)
    assert view.travel is not None
    assert (view.travel.hotel, view.travel.room, view.travel.bus) == ("Гостиница", "305", "Автобус 2")
    assert (view.module.id, view.bring, view.group) == (TYUMEN, "Паспорт", "А")
    for who, module_id in ((stage.boris, TYUMEN), (stage.anna, SENEZH)):
        other = await card_actions.trip(database, clock, who, module_id)
        assert isinstance(other, TripView)
        assert other.travel is None


async def test_a_trip_to_the_other_streams_module_is_refused(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    with pytest.raises(NotAllowed):
        await card_actions.trip(database, clock, stage.anna, OTHER_MODULE)
    with pytest.raises(OutOfDate):
        await card_actions.trip(database, clock, stage.anna, 999)


@pytest.mark.usefixtures("stage")
async def test_an_administrator_outside_the_roster_has_no_trip(
    database: Database, clock: ManualClock
) -> None:
    view = await card_actions.trip(database, clock, Visitor(9, 9, "ru", administrator=True), TYUMEN)
    assert isinstance(view, TripView)
    assert view.travel is None
