from datetime import date, timedelta

import pytest

from bot.people.model import Visitor
from bot.schedule import actions
from bot.schedule.lookup import Phase
from bot.schedule.views import DayView, ModuleView, NotUnderstood, NowView, Unpublished
from bot.schedule.words import read_words
from bot.shared.clock import ManualClock
from bot.shared.errors import NotAllowed, OutOfDate
from db.engine import Database
from tests.schedule.builders import at
from tests.schedule.stage import (
    BY_BUS,
    GROUP_A,
    GROUP_B,
    LECTURE,
    NIGHT,
    OFF,
    ONLINE,
    OTHER_EVENT,
    OTHER_MODULE,
    SENEZH,
    TRIP,
    TUESDAY,
    TYUMEN,
    Stage,
)

Answer = DayView | ModuleView | NowView | Unpublished | NotUnderstood


async def today(
    database: Database, clock: ManualClock, visitor: Visitor, everything: bool = False
) -> list[int]:
    view = await actions.day(database, clock, visitor, everything=everything)
    assert isinstance(view, DayView)
    return [event.id for event in view.events]


async def ask(database: Database, clock: ManualClock, visitor: Visitor, words: str) -> Answer:
    phrase = read_words(words)
    assert phrase is not None
    return await actions.asked(database, clock, visitor, phrase)


