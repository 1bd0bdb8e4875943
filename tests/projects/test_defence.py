"""The defence: slots, the jury's order, and that only those are told whose slot is another one."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import select, update

from bot.notices.model import Scope
from bot.people.model import Role, Visitor
from bot.projects.defence import DEFENCE_AHEAD, DEFENCE_SLOT, slots
from bot.projects.defence_actions import KINDS, defence, events, move, order, order_with
from bot.projects.model import Project
from bot.projects.paper_actions import mark
from bot.projects.papers import Paper
from bot.registry import make_planning
from bot.shared.clock import ManualClock
from bot.shared.errors import NotAllowed, OutOfDate
from bot.ui.notices.letter import Lapse
from bot.ui.notices.portfolio import Told, read_slots, write_slot
from bot.ui.projects.defence import defence_screen, order_screen
from bot.ui.texts import texts_in
from db.coming_events import events_by_id
from db.engine import Database
from db.notices import notices
from db.people import enrolments
from db.projects import projects
from db.schedule import event_versions
from tests.projects.field import FOREIGN, OURS, SECOND, lay, let_in, member, planned_notices
from tests.schedule.stage import OTHER_EVENT, TRIP, Stage, add

RU = texts_in("ru")
ANNA, BORIS = 1, 2
BEFORE = datetime(2025, 11, 10, 6, 0, tzinfo=UTC)


async def _enter(database: Database, *people: int) -> None:
    async with database.write() as tx:
        await tx.execute(update(enrolments).where(enrolments.c.person_id == BORIS).values(team_id=8))
    await let_in(database, *people)


async def _planned(database: Database, kind: str = DEFENCE_SLOT.name) -> list[tuple[int, str, str]]:
    """Return person, slot and state of every notice in the order of planning."""
    async with database.read() as tx:
        rows = await tx.execute(select(notices).where(notices.c.kind == kind).order_by(notices.c.id))
        return [(row.person_id, row.params.partition("#")[2].strip('"}'), row.state) for row in rows]


async def _replan(database: Database, now: datetime) -> None:
    async with database.write() as tx:
        await make_planning().replan(tx, now, Scope(5), KINDS)


async def _sent(database: Database, now: datetime) -> None:
    async with database.write() as tx:
        queued = notices.update().where(notices.c.state == "queued")
        await tx.execute(queued.values(state="sent", settled_at=now))


async def test_a_team_is_told_once_and_again_only_when_its_own_slot_is_another(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    await _enter(database, ANNA, BORIS)
    clock.set(BEFORE)
    await _replan(database, BEFORE)
    await _replan(database, BEFORE)
    assert await _planned(database) == [(ANNA, "1", "queued"), (BORIS, "2", "queued")]
    await _sent(database, BEFORE)
    later = BEFORE + timedelta(hours=1)
    await _replan(database, later)
    assert len(await _planned(database)) == 2
    async with database.write() as tx:
        third = {"id": 72, "code": "П-99", "stream_id": 5, "team_id": 7, "title": "Третий", "stage": "идея"}
        await add(tx, projects, third | {"defence_id": TRIP, "defence_order": 3})
    await _replan(database, later)
    assert await _planned(database) == [(ANNA, "1", "sent"), (BORIS, "2", "sent"), (ANNA, "3", "queued")]
    await _sent(database, later)
    await move(database, clock, make_planning(), stage.organizer, 72, 2)
    assert (await _planned(database))[3:] == [(ANNA, "2", "queued"), (BORIS, "3", "queued")]


async def test_what_was_not_sent_yet_is_put_right_instead_of_told_twice(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    await _enter(database, ANNA, BORIS)
    clock.set(BEFORE)
    await _replan(database, BEFORE)
    await _sent(database, BEFORE)
    organizer = stage.organizer
    await move(database, clock, make_planning(), replace(organizer, update_id=7), SECOND, 1)
    await move(database, clock, make_planning(), replace(organizer, update_id=8), SECOND, 2)
    states = [state for _person, _slot, state in await _planned(database)]
    assert states == ["sent", "sent", "cancelled", "cancelled"]


async def test_a_moved_event_and_one_that_is_called_off_are_told(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    await _enter(database, ANNA)
    await _replan(database, BEFORE)
    await _sent(database, BEFORE)
    async with database.write() as tx:
        own = (event_versions.c.event_id == TRIP, event_versions.c.edition_id == 50)
        moved = datetime(2025, 11, 18, 10, 0, tzinfo=UTC)
        await tx.execute(update(event_versions).where(*own).values(starts_at=moved, starts=time(15, 0)))
    await _replan(database, BEFORE)
    assert await _planned(database) == [(ANNA, "1", "sent"), (ANNA, "1", "queued")]
    await _sent(database, BEFORE)
    async with database.write() as tx:
        await tx.execute(update(event_versions).where(*own).values(cancelled=True))
    await _replan(database, BEFORE)
    assert [state for _person, _slot, state in await _planned(database)] == ["sent", "sent", "queued"]


async def test_nothing_is_told_of_a_slot_once_the_defence_is_over(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    await _enter(database, ANNA, BORIS)
    ends = datetime(2025, 11, 18, 11, 0, tzinfo=UTC)
    await _replan(database, ends - timedelta(minutes=1))
    await _sent(database, ends)
    for later in (timedelta(0), timedelta(minutes=10), timedelta(days=9)):
        await _replan(database, ends + later)
        assert await _planned(database) == [(ANNA, "1", "sent"), (BORIS, "2", "sent")]


async def test_a_slot_that_waits_still_is_not_told_after_the_defence(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    await _enter(database, ANNA)
    ends = datetime(2025, 11, 18, 11, 0, tzinfo=UTC)
    before = ends - timedelta(minutes=1)
    await _replan(database, before)
    (notice,) = await planned_notices(database, DEFENCE_SLOT.name)
    async with database.read() as tx:
        told = (await read_slots(tx, before, [notice]))[notice.id]
        assert isinstance(told, Told)
        text = write_slot(RU, told, before).text
        assert "Назначена защита проекта «Набережная»" in text
        assert await read_slots(tx, ends, [notice]) == {notice.id: Lapse("changed")}
    await _replan(database, ends)
    assert await _planned(database) == [(ANNA, "1", "cancelled")]


async def test_the_countdown_comes_a_week_and_three_days_before(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    await _enter(database, ANNA)
    begins = datetime(2025, 11, 18, 9, 0, tzinfo=UTC)
    await _replan(database, BEFORE)
    assert len(await _planned(database, DEFENCE_AHEAD.name)) == 1
    await _replan(database, begins - timedelta(days=4))
    async with database.read() as tx:
        chosen = (
            select(notices.c.wanted_at).where(notices.c.kind == DEFENCE_AHEAD.name).order_by(notices.c.id)
        )
        moments = list((await tx.execute(chosen)).scalars())
    assert begins - timedelta(days=3) in moments


async def test_the_jury_gets_the_order_and_nobody_else(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    await mark(database, clock, stage.organizer, SECOND, Paper.CHARTER, True)
    text = order_screen(RU, await order(database, clock, stage.organizer, TRIP)).text
    assert text == (
        "<b>Порядок защиты: 2</b> – Жилой квартал\n"
        "Вт, 18 ноября, 14:00–16:00 (Тюмень, МСК+2)\n\n"
        "1. Около 14:00 · <b>Набережная</b>\nКоманда севера · не готово: паспорт, презентация, регламент\n\n"
        "2. Около 15:00 · <b>Водопровод</b>\nКоманда юга · не готово: презентация, регламент\n\n"
        "Номер переставляет проект. О переменах узнают только те команды, чьё место изменилось."
    )
    assert [event.id for event, _count in await events(database, clock, stage.organizer)] == [TRIP]
    for who in (
        stage.anna,
        stage.boris,
        stage.gleb,
        member(stage, 20, "К-7", Role.MENTOR),
        Visitor(99, 99, "ru"),
    ):
        with pytest.raises(NotAllowed):
            await order(database, clock, who, TRIP)
        with pytest.raises(NotAllowed):
            await events(database, clock, who)
        with pytest.raises((NotAllowed, OutOfDate)):
            await order_with(database, clock, who, OURS)
        with pytest.raises((NotAllowed, OutOfDate)):
            await move(database, clock, make_planning(), who, OURS, 2)
    with pytest.raises(NotAllowed):
        await order(database, clock, stage.organizer, OTHER_EVENT)
    with pytest.raises(OutOfDate):
        await move(database, clock, make_planning(), stage.organizer, FOREIGN, 1)


async def test_a_team_sees_its_slot_and_marks_what_is_ready(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    await mark(database, clock, stage.anna, OURS, Paper.PRESENTATION, True)
    screen = defence_screen(RU, await defence(database, clock, stage.anna, OURS))
    assert screen.text == (
        "<b>Защита сегодня.</b>\nЗащита проекта «Набережная»\n"
        "Вт, 18 ноября, 14:00–16:00 (Тюмень, МСК+2). Место 1 из 2, ориентировочно в 14:00.\n\n"
        "<b>К защите:</b>\nПаспорт – ещё не готово; файла нет\n"
        "Презентация – ✓ готово; файла нет\nРегламент – ещё не готово; файла нет"
    )
    await mark(database, clock, stage.anna, OURS, Paper.PRESENTATION, False)
    assert (await defence(database, clock, stage.anna, OURS)).marks == frozenset()
    with pytest.raises(NotAllowed):
        await defence(database, clock, stage.anna, SECOND)
    with pytest.raises(NotAllowed):
        await mark(database, clock, stage.anna, SECOND, Paper.CHARTER, True)


async def test_projects_without_an_order_come_last(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    async with database.read() as tx:
        found = await events_by_id(tx, [TRIP])
    every = [
        Project(n, f"П{n}", 5, n, f"К{n}", "", "", "", "", "", "", "Europe/Moscow", "", TRIP, place)
        for n, place in ((1, None), (2, 2), (3, 1), (4, None))
    ]
    held = slots(every, found)
    assert [held[n].place for n in (1, 2, 3, 4)] == [3, 2, 1, 4]
    assert held[4].at - held[3].at == timedelta(minutes=90)
    assert slots(every, {}) == {}
    assert date(2025, 11, 18) == held[1].event.day
