"""What may happen to a broadcast on its way, and the line of the report in which each recipient ends."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.notices.model import State
from bot.sandbox.botapi.faults import Fault
from bot.sandbox.botapi.persona import Persona
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import PATIENCE_S, World
from bot.shared.clock import ManualClock
from db.engine import Database
from db.groups import bindings
from tests.broadcasts.scene import begun, heard, rows, sent
from tests.journeys.publishing_week import ANNA, BORIS, ORGANIZER, SECOND, STREAM, VERA, load_week
from tests.stage import Stage, staged
from tests.support.groups import group_with_bot

WORDS = "Завтра сбор"
SENDS = ["sendMessage"]


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


async def confirmed(olga: Persona) -> None:
    """Tap through the confirmation, and wait for nothing."""
    await begun(olga)
    for begins in ("Отправить: ", "Да, отправить"):
        await olga.tap(next(one for one in olga.all_buttons()[::-1] if one.startswith(begins)))


async def put_off(stage: Stage, fault: Fault, attempt: int, reason: str) -> None:
    """Wait until an attempt has met a fault and is written as put off."""
    async with asyncio.timeout(PATIENCE_S):
        while fault.hits < attempt or (State.QUEUED, reason) not in await rows(stage):  # noqa: ASYNC110
            await asyncio.sleep(0.02)


def report(olga: Persona) -> set[str]:
    """Return the lines of the report: those that end with a number."""
    return {line for line in olga.text.splitlines() if ": " in line and line.split(": ")[-1].isdigit()}


async def test_each_trouble_of_a_recipient_ends_in_its_line(stage: Stage, olga: Persona) -> None:
    anna = await stage.enter(ANNA, stream=STREAM)
    for code, trouble in ((BORIS, "blocked"), (SECOND, "deactivated")):
        persona = await stage.enter(code, stream=STREAM)
        setattr(stage.world.people[persona.user], trouble, True)  # Telegram has not told the bot yet
    never = await stage.enter(VERA, stream=STREAM)
    stage.world.people[never.user].started = False
    await begun(olga)
    await sent(stage, olga)
    await olga.tap("Обновить")
    assert report(olga) == {"доставлено: 2", "бот заблокирован или аккаунт удалён: 3", "не вошли в бот: 1"}
    assert heard(anna, WORDS) == 1
    await olga.tap("Повторить тем, кому не дошло")
    await stage.delivered()
    assert heard(anna, WORDS) == 1


async def test_a_group_that_moved_gets_it_at_its_new_place(stage: Stage, olga: Persona) -> None:
    chat = await group_with_bot(stage, "Поток", olga, basic=True)
    await olga.send("/bind", chat=chat)
    await olga.tap(next(one for one in olga.all_buttons(chat) if one.startswith("Чат потока")), chat=chat)
    moved = moved_silently(stage, olga, chat)
    await begun(olga)
    await olga.tap("Кому")
    await olga.tap("Добавить групповые чаты")
    await olga.tap("‹ Назад")
    await sent(stage, olga)
    told = [[one.get("text", "") for one in stage.world.messages(place)] for place in (chat, moved)]
    assert [texts.count("Завтра сбор в 8:30") for texts in told] == [0, 1]
    await olga.tap("Обновить")
    assert report(olga) == {"доставлено: 2", "не вошли в бот: 5"}
    async with stage.database.read() as tx:
        assert await tx.scalar(select(bindings.c.chat_id)) == moved


def moved_silently(stage: Stage, olga: Persona, chat: int) -> int:
    """Let a group become a supergroup while the bot does not hear of it in time."""
    moved = stage.world.add_group("Поток", [olga.user])
    stage.world.chats[moved].bot_status = stage.world.chats[chat].bot_status
    stage.world.chats[chat].migrated_to = moved
    return moved


async def test_a_429_of_an_hour_is_waited_out_and_nobody_counts_as_failed(
    stage: Stage, olga: Persona
) -> None:
    anna, boris = await stage.enter(ANNA, stream=STREAM), await stage.enter(BORIS, stream=STREAM)
    fault = stage.world.faults.too_many_requests(3600, methods=SENDS, chats=[anna.user, boris.user])
    await confirmed(olga)
    await put_off(stage, fault, 1, "told to wait")
    await stage.kill()  # who starts anew knows of the pause, and time passes by the clock alone
    stage.world.faults.remove(fault)
    asked = fault.hits
    await stage.open()
    stage.clock.move(timedelta(minutes=59))
    await olga.tap("Обновить")
    assert "ждут отправки: 2" in report(olga) or "ждут отправки: 3" in report(olga)
    assert not {line for line in report(olga) if line.startswith("ошибка")}
    assert heard(anna, WORDS) == heard(boris, WORDS) == 0
    await stage.kill()
    stage.clock.move(timedelta(minutes=1, seconds=5))
    await stage.open()
    await stage.delivered()
    await olga.tap("Обновить")
    assert report(olga) == {"доставлено: 3", "не вошли в бот: 3"}
    assert (heard(anna, WORDS), heard(boris, WORDS)) == (1, 1)
    assert asked <= 2


DOUBT = {"могли прийти дважды (судьба неизвестна): 2"}
"""What two answers of a gateway leave."""


@pytest.mark.parametrize(
    ("status", "doubt"), [(500, set[str]()), (502, DOUBT), (503, set[str]()), (504, DOUBT)]
)
async def test_a_fault_of_the_server_is_tried_again_and_ends_as_delivered(
    stage: Stage, olga: Persona, status: int, doubt: set[str]
) -> None:
    anna = await stage.enter(ANNA, stream=STREAM)
    fault = stage.world.faults.server_error(status, methods=SENDS, chats=[anna.user], times=2)
    await confirmed(olga)
    for attempt, pause in ((1, 1), (2, 2)):
        await put_off(stage, fault, attempt, "server")
        stage.clock.move(timedelta(seconds=pause))
    await stage.delivered()
    await olga.tap("Обновить")
    assert report(olga) == {"доставлено: 2", "не вошли в бот: 4"} | doubt
    assert heard(anna, WORDS) == 1