async def test_a_day_shows_each_person_the_own_events(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    assert await today(database, clock, stage.anna) == [LECTURE, GROUP_A, BY_BUS, TRIP, OFF, NIGHT]
    assert await today(database, clock, stage.boris) == [LECTURE, TRIP, OFF, NIGHT]
    everything = [LECTURE, GROUP_A, GROUP_B, BY_BUS, TRIP, OFF, NIGHT]
    assert await today(database, clock, stage.organizer) == everything
    assert await today(database, clock, stage.boris, everything=True) == everything


async def test_a_day_tells_how_much_is_not_own(database: Database, clock: ManualClock, stage: Stage) -> None:
    view = await actions.day(database, clock, stage.anna)
    assert isinstance(view, DayView)
    assert (view.day, view.today, view.others, view.everything) == (TUESDAY, TUESDAY, 1, False)
    assert view.own == {LECTURE, GROUP_A, BY_BUS, TRIP, OFF, NIGHT}
    assert view.module is not None
    assert view.module.id == TYUMEN
    assert view.next_module is None


async def test_today_is_the_venues_day(database: Database, clock: ManualClock, stage: Stage) -> None:
    clock.set(at("Europe/Moscow", 2025, 11, 17, 21, 59))
    assert await today(database, clock, stage.anna) == [ONLINE]
    clock.set(at("Europe/Moscow", 2025, 11, 17, 22, 0))
    assert (await today(database, clock, stage.anna))[0] == LECTURE


async def test_a_day_between_modules_knows_the_next_one(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    clock.set(at("Europe/Moscow", 2025, 11, 1, 12, 0))
    view = await actions.day(database, clock, stage.anna)
    assert isinstance(view, DayView)
    assert (view.events, view.module, view.next_module and view.next_module.id) == ((), None, TYUMEN)


async def test_now_and_next_are_own_and_past_midnight_too(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    clock.set(at("Asia/Yekaterinburg", 2025, 11, 18, 10, 45))
    view = await actions.now(database, clock, stage.anna)
    assert isinstance(view, NowView)
    assert (view.answer.phase, [event.id for event in view.answer.upcoming]) == (Phase.GAP, [GROUP_A])
    clock.set(at("Asia/Yekaterinburg", 2025, 11, 19, 0, 30))
    view = await actions.now(database, clock, stage.anna)
    assert isinstance(view, NowView)
    assert [event.id for event in view.answer.current] == [NIGHT]


async def test_the_next_event_is_found_however_long_the_pause(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    clock.set(at("Asia/Yekaterinburg", 2025, 11, 16, 23, 0))
    view = await actions.now(database, clock, stage.anna)
    assert isinstance(view, NowView)
    assert [event.id for event in view.answer.upcoming] == [ONLINE]
    clock.set(at("Asia/Yekaterinburg", 2025, 11, 19, 12, 0))
    view = await actions.now(database, clock, stage.anna)
    assert isinstance(view, NowView)
    assert (view.answer.phase, view.answer.upcoming) == (Phase.DONE, ())


async def test_a_module_counts_the_own_events_of_each_day(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    view = await actions.module(database, clock, stage.anna)
    assert isinstance(view, ModuleView)
    assert [(one.day.day, one.events) for one in view.days] == [(17, 1), (18, 5), (19, 0), (20, 0), (21, 0)]
    assert (view.module.id, view.others) == (TYUMEN, 1)
    view = await actions.module(database, clock, stage.anna, TYUMEN, everything=True)
    assert isinstance(view, ModuleView)
    assert [one.events for one in view.days] == [1, 6, 0, 0, 0]


async def test_all_modules_of_the_own_streams_and_no_other(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    listed: dict[str, list[tuple[int, list[int]]]] = {}
    for name, visitor in (("anna", stage.anna), ("vera", stage.vera), ("newcomer", stage.newcomer)):
        view = await actions.modules(database, clock, visitor)
        listed[name] = [(part.reader.stream.id, [m.id for m in part.modules]) for part in view.streams]
    assert listed == {
        "anna": [(5, [SENEZH, TYUMEN])],
        "vera": [(6, [OTHER_MODULE]), (5, [SENEZH, TYUMEN])],
        "newcomer": [(7, [])],
    }


async def test_nothing_published_is_said_with_the_stream(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    who = stage.newcomer
    views = [
        await actions.day(database, clock, who),
        await actions.day_on(database, clock, who, 7, TUESDAY),
        await actions.now(database, clock, who),
        await actions.module(database, clock, who),
        await ask(database, clock, who, "завтра"),
        await ask(database, clock, who, "18.11"),
    ]
    assert [type(view) for view in views] == [Unpublished] * 6


@pytest.mark.parametrize(
    ("words", "day"),
    [("вчера", 17), ("завтра", 19), ("вт", 18), ("18.11", 18), ("20 ноября", 20), ("21", 21), ("всё", 18)],
)
async def test_words_lead_to_a_day(
    database: Database, clock: ManualClock, stage: Stage, words: str, day: int
) -> None:
    view = await ask(database, clock, stage.anna, words)
    assert isinstance(view, DayView)
    assert (view.day, view.everything) == (date(2025, 11, day), words == "всё")


async def test_a_name_is_sought_in_the_current_stream_first(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    found = {}
    for words in ("Тюмень", "Сенеж"):
        view = await ask(database, clock, stage.vera, words)
        assert isinstance(view, ModuleView)
        found[words] = (view.module.id, view.reader.stream.id, view.reader.aside)
    assert found == {"Тюмень": (OTHER_MODULE, 6, False), "Сенеж": (SENEZH, 5, True)}


async def test_a_name_of_nobodys_module_is_not_understood(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    view = await ask(database, clock, stage.gleb, "Сенеж")
    assert isinstance(view, NotUnderstood)
    assert [module.id for module in view.modules] == [OTHER_MODULE]


async def test_no_stream_shows_the_events_of_another(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    """Two streams are in one city on the same days: neither ever sees the other's event."""
    seen: dict[str, set[int]] = {}
    people = {"anna": stage.anna, "gleb": stage.gleb, "organizer": stage.organizer}
    for name, visitor in people.items():
        stream = visitor.enrolments[0].stream.id
        shown: set[int] = set()
        for hours in range(-36, 60, 3):
            moved = ManualClock(clock.now() + timedelta(hours=hours))
            day = await actions.day_on(database, moved, visitor, stream, moved.now().date(), everything=True)
            asked = await ask(database, moved, visitor, "сегодня всё")
            running = await actions.now(database, moved, visitor)
            assert isinstance(day, DayView)
            assert isinstance(asked, DayView)
            assert isinstance(running, NowView)
            answer = running.answer
            for events in (day.events, asked.events, answer.current, answer.upcoming, answer.called_off):
                shown |= {event.id for event in events}
        seen[name] = shown
    own = {ONLINE, LECTURE, GROUP_A, BY_BUS, TRIP, OFF, NIGHT}
    assert seen == {"anna": own | {GROUP_B}, "gleb": {OTHER_EVENT}, "organizer": own | {GROUP_B}}


async def test_the_other_streams_day_and_module_are_refused(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    with pytest.raises(NotAllowed):
        await actions.day_on(database, clock, stage.anna, 6, TUESDAY)
    with pytest.raises(NotAllowed):
        await actions.module(database, clock, stage.anna, OTHER_MODULE)
    with pytest.raises(NotAllowed):
        await actions.module(database, clock, stage.gleb, TYUMEN)


async def test_what_never_was_is_out_of_date(database: Database, clock: ManualClock, stage: Stage) -> None:
    with pytest.raises(OutOfDate):
        await actions.module(database, clock, stage.anna, 999)
    with pytest.raises(OutOfDate):
        await actions.day_on(database, clock, stage.anna, 5, date(1, 1, 1))


async def test_an_administrator_reads_every_stream(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    outsider = Visitor(9, 9, "ru", administrator=True)
    view = await actions.modules(database, clock, outsider)
    assert {part.reader.stream.id for part in view.streams} == {5, 6, 7}
    enrolled = stage.visitor(1, *stage.anna.enrolments, administrator=True)
    assert OTHER_EVENT not in await today(database, clock, enrolled)
    day = await actions.day_on(database, clock, enrolled, 6, TUESDAY)
    assert isinstance(day, DayView)
    assert [event.id for event in day.events] == [OTHER_EVENT]


async def test_whoever_is_not_admitted_reads_nothing(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    silent = Visitor(1, 1, "ru", person=stage.anna.person, enrolments=stage.anna.enrolments)
    with pytest.raises(NotAllowed):
        await actions.day(database, clock, silent)
    with pytest.raises(NotAllowed):
        await actions.modules(database, clock, Visitor(8, 8, "ru"))
