"""Requests to the Bot API that wait as they are told and try again when the network fails."""

import asyncio
import logging
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import GetMe, GetUpdates, TelegramMethod
from aiogram.methods.base import Response, TelegramType

log = logging.getLogger(__name__)

RETRIES_S = (0.5, 2.0, 5.0)
"""Pauses before the repeats of a request whose fate is unknown or that the server failed on."""

_IMPATIENT = frozenset({GetUpdates, GetMe})
"""Requests whose callers have their own way with faults."""


class PatienceMiddleware(BaseRequestMiddleware):
    """Obeys `retry_after` to the second and repeats what the network or a 5xx swallowed.

    While one chat is told to wait, further requests to that chat wait too and others go on. A request
    whose connection broke may have been carried out: the repeat can then arrive twice, which is the
    price of losing nothing.
    """

    def __init__(self) -> None:
        self._closed_until: dict[Any, float] = {}

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Make the request, however long Telegram tells it to wait."""
        if type(method) in _IMPATIENT:
            return await make_request(bot, method)
        failures = 0
        while True:
            await self._wait_for_turn(getattr(method, "chat_id", None))
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as told:
                self._close(getattr(method, "chat_id", None), told.retry_after)
            except (TelegramNetworkError, TelegramServerError):
                if failures == len(RETRIES_S):
                    raise
                log.warning("%s failed on the way; trying again", type(method).__name__)
                await asyncio.sleep(RETRIES_S[failures])
                failures += 1

    def _close(self, chat: Any, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        self._closed_until = {key: end for key, end in self._closed_until.items() if end > loop.time()}
        self._closed_until[chat] = loop.time() + seconds
        log.warning("Telegram asks for a pause of %s s", seconds)

    async def _wait_for_turn(self, chat: Any) -> None:
        wait = self._closed_until.get(chat, 0.0) - asyncio.get_running_loop().time()
        if wait > 0:
            await asyncio.sleep(wait)
