"""The client of the Bot API, and the first word with it."""

import logging

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.methods import Response
from aiogram.types import Message, Update, User

from bot.delivery.edits import Edits
from bot.delivery.pace import Pace
from bot.delivery.patience import PatienceMiddleware
from bot.settings import TELEGRAM, Settings
from bot.shared.errors import Trouble

log = logging.getLogger(__name__)

KEPT_TYPES = (
    Response[Message],
    Response[bool],
    Response[list[Update]],
    Response[User],
    Response[Message | bool],
)
"""Kept because aiogram names these types anew for each call, and pydantic builds those nobody keeps again."""


def make_bot(settings: Settings, pace: Pace | None = None, edits: Edits | None = None) -> Bot:
    """Make the client of the Bot API the settings name; it counts what it sends against the pace."""
    if settings.bot_token is None:
        raise Trouble("BOT_TOKEN is not set: ask @BotFather for one, or start the sandbox.")
    proxy = settings.telegram_proxy.get_secret_value() if settings.telegram_proxy else None
    api = TelegramAPIServer.from_base(settings.telegram_api_url)
    session = AiohttpSession(proxy=proxy, api=api, limit=200)
    session.middleware(PatienceMiddleware(pace))
    session.middleware(edits or Edits())
    properties = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True)
    return Bot(settings.bot_token.get_secret_value(), session=session, default=properties)


async def greet(bot: Bot, settings: Settings) -> User:
    """Check the token and the way to the Bot API; return the bot's account."""
    try:
        me = await bot.get_me(request_timeout=15)
    except TelegramUnauthorizedError:
        raise Trouble("Telegram does not know BOT_TOKEN: copy it from @BotFather again.") from None
    except TelegramNetworkError:
        raise Trouble(_unreachable(settings)) from None
    except (TelegramNotFound, ClientDecodeError):
        raise Trouble(_foreign(settings)) from None
    except TelegramAPIError as fault:
        raise Trouble(
            f"The Bot API at {settings.telegram_api_url} does not answer as it should: {fault.message}."
        ) from None
    log.info("serving as @%s", me.username)
    return me


def _foreign(settings: Settings) -> str:
    return (
        f"What answers at {settings.telegram_api_url} is not the Bot API, or knows no such bot: "
        "check TELEGRAM_API_URL and BOT_TOKEN."
    )


def _unreachable(settings: Settings) -> str:
    way = " through TELEGRAM_PROXY" if settings.telegram_proxy else ""
    hint = (
        "From Russian networks it may be blocked: set TELEGRAM_PROXY or TELEGRAM_API_URL."
        if settings.telegram_api_url == TELEGRAM and not settings.telegram_proxy
        else "Check the address and that it is up."
    )
    return f"The Bot API at {settings.telegram_api_url} cannot be reached{way}. {hint}"
