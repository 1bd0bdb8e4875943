from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import ClientSession

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


class Raw:
    """Calls a method with a JSON body, unchecked by any library."""

    def __init__(self, session: ClientSession, base_url: str) -> None:
        self.session = session
        self.base_url = base_url

    async def __call__(self, method: str, **params: Any) -> tuple[int, Any]:
        url = f"{self.base_url}/bot{TOKEN}/{method}"
        async with self.session.post(url, json=params) as response:
            return response.status, await response.json()

    async def refusal(self, method: str, **params: Any) -> str:
        status, body = await self(method, **params)
        assert (body["ok"], body["error_code"]) == (False, status), body
        return str(body["description"])

    async def result(self, method: str, **params: Any) -> Any:
        status, body = await self(method, **params)
        assert (status, body["ok"]) == (200, True), body
        return body["result"]


@pytest.fixture
async def raw(server: BotApiServer) -> AsyncIterator[Raw]:
    async with ClientSession() as session:
        yield Raw(session, server.base_url)


@pytest.fixture
def anna(world: World) -> int:
    user = world.add_user(first_name="Анна", last_name="Демо", phone="+79120000001")
    world.start(user)
    return user


@pytest.fixture
def group(world: World, anna: int) -> int:
    """A supergroup with Anna as its owner, Boris as a member, and the bot."""
    boris = world.add_user(first_name="Борис")
    chat = world.add_group("Поток 5", [anna, boris])
    world.add_bot_to_group(chat, anna)
    return chat
