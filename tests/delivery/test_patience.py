"""Waiting as Telegram tells, to the second and per chat; trying again what the way swallowed."""

import asyncio
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import AnswerCallbackQuery, SendMessage, SetMyCommands, TelegramMethod
from aiohttp import web

from bot.delivery import patience
from bot.sandbox.botapi.faults import Faults
from bot.sandbox.botapi.state import Call
from bot.sandbox.botapi.world import PATIENCE_S, World
from tests.telegram import connected


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "RETRIES_S", (0.01, 0.02, 0.03))


@pytest.fixture
def boris(world: World) -> int:
    user = world.add_user(first_name="Борис")
    world.start(user)
    return user


def calls(world: World, chat: int) -> list[Call]:
    return [call for call in world.calls if str(call.params.get("chat_id")) == str(chat)]


def heard(world: World, user: int) -> list[str]:
    return [message["text"] for message in world.messages(user) if message["from"]["id"] == world.bot_id]


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not condition():  # noqa: ASYNC110  (the world keeps a list of calls, no event)
            await asyncio.sleep(0.001)


async def test_a_429_is_obeyed_to_the_second_and_nothing_is_lost(world: World, bot: Bot, anna: int) -> None:
    world.faults.too_many_requests(1, chats=[anna], times=1)
    await bot.send_message(anna, "Автобус в 9:00")
    refused, sent = calls(world, anna)
    assert (refused.status, sent.status) == (429, 200)
    assert 1.0 <= sent.moment - refused.moment < 1.5
    assert heard(world, anna) == ["Автобус в 9:00"]


async def test_while_one_chat_waits_its_other_messages_wait_too_and_other_chats_go_on(
    world: World, bot: Bot, anna: int, boris: int
) -> None:
    world.faults.too_many_requests(1, chats=[anna], times=1)
    waiting = asyncio.create_task(bot.send_message(anna, "первое"))
    await until(lambda: bool(calls(world, anna)))
    await bot.send_message(boris, "сразу")
    queued = asyncio.create_task(bot.send_message(anna, "второе"))
    await bot.send_message(boris, "и ещё раз")
    assert not waiting.done()
    await asyncio.gather(waiting, queued)
    refused, *sent = calls(world, anna)
    assert [call.status for call in sent] == [200, 200]
    assert min(call.moment for call in sent) - refused.moment >= 1.0
    assert sorted(heard(world, anna)) == ["второе", "первое"]
    assert heard(world, boris) == ["сразу", "и ещё раз"]


async def test_a_door_that_is_closed_again_meanwhile_is_not_knocked_at(
    world: World, bot: Bot, anna: int
) -> None:
    """Two requests in flight are told different pauses: both wait for the longer one."""
    world.faults.slow(0.05, chats=[anna])
    world.faults.too_many_requests(2, chats=[anna], times=1)
    world.faults.too_many_requests(1, chats=[anna], times=1)
    await asyncio.gather(bot.send_message(anna, "первое"), bot.send_message(anna, "второе"))
    found = calls(world, anna)
    assert [call.status for call in found] == [429, 429, 200, 200]
    assert min(call.moment for call in found[2:]) - max(call.moment for call in found[:2]) >= 1.9


async def test_a_429_to_the_menus_holds_up_no_answer(world: World, bot: Bot, anna: int) -> None:
    world.faults.too_many_requests(3600, methods=["setmycommands"])
    menus = asyncio.create_task(bot.set_my_commands([]))
    await until(lambda: bool(world.calls))
    message = await bot.send_message(anna, "Сейчас")
    world.tap(anna, anna, message.message_id, "да", force=True)
    query = (await bot.get_updates(timeout=1))[-1].callback_query
    assert query is not None
    async with asyncio.timeout(2):
        assert await query.answer()
    assert not menus.done()
    menus.cancel()
    await asyncio.gather(menus, return_exceptions=True)


