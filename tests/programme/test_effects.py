"""What follows the settings: the alarm about questions, and how long old workbooks are kept."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.privacy.old_imports import forget_old_imports
from bot.sandbox.botapi.persona import Persona
from bot.support.settings import PATIENCE
from db.imports import add_import, imports
from db.people import enrolments
from db.settings import settings_of
from tests.journeys.test_redelivery import redelivered
from tests.roster import Roster
from tests.stage import Stage


async def set_to(persona: Persona, key: str, value: str) -> None:
    """Set it on the settings' own screen: a question's card is rewritten by itself."""
    await persona.send("/programme")
    await persona.press(f"pv1:1:{key}:{value}:0")
    persona.sees("Записал")


def alarms(persona: Persona) -> int:
    """Count the alarms somebody has got."""
    return sum(
        "ждёт ответа" in one.get("text", "") and "Вопрос № 1" in one["text"] for one in persona.messages()
    )


async def test_the_alarm_rings_after_the_minutes_that_were_set(stage: Stage, olga: Persona) -> None:
    anna = await stage.enter("Л-1")
    await set_to(olga, "patience", "45")
    stage.clock.move(timedelta(hours=3))
    await anna.send("/ask Где автобус?")
    asked = stage.clock.now()
    await stage.pass_to(asked + timedelta(minutes=44))
    assert alarms(olga) == 0
    await stage.pass_to(asked + timedelta(minutes=45))
    assert alarms(olga) == 1
    await stage.pass_to(asked + timedelta(hours=5))
    assert alarms(olga) == 1


async def test_another_patience_holds_for_the_questions_that_wait_already(
    stage: Stage, olga: Persona
) -> None:
    anna = await stage.enter("Л-1")
    stage.clock.move(timedelta(hours=3))
    await anna.send("/ask Где автобус?")
    await set_to(olga, "patience", "120")
    asked = stage.clock.now()
    await stage.pass_to(asked + timedelta(minutes=119))
    assert alarms(olga) == 0
    await set_to(olga, "patience", "15")
    await stage.delivered()
    assert alarms(olga) == 1


async def test_the_alarm_keeps_the_quiet_hours_that_were_set(stage: Stage, olga: Persona) -> None:
    anna = await stage.enter("Л-1")
    stage.clock.move(timedelta(hours=16))
    await anna.send("/ask Где автобус?")
    await stage.pass_to(stage.clock.now() + timedelta(minutes=30))
    assert alarms(olga) == 0
    await set_to(olga, "quiet-hours", "0-0")
    await stage.delivered()
    assert alarms(olga) == 1


async def kept(stage: Stage) -> list[bool]:
    async with stage.database.read() as tx:
        rows = await tx.execute(select(imports.c.content).order_by(imports.c.id))
        return [row.content is not None for row in rows]


async def test_old_workbooks_go_after_the_days_that_were_set(stage: Stage, olga: Persona) -> None:
    anna = await stage.enter("Л-1")
    async with stage.database.write() as tx:
        for user in (olga.user, anna.user):
            await add_import(tx, user, "план.xlsx", "0" * 64, b"rows", stage.clock.now())
    await set_to(olga, "imports-kept", "30")
    stage.clock.move(timedelta(days=14))
    await forget_old_imports(stage.database, stage.clock)
    assert await kept(stage) == [True, True]
    stage.clock.move(timedelta(seconds=1))
    await forget_old_imports(stage.database, stage.clock)
    assert await kept(stage) == [True, False]
    stage.clock.move(timedelta(days=16))
    await forget_old_imports(stage.database, stage.clock)
    assert await kept(stage) == [False, False]


async def test_who_organizes_no_more_has_the_usual_days(stage: Stage, olga: Persona, roster: Roster) -> None:
    async with stage.database.write() as tx:
        await add_import(tx, olga.user, "план.xlsx", "0" * 64, b"rows", stage.clock.now())
    await set_to(olga, "imports-kept", "90")
    async with stage.database.write() as tx:
        part = update(enrolments).where(enrolments.c.person_id == roster.olga)
        await tx.execute(part.values(roles=["participant"]))
    stage.clock.move(timedelta(days=14, seconds=1))
    await forget_old_imports(stage.database, stage.clock)
    assert await kept(stage) == [False]


@pytest.mark.parametrize("act", ["pv1:1:patience:60:0", "pr1:1:patience:0"])
async def test_a_change_delivered_again_does_not_undo_a_later_one(
    stage: Stage, olga: Persona, act: str
) -> None:
    await set_to(olga, "patience", "45")
    update_id = stage.world.tap(olga.user, olga.user, olga.last["message_id"], act, force=True)
    await stage.world.wait_confirmed(update_id)
    await set_to(olga, "patience", "15")
    assert await redelivered(stage, update_id)
    async with stage.database.read() as tx:
        assert (await settings_of(tx, 1)).value(PATIENCE) == 15
