"""Long polling against the strict server: confirmed after handling, and through every fault."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiogram import Bot
from aiogram.types import Update

from bot.sandbox.botapi.faults import Faults
from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import PATIENCE_S, World
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
        async with asyncio.timeout(PATIENCE_S):
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


async def test_one_slow_person_does_not_close_the_window_to_everybody(
    world: World, bot: Bot, anna: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Telegram shows a hundred unconfirmed updates; behind a slow one they are soon full."""
    monkeypatch.setattr(polling, "FULL_WINDOW_HOLD_S", 0.1)
    boris = world.add_user(first_name="Борис")
    gate, last = asyncio.Event(), asyncio.Event()

    async def handle(update: Update) -> None:
        assert update.message is not None
        if update.message.text == "/now":
            await gate.wait()
        if update.message.text == "последнее":
            last.set()

    slow = world.say(anna, "/now")
    for number in range(150):
        world.say(boris, str(number))
    final = world.say(boris, "последнее")
    async with receiving(bot, handle):
        async with asyncio.timeout(PATIENCE_S):
            await last.wait()
        gate.set()
        await world.wait_confirmed(final)
    assert world.confirmed(slow)


async def test_ids_that_begin_anew_after_a_quiet_week_lose_nothing(world: World, bot: Bot, anna: int) -> None:
    seen: list[int] = []
    gate = asyncio.Event()

    async def handle(update: Update) -> None:
        seen.append(update.update_id)
        if update.update_id == 1002:
            await gate.wait()

    async with receiving(bot, handle):
        await world.wait_confirmed(world.say(anna, "/now"))
        world.updates.next_id = 1001
        ids = [world.say(anna, "/now"), world.say(anna, "/today"), world.say(anna, "/venue")]
        await world.wait_confirmed(ids[0])
        assert not world.confirmed(ids[1])
        gate.set()
        await world.wait_confirmed(ids[2])
    assert seen[-3:] == [1001, 1002, 1003]


async def test_an_update_that_cannot_be_read_does_not_stop_those_behind_it(
    world: World, bot: Bot, anna: int
) -> None:
    seen: list[int] = []

    async def handle(update: Update) -> None:
        seen.append(update.update_id)

    strange = world.updates.put("message", {"message_id": "of another age"})
    after = world.say(anna, "/now")
    async with receiving(bot, handle):
        await world.wait_confirmed(after)
    assert world.confirmed(strange)
    assert seen[-2:] == [strange, after]


async def test_of_two_processes_the_newcomer_leaves_with_a_sentence_and_the_first_goes_on(
    world: World, bot: Bot, server: BotApiServer, anna: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    handled: dict[str, list[int]] = {"first": [], "second": []}

    def handler(name: str) -> Handle:
        async def handle(update: Update) -> None:
            handled[name].append(update.update_id)

        return handle

    monkeypatch.setattr(polling, "NEWCOMER_S", 0.0)
    async with receiving(bot, handler("first")), connected(server.base_url) as other:
        await world.wait_polled()
        monkeypatch.setattr(polling, "NEWCOMER_S", 60.0)
        with pytest.raises(Trouble, match="Another process serves this bot"):
            async with asyncio.timeout(30):
                await polling.poll(other, Intake(handler("second")), ["message"], asyncio.Event())
        update_id = world.say(anna, "/now")
        await world.wait_confirmed(update_id)
    assert handled["first"][-1] == update_id


async def test_a_predecessors_farewell_does_not_drive_the_newcomer_away(
    world: World, bot: Bot, server: BotApiServer, anna: int
) -> None:
    seen: list[int] = []

    async def handle(update: Update) -> None:
        seen.append(update.update_id)

    async with receiving(bot, handle), connected(server.base_url) as predecessor:
        for _ in range(polling.CONFLICTS_OF_A_NEWCOMER - 1):
            await world.wait_polled()
            await predecessor.get_updates(timeout=0)
        update_id = world.say(anna, "/now")
        await world.wait_confirmed(update_id)
    assert update_id in seen


async def test_a_revoked_token_is_told_in_a_sentence(server: BotApiServer) -> None:
    async with connected(server.base_url, TOKEN.replace("1", "2")) as bot:
        with pytest.raises(Trouble, match="revoked"):
            await polling.poll(bot, Intake(lambda _: asyncio.sleep(0)), [], asyncio.Event())
