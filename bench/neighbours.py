"""What broadcasts are measured against: other ways to send one text to many with aiogram.

Run as a script, so that it loads nothing else: neighbours.py WAY API_URL TOKEN ORDER.json
"""

import asyncio
import json
import logging
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramRetryAfter

CONNECTIONS = 200
"""As many as the bot itself may open."""


async def loop(bot: Bot, users: list[int], text: str) -> None:
    """Send to one after another, as most bots do."""
    for user in users:
        await _send(bot, user, text)


async def together(bot: Bot, users: list[int], text: str) -> None:
    """Send to everybody at once; nothing is kept."""
    await asyncio.gather(*(_send(bot, user, text) for user in users))


async def _send(bot: Bot, user: int, text: str) -> None:
    """Send, again where Telegram says to wait."""
    while True:
        try:
            await bot.send_message(user, text)
        except TelegramRetryAfter as told:
            await asyncio.sleep(told.retry_after)
        else:
            return


async def broadcaster(bot: Bot, users: list[int], text: str) -> None:
    """Send by the package aiogram-broadcaster, which keeps in a file how far it is."""
    from aiogram_broadcaster import Broadcaster  # noqa: PLC0415  (only this way needs it)
    from aiogram_broadcaster.contents import TextContent  # noqa: PLC0415
    from aiogram_broadcaster.storages.file import FileStorage  # noqa: PLC0415

    storage = FileStorage("mailers.json")
    await storage.startup()
    mailer = await Broadcaster(bot, storage=storage).create_mailer(
        chats=users, content=TextContent(text=text)
    )
    await mailer.start()


WAYS: dict[str, Callable[[Bot, list[int], str], Awaitable[None]]] = {
    "loop": loop,
    "together": together,
    "broadcaster": broadcaster,
}


async def main(way: str, api_url: str, token: str, order_file: str) -> None:
    """Send and end."""
    logging.disable(logging.WARNING)
    order = json.loads(Path(order_file).read_text("utf-8"))  # noqa: ASYNC240  (before there is anything to send)
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_url), limit=CONNECTIONS)
    async with Bot(token, session=session) as bot:
        await WAYS[way](bot, order["users"], order["text"])


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
