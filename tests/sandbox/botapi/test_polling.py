"""Long polling: offsets, confirmation, redelivery, conflicts."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError

from bot.sandbox.botapi.world import World
from tests.sandbox.botapi.conftest import Raw


async def texts(bot: Bot, **params: Any) -> list[str | None]:
    updates = await bot.get_updates(**params)
    return [update.message.text for update in updates if update.message]


async def test_updates_come_again_until_a_later_offset_confirms_them(
    bot: Bot, world: World, anna: int
) -> None:
    world.updates.drop()
    first, second = world.say(anna, "один"), world.say(anna, "два")
    assert await texts(bot) == ["один", "два"]
    assert await texts(bot, limit=1) == ["один"]
    assert (world.confirmed(first), world.confirmed(second)) == (False, False)
    assert await texts(bot, offset=first + 1) == ["два"]
    assert (world.confirmed(first), world.confirmed(second)) == (True, False)
    assert await texts(bot) == ["два"]
    assert await texts(bot, offset=second + 1) == []
    assert world.confirmed(second)


async def test_a_negative_offset_forgets_all_but_the_last(bot: Bot, world: World, anna: int) -> None:
    for word in ("один", "два", "три"):
        world.say(anna, word)
    assert await texts(bot, offset=-2) == ["два", "три"]
    assert await texts(bot) == ["два", "три"]
    assert await texts(bot, offset=-9) == ["два", "три"]


async def test_a_waiting_request_ends_as_soon_as_something_happens(bot: Bot, world: World, anna: int) -> None:
    world.updates.drop()
    waiting = asyncio.create_task(texts(bot, timeout=30))
    await world.wait_polled()
    world.say(anna, "скоро?")
    assert await asyncio.wait_for(waiting, 5) == ["скоро?"]


async def test_a_confirmed_update_may_be_delivered_once_more(bot: Bot, world: World, anna: int) -> None:
    update = world.say(anna, "/delay 20")
    await bot.get_updates(offset=update + 1)
    world.redeliver(update)
    assert not world.confirmed(update)
    assert await texts(bot, offset=update + 1) == ["/delay 20"]
    assert await texts(bot, offset=update + 1) == []
    with pytest.raises(KeyError):
        world.redeliver(1)


async def test_a_second_request_ends_the_first_with_a_conflict(bot: Bot, world: World) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await world.wait_polled()
    assert await bot.get_updates() == []
    with pytest.raises(
        TelegramConflictError,
        match="Conflict: terminated by other getUpdates request; make sure that only one bot instance",
    ):
        await first


async def test_polling_is_refused_while_a_webhook_is_set(bot: Bot, raw: Raw) -> None:
    await bot.set_webhook("https://example.org/hook")
    assert await raw.refusal("getUpdates") == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    await bot.delete_webhook()
    assert await bot.get_updates() == []


async def test_only_the_wanted_kinds_are_kept(bot: Bot, world: World, anna: int) -> None:
    await bot.get_updates(offset=-1, allowed_updates=["callback_query", "message_reaction"])
    assert world.say(anna, "а") == 0
    message = world.messages(anna)[-1]["message_id"]
    reaction = world.react(anna, anna, message, "👍")
    await bot.get_updates(allowed_updates=[])
    assert world.react(anna, anna, message, "❤") == 0
    said = world.say(anna, "б")
    assert [update.update_id for update in await bot.get_updates()][-2:] == [reaction, said]


async def test_a_list_of_kinds_must_be_a_list(raw: Raw) -> None:
    assert await raw.refusal("getUpdates", allowed_updates={"message": True}) == (
        "Bad Request: expected an Array of String as allowed_updates"
    )


async def test_whoever_waits_for_a_confirmation_is_told_or_gives_up(
    bot: Bot, world: World, anna: int
) -> None:
    update = world.say(anna, "а")
    with pytest.raises(TimeoutError):
        await world.wait_confirmed(update, 0.01)
    waiting = asyncio.create_task(world.wait_confirmed(update))
    await bot.get_updates(offset=update + 1)
    await waiting
    await world.wait_confirmed(update, 0.01)