def test_a_429_closes_the_chat_the_single_tap_or_the_kind_of_request() -> None:
    methods: tuple[TelegramMethod[Any], ...] = (
        SendMessage(chat_id=7, text="а"),
        SendMessage(chat_id="7", text="а"),
        AnswerCallbackQuery(callback_query_id="1"),
        AnswerCallbackQuery(callback_query_id="2"),
        SetMyCommands(commands=[]),
    )
    doors = [patience.door_of(method) for method in methods]
    assert [doors.index(door) for door in doors] == [0, 0, 2, 3, 4]


SWALLOWED: dict[str, tuple[Callable[[Faults, int], object], int]] = {
    "502": (lambda faults, times: faults.server_error(502, times=times), 502),
    "500": (lambda faults, times: faults.server_error(500, times=times), 500),
    "cut before": (lambda faults, times: faults.cut_before(times=times), 0),
}


@pytest.mark.parametrize("fault", SWALLOWED)
async def test_what_the_way_swallows_is_tried_again_with_growing_pauses(
    world: World, bot: Bot, anna: int, fault: str
) -> None:
    switch, status = SWALLOWED[fault]
    switch(world.faults, 3)
    await bot.send_message(anna, "Обед")
    found = calls(world, anna)
    assert [call.status for call in found] == [status, status, status, 200]
    gaps = [later.moment - earlier.moment for earlier, later in pairwise(found)]
    assert all(gap >= pause for gap, pause in zip(gaps, patience.RETRIES_S, strict=True))
    assert heard(world, anna) == ["Обед"]


async def test_only_a_message_whose_fate_is_unknown_may_arrive_twice(
    world: World, bot: Bot, anna: int
) -> None:
    world.faults.cut_after(times=1)
    await bot.send_message(anna, "Обед")
    assert heard(world, anna) == ["Обед", "Обед"]


GIVEN_UP: dict[str, tuple[Callable[[Faults, int], object], type[Exception]]] = {
    "502": (SWALLOWED["502"][0], TelegramServerError),
    "cut before": (SWALLOWED["cut before"][0], TelegramNetworkError),
}


@pytest.mark.parametrize("fault", GIVEN_UP)
async def test_after_the_last_try_the_error_comes_through(
    world: World, bot: Bot, anna: int, fault: str
) -> None:
    switch, error = GIVEN_UP[fault]
    switch(world.faults, 4)
    with pytest.raises(error):
        await bot.send_message(anna, "Обед")
    assert len(calls(world, anna)) == 4
    assert heard(world, anna) == []


async def test_a_mistake_of_our_own_is_not_repeated(world: World, bot: Bot, anna: int) -> None:
    with pytest.raises(TelegramBadRequest):
        await bot.send_message(anna, "<b>незакрыто")
    assert [call.status for call in calls(world, anna)] == [400]


async def test_asking_for_updates_is_not_repeated_here(world: World, bot: Bot, anna: int) -> None:
    """Polling has its own way with faults: it must see each one at once."""
    fault = world.faults.server_error(502, methods=["getupdates"])
    with pytest.raises(TelegramServerError):
        await bot.get_updates(timeout=0)
    assert fault.hits == 1
    world.faults.clear()
    fault = world.faults.too_many_requests(7, methods=["getupdates"])
    with pytest.raises(TelegramRetryAfter) as told:
        await bot.get_updates(timeout=0)
    assert (fault.hits, told.value.retry_after) == (1, 7)


async def test_a_page_of_a_gateway_instead_of_an_answer_is_a_fault_of_the_way() -> None:
    """A mirror or a proxy answers in HTML when it cannot reach Telegram."""
    asked: list[str] = []

    async def page(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response(text="<html>502 Bad Gateway</html>", status=502, content_type="text/html")

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", page)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        async with connected(f"http://127.0.0.1:{runner.addresses[0][1]}") as client:
            with pytest.raises(TelegramServerError):
                await client.send_message(7, "Обед")
            assert len(asked) == 4
            with pytest.raises(TelegramServerError):
                await client.get_updates(timeout=0)
            assert len(asked) == 5
    finally:
        await runner.cleanup()
