from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import Limits, World
from bot.shared.clock import ManualClock

TOKEN = "1234567:test-token"


class QuickSession(AiohttpSession):
    """Closes at once: aiogram waits a quarter of a second for TLS, and there is none here."""

    async def close(self) -> None:
        if self._session is not None and not self._session.closed:
            await self._session.close()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2025, 11, 17, 6, 0, tzinfo=UTC))


@pytest.fixture
def world(clock: ManualClock) -> World:
    return World(
        clock,
        token=TOKEN,
        bot_name="Школа",
        bot_username="school_test_bot",
        limits=Limits(enabled=False),
    )


@pytest.fixture
async def server(world: World) -> AsyncIterator[BotApiServer]:
    api = BotApiServer(world)
    await api.start()
    yield api
    await api.stop()


@pytest.fixture
async def bot(server: BotApiServer) -> AsyncIterator[Bot]:
    session = QuickSession(api=TelegramAPIServer.from_base(server.base_url))
    speaking = Bot(TOKEN, session=session)
    yield speaking
    await session.close()


@pytest.fixture
def anna(world: World) -> int:
    user = world.add_user(first_name="Анна", last_name="Демо", phone="+79120000001")
    world.start(user)
    return user
