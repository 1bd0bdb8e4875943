"""A small cast on a real server: what the tests of the page play on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.sandbox.botapi.server import BotApiServer
from bot.sandbox.botapi.world import Limits, World
from bot.sandbox.page.cast import Cast, CastMember
from bot.sandbox.page.routes import Page, add_page
from bot.shared.clock import ManualClock

TOKEN = "1234567:test-token"
MOMENT = datetime(2025, 11, 18, 4, 0, tzinfo=UTC)
"""A Tuesday, 09:00 in Tyumen."""


@dataclass(frozen=True)
class Stage:
    """The world, its people by role, the server's address and a bot that speaks."""

    world: World
    clock: ManualClock
    page: Page
    bot: Bot
    url: str
    organizer: int
    anna: int
    group: int

    def texts(self, chat: int) -> list[str]:
        """Return the texts of a chat's messages, "" for those without."""
        return [message.get("text", "") for message in self.world.messages(chat)]

    def last(self, chat: int) -> dict[str, object]:
        """Return a chat's newest message."""
        return self.world.messages(chat)[-1]


@asynccontextmanager
async def open_stage(port: int = 0, run: str = "run") -> AsyncIterator[Stage]:
    """Serve a world with an organizer, a participant and their group; the group has the bot in it."""
    clock = ManualClock(MOMENT)
    world = World(
        clock,
        token=TOKEN,
        bot_name="Школа",
        bot_username="school_test_bot",
        limits=Limits(enabled=False),
    )
    organizer = world.add_user(first_name="Ольга", last_name="Демо", phone="+79120000001")
    anna = world.add_user(first_name="Анна", last_name="<b>Демо</b>", phone="+79120000002")
    group = world.add_group("Поток 5", [organizer, anna])
    world.add_bot_to_group(group, organizer)
    world.start(organizer)
    world.start(anna)
    members = (
        CastMember(organizer, "Организатор", "демонстрация", "Europe/Moscow"),
        CastMember(anna, "Участник 1", "демонстрация", "Asia/Yekaterinburg"),
    )
    server = BotApiServer(world)
    page = add_page(server.app(), world, Cast(members, (group,), "Asia/Yekaterinburg"), run=run)
    await server.start(port=port)
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(server.base_url)))
    try:
        yield Stage(world, clock, page, bot, server.base_url, organizer, anna, group)
    finally:
        await bot.session.close()
        await server.stop()
