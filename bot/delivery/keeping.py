"""Keeps the guides' lists up to date: messages that are edited in place while people board."""

import asyncio
import hashlib
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from sqlalchemy.exc import SQLAlchemyError

from bot.delivery.edits import Edits, Key, Overtaken
from bot.delivery.letters import REQUEST_S
from bot.delivery.pace import Pace
from bot.delivery.patience import queued
from bot.excursions import keeping_actions as actions
from bot.excursions.boarding_views import LiveBus
from bot.shared.clock import Clock
from bot.ui.excursions.boarding_guide import bus_screen, no_more_screen
from bot.ui.screens import Screen
from bot.ui.texts import texts_in
from db.engine import Database

log = logging.getLogger(__name__)

GATHER_S = 0.2
"""After a change: what comes meanwhile is shown by the same edit."""

LOOK_S, IDLE_S = 1.0, 5.0
"""Between two looks: while messages are kept up to date, and while there is none. What changes in another
way than by a tap here (a publication, another process) is seen by a look."""

EVERY_S = 1.0
"""Between two edits of a message: a chat takes about one message a second (the Bot API's FAQ)."""

FAULT_PAUSE_S = 2.0
"""Before an edit that failed on the way is tried again."""

_SAME = "message is not modified"


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a message shows: `edits` counts what its reader's own taps have changed."""

    edits: int
    mark: str


class Keeper:
    """Edits the messages when what they show has changed: one edit under way for each at a time."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._nudged = asyncio.Event()
        self._shown: dict[Key, _Shown] = {}
        self._not_before: dict[Key, float] = {}
        self._edited_at: dict[Key, float] = {}
        self._under_way: dict[Key, asyncio.Task[None]] = {}

    def nudge(self) -> None:
        """Look soon: something about boarding has changed."""
        self._nudged.set()

    @asynccontextmanager
    async def keeping(
        self, bot: Bot, pace: Pace, edits: Edits, mine: Callable[[], bool]
    ) -> AsyncIterator[None]:
        """Keep the messages up to date while the block runs and this process is the one that delivers."""
        ended = asyncio.Event()
        task = asyncio.create_task(self._keep(bot, pace, edits, mine, ended))
        try:
            yield
        finally:
            ended.set()
            self._nudged.set()
            await asyncio.gather(task, return_exceptions=True)
            left = list(self._under_way.values())
            for one in left:
                one.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    async def _keep(
        self, bot: Bot, pace: Pace, edits: Edits, mine: Callable[[], bool], ended: asyncio.Event
    ) -> None:
        while not ended.is_set():
            self._nudged.clear()
            live = False
            try:
                live = mine() and await self._look(bot, pace, edits)
            except (SQLAlchemyError, OSError) as fault:
                log.error("the lists of boarding cannot be read: %s", type(fault).__name__)
            except Exception:
                log.exception("keeping the lists of boarding broke off; it goes on")
            if ended.is_set():
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(self._nudged.wait(), LOOK_S if live else IDLE_S)
            with suppress(TimeoutError):
                await asyncio.wait_for(ended.wait(), GATHER_S)

    async def _look(self, bot: Bot, pace: Pace, edits: Edits) -> bool:
        """Begin to edit what shows something else by now; False where no message is kept up to date."""
        views = await actions.look(self._db, self._clock)
        keys = {one.key for one in views}
        self._shown = {key: shown for key, shown in self._shown.items() if key in keys}
        self._not_before = {key: moment for key, moment in self._not_before.items() if key in keys}
        self._edited_at = {key: moment for key, moment in self._edited_at.items() if key in keys}
        for one in views:
            if one.key in self._under_way or self._not_before.get(one.key, 0.0) > _now():
                continue
            if self._shown.get(one.key) != _shown(one, _screen(one)):
                self._begin(bot, pace, edits, one)
            elif one.finished:
                await actions.forget(self._db, [one])
        return bool(views)

    def _begin(self, bot: Bot, pace: Pace, edits: Edits, one: LiveBus) -> None:
        task = asyncio.create_task(self._refresh(bot, pace, edits, one))
        self._under_way[one.key] = task

        def done(_task: asyncio.Task[None]) -> None:
            self._under_way.pop(one.key, None)
            self._nudged.set()

        task.add_done_callback(done)

    async def _refresh(self, bot: Bot, pace: Pace, edits: Edits, one: LiveBus) -> None:
        """Edit a message with what is known at its moment, at most once a second; wait where told to.

        A guide's list is an answer that is kept up: it queues behind no notices and pushes them back.
        """
        queued.set(True)
        wait = self._edited_at.get(one.key, 0.0) + EVERY_S - _now()
        try:
            while True:
                if wait > 0 and not await pace.rest(wait):
                    return
                with edits.attempt(*one.key):
                    fresh = await actions.look(self._db, self._clock, one.key)
                    self._edited_at[one.key] = _now()
                    pace.answered(one.chat_id)
                    told = [await self._edit(bot, view) for view in fresh]
                wait = max(told, default=0.0)
                if not wait:
                    return
        except Overtaken:
            self._nudged.set()
        except Exception as fault:
            log.warning("a list of boarding is not up to date: %s", type(fault).__name__)
            self._not_before[one.key] = _now() + FAULT_PAUSE_S

    async def _edit(self, bot: Bot, view: LiveBus) -> float:
        """Edit a message and return for how many seconds Telegram asks to wait before it is tried again."""
        screen = _screen(view)
        try:
            await bot.edit_message_text(
                screen.text,
                chat_id=view.chat_id,
                message_id=view.message_id,
                reply_markup=screen.markup,
                request_timeout=REQUEST_S,
            )
        except TelegramRetryAfter as told:
            return told.retry_after
        except TelegramForbiddenError:
            await actions.forget_chat(self._db, view.chat_id)
            return 0.0
        except TelegramBadRequest as refusal:
            if _SAME not in refusal.message:
                log.info("a list of boarding is left alone: %s", refusal.message)
                await actions.forget(self._db, [view])
                return 0.0
        except TelegramAPIError as fault:
            log.warning("a list of boarding was not edited: %s", type(fault).__name__)
            self._not_before[view.key] = _now() + FAULT_PAUSE_S
            return 0.0
        self._shown[view.key] = _shown(view, screen)
        if view.bus is None:
            await actions.forget(self._db, [view])
        return 0.0


def _screen(view: LiveBus) -> Screen:
    texts = texts_in(view.locale)
    return no_more_screen(texts) if view.bus is None else bus_screen(texts, view.bus, view.page)


def _shown(view: LiveBus, screen: Screen) -> _Shown:
    markup = screen.markup.model_dump_json() if screen.markup else ""
    return _Shown(view.edits, hashlib.sha256(f"{screen.text}\n{markup}".encode()).hexdigest())


def _now() -> float:
    return asyncio.get_running_loop().time()
