"""Before any handler: who is tapping, in which language, and what the messenger's menu shows them."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommandScopeChat, Chat, TelegramObject, Update, User

from bot.people.actions import look_up, mark_reachable, remember_menu
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.ui.filters import GROUPS
from bot.ui.menu import bot_commands, commands_of, fingerprint
from bot.ui.texts import LANGUAGES, texts_in
from db.engine import Database

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class VisitMiddleware(BaseMiddleware):
    """Gives handlers `visitor` and `texts`; one statement in the database."""

    def __init__(self, db: Database, clock: Clock, default_locale: str) -> None:
        self._db = db
        self._clock = clock
        self._default_locale = default_locale

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Look the visitor up, hand the update on, then see that the menu fits the visitor."""
        user: User | None = data.get("event_from_user")
        if user is None or not isinstance(event, Update):
            return None
        if user.is_bot and not _nameless(event):
            return None
        newcomer = Visitor(
            user_id=user.id,
            chat_id=user.id,
            locale=self._locale_of(user),
            update_id=event.update_id,
        )
        visitor = newcomer if user.is_bot else await look_up(self._db, self._clock, newcomer)
        data["visitor"] = visitor
        data["texts"] = texts_in(visitor.locale)
        try:
            return await handler(event, data)
        finally:
            chat: Chat | None = data.get("event_chat")
            if chat is not None and chat.type == "private" and event.my_chat_member is None:
                if not visitor.reachable:  # the return was not told: who writes can be written to
                    await mark_reachable(self._db, self._clock, visitor, reachable=True)
                await self._follow_roles(data["bot"], visitor)

    async def _follow_roles(self, bot: Bot, visitor: Visitor) -> None:
        """Mend the menu of somebody whose roles were changed by others since the last visit."""
        if not visitor.known or fingerprint(commands_of(visitor), visitor.locale) == visitor.menu:
            return
        with suppress(TelegramAPIError):  # the next visit tries again
            await refresh_menu(bot, self._db, await look_up(self._db, self._clock, visitor))

    def _locale_of(self, user: User) -> str:
        language = (user.language_code or "").split("-")[0]
        return language if language in LANGUAGES else self._default_locale


def _nameless(update: Update) -> bool:
    """Tell whether a group's administrator writes in its name, or a channel in its own, in a group.

    Telegram then names a bot of its own as the sender (Bot API, Message.sender_chat): a stranger to us.
    """
    message = update.message
    return message is not None and message.sender_chat is not None and message.chat.type in GROUPS


async def refresh_menu(bot: Bot, db: Database, visitor: Visitor) -> None:
    """Set the command menu of a private chat if it is not the one this person should have."""
    names = commands_of(visitor)
    mark = fingerprint(names, visitor.locale)
    if mark == visitor.menu:
        return
    commands = bot_commands(names, texts_in(visitor.locale))
    await bot.set_my_commands(commands, scope=BotCommandScopeChat(chat_id=visitor.chat_id))
    await remember_menu(db, visitor, mark)
