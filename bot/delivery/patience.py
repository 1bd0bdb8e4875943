"""Requests to the Bot API that wait as they are told and try again when the network fails."""

import asyncio
import logging
from contextvars import ContextVar
from math import ceil
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    GetMe,
    GetUpdates,
    SendChatAction,
    SendMediaGroup,
    TelegramMethod,
)
from aiogram.methods.base import Response, TelegramType
from aiohttp_socks import ProxyConnectionError, ProxyError, ProxyTimeoutError

from bot.delivery.pace import Pace
from bot.delivery.verdicts import NOT_OF_A_BOT_API

log = logging.getLogger(__name__)

RETRIES_S = (0.5, 2.0, 5.0)
"""Pauses before the repeats of a request whose fate is unknown or that the server failed on."""

_IMPATIENT = frozenset({GetUpdates, GetMe})
"""Requests whose callers have their own way with faults."""

Door = tuple[str, str]
"""What a 429 closes."""

queued: ContextVar[bool] = ContextVar("queued", default=False)
"""Set in a task that sends what has queued: its requests neither wait nor repeat, the queue does."""


class PatienceMiddleware(BaseRequestMiddleware):
    """Obeys `retry_after` to the second and repeats what the network or a 5xx swallowed.

    While one chat is told to wait, further requests to that chat wait too and others go on. A request
    whose connection broke may have been carried out: the repeat can then arrive twice, which is the
    price of losing nothing.
    """

    def __init__(self, pace: Pace | None = None) -> None:
        self.pace = pace or Pace()
        self._closed_until: dict[Door, float] = {}

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Make the request, however long Telegram tells it to wait."""
        if type(method) in _IMPATIENT:
            return await _request(make_request, bot, method)
        if queued.get():
            return await self._once(make_request, bot, method)
        self._count(method)
        failures = 0
        while True:
            await self._wait_for_turn(door_of(method))
            try:
                return await _request(make_request, bot, method)
            except TelegramRetryAfter as told:
                self._close(door_of(method), told.retry_after)
            except (TelegramNetworkError, TelegramServerError):
                if failures == len(RETRIES_S):
                    raise
                log.warning("%s failed on the way; trying again", type(method).__name__)
                await asyncio.sleep(RETRIES_S[failures])
                failures += 1

    async def _once(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Make a queued request; while its chat is told to wait, raise TelegramRetryAfter without one."""
        door = door_of(method)
        closed = self._closed_until.get(door, 0.0) - asyncio.get_running_loop().time()
        if closed > 0:
            raise TelegramRetryAfter(
                method=method, message="the chat is told to wait", retry_after=ceil(closed)
            )
        try:
            return await _request(make_request, bot, method)
        except TelegramRetryAfter as told:
            self._close(door, told.retry_after)
            if not _is_group(method):
                self.pace.pause(told.retry_after)
            raise

    def _count(self, method: TelegramMethod[Any]) -> None:
        """Push the queue back by a message that did not queue, or by each file of an album."""
        chat = getattr(method, "chat_id", None)
        if chat is not None and not isinstance(method, SendChatAction):
            amount = len(method.media) if isinstance(method, SendMediaGroup) else 1
            self.pace.answered(chat if isinstance(chat, int) else None, amount)

    def _close(self, door: Door, seconds: float) -> None:
        now = asyncio.get_running_loop().time()
        self._closed_until = {key: end for key, end in self._closed_until.items() if end > now}
        self._closed_until[door] = max(self._closed_until.get(door, 0.0), now + seconds)
        log.warning("Telegram asks for a pause of %s s (%s)", seconds, door[0])

    async def _wait_for_turn(self, door: Door) -> None:
        """Wait until a door is open; it may have been closed again meanwhile."""
        now = asyncio.get_running_loop().time
        while (opens := self._closed_until.get(door, 0.0)) > now():  # noqa: ASYNC110  (time is the event)
            await asyncio.sleep(opens - now())


def door_of(method: TelegramMethod[TelegramType]) -> Door:
    """Return what a 429 to this request closes: its chat; without a chat, requests of its kind.

    The answer to a tapped button closes only itself: all people's taps are answered by that one method.
    """
    chat = getattr(method, "chat_id", None)
    if chat is not None:
        return "a chat", str(chat)
    if isinstance(method, AnswerCallbackQuery):
        return "a tap", method.callback_query_id
    return type(method).__name__, ""


def _is_group(method: TelegramMethod[Any]) -> bool:
    """Tell whether a request is about a group: its limit is lower and says nothing of the others'."""
    chat = getattr(method, "chat_id", None)
    return isinstance(chat, int) and chat < 0


async def _request(
    make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
) -> Response[TelegramType]:
    """Make one request; what a proxy or a gateway on the way says becomes a fault of the way."""
    try:
        return await make_request(bot, method)
    except (ProxyConnectionError, ProxyError, ProxyTimeoutError) as fault:
        raise TelegramNetworkError(method=method, message=f"the proxy: {type(fault).__name__}") from fault
    except ClientDecodeError as fault:
        if not isinstance(fault.data, str):
            raise
        raise TelegramServerError(method=method, message=NOT_OF_A_BOT_API) from fault
