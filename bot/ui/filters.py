"""Filters of handlers. Coroutines on purpose: aiogram runs a plain function in a thread each time."""

from collections.abc import Iterable
from typing import Any

from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Chat, Message, TelegramObject
from aiogram.utils.magic_filter import MagicFilter

from bot.people.model import Visitor

GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})
"""Chats of several people."""


class Private(Filter):
    """Lets through what happens in a private chat."""

    async def __call__(self, event: TelegramObject) -> bool:
        """Tell whether the event's chat is private."""
        holder = event.message if isinstance(event, CallbackQuery) else event
        chat = getattr(holder, "chat", None)
        return isinstance(chat, Chat) and chat.type == ChatType.PRIVATE


class Admitted(Filter):
    """Lets through only people who may see the programme."""

    async def __call__(self, _event: TelegramObject, visitor: Visitor) -> bool:
        """Tell whether the visitor is admitted."""
        return visitor.admitted


class Fits(Filter):
    """Lets through what a rule of aiogram's `F` fits; by itself, such a rule too would cost a thread."""

    def __init__(self, rule: MagicFilter) -> None:
        self._rule = rule

    async def __call__(self, event: TelegramObject) -> Any:
        """Return what the rule makes of the event."""
        return self._rule.resolve(event)


class Key(Filter):
    """Lets through a text that is exactly a key of the keyboard, in any language."""

    def __init__(self, labels: Iterable[str]) -> None:
        self._labels = frozenset(labels)

    async def __call__(self, message: Message) -> bool:
        """Tell whether the message is one of the labels."""
        return message.text in self._labels


class PlainText(Filter):
    """Lets through a text that is no command."""

    async def __call__(self, message: Message) -> bool:
        """Tell whether the message is a text without a slash in front."""
        return message.text is not None and not message.text.startswith("/")
