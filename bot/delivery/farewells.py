"""The last word to people whose data were erased because their time was over."""

from collections.abc import Iterable
from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommandScopeChat, ReplyKeyboardRemove

from bot.privacy.retention import Farewell
from bot.ui.texts import texts_in


async def bid_farewell(bot: Bot, farewells: Iterable[Farewell]) -> None:
    """Tell each of them once, without a sound, and take the keyboard and the menu away.

    The data are gone whatever becomes of the message: nothing is tried again.
    """
    for one in farewells:
        with suppress(TelegramAPIError):
            text = texts_in(one.locale)("mydata-erased-by-time")
            await bot.send_message(
                one.chat_id, text, disable_notification=True, reply_markup=ReplyKeyboardRemove()
            )
            await bot.delete_my_commands(BotCommandScopeChat(chat_id=one.chat_id))
