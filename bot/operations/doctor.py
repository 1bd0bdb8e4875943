"""`doctor`: one line for each thing that must be in order."""

from typing import TextIO

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.delivery.client import greet, make_bot
from bot.settings import Settings, read_settings
from bot.shared.errors import Trouble
from db.migrate import newest_revision
from db.readiness import describe, make_ready


async def examine(out: TextIO) -> int:
    """Print a line for settings, database, Bot API and webhook; return how many are in trouble."""
    try:
        settings = read_settings()
    except Trouble as trouble:
        _line(out, False, "settings", str(trouble))
        return 1
    _line(out, True, "settings", "understood")
    checks = [await _check_database(out, settings), await _check_telegram(out, settings)]
    return checks.count(False)


async def _check_database(out: TextIO, settings: Settings) -> bool:
    try:
        await make_ready(settings.database_url)
    except Trouble as trouble:
        return _line(out, False, "database", str(trouble))
    return _line(
        out, True, "database", f"{describe(settings.database_url)}, revision {newest_revision()}, writable"
    )


async def _check_telegram(out: TextIO, settings: Settings) -> bool:
    if settings.bot_token is None:
        return _line(out, False, "Bot API", "BOT_TOKEN is not set: only the sandbox can run")
    async with make_bot(settings) as bot:
        try:
            me = await greet(bot, settings)
        except Trouble as trouble:
            return _line(out, False, "Bot API", str(trouble))
        _line(out, True, "Bot API", f"{settings.telegram_api_url} answers as @{me.username}")
        return await _check_webhook(out, settings, bot)


async def _check_webhook(out: TextIO, settings: Settings, bot: Bot) -> bool:
    try:
        state = await bot.get_webhook_info()
    except TelegramAPIError as fault:
        return _line(out, False, "webhook", f"its state is not to be had: {fault.message}")
    waiting = f"{state.pending_update_count} updates waiting"
    if state.url != settings.webhook_url:
        known = state.url or "long polling"
        return _line(
            out, True, "webhook", f"Telegram delivers by {known} now; `run` will change that; {waiting}"
        )
    if state.last_error_message:
        return _line(out, False, "webhook", f"last error: {state.last_error_message}; {waiting}")
    return _line(out, True, "webhook", f"{state.url or 'none, long polling'}; {waiting}")


def _line(out: TextIO, good: bool, what: str, words: str) -> bool:
    print(f"{'ok     ' if good else 'TROUBLE'} {what}: {words}", file=out)
    return good
