"""Which edit of a message comes last: what a tap shows is never replaced by what was read before the tap."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import (
    DeleteMessage,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    TelegramMethod,
)
from aiogram.methods.base import Response, TelegramType

WAIT_S = 1.0
"""For so long a tap's own edit lets one that is on its way arrive first."""

_CHANGES = (DeleteMessage, EditMessageCaption, EditMessageMedia, EditMessageReplyMarkup, EditMessageText)

Key = tuple[int, int]
"""A chat and a message."""


class Overtaken(Exception):
    """A tap has changed the message since what was to be shown in it was read."""


class Attempt:
    """An edit that nobody has tapped for, from reading what it shows until it has arrived."""

    def __init__(self) -> None:
        self.overtaken = False
        self.on_its_way: asyncio.Event | None = None


_own: ContextVar[Attempt | None] = ContextVar("own", default=None)


class Edits(BaseRequestMiddleware):
    """Orders the edits of each message; stands next to the wire, after all that makes a request wait."""

    def __init__(self) -> None:
        self._attempts: dict[Key, Attempt] = {}

    @contextmanager
    def attempt(self, chat_id: int, message_id: int) -> Iterator[None]:
        """Read what a message is to show, and edit it; Overtaken instead of a request that comes too late."""
        key, mine = (chat_id, message_id), Attempt()
        self._attempts[key] = mine
        before = _own.set(mine)
        try:
            yield
        finally:
            _own.reset(before)
            if self._attempts.get(key) is mine:
                del self._attempts[key]

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Make the request in its order."""
        attempt = self._attempts.get(_key_of(method)) if isinstance(method, _CHANGES) else None
        if attempt is None:
            return await make_request(bot, method)
        if attempt is not _own.get():
            await _overtake(attempt)
            return await make_request(bot, method)
        if attempt.overtaken:
            raise Overtaken
        attempt.on_its_way = asyncio.Event()
        try:
            return await make_request(bot, method)
        finally:
            attempt.on_its_way.set()


async def _overtake(attempt: Attempt) -> None:
    attempt.overtaken = True
    if attempt.on_its_way is not None:
        with suppress(TimeoutError):
            async with asyncio.timeout(WAIT_S):
                await attempt.on_its_way.wait()


def _key_of(method: Any) -> Key:
    return method.chat_id, method.message_id
