"""What leaders are sent: a digest of changes alone; and who hears that a slot at the defence has moved."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from db.projects import projects
from tests.journeys.project_week import (
    LEAD,
    MEMBER,
    ORGANIZER,
    OTHER,
    OURS,
    SECOND,
    Week,
    omsk,
    open_week,
    report,
)
from tests.schedule.stage import TRIP
from tests.stage import Stage

THURSDAY, FRIDAY = omsk(4, 12), omsk(5, 16)
WEEK = timedelta(days=7)


@pytest.fixture
async def week(stage: Stage) -> Week:
    return await open_week(stage, omsk(3, 12))


async def test_the_digest_tells_changes_alone_and_stays_away_where_there_are_none(
    week: Week, stage: Stage
) -> None:
    stage.clock.set(THURSDAY)
    await report(week[OTHER], "■ красный: нужна помощь", "Трубы привезли", "Нет сварщика")
    await week.at(FRIDAY - timedelta(minutes=1))
    await week.restart()
    await week.at(FRIDAY)
    assert await week.sent("project-digest") == [("project-digest", ORGANIZER)]
    week[ORGANIZER].sees("изменился 1 проект из 2")
    week[ORGANIZER].sees("1. ■ красный (было: ○ серый) · Водопровод")
    week[ORGANIZER].sees("Мешает 1 день: Нет сварщика")
    week[ORGANIZER].sees("Без свежего отчёта: Команда севера (отчётов ещё не было)")
    await week.at(FRIDAY + WEEK)
    assert await week.sent("project-digest") == [("project-digest", ORGANIZER)]
    await week[ORGANIZER].send("/projects")
    await week[ORGANIZER].tap("Что изменилось")
    week[ORGANIZER].sees("в проектах ничего не изменилось")


async def test_a_moved_slot_is_told_to_the_teams_it_concerns_alone(week: Week, stage: Stage) -> None:
    moment = omsk(10, 12, month=11)
    stage.clock.set(moment)
    async with stage.database.write() as tx:
        third = {
            "id": 72,
            "code": "П-90",
            "stream_id": 5,
            "team_id": 8,
            "title": "Котельная",
            "stage": "идея",
        }
        await tx.execute(projects.insert().values(third))
        await tx.execute(update(projects).where(projects.c.stream_id == 5).values(defence_id=TRIP))
        for place, project in enumerate((OURS, SECOND, 72), start=1):
            await tx.execute(update(projects).where(projects.c.id == project).values(defence_order=place))
    await week.at(moment)
    assert {person for _kind, person in await week.sent("defence-slot")} >= {LEAD, MEMBER, OTHER}
    week[LEAD].sees("Назначена защита проекта «Набережная»")
    before = await week.sent("defence-slot")
    await week.restart()
    organizer = week[ORGANIZER]
    await organizer.send("/projects")
    await organizer.tap("Порядок защит")
    organizer.sees("1. Около 14:00 · Набережная")
    await organizer.tap("3")
    await organizer.tap("2")
    organizer.sees("2. Около 14:40 · Котельная")
    await stage.delivered()
    after = (await week.sent("defence-slot"))[len(before) :]
    assert {person for _kind, person in after} == {OTHER}
    week[OTHER].sees("Изменилось время или место в очереди")
    await week[LEAD].send("/project")
    week[LEAD].sees("Место 1 из 3, ориентировочно в 14:00.")
