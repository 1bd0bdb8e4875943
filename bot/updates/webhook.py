"""A webhook that answers 200 only after the update was handled."""

import asyncio
import hmac
import json

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Update
from aiohttp import web
from pydantic import ValidationError

from bot.settings import Settings
from bot.shared.errors import Trouble
from bot.updates.intake import HOLD, Intake

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  (the header's name: Bot API, setWebhook)


def add_webhook(app: web.Application, path: str, bot: Bot, intake: Intake, secret: str) -> None:
    """Receive updates at a path; a request without the secret is refused before it is read."""

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return web.Response(status=401)
        try:
            update = Update.model_validate(await request.json(), context={"bot": bot})
        except (json.JSONDecodeError, ValidationError, UnicodeDecodeError):
            return web.Response(status=400)
        task = intake.accept(update)
        await asyncio.wait([task], timeout=HOLD)
        intake.confirmable(update.update_id)
        return web.Response()

    app.router.add_post(path, receive)


async def serve_webhook(
    settings: Settings, bot: Bot, intake: Intake, allowed: list[str], stop: asyncio.Event
) -> None:
    """Tell Telegram the address and wait for `stop`; the address stays set, so nothing is lost meanwhile."""
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else None
    try:
        await bot.set_webhook(settings.webhook_url, secret_token=secret, allowed_updates=allowed)
    except TelegramAPIError as fault:
        raise Trouble(f"Telegram does not accept WEBHOOK_URL: {fault.message}") from None
    await stop.wait()
    await intake.drain(20)
