"""Faults on purpose and flood limits."""

import asyncio
import time

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from bot.sandbox.botapi.flood import Flood, Limits
from bot.sandbox.botapi.world import World


async def test_a_429_says_how_long_and_ends_after_its_times(bot: Bot, world: World, anna: int) -> None:
    fault = world.faults.too_many_requests(7, methods=["sendMessage"], times=1)
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(anna, "а")
    assert (caught.value.retry_after, fault.hits) == (7, 1)
    assert (await bot.send_message(anna, "б")).text == "б"


async def test_a_server_error_has_no_effect(bot: Bot, world: World, anna: int) -> None:
    fault = world.faults.server_error(502)
    before = len(world.messages(anna))
    with pytest.raises(TelegramServerError, match="Bad Gateway"):
        await bot.send_message(anna, "а")
    assert len(world.messages(anna)) == before
    world.faults.remove(fault)
    await bot.send_message(anna, "б")


@pytest.mark.parametrize(("after", "delivered"), [(False, 0), (True, 1)])
async def test_a_cut_connection_leaves_the_effect_or_none(
    bot: Bot, world: World, anna: int, after: bool, delivered: int
) -> None:
    before = len(world.messages(anna))
    if after:
        world.faults.cut_after(times=1)
    else:
        world.faults.cut_before(times=1)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(anna, "а")
    assert len(world.messages(anna)) - before == delivered
    assert (await bot.send_message(anna, "б")).text == "б"


async def test_a_fault_may_concern_one_chat_only(bot: Bot, world: World, anna: int) -> None:
    other = world.add_user(first_name="Борис")
    world.start(other)
    world.faults.server_error(500, chats=[anna])
    with pytest.raises(TelegramServerError):
        await bot.send_message(anna, "а")
    assert (await bot.send_message(other, "а")).chat.id == other


async def test_polling_goes_on_unless_it_is_named(bot: Bot, world: World) -> None:
    world.faults.server_error(500)
    assert await bot.get_updates() == []
    world.faults.server_error(500, methods=["getUpdates"])
    with pytest.raises(TelegramServerError):
        await bot.get_updates()


async def test_latency_is_added_to_each_call_and_other_faults_still_strike(
    bot: Bot, world: World, anna: int
) -> None:
    world.faults.slow(0.05)
    world.faults.too_many_requests(3, times=1)
    began = time.perf_counter()
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(anna, "а")
    await asyncio.gather(*(bot.send_message(anna, "а") for _ in range(5)))
    assert 0.1 <= time.perf_counter() - began < 1
    world.faults.clear()


async def test_every_call_is_noted_with_its_status(bot: Bot, world: World, anna: int) -> None:
    world.calls.clear()
    await bot.send_message(anna, "а")
    world.faults.server_error(503, times=1)
    world.faults.cut_before(times=1)
    for error in (TelegramServerError, TelegramNetworkError):
        with pytest.raises(error):
            await bot.send_message(anna, "б")
    assert [(call.method, call.status, call.params["text"]) for call in world.calls] == [
        ("sendMessage", 200, "а"),
        ("sendMessage", 503, "б"),
        ("sendMessage", 0, "б"),
    ]


class Stopwatch:
    """A monotonic clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def spend(flood: Flood, chat: int, times: int, *, group: bool = False) -> list[int | None]:
    return [flood.refuse(chat, group=group) for _ in range(times)]


def test_a_chat_takes_a_burst_then_one_message_a_second() -> None:
    clock = Stopwatch()
    flood = Flood(Limits(chat_burst=3), clock)
    assert spend(flood, 1, 4) == [None, None, None, 1]
    assert flood.violations == 0
    clock.now += 0.5
    assert spend(flood, 1, 1) == [1]
    assert flood.violations == 1
    clock.now += 0.5
    assert spend(flood, 1, 2) == [None, 1]
    assert spend(flood, 2, 1) == [None]
    assert (flood.violations, flood.refusals) == (1, 3)


def test_a_group_takes_twenty_in_a_minute() -> None:
    clock = Stopwatch()
    flood = Flood(Limits(per_chat_per_second=100, chat_burst=100), clock)
    assert spend(flood, -1, 21, group=True) == [*[None] * 20, 3]
    assert spend(flood, 1, 5) == [None] * 5
    clock.now += 60
    assert spend(flood, -1, 21, group=True) == [*[None] * 20, 3]


def test_all_chats_together_take_thirty_in_a_second_and_a_ban_holds_for_all() -> None:
    clock = Stopwatch()
    flood = Flood(Limits(), clock)
    assert [flood.refuse(chat, group=False) for chat in range(31)] == [*[None] * 30, 1]
    assert flood.refuse(99, group=False) == 1
    assert flood.violations == 1
    clock.now += 1
    assert [flood.refuse(chat, group=False) for chat in range(30)] == [None] * 30


def test_an_album_counts_as_its_messages_and_switched_off_limits_count_nothing() -> None:
    clock = Stopwatch()
    flood = Flood(Limits(chat_burst=5), clock)
    assert flood.refuse(1, group=False, amount=5) is None
    assert flood.refuse(1, group=False, amount=10) == 5
    off = Flood(Limits(enabled=False), clock)
    assert spend(off, 1, 500) == [None] * 500


async def test_a_bot_that_floods_is_told_to_wait_and_its_knocking_is_counted(
    world: World, bot: Bot, anna: int
) -> None:
    clock = Stopwatch()
    world.flood = Flood(Limits(chat_burst=2), clock)
    for _ in range(2):
        await bot.send_message(anna, "а")
    for violations in (0, 1):
        with pytest.raises(TelegramRetryAfter) as caught:
            await bot.send_message(anna, "а")
        assert (caught.value.retry_after, world.flood_violations) == (1, violations)
    clock.now += 1
    sent = await bot.send_message(anna, "б")
    clock.now += 1
    await bot.edit_message_text("в", chat_id=anna, message_id=sent.message_id)
    assert world.messages(anna)[-1]["text"] == "в"
