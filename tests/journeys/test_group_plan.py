"""The plan of the day in a stream's group chat: in the morning, once, where organizers wish for it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import PATIENCE_S, World
from bot.shared.clock import ManualClock
from db.engine import Database
from db.notices import notices
from tests.journeys.changing import change_programme, with_event
from tests.journeys.three_streams import load_three_streams
from tests.stage import Stage, staged
from tests.support.groups import words_in

MORNING = datetime(2025, 11, 18, 3, 0, tzinfo=UTC)
"""Tuesday in Tyumen, 08:00: the quiet hours end."""


@pytest.fixture
async def monday(
    world: World, server: BotApiServer, database: Database, database_url: str, clock: ManualClock
) -> AsyncIterator[Stage]:
    """Monday evening in Tyumen."""
    clock.set(datetime(2025, 11, 17, 15, 0, tzinfo=UTC))
    async with staged(Stage(world, server, database, database_url, clock)) as stage:
        await load_three_streams(stage)
        clock.move(timedelta(minutes=1))
        yield stage


async def bound_group(stage: Stage, olga: Persona) -> int:
    group = stage.world.add_group("Наш поток", [olga.user])
    await stage.world.wait_confirmed(stage.world.add_bot_to_group(group, olga.user))
    await olga.send("/bind", chat=group)
    (label,) = [one for one in olga.all_buttons(group) if one.startswith("Чат потока")]
    await olga.tap(label, chat=group)
    return group


async def switch_on(olga: Persona) -> None:
    await olga.send("/programme")
    await olga.tap("План дня в группе")
    await olga.tap("да")
    olga.sees("Записал: да.")


def plans(stage: Stage, group: int) -> list[str]:
    return [said for said in words_in(stage, group) if said.startswith("План на")]


async def put_off(stage: Stage) -> bool:
    """Tell whether the group's plan waits because Telegram has asked for it."""
    chosen = select(notices.c.reason).where(notices.c.kind == "group-plan", notices.c.reason != "")
    async with stage.database.read() as tx:
        return (await tx.scalar(chosen)) == "told to wait"


async def test_the_group_gets_the_plan_when_the_quiet_hours_end_and_only_if_wished(monday: Stage) -> None:
    olga = await monday.enter("Ш5-куратор")
    group = await bound_group(monday, olga)
    await switch_on(olga)
    await monday.pass_to(MORNING - timedelta(minutes=1))
    assert plans(monday, group) == []
    await monday.pass_to(MORNING)
    await monday.pass_to(MORNING + timedelta(hours=1))
    (plan,) = plans(monday, group)
    assert plan.startswith("План на сегодня. Вт, 18 ноября\nНачало в 09:00: title МЕТКА-Ш5")
    await olga.tap("Расписание дня", chat=group)
    assert "вт, 18 ноября" in words_in(monday, group)[-1]


async def test_nothing_comes_where_nobody_wished_for_it(monday: Stage) -> None:
    olga = await monday.enter("Ш5-куратор")
    group = await bound_group(monday, olga)
    await monday.pass_to(MORNING)
    assert plans(monday, group) == []


async def test_switched_off_again_and_after_a_restart_nothing_comes(monday: Stage) -> None:
    olga = await monday.enter("Ш5-куратор")
    group = await bound_group(monday, olga)
    await switch_on(olga)
    await monday.kill()
    await monday.open()
    await olga.send("/programme")
    await olga.tap("План дня в группе")
    await olga.tap("нет")
    await monday.pass_to(MORNING)
    assert plans(monday, group) == []


async def test_it_tells_the_day_as_it_is_then(monday: Stage) -> None:
    olga = await monday.enter("Ш5-куратор")
    group = await bound_group(monday, olga)
    await switch_on(olga)
    await change_programme(monday, with_event("Ш5-З2", cancelled=True))
    await monday.pass_to(MORNING)
    (plan,) = plans(monday, group)
    assert plan.startswith("План на сегодня. Вт, 18 ноября\nНачало в 11:00")


async def test_a_group_told_to_wait_holds_up_nobody_else(monday: Stage) -> None:
    olga = await monday.enter("Ш5-куратор")
    anna = await monday.enter("Ш5-читатель")
    group = await bound_group(monday, olga)
    await switch_on(olga)
    monday.world.faults.too_many_requests(2, chats=[group], times=1)
    await monday.pass_to(MORNING - timedelta(minutes=1))
    monday.clock.set(MORNING + timedelta(minutes=45))
    async with asyncio.timeout(PATIENCE_S):
        while not await put_off(monday):  # noqa: ASYNC110  (rows have no event)
            await asyncio.sleep(0.02)
    await monday.delivered()
    anna.sees("Через 15 мин: title МЕТКА-Ш5")
    assert plans(monday, group) == []
    await monday.pass_to(MORNING + timedelta(minutes=45, seconds=2))
    assert len(plans(monday, group)) == 1
    tries = [
        call
        for call in monday.world.calls
        if call.params.get("chat_id") == str(group) and call.method == "sendMessage"
    ][-2:]
    assert [call.status for call in tries] == [429, 200]
    assert tries[1].moment - tries[0].moment >= 2
