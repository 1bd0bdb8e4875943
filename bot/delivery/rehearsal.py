"""Rehearsals: a day's notices written as the delivery would write them, and shown one after another.

Nothing of it touches the plan: the facts are read, the letters written, and sent to organizers alone.
"""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Message

from bot.delivery.preparing import Preparing
from bot.notices.model import Notice, Outcome
from bot.notices.rehearsal import by_moment
from bot.schedule.rehearsal_actions import Foreseen
from bot.shared.stopping import unless_stopped
from bot.ui.notices.letter import Letter
from bot.ui.rehearsal import end_screen, opening_text, progress_screen, scene_text
from bot.ui.rehearsal_scenes import Written, put_together, unsent
from bot.ui.screens import Screen
from bot.ui.texts import Texts

log = logging.getLogger(__name__)

PAUSE_S = 4.0
"""Between two messages: a group takes 20 a minute (core.telegram.org/bots/faq)."""

TAKEN = timedelta(seconds=1)
"""How long after its moment a notice is taken: what lapses at that very moment has lapsed by then."""

LETTERS_AT_ONCE = 200
"""Notices made into letters between two turns of the loop."""

ENDING_S = 3.0
"""How long a process that ends waits for the last word of what it was showing."""


@dataclass
class Show:
    """A day to be shown in a chat; `card` is the message that tells its teller how far it has come."""

    chat_id: int
    texts: Texts
    foreseen: Foreseen
    written: Written
    card: Message
    shown: int = 0
    why: str = "rehearsal-done"
    stopped: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def count(self) -> int:
        """How many messages there are to show."""
        return len(self.written.alike)

    def end(self, why: str) -> None:
        """Stop after the message under way; `why` is the key of what is said then."""
        if not self.stopped.is_set():
            self.why = why
            self.stopped.set()


class Rehearsals:
    """Writes days and shows them; of one stream one day at a time. What a restart breaks off is lost."""

    def __init__(self, preparing: Preparing) -> None:
        self.planning = preparing.planning
        self._preparing = preparing
        self._shows: dict[int, Show] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> "Rehearsals":
        """Show while the block runs."""
        return self

    async def __aexit__(self, *_fault: object) -> None:
        """Break off what is being shown; it says so where Telegram still takes it in time."""
        for show in self._shows.values():
            show.end("rehearsal-restarting")
        tasks = list(self._tasks)
        if tasks:
            await asyncio.wait(tasks, timeout=ENDING_S)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def written(self, foreseen: Foreseen) -> Written:
        """Write what would be sent on a day, to each receiver in their own language, as the facts are now."""
        messages: list[tuple[tuple[Notice, ...], Letter]] = []
        settled: list[tuple[Notice, Outcome]] = []
        for moment, due in by_moment(foreseen.notices):
            for some in _parts(due):
                errands, ended = await self._preparing.prepare(some, moment + TAKEN)
                messages += [(errand.notices, errand.letter) for errand in errands]
                settled += ended
                await asyncio.sleep(0)
        return Written(put_together(messages), unsent(settled))

    def running(self, stream_id: int) -> bool:
        """Tell whether a day of a stream is being shown."""
        return stream_id in self._shows

    def begin(self, bot: Bot, show: Show) -> bool:
        """Begin to show a day; False while another one of its stream is shown."""
        stream_id = show.foreseen.stream.id
        if stream_id in self._shows:
            return False
        self._shows[stream_id] = show
        task = asyncio.create_task(self._play(bot, show))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return True

    def stop(self, stream_id: int) -> bool:
        """Stop what is being shown of a stream; False where nothing is."""
        show = self._shows.get(stream_id)
        if show is not None:
            show.end("rehearsal-stopped")
        return show is not None

    async def _play(self, bot: Bot, show: Show) -> None:
        try:
            await self._send_all(bot, show)
        except TelegramAPIError as fault:
            log.warning("a rehearsal broke off: %s", type(fault).__name__)
            show.why = "rehearsal-failed"
        finally:
            self._shows.pop(show.foreseen.stream.id, None)
        await _tell(show, end_screen(show.texts, show.why, show.shown, show.count))

    async def _send_all(self, bot: Bot, show: Show) -> None:
        texts, scene = show.texts, show.foreseen.scene
        await bot.send_message(
            show.chat_id, opening_text(texts, show.foreseen, show.count), disable_notification=True
        )
        for one in show.written.alike:
            await unless_stopped(show.stopped, asyncio.sleep(PAUSE_S))
            if show.stopped.is_set():
                return
            text = scene_text(texts, scene, one, show.shown + 1, show.count)
            await bot.send_message(show.chat_id, text, disable_notification=True)
            show.shown += 1
            await _tell(show, progress_screen(texts, show.foreseen.stream.id, show.shown, show.count))


async def _tell(show: Show, screen: Screen) -> None:
    """Write on the card how far the show is; a card that is gone does not stop it."""
    with suppress(TelegramAPIError):
        await show.card.edit_text(screen.text, reply_markup=screen.markup)


def _parts(due: Sequence[Notice]) -> list[list[Notice]]:
    """Cut what is due at a moment into parts; what goes to one person together stays together."""
    parts: list[list[Notice]] = [[]]
    for one in sorted(due, key=lambda one: one.person_id or 0):
        same = bool(parts[-1]) and parts[-1][-1].person_id == one.person_id
        if len(parts[-1]) >= LETTERS_AT_ONCE and not same:
            parts.append([])
        parts[-1].append(one)
    return parts
