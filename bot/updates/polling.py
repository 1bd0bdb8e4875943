"""Long polling that confirms an update only after it was handled.

aiogram's own polling moves the offset on while handlers still run, so a crash loses taps.
"""

import asyncio
import logging
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import Update

from bot.shared.errors import Trouble
from bot.shared.stopping import unless_stopped
from bot.updates.intake import Intake
from bot.updates.reading import read_update

log = logging.getLogger(__name__)

REVOKED = "Telegram refuses BOT_TOKEN: it was revoked. Ask @BotFather for a new one."
TAKEN = "Another process serves this bot: stop it first, two must not run."
LONG_POLL_S = 25
PATIENCE_S = 0.3
"""How long a batch is waited for before the next one is asked for."""
BACKOFF_S = (0.5, 1, 2, 5, 10, 30)

WINDOW = 100
"""The most unconfirmed updates Telegram shows at once (Bot API, getUpdates)."""
FULL_WINDOW_HOLD_S = 3.0
"""How long an update may hold back its confirmation while the window shows nothing new because of it."""

NEWCOMER_S = 15.0
CONFLICTS_OF_A_NEWCOMER = 3
"""Telegram gives updates to whoever asked last. So of two processes the one that has just come must leave;
one or two conflicts are only its predecessor saying goodbye."""


async def poll(bot: Bot, intake: Intake, allowed: list[str], stop: asyncio.Event) -> None:
    """Receive updates until `stop` is set; then everything handled is confirmed.

    Network faults and 5xx are retried with a growing pause, a 429 waits exactly as told.
    Raises Trouble when the token is refused, or when another process serves the bot already.
    """
    offset: int | None = None
    newest = -1
    failures = conflicts = 0
    newcomer_until = asyncio.get_running_loop().time() + NEWCOMER_S
    while not stop.is_set():
        try:
            batch = await unless_stopped(stop, _next_batch(bot, offset, allowed)) or []
        except TelegramUnauthorizedError:
            raise Trouble(REVOKED) from None
        except (TelegramAPIError, ClientDecodeError) as fault:
            conflicts += isinstance(fault, TelegramConflictError)
            if conflicts >= CONFLICTS_OF_A_NEWCOMER and asyncio.get_running_loop().time() < newcomer_until:
                await intake.drain(20)
                raise Trouble(TAKEN) from None
            await _pause(fault, failures, stop)
            failures += 1
            continue
        failures = 0
        full = len(batch) == WINDOW and all(map(intake.knows, batch))
        for update in batch:
            intake.accept(update)
        await intake.wait(batch, PATIENCE_S)
        if batch:
            # Not the highest ever: after a quiet week the ids may begin anew (Bot API, Update).
            newest = max(update.update_id for update in batch)
            offset = intake.confirmable(newest, FULL_WINDOW_HOLD_S if full else None)
    await _confirm(bot, intake, newest)


async def _next_batch(bot: Bot, offset: int | None, allowed: list[str]) -> list[Update]:
    """Ask for updates; to break this off loses nothing, for nothing new is confirmed by asking."""
    try:
        return await bot.get_updates(
            offset=offset, timeout=LONG_POLL_S, allowed_updates=allowed, request_timeout=LONG_POLL_S + 10
        )
    except ClientDecodeError as fault:
        return [read_update(raw, bot) for raw in _results(fault)]


def _results(fault: ClientDecodeError) -> list[Any]:
    """Return the updates one of which could not be read; raises the fault where it is another one."""
    found = fault.data.get("result") if isinstance(fault.data, dict) else None
    if not isinstance(found, list):
        raise fault
    return found


async def _pause(fault: Exception, failures: int, stop: asyncio.Event) -> None:
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
    except (TelegramAPIError, ClientDecodeError):
        log.warning("the last updates could not be confirmed; Telegram will deliver them again")
