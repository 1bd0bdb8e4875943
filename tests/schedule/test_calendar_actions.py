"""What files of the timetable are made of, on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from bot.people.consent import PROCESSING, VERSIONS
from bot.people.model import Enrolment, Role, Visitor
from bot.schedule.calendar_actions import copies_to_renew, offer, renewal, take_day, take_module
from bot.schedule.calendar_facts import Copy, FileEvent, Form, Material
from bot.schedule.views import Unpublished
from bot.shared.clock import ManualClock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from db.calendar_copies import calendar_copies, installations
from db.engine import Database
from db.people import accounts, consents, enrolments
from db.programme import editions, streams
from db.schedule import event_versions, events
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
    add,
    add_event,
)

MONDAY, WEDNESDAY = date(2025, 11, 17), date(2025, 11, 19)
ANNAS = [LECTURE, GROUP_A, BY_BUS, TRIP, OFF, NIGHT]


@pytest.fixture(autouse=True)
async def _published(stage: Stage, database: Database) -> None:
    """Write when the editions were published, and whose account is whose."""
    async with database.write() as tx:
        for edition in (50, 60):
            moment = datetime(2025, 10, 1, tzinfo=UTC)
            await tx.execute(update(editions).where(editions.c.id == edition).values(published_at=moment))
        for number in (1, 2, 4, 5):
            account = {"user_id": number, "chat_id": number, "person_id": number, "locale": "ru"}
            await add(tx, accounts, {**account, "created_at": moment})
            consent = {"person_id": number, "purpose": PROCESSING, "version": VERSIONS[PROCESSING]}
            await add(tx, consents, {**consent, "given_at": moment})


async def day_of(
    database: Database,
    clock: ManualClock,
    visitor: Visitor,
    day: date = TUESDAY,
    form: Form = Form.CALENDAR,
    everything: bool = False,
) -> Material:
    return await take_day(database, clock, visitor, 5, day, form, everything)


async def publish(database: Database, number: int, *, without: int = 0, **facts: Any) -> None:
    """Publish an edition like the first one, with one event left out or changed."""
    async with database.write() as tx:
        made = {
            "id": number,
            "stream_id": 5,
            "number": number,
            "created_at": datetime(2025, 11, 1, tzinfo=UTC),
        }
        await add(tx, editions, {**made, "published_at": datetime(2025, 11, number - 50, tzinfo=UTC)})
        for table in ("venue_versions", "module_versions", "event_versions"):
            copied = event_versions.metadata.tables[table]
            rows = (await tx.execute(select(copied).where(copied.c.edition_id == 50))).mappings().all()
            for row in rows:
                values = dict(row) | {"edition_id": number}
                if values.get("event_id", 0) == without and without:
                    if not facts:
                        continue
                    values |= facts
                await add(tx, copied, values)
        await tx.execute(update(streams).where(streams.c.id == 5).values(published_id=number))
        await tx.execute(update(events).where(events.c.id == without).values(sequence=events.c.sequence + 1))


def ids(told: tuple[FileEvent, ...]) -> list[int]:
    return [one.event.id for one in told]


def off(told: tuple[FileEvent, ...]) -> list[tuple[int, int, bool, bool]]:
    return [(one.event.id, one.sequence, one.withdrawn, one.off) for one in told]


async def kept(database: Database) -> list[tuple[Any, ...]]:
    async with database.read() as tx:
        chosen = select(
            calendar_copies.c.person_id,
            calendar_copies.c.module_id,
            calendar_copies.c.day,
            calendar_copies.c.form,
            calendar_copies.c.everything,
        )
        return [tuple(row) for row in await tx.execute(chosen.order_by(calendar_copies.c.id))]


async def test_a_day_holds_the_own_events_with_all_facts(
    stage: Stage, database: Database, clock: ManualClock
) -> None:
    found = await day_of(database, clock, stage.anna)
    assert ids(found.events) == ANNAS
    assert (found.elsewhere, found.edition, found.module.id, found.told) == ((), 50, TYUMEN, True)
    lecture = found.events[0]
    assert (lecture.venue, lecture.address, lecture.sequence) == ("Технопарк", "ул. Республики, 142", 0)
    assert lecture.point is not None and lecture.point.latitude == 57.15
    assert [one.event.id for one in found.events if one.off] == [OFF]


async def test_all_events_come_when_asked_and_own_ones_are_known(
    stage: Stage, database: Database, clock: ManualClock
) -> None:
    found = await day_of(database, clock, stage.boris, everything=True)
    assert ids(found.events) == [LECTURE, GROUP_A, GROUP_B, BY_BUS, TRIP, OFF, NIGHT]
    assert found.own == {LECTURE, TRIP, OFF, NIGHT}


async def test_a_module_holds_all_its_days(stage: Stage, database: Database, clock: ManualClock) -> None:
    found = await take_module(database, clock, stage.anna, TYUMEN, Form.PICTURE, everything=False)
    assert ids(found.events) == [ONLINE, *ANNAS]


@pytest.mark.parametrize("form", Form)
async def test_nothing_of_another_stream_is_handed_out(
    stage: Stage, database: Database, clock: ManualClock, form: Form
) -> None:
    with pytest.raises(NotAllowed):
        await take_day(database, clock, stage.anna, 6, TUESDAY, form, everything=True)
    with pytest.raises(NotAllowed):
        await take_module(database, clock, stage.anna, OTHER_MODULE, form, everything=True)
    with pytest.raises(OutOfDate):
        await take_module(database, clock, stage.anna, 999, form, everything=True)
    found = await take_day(database, clock, stage.gleb, 6, TUESDAY, form, everything=True)
    assert ids(found.events) == [OTHER_EVENT]


async def test_a_day_with_nothing_is_refused(stage: Stage, database: Database, clock: ManualClock) -> None:
    for day in (WEDNESDAY, date(2025, 12, 24)):
        with pytest.raises(Refusal) as refusal:
            await day_of(database, clock, stage.anna, day)
        assert refusal.value.key == "along-refused-empty"
    assert await kept(database) == []


async def test_a_stranger_gets_nothing(stage: Stage, database: Database, clock: ManualClock) -> None:
    with pytest.raises(NotAllowed):
        await day_of(database, clock, Visitor(99, 99, "ru"))
    with pytest.raises(NotAllowed):
        await offer(database, clock, Visitor(99, 99, "ru"))


async def test_who_left_gets_nothing_though_the_button_was_pressed_before(
    stage: Stage, database: Database, clock: ManualClock
) -> None:
    async with database.write() as tx:
        await tx.execute(update(enrolments).where(enrolments.c.person_id == 1).values(left_on=MONDAY))
    with pytest.raises(NotAllowed):
        await day_of(database, clock, stage.anna)


async def test_a_removed_event_is_told_as_withdrawn_with_a_higher_sequence(
    stage: Stage, database: Database, clock: ManualClock
) -> None:
    await publish(database, 52, without=LECTURE)
    found = await day_of(database, clock, stage.anna)
    assert ids(found.events) == ANNAS[1:]
    assert off(found.elsewhere) == [(LECTURE, 1, True, True)]
    assert found.elsewhere[0].event.title == "Стратегия города"
    assert (await day_of(database, clock, stage.anna, form=Form.PICTURE)).elsewhere == ()


async def test_an_event_moved_to_another_day_is_told_where_it_is_now(
    stage: Stage, database: Database, clock: ManualClock
) -> None:
    moved = timedelta(days=1)
    before = (await day_of(database, clock, stage.anna)).events[0].event
    await publish(
        database,
        52,
        without=LECTURE,
        day=WEDNESDAY,
        starts_at=before.starts_at + moved,
        ends_at=before.ends_at + moved,
    )
    found = await day_of(database, clock, stage.anna)
    assert off(found.elsewhere) == [(LECTURE, 1, False, False)]
    assert found.elsewhere[0].event.starts_at == before.starts_at + moved
    whole = await take_module(database, clock, stage.anna, TYUMEN, Form.CALENDAR, everything=False)
    assert (LECTURE in ids(whole.events), whole.elsewhere) == (True, ())


async def test_an_event_given_to_another_group_is_withdrawn_for_the_rest(
    stage: Stage, database: Database, clock: ManualClock
) -> None:
    await publish(database, 52, without=LECTURE, groups=["Б"])
    assert off((await day_of(database, clock, stage.anna)).elsewhere) == [(LECTURE, 1, True, True)]
    assert (await day_of(database, clock, stage.boris)).elsewhere == ()
    assert (await day_of(database, clock, stage.anna, everything=True)).elsewhere == ()


async def test_what_was_never_the_own_event_is_not_withdrawn(
    stage: Stage, database: Database, clock: ManualClock
) -> None:
    await publish(database, 52, without=GROUP_B)
    assert (await day_of(database, clock, stage.anna)).elsewhere == ()
    assert off((await day_of(database, clock, stage.organizer)).elsewhere) == [(GROUP_B, 1, True, True)]


async def test_an_event_that_came_back_is_held_again(
    stage: Stage, database: Database, clock: ManualClock
) -> None:
    await publish(database, 52, without=LECTURE)
    await publish(database, 53, without=LECTURE, room="Малый зал")
    found = await day_of(database, clock, stage.anna)
    assert (found.elsewhere, found.events[0].event.id, found.events[0].sequence) == ((), LECTURE, 2)


async def test_drafts_are_never_told(stage: Stage, database: Database, clock: ManualClock) -> None:
    async with database.write() as tx:
        await tx.execute(
            delete(event_versions).where(
                event_versions.c.edition_id == 50, event_versions.c.event_id == LECTURE
            )
        )
        await add_event(tx, ONLINE, 60, title="Чужое", module_id=OTHER_MODULE, starts=time(9), ends=time(10))
    found = await day_of(database, clock, stage.anna, everything=True)
    assert ids(found.events) == [GROUP_A, GROUP_B, BY_BUS, TRIP, OFF, NIGHT]
    assert found.elsewhere == ()


async def test_a_file_taken_again_is_the_same_one(
    stage: Stage, database: Database, clock: ManualClock
) -> None:
    for update_id in (1, 1, 2):
        await day_of(database, clock, replace(stage.anna, update_id=update_id))
    assert await kept(database) == [(1, TYUMEN, TUESDAY, "ics", False)]
    await day_of(database, clock, replace(stage.anna, update_id=3), form=Form.PICTURE)
    visitor = replace(stage.anna, update_id=4)
    for _delivery in range(2):
        await take_module(database, clock, visitor, TYUMEN, Form.CALENDAR, everything=True)
    assert await kept(database) == [
        (1, TYUMEN, TUESDAY, "ics", False),
        (1, TYUMEN, TUESDAY, "png", False),
        (1, TYUMEN, None, "ics", True),
    ]


async def test_the_name_of_the_installation_stays(
    stage: Stage, database: Database, clock: ManualClock
) -> None:
    marks = {(await day_of(database, clock, visitor)).mark for visitor in (stage.anna, stage.boris)}
    async with database.read() as tx:
        known = (await tx.execute(select(installations.c.mark))).scalars().all()
    assert [*marks] == known
    assert len(known[0]) == 12


async def test_an_administrator_outside_the_roster_takes_a_file_and_nothing_is_kept(
    stage: Stage, database: Database, clock: ManualClock
) -> None:
    found = await day_of(database, clock, Visitor(99, 99, "ru", administrator=True))
    assert GROUP_B in ids(found.events)
    assert (await kept(database), found.told) == ([], False)


async def test_organizers_hear_nothing_of_their_own_changes(
    stage: Stage, database: Database, clock: ManualClock
) -> None:
    mentor = stage.visitor(3, Enrolment(stage.school, frozenset({Role.ORGANIZER, Role.MENTOR}), "", "", ""))
    assert (await day_of(database, clock, stage.organizer)).told is False
    assert (await day_of(database, clock, mentor)).told is True


async def taken(database: Database, clock: ManualClock, visitor: Visitor, *copies: Copy) -> None:
    for number, copy in enumerate(copies, start=1):
        who = replace(visitor, update_id=number)
        if copy.day is None:
            await take_module(database, clock, who, copy.module_id, copy.form, copy.everything)
        else:
            await take_day(database, clock, who, copy.stream_id, copy.day, copy.form, copy.everything)


DAY = Copy(5, TYUMEN, TUESDAY, Form.CALENDAR)
MON = Copy(5, TYUMEN, MONDAY, Form.CALENDAR)
PICTURE = Copy(5, TYUMEN, TUESDAY, Form.PICTURE)
WHOLE = Copy(5, TYUMEN, None, Form.CALENDAR)


@pytest.mark.parametrize(
    ("copies", "days", "renewed"),
    [
        ((DAY, MON, PICTURE), {TUESDAY}, (DAY, PICTURE)),
        ((DAY, MON), {MONDAY, TUESDAY}, (MON, DAY)),
        ((DAY, WHOLE, PICTURE), {TUESDAY}, (PICTURE, WHOLE)),
        ((WHOLE,), {MONDAY}, (WHOLE,)),
        ((DAY, WHOLE), {date(2025, 10, 21)}, ()),
        ((DAY, WHOLE), set(), ()),
        ((replace(DAY, everything=True), WHOLE), {TUESDAY}, (replace(DAY, everything=True), WHOLE)),
    ],
)
async def test_a_change_renews_the_files_that_hold_its_days(
    stage: Stage,
    database: Database,
    clock: ManualClock,
    copies: tuple[Copy, ...],
    days: set[date],
    renewed: tuple[Copy, ...],
) -> None:
    await taken(database, clock, stage.anna, *copies)
    async with database.read() as tx:
        assert await copies_to_renew(tx, 1, 5, days) == renewed
        assert await copies_to_renew(tx, 2, 5, days) == ()
        assert await copies_to_renew(tx, 1, 6, days) == ()


async def test_a_renewed_file_holds_what_is_true_now(
    stage: Stage, database: Database, clock: ManualClock
) -> None:
    await taken(database, clock, stage.anna, DAY)
    await publish(database, 52, without=LECTURE, room="Малый зал")
    async with database.read() as tx:
        found = await renewal(tx, clock.now(), 1, DAY)
    assert found is not None
    assert (found.locale, found.material.edition) == ("ru", 52)
    assert (found.material.events[0].event.room, found.material.events[0].sequence) == ("Малый зал", 1)


async def test_a_module_that_is_gone_is_withdrawn_event_by_event(
    stage: Stage, database: Database, clock: ManualClock
) -> None:
    await taken(database, clock, stage.anna, WHOLE)
    async with database.write() as tx:
        made = {"id": 52, "stream_id": 5, "number": 52, "created_at": clock.now()}
        await add(tx, editions, {**made, "published_at": clock.now()})
        await tx.execute(update(streams).where(streams.c.id == 5).values(published_id=52))
    with pytest.raises(OutOfDate):
        await take_module(database, clock, stage.anna, TYUMEN, Form.CALENDAR, everything=False)
    async with database.read() as tx:
        assert await copies_to_renew(tx, 1, 5, {TUESDAY}) == (WHOLE,)
        found = await renewal(tx, clock.now(), 1, WHOLE)
        picture = await renewal(tx, clock.now(), 1, replace(WHOLE, form=Form.PICTURE))
    assert found is not None
    assert (ids(found.material.events), {one.withdrawn for one in found.material.elsewhere}) == ([], {True})
    assert LECTURE in ids(found.material.elsewhere)
    assert picture is None


@pytest.mark.parametrize("why", ["left", "unconsented", "of another stream", "unbound"])
async def test_who_may_not_have_it_any_more_gets_no_new_file(
    stage: Stage, database: Database, clock: ManualClock, why: str
) -> None:
    await taken(database, clock, stage.anna, DAY)
    async with database.write() as tx:
        if why == "left":
            await tx.execute(update(enrolments).where(enrolments.c.person_id == 1).values(left_on=MONDAY))
        if why == "unconsented":
            await tx.execute(update(consents).values(withdrawn_at=clock.now()))
        if why == "unbound":
            await tx.execute(delete(accounts).where(accounts.c.user_id == 1))
    copy = replace(DAY, stream_id=6) if why == "of another stream" else DAY
    async with database.read() as tx:
        assert await renewal(tx, clock.now(), 1, copy) is None


@pytest.mark.parametrize(
    ("moment", "module", "day"),
    [
        (datetime(2025, 11, 18, 4, tzinfo=UTC), TYUMEN, TUESDAY),
        (datetime(2025, 11, 18, 20, tzinfo=UTC), TYUMEN, WEDNESDAY),
        (datetime(2025, 11, 1, 4, tzinfo=UTC), TYUMEN, MONDAY),
        (datetime(2025, 10, 21, 4, tzinfo=UTC), SENEZH, date(2025, 10, 21)),
    ],
)
async def test_what_is_near_is_offered(
    stage: Stage, database: Database, moment: datetime, module: int, day: date
) -> None:
    found = await offer(database, ManualClock(moment), stage.anna)
    assert not isinstance(found, Unpublished)
    assert (found.module.id, found.day) == (module, day)


async def test_where_nothing_is_published_nothing_is_offered(
    stage: Stage, database: Database, clock: ManualClock
) -> None:
    assert isinstance(await offer(database, clock, stage.newcomer), Unpublished)
    with pytest.raises(Refusal):
        await take_day(database, clock, stage.newcomer, 7, TUESDAY, Form.CALENDAR, everything=False)
