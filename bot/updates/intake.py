"""Updates on their way to the handlers: concurrently, in order per person, each once in this process."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable

from aiogram.types import Update

log = logging.getLogger(__name__)

HOLD = 30.0
"""Seconds after which an update that is still being handled no longer holds back its confirmation."""

Handle = Callable[[Update], Awaitable[object]]


class Intake:
    """Keeps a line for each person; nobody waits behind somebody else's slow update."""

    def __init__(self, handle: Handle, hold: float = HOLD) -> None:
        self._handle = handle
        self._hold = hold
        self._lines: dict[int, asyncio.Task[None]] = {}
        self._taken: dict[int, asyncio.Task[None]] = {}
        self._overdue: set[int] = set()

    def accept(self, update: Update) -> asyncio.Task[None]:
        """Put an update in its person's line; one that is here already (delivered again) is not doubled."""
        if update.update_id in self._taken:
            return self._taken[update.update_id]
        line = person_of(update)
        task = asyncio.create_task(self._in_turn(update, self._lines.get(line)))
        self._lines[line] = task
        self._taken[update.update_id] = task
        overdue = asyncio.get_running_loop().call_later(self._hold, self._overdue.add, update.update_id)
        task.add_done_callback(lambda done: self._leave(line, update.update_id, overdue, done))
        return task

    async def wait(self, updates: Iterable[Update], at_most: float) -> None:
        """Wait until these updates are handled, but no longer than the given seconds."""
        tasks = [self._taken[update.update_id] for update in updates if update.update_id in self._taken]
        if tasks:
            await asyncio.wait(tasks, timeout=at_most)

    def confirmable(self, newest: int) -> int:
        """Return the offset that confirms every handled update up to the first unhandled one.

        `newest` is the highest id received; ids below the returned offset need no memory any more.
        """
        waiting = [
            update_id
            for update_id, task in self._taken.items()
            if not task.done() and update_id not in self._overdue
        ]
        offset = min(waiting, default=newest + 1)
        for update_id in [known for known, task in self._taken.items() if known < offset and task.done()]:
            del self._taken[update_id]
        return offset

    async def drain(self, at_most: float) -> bool:
        """Wait for everything in flight; False where something had to be left."""
        tasks = [task for task in self._taken.values() if not task.done()]
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
        try:
            await self._handle(update)
        except Exception:
            log.exception("update %s could not be answered", update.update_id)

    def _leave(
        self, line: int, update_id: int, overdue: asyncio.TimerHandle, task: asyncio.Task[None]
    ) -> None:
        overdue.cancel()
        self._overdue.discard(update_id)
        if self._lines.get(line) is task:
            del self._lines[line]


def person_of(update: Update) -> int:
    """Return whose line an update belongs to: the sender, else the chat, else the update itself."""
    event = update.event
    sender = getattr(event, "from_user", None) or getattr(event, "user", None)
    if sender is not None:
        return int(sender.id)
    chat = getattr(event, "chat", None)
    return int(chat.id) if chat is not None else -update.update_id
