"""The digest: changes only, red first, blockers with their age, who is silent."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.notices.model import Notice, Scope
from bot.people.model import Role, Visitor
from bot.projects.digest import DIGEST, Change, Digest
from bot.projects.digest_actions import changes, due
from bot.projects.lights import Judged
from bot.projects.model import Light, Project
from bot.projects.portfolio import Standing
from bot.registry import make_planning
from bot.shared.clock import ManualClock
from bot.shared.errors import NotAllowed
from bot.ui.projects.digest import digest_text
from bot.ui.texts import texts_in
from db.engine import Database
from db.notices import notices
from tests.conftest import MOMENT
from tests.projects.field import OURS, SECOND, SECRETS, block, lay, let_in, member, report
from tests.schedule.stage import Stage

RU = texts_in("ru")


async def test_only_what_changed_is_told_red_first(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    await report(database, OURS, "green", days=20)
    await report(database, OURS, "yellow", days=1, words="Договорились о береге")
    await block(database, OURS, days=10, closed=MOMENT - timedelta(days=1))
    text = digest_text(RU, await changes(database, clock, stage.organizer))
    assert text == (
        "<b>С вт, 11 ноября изменились 2 проекта из 2</b>\n"
        "■ красный – 1 · ▲ жёлтый – 1\n\n"
        "1. ■ красный (было: ○ серый) · <b>Водопровод</b>\n"
        f"Сделано: Сделано: {SECRETS[SECOND]}\n"
        f"Мешает 9 дней: Мешает: {SECRETS[SECOND]}\n\n"
        "2. ▲ жёлтый (было: ● зелёный) · <b>Набережная</b>\n"
        "Сделано: Сделано: Договорились о береге\n"
        "Снята 1 помеха"
    )


async def test_a_team_that_fell_silent_is_a_change_and_one_that_was_silent_is_not(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    await report(database, OURS, "green", days=15)
    found = await changes(database, clock, stage.organizer)
    assert [one.standing.project.id for one in found.changes] == [SECOND, OURS]
    clock.set(MOMENT + timedelta(days=9))
    found = await changes(database, clock, stage.organizer)
    assert [one.standing.project.id for one in found.changes] == []
    text = digest_text(RU, found)
    assert text == (
        "С чт, 20 ноября в проектах ничего не изменилось.\n\n"
        "<b>Без свежего отчёта:</b> Команда севера (молчат 24 дня)"
    )


@pytest.mark.parametrize(
    ("count", "counted"),
    [
        (8, "Изменился ещё 1 проект: он в списке проектов."),
        (10, "Изменились ещё 3 проекта: они в списке проектов."),
        (12, "Изменилось ещё 5 проектов: они в списке проектов."),
        (28, "Изменился ещё 21 проект: они в списке проектов."),
    ],
)
def test_changes_beyond_the_screen_are_counted(count: int, counted: str) -> None:
    every = [
        Project(n, f"П{n}", 5, n, f"К{n}", "Команда", "Сквер", "идея", "", "", "", "Europe/Moscow")
        for n in range(count)
    ]
    changed = tuple(
        Change(Standing(one, None, Judged(Light.GREEN)), Light.GREY, (), (), (), ()) for one in every
    )
    text = digest_text(RU, Digest(MOMENT - timedelta(days=7), MOMENT, changed, (), ()))
    assert text.splitlines()[-1] == counted


async def test_whoever_leads_nothing_has_no_digest(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    for who in (stage.anna, stage.gleb, member(stage, 20, "", Role.MENTOR), Visitor(99, 99, "ru")):
        with pytest.raises(NotAllowed):
            await changes(database, clock, who)


async def test_it_is_planned_weekly_by_the_organizers_own_clock_and_counts_from_the_last_one_sent(
    database: Database, clock: ManualClock, stage: Stage
) -> None:
    await lay(database)
    organizer = 5
    await let_in(database, organizer)
    planning = make_planning()
    thursday = datetime(2025, 11, 20, 9, 0, tzinfo=UTC)
    async with database.write() as tx:
        await planning.replan(tx, thursday, Scope(5), frozenset({DIGEST.name}))
        await planning.replan(tx, thursday, Scope(5), frozenset({DIGEST.name}))
    async with database.read() as tx:
        rows = (await tx.execute(select(notices).where(notices.c.kind == DIGEST.name))).all()
    assert [(row.person_id, row.wanted_at) for row in rows] == [
        (organizer, datetime(2025, 11, 21, 11, tzinfo=UTC))
    ]
    sent = MOMENT - timedelta(days=1)
    async with database.write() as tx:
        await tx.execute(notices.update().values(state="sent", settled_at=sent))
        found = await due(tx, MOMENT, [_notice(organizer)])
    assert found[1].since == sent
    assert found[1].changes == ()


def _notice(person: int) -> Notice:
    return Notice(
        id=1,
        key="",
        kind=DIGEST.name,
        stream_id=5,
        subject="stream:5",
        person_id=person,
        chat_id=None,
        wanted_at=MOMENT,
        due_at=MOMENT,
        stale_after=MOMENT,
        happens_at=None,
        zone="Europe/Moscow",
        attempts=0,
        repeats=0,
        params={},
    )
