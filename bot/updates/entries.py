"""Text entry in steps: aiogram's state context over the database, read only by handlers that ask for it."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from aiogram.types import TelegramObject

from bot.shared.clock import Clock
from db.engine import Database
from db.entries import Entry, await_entry, awaited

LIFETIME = timedelta(minutes=30)
"""Later, what somebody types is no answer to the old question any more."""


class EntryStorage(BaseStorage):
    """Keeps what is awaited from a person in the table `entries`."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Await something; None awaits nothing more."""
        name = state.state if isinstance(state, State) else state
        await self._change(key, state=name or "")

    async def get_state(self, key: StorageKey) -> str | None:
        """Return what is awaited, None for nothing."""
        return (await self._read(key)).state or None

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Keep facts (JSON values) beside what is awaited, in place of the earlier ones."""
        await self._change(key, data=data)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """Return the facts kept beside what is awaited."""
        return dict((await self._read(key)).data)

    async def close(self) -> None:
        """Do nothing: the database is closed by whoever opened it."""

    async def _read(self, key: StorageKey) -> Entry:
        async with self._db.read() as tx:
            return await awaited(tx, key.user_id, key.chat_id, self._clock.now())

    async def _change(
        self, key: StorageKey, state: str | None = None, data: Mapping[str, Any] | None = None
    ) -> None:
        now = self._clock.now()
        async with self._db.write() as tx:
            was = await awaited(tx, key.user_id, key.chat_id, now)
            entry = Entry(was.state if state is None else state, was.data if data is None else data)
            await await_entry(tx, key.user_id, key.chat_id, entry, now + LIFETIME)


class EntryMiddleware(BaseMiddleware):
    """Gives handlers `state`; aiogram's own middleware would read it before every update."""

    def __init__(self, storage: EntryStorage) -> None:
        self._storage = storage

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Hand the context on; nothing is read until somebody asks it."""
        bot: Bot = data["bot"]
        user, chat = data.get("event_from_user"), data.get("event_chat")
        if user is not None and chat is not None:
            key = StorageKey(bot_id=bot.id, chat_id=chat.id, user_id=user.id)
            data["state"] = FSMContext(self._storage, key)
        return await handler(event, data)
