"""What the bot is measured against: aiogram alone, answering every /schedule with one fixed screen.

Run as a script, so that it loads nothing else: bare_bot.py API_URL TOKEN SCREEN.json
"""

import asyncio
import json
import logging
import sys
from pathlib import Path

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.filters import Command
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message


async def main(api_url: str, token: str, screen_file: str) -> None:
    """Serve until SIGTERM."""
    logging.disable(logging.WARNING)
    screen = json.loads(Path(screen_file).read_text("utf-8"))  # noqa: ASYNC240  (before there is anything to serve)
    dispatcher = Dispatcher()

    @dispatcher.message(Command("schedule"))
    async def answer(message: Message) -> None:
        keyboard = InlineKeyboardMarkup(
            inline_keyboard=[
                [InlineKeyboardButton(text=text, callback_data=data) for text, data in row]
                for row in screen["rows"]
            ]
        )
        await message.answer(screen["text"], reply_markup=keyboard)

    session = AiohttpSession(api=TelegramAPIServer.from_base(api_url))
    bot = Bot(token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
