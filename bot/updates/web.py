"""The small web server: the health check, and the webhook where there is one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from aiogram import Bot
from aiohttp import web

from bot.settings import Settings
from bot.shared.errors import Trouble
from bot.updates.intake import Intake
from bot.updates.webhook import add_webhook


@asynccontextmanager
async def web_server(settings: Settings, bot: Bot, intake: Intake) -> AsyncIterator[None]:
    """Serve `/healthz`, and the webhook where there is one."""
    app = web.Application()

    async def healthy(_request: web.Request) -> web.Response:
        return web.Response(text="ok")

    app.router.add_get("/healthz", healthy)
    if settings.webhook_url and settings.webhook_secret:
        path = urlsplit(settings.webhook_url).path or "/"
        add_webhook(app, path, bot, intake, settings.webhook_secret.get_secret_value())
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.http_host, settings.http_port).start()
    except OSError:
        await runner.cleanup()
        raise Trouble(
            f"HTTP_PORT {settings.http_port} is taken by another program: choose another."
        ) from None
    try:
        yield
    finally:
        await runner.cleanup()
