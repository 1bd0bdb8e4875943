"""Long polling against the strict server: confirmed after handling, and through every fault."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiogram import Bot
from aiogram.types import Update

from bot.sandbox.botapi.faults import Faults
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import World
from bot.shared.errors import Trouble
from bot.updates import polling
from bot.updates.intake import Intake
from tests.telegram import TOKEN, connected

Handle = Callable[[Update], Awaitable[None]]


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "BACKOFF_S", (0.01,))


@asynccontextmanager
async def receiving(bot: Bot, handle: Handle) -> AsyncIterator[asyncio.Event]:
    stop = asyncio.Event()
    task = asyncio.create_task(polling.poll(bot, Intake(handle), ["message"], stop))
    try:
        yield stop
    finally:
        stop.set()
        await task


async def test_an_update_is_confirmed_only_after_it_was_handled(world: World, bot: Bot, anna: int) -> None:
    gate, begun = asyncio.Event(), asyncio.Event()

    async def handle(update: Update) -> None:
        if update.message is not None and update.message.text == "/now":
            begun.set()
            await gate.wait()

    async with receiving(bot, handle):
        update_id = world.say(anna, "/now")
        await begun.wait()
        await asyncio.sleep(2 * polling.PATIENCE_S)
        assert not world.confirmed(update_id)
        gate.set()
        await world.wait_confirmed(update_id)


async def test_a_slow_person_does_not_hold_up_the_others(world: World, bot: Bot, anna: int) -> None:
    boris = world.add_user(first_name="Борис")
    gate, answered = asyncio.Event(), asyncio.Event()

    async def handle(update: Update) -> None:
        assert update.message is not None
        if update.message.chat.id == anna:
            await gate.wait()
        else:
            answered.set()

    async with receiving(bot, handle):
        slow = world.say(anna, "/now")
        world.start(boris)
        async with asyncio.timeout(3):
            await answered.wait()
        assert not world.confirmed(slow)
        gate.set()
        await world.wait_confirmed(slow)


async def test_stopping_finishes_and_confirms_what_is_in_flight(world: World, bot: Bot, anna: int) -> None:
    gate, begun = asyncio.Event(), asyncio.Event()

    async def handle(update: Update) -> None:
        if update.message is not None and update.message.text == "/now":
            begun.set()
            await gate.wait()

    async with receiving(bot, handle) as stop:
        update_id = world.say(anna, "/now")
        await begun.wait()
        stop.set()
        gate.set()
    assert world.confirmed(update_id)


async def test_a_bot_that_dies_while_handling_gets_the_update_again(
    world: World, bot: Bot, anna: int
) -> None:
    begun = asyncio.Event()

    async def dies(update: Update) -> None:
        if update.message is not None and update.message.text == "/now":
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(polling.poll(bot, Intake(dies), ["message"], asyncio.Event()))
    update_id = world.say(anna, "/now")
    await begun.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    seen: list[int] = []

    async def handle(update: Update) -> None:
        seen.append(update.update_id)

    async with receiving(bot, handle):
        await world.wait_confirmed(update_id)
    assert seen[-1] == update_id


FAULTS: dict[str, Callable[[Faults], object]] = {
    "429": lambda faults: faults.too_many_requests(1, methods=["getupdates"], times=1),
    "502": lambda faults: faults.server_error(502, methods=["getupdates"], times=2),
    "cut before": lambda faults: faults.cut_before(methods=["getupdates"], times=2),
    "cut after": lambda faults: faults.cut_after(methods=["getupdates"], times=2),
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_of_the_api_costs_no_update(world: World, bot: Bot, anna: int, fault: str) -> None:
    seen: list[int] = []

    async def handle(update: Update) -> None:
        seen.append(update.update_id)

    FAULTS[fault](world.faults)
    async with receiving(bot, handle):
        update_id = world.say(anna, "/now")
        await world.wait_confirmed(update_id)
    assert sorted(set(seen)) == sorted(seen)
    assert update_id in seen


async def test_a_revoked_token_is_told_in_a_sentence(server: BotApiServer) -> None:
    async with connected(server.base_url, TOKEN.replace("1", "2")) as bot:
        with pytest.raises(Trouble, match="revoked"):
            await polling.poll(bot, Intake(lambda _: asyncio.sleep(0)), [], asyncio.Event())
