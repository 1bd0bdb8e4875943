"""The message that shows a broadcast's progress is renewed by itself, and left in peace at the end."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import make_deliverer
from bot.broadcasts import board_actions
from bot.delivery.boards import renew
from bot.delivery.edits import Edits
from bot.delivery.pace import Pace
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import PATIENCE_S, World
from bot.schedule.pictures.painter import Painter
from bot.shared.clock import ManualClock
from db import broadcasts
from db.engine import Database
from db.notices import forget_settled_before
from tests.broadcasts.scene import become_a_participant, begun, board, sent
from tests.journeys.publishing_week import ANNA, ORGANIZER, STREAM, load_week
from tests.stage import Stage, staged
from tests.telegram import connected


@pytest.fixture
async def stage(
    world: World, server: BotApiServer, database: Database, database_url: str, clock: ManualClock
) -> AsyncIterator[Stage]:
    async with staged(Stage(world, server, database, database_url, clock)) as stage:
        yield stage


@pytest.fixture
async def olga(stage: Stage, tmp_path: Path) -> Persona:
    await load_week(stage, tmp_path)
    return await stage.enter(ORGANIZER, stream=STREAM)


async def renewed(stage: Stage, shown: dict[tuple[int, int], str] | None = None) -> int:
    """Renew the boards once, and return how many there are left to renew."""
    deliverer = make_deliverer(stage.database, stage.clock, Pace(), Painter(), "ru")
    async with connected(stage.server.base_url) as bot:
        await renew(bot, deliverer, Edits(), shown or {})
    return len(await board_actions.boards(stage.database, stage.clock))


async def scheduled(stage: Stage, olga: Persona) -> None:
    """Confirm a broadcast that is to go tomorrow."""
    await begun(olga)
    await olga.tap("Когда")
    await olga.tap("Назначить время")
    await olga.send("завтра 12:00")
    await sent(stage, olga)


async def test_it_shows_the_end_once_and_is_then_left_in_peace(stage: Stage, olga: Persona) -> None:
    await stage.enter(ANNA, stream=STREAM)
    await begun(olga)
    await sent(stage, olga)
    await renewed(stage)
    assert board(olga).startswith("Рассылка: завершена")
    assert "доставлено: 2" in board(olga)
    assert await renewed(stage) == 0


async def test_a_message_that_shows_something_else_now_is_not_overwritten(
    stage: Stage, olga: Persona
) -> None:
    await begun(olga)
    await olga.tap("Когда")
    await olga.tap("В 09:00 у каждого")
    await sent(stage, olga)
    await olga.tap("‹ Все рассылки")
    assert await renewed(stage) == 0
    olga.sees("Пришлите сообщение")


async def test_a_message_that_was_deleted_is_forgotten(stage: Stage, olga: Persona) -> None:
    await scheduled(stage, olga)
    async with stage.database.write() as tx:
        await broadcasts.change(tx, 1, message_id=999_999)
    assert await renewed(stage) == 1
    assert await renewed(stage, {(olga.user, 999_999): "Рассылка: идёт"}) == 0


async def test_who_has_blocked_the_bot_is_shown_nothing_for_ever(stage: Stage, olga: Persona) -> None:
    await scheduled(stage, olga)
    shown = {(olga.user, olga.last["message_id"]): "Рассылка: идёт"}
    stage.world.people[olga.user].blocked = True
    assert await renewed(stage, shown) == 0


async def test_what_became_of_an_old_one_is_forgotten_and_it_is_done(stage: Stage, olga: Persona) -> None:
    await begun(olga)
    await olga.tap("Кнопки")
    await olga.tap("Ознакомлен(а)")
    await olga.tap("‹ Назад")
    await sent(stage, olga)
    await olga.tap("Ознакомлен(а)")
    async with stage.database.write() as tx:
        await forget_settled_before(tx, stage.clock.now() + timedelta(days=1))
    await olga.send("/broadcast")
    await olga.tap("Завтра сбор в 8:30")
    assert board(olga).startswith("Рассылка: завершена")
    olga.sees("Подробный отчёт уже удалён.")
    olga.sees("Ознакомлен(а): 1")
    assert olga.buttons() == [["‹ Все рассылки"]]
    assert await renewed(stage) == 0


async def test_who_is_no_organizer_any_more_is_shown_no_further_progress(stage: Stage, olga: Persona) -> None:
    await scheduled(stage, olga)
    async with stage.database.write() as tx:
        await become_a_participant(tx, ORGANIZER)
    await stage.pass_to(stage.clock.now() + timedelta(days=2))
    assert await renewed(stage) == 0
    assert board(olga).startswith("Рассылка: назначена")


async def test_a_progress_on_its_way_does_not_replace_what_its_reader_opens(
    stage: Stage, olga: Persona
) -> None:
    await stage.enter(ANNA, stream=STREAM)
    await begun(olga)
    await sent(stage, olga)
    slow = stage.world.faults.slow(0.5, methods=["editMessageText"], chats=[olga.user], times=1)
    async with asyncio.timeout(PATIENCE_S):
        while not slow.hits:  # noqa: ASYNC110  (a fault has no event)
            await asyncio.sleep(0.01)
    await olga.tap("Отозвать")
    await asyncio.sleep(0.7)
    assert "Да, отозвать" in olga.all_buttons()
