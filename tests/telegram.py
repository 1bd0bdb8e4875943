"""The strict server and a connection to it, for tests of everything that talks to Telegram."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession

from bot.delivery.client import make_bot
from bot.sandbox.botapi.world import Limits, World
from bot.settings import Settings
from bot.shared.clock import Clock

TOKEN = "1234567:AAtest-token_of_the_strict_server_00"


def new_world(clock: Clock) -> World:
    """Make an empty world without flood limits."""
    return World(
        clock,
        token=TOKEN,
        bot_name="Школа мэров",
        bot_username="mayors_demo_bot",
        limits=Limits(enabled=False),
    )


def settings_for(base_url: str, token: str = TOKEN, **others: object) -> Settings:
    """Return the settings of a bot that talks to a local server; the machine's own count for nothing."""
    values = {"bot_token": token, "telegram_api_url": base_url, "http_port": 0, **others}
    return Settings(_env_file=None, **values)  # type: ignore[call-arg, arg-type]  # checked by pydantic


@asynccontextmanager
async def connected(base_url: str, token: str = TOKEN) -> AsyncIterator[Bot]:
    """Open the bot's own client to a local server."""
    async with make_bot(settings_for(base_url, token)) as bot:
        yield bot


async def close_at_once(session: AiohttpSession) -> None:
    """Close a session without aiogram's quarter of a second for TLS: there is none here."""
    if session._session is not None and not session._session.closed:
        await session._session.close()
