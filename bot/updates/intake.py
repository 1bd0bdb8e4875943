"""Updates on their way to the handlers: concurrently, in order per person, each once in this process."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.exceptions import TelegramNetworkError, TelegramServerError
from aiogram.types import ErrorEvent, TelegramObject, Update
from aiogram.types.update import UpdateTypeLookupError

log = logging.getLogger(__name__)

HOLD = 30.0
"""Seconds after which an update that is still being handled no longer holds back its confirmation."""

AGAIN_S = (5.0, 15.0, 30.0, 60.0)
"""Pauses before an update is handled once more because its answer did not reach Telegram."""

UNREACHABLE = (TelegramNetworkError, TelegramServerError)

Handle = Callable[[Update], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Taken:
    """An update in its person's line; `since` is the loop's time."""

    task: asyncio.Task[None]
    since: float

    @property
    def handled(self) -> bool:
        """Tell whether it was handled to the end; a task that was broken off was not."""
        return self.task.done() and not self.task.cancelled()


class Intake:
    """Keeps a line for each person; nobody waits behind somebody else's slow update."""

    def __init__(self, handle: Handle, hold: float = HOLD) -> None:
        self._handle = handle
        self._hold = hold
        self._lines: dict[int, asyncio.Task[None]] = {}
        self._taken: dict[int, Taken] = {}

    def accept(self, update: Update) -> asyncio.Task[None]:
        """Put an update in its person's line; one that is here already (delivered again) is not doubled."""
        known = self._taken.get(update.update_id)
        if known is not None:
            return known.task
        line = person_of(update)
        task = asyncio.create_task(self._in_turn(update, self._lines.get(line)))
        self._lines[line] = task
        self._taken[update.update_id] = Taken(task, asyncio.get_running_loop().time())
        task.add_done_callback(lambda done: self._leave(line, done))
        return task

    def knows(self, update: Update) -> bool:
        """Tell whether an update is here already."""
        return update.update_id in self._taken

    async def wait(self, updates: Iterable[Update], at_most: float) -> None:
        """Wait until these updates are handled, but no longer than the given seconds."""
        tasks = [self._taken[update.update_id].task for update in updates if self.knows(update)]
        if tasks:
            await asyncio.wait(tasks, timeout=at_most)

    def confirmable(self, newest: int, hold: float | None = None) -> int:
        """Return the offset that confirms every handled update up to the first unhandled one.

        `newest` is the highest id received; ids below the returned offset need no memory any more. What
        has been waiting for `hold` seconds (the intake's own by default) holds back nothing.
        """
        long_ago = asyncio.get_running_loop().time() - (self._hold if hold is None else hold)
        waiting = [
            update_id
            for update_id, taken in self._taken.items()
            if not taken.handled and taken.since > long_ago
        ]
        offset = min(waiting, default=newest + 1)
        for update_id in [known for known, taken in self._taken.items() if known < offset and taken.handled]:
            del self._taken[update_id]
        return offset

    async def drain(self, at_most: float) -> bool:
        """Wait for everything in flight; False where something had to be broken off, unhandled."""
        tasks = [taken.task for taken in self._taken.values() if not taken.task.done()]
        if not tasks:
            return True
        _done, left = await asyncio.wait(tasks, timeout=at_most)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        return not left

    async def _in_turn(self, update: Update, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        for pause in AGAIN_S:
            if await self._answered(update):
                return
            log.warning("update %s: the answer did not go out; once more in %s s", update.update_id, pause)
            await asyncio.sleep(pause)
        if not await self._answered(update):
            log.error("update %s stays without an answer: Telegram was not reached", update.update_id)

    async def _answered(self, update: Update) -> bool:
        """Handle an update; False where Telegram was not reached, so that it is worth another try.

        To handle it again is safe: its effect is written together with its id, once.
        """
        try:
            await self._handle(update)
        except UNREACHABLE:
            return False
        except Exception:
            log.exception("update %s could not be answered", update.update_id)
        return True

    def _leave(self, line: int, task: asyncio.Task[None]) -> None:
        if self._lines.get(line) is task:
            del self._lines[line]


async def pass_on_unreachable(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Any:
    """Keep network faults from the error handlers (an outer middleware): the intake tries again later."""
    if isinstance(event, ErrorEvent) and isinstance(event.exception, UNREACHABLE):
        return UNHANDLED
    return await handler(event, data)


def person_of(update: Update) -> int:
    """Return whose line an update belongs to: the sender, else the chat, else the update itself."""
    try:
        event = update.event
    except UpdateTypeLookupError:
        return -update.update_id
    sender = getattr(event, "from_user", None) or getattr(event, "user", None)
    if sender is not None:
        return int(sender.id)
    chat = getattr(event, "chat", None)
    return int(chat.id) if chat is not None else -update.update_id
