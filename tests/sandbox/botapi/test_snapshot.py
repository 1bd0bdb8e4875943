"""A world survives a restart."""

import json

import pytest
from aiogram import Bot
from aiogram.types import (
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from bot.sandbox.botapi.world import World
from bot.shared.clock import ManualClock
from tests.sandbox.botapi.conftest import TOKEN
from tests.sandbox.botapi.pictures import paper


async def test_a_restored_world_is_the_same_and_goes_on(
    bot: Bot, world: World, clock: ManualClock, anna: int, group: int
) -> None:
    yes = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]])
    await bot.send_document(anna, paper(), reply_markup=yes)
    await bot.send_message(group, "а", receiver_user_id=anna)
    keys = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Сейчас")]])
    sent = await bot.send_message(anna, "а", reply_markup=keys)
    poll = await bot.send_poll(group, "Едете?", ["Да", "Нет"])
    world.vote(anna, group, poll.message_id, [0])
    world.react(anna, anna, sent.message_id, "👍")
    await bot.set_my_commands([BotCommand(command="now", description="Сейчас")])
    world.tap(anna, anna, sent.message_id - 1, "yes", force=True)
    saved = json.loads(json.dumps(world.snapshot()))
    again = World.restore(saved, clock, token=TOKEN, bot_username=world.bot_username)
    assert json.loads(json.dumps(again.snapshot())) == json.loads(json.dumps(world.snapshot()))
    assert again.messages(group, viewer=anna) == world.messages(group, viewer=anna)
    assert again.reply_keyboard(anna, anna) == {"keyboard": [[{"text": "Сейчас"}]]}
    assert again.say(anna, "б") == world.say(anna, "б")
    assert again.messages(anna)[-1]["message_id"] == world.messages(anna)[-1]["message_id"]


def test_a_snapshot_of_another_version_is_refused(world: World, clock: ManualClock) -> None:
    saved = {**world.snapshot(), "version": 0}
    with pytest.raises(ValueError, match="version 0, not 1"):
        World.restore(saved, clock, token=TOKEN, bot_username="b")
