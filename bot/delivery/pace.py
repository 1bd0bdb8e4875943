"""The pace: how fast queued messages leave, so that Telegram never has to say 429.

Limits by https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: about one
message per second to a chat, 20 per minute to a group, 30 per second in all. Only `retry_after` is
binding; the pace keeps below so that it stays the exception.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages per second in all and to a chat, seconds between two to a group."""

    per_second: float = 29.0
    chat_pause_s: float = 1.0
    group_pause_s: float = 3.1

    @property
    def window(self) -> int:
        """Messages under way at once: a third of a second's worth, at least eight."""
        return max(8, round(self.per_second / 3))


class Pace:
    """Gives each queued message its moment; answers to taps take theirs at once and push the queue back.

    Moments are evenly spread (a bucket that never fills): a burst after idle time would put up to twice
    the limit into one second.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._free_at = 0.0
        self._stopped_until = 0.0
        self._closed = asyncio.Event()
        self._chats: dict[int, float] = {}

    async def turn(self, chat_id: int) -> bool:
        """Wait until a queued message to a chat may leave; negative ids are groups (Bot API, Chat).

        False where the pace was closed meanwhile: the message stays in the queue.
        """
        pause = self.limits.group_pause_s if chat_id < 0 else self.limits.chat_pause_s
        chat_free_at = max(self._chats.get(chat_id, 0.0), _now())
        self._chats[chat_id] = chat_free_at + pause
        await self._sleep_until(chat_free_at)
        while not self._closed.is_set():
            moment = max(self._free_at, _now())
            self._free_at = moment + 1 / self.limits.per_second
            await self._sleep_until(moment)
            if self._stopped_until <= _now():
                break
        return not self._closed.is_set()

    def open(self) -> None:
        """Let messages leave (again)."""
        self._closed.clear()

    def close(self) -> None:
        """Let nothing leave any more: whoever waits for a turn is told so."""
        self._closed.set()

    async def _sleep_until(self, moment: float) -> None:
        left = moment - _now()
        if left > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closed.wait(), left)

    def answered(self, chat_id: int | None) -> None:
        """Count a message that did not queue: what queues leaves later by as much."""
        now = _now()
        self._free_at = max(self._free_at, now) + 1 / self.limits.per_second
        if chat_id is not None:
            self._prune(now)
            self._chats[chat_id] = max(self._chats.get(chat_id, 0.0), now + self.limits.chat_pause_s)

    def pause(self, seconds: float) -> None:
        """Let nothing queued leave for a while: Telegram has asked for it."""
        self._free_at = max(self._free_at, _now() + seconds)
        self._stopped_until = max(self._stopped_until, _now() + seconds)

    def _prune(self, now: float) -> None:
        if len(self._chats) > 10_000:
            self._chats = {chat: free for chat, free in self._chats.items() if free > now}


def _now() -> float:
    return asyncio.get_running_loop().time()
