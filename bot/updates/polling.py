"""Long polling that confirms an update only after it was handled.

aiogram's own polling moves the offset on while handlers still run, so a crash loses taps.
"""

import asyncio
import logging

from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import Update

from bot.shared.errors import Trouble
from bot.updates.intake import Intake

log = logging.getLogger(__name__)

REVOKED = "Telegram refuses BOT_TOKEN: it was revoked. Ask @BotFather for a new one."
LONG_POLL_S = 25
PATIENCE_S = 0.3
"""How long a batch is waited for before the next one is asked for."""
BACKOFF_S = (0.5, 1, 2, 5, 10, 30)


async def poll(bot: Bot, intake: Intake, allowed: list[str], stop: asyncio.Event) -> None:
    """Receive updates until `stop` is set; then everything handled is confirmed.

    Network faults and 5xx are retried with a growing pause, a 429 waits exactly as told.
    Raises Trouble when the token is refused.
    """
    offset: int | None = None
    newest = -1
    failures = 0
    while not stop.is_set():
        try:
            batch = await _next_batch(bot, offset, allowed, stop)
        except TelegramUnauthorizedError:
            raise Trouble(
                "Telegram refuses BOT_TOKEN: it was revoked. Ask @BotFather for a new one."
            ) from None
        except TelegramAPIError as fault:
            await _pause(fault, failures, stop)
            failures += 1
            continue
        failures = 0
        for update in batch:
            intake.accept(update)
            newest = max(newest, update.update_id)
        await intake.wait(batch, PATIENCE_S)
        if newest >= 0:
            offset = intake.confirmable(newest)
    await _confirm(bot, intake, newest)


async def _next_batch(bot: Bot, offset: int | None, allowed: list[str], stop: asyncio.Event) -> list[Update]:
    """Ask for updates, and stop asking as soon as `stop` is set: nothing is lost, nothing was confirmed."""
    request = asyncio.ensure_future(
        bot.get_updates(
            offset=offset, timeout=LONG_POLL_S, allowed_updates=allowed, request_timeout=LONG_POLL_S + 10
        )
    )
    stopping = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait([request, stopping], return_when=asyncio.FIRST_COMPLETED)
        return request.result() if request.done() else []
    finally:
        stopping.cancel()
        if not request.done():
            request.cancel()
        await asyncio.gather(request, stopping, return_exceptions=True)


async def _pause(fault: TelegramAPIError, failures: int, stop: asyncio.Event) -> None:
    seconds = BACKOFF_S[min(failures, len(BACKOFF_S) - 1)]
    if isinstance(fault, TelegramRetryAfter):
        seconds = fault.retry_after
    if isinstance(fault, TelegramConflictError):
        log.error("another process receives the updates of this bot: stop it, two must not run")
    elif isinstance(fault, TelegramNetworkError):
        log.warning("the Bot API cannot be reached; trying again in %s s", seconds)
    else:
        log.warning(
            "the Bot API did not give updates (%s); trying again in %s s", type(fault).__name__, seconds
        )
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return


async def _confirm(bot: Bot, intake: Intake, newest: int) -> None:
    """Finish what is in flight and tell Telegram so; the rest stays in Telegram's queue."""
    await intake.drain(20)
    if newest < 0:
        return
    try:
        await bot.get_updates(offset=intake.confirmable(newest), limit=1, timeout=0, request_timeout=5)
    except TelegramAPIError:
        log.warning("the last updates could not be confirmed; Telegram will deliver them again")
