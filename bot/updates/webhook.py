"""A webhook that answers 200 only after the update was handled."""

import asyncio
import hmac
import json

from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError
from aiohttp import web

from bot.settings import Settings
from bot.shared.errors import Trouble
from bot.updates.intake import HOLD, Intake
from bot.updates.reading import read_update

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  (the header's name: Bot API, setWebhook)


def add_webhook(app: web.Application, path: str, bot: Bot, intake: Intake, secret: str) -> None:
    """Receive updates at a path; a request without the secret is refused before it is read."""

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(errors="surrogateescape"), secret.encode()):
            return web.Response(status=401)
        try:
            update = read_update(json.loads(await request.read()), bot)
        except (ValueError, RecursionError):
            return web.Response(status=400)
        task = intake.accept(update)
        await asyncio.wait([task], timeout=HOLD)
        intake.confirmable(update.update_id)
        # What was broken off by a stop is not confirmed: Telegram delivers it again.
        return web.Response(status=503 if task.cancelled() else 200)

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
    except ClientDecodeError:
        raise Trouble("The Bot API answered setWebhook with something that is not an answer.") from None
    await stop.wait()
    await intake.drain(20)
