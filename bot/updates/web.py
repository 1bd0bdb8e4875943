"""The small web server: the health check, and the webhook where there is one."""

import errno
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
    except OSError as fault:
        await runner.cleanup()
        raise Trouble(_sentence(settings, fault)) from None
    try:
        yield
    finally:
        await runner.cleanup()


def _sentence(settings: Settings, fault: OSError) -> str:
    if fault.errno == errno.EADDRINUSE:
        return f"HTTP_PORT {settings.http_port} is taken by another program: choose another."
    if fault.errno == errno.EACCES:
        return f"HTTP_PORT {settings.http_port} is not open to this user: choose one above 1023."
    return f"HTTP_HOST {settings.http_host} is not an address of this machine: 127.0.0.1 or 0.0.0.0 is."
