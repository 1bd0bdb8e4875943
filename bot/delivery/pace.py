"""The pace: how fast queued messages leave, so that Telegram never has to say 429.

Limits by https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: about one
message per second to a chat, 20 per minute to a group, 30 per second in all. Only `retry_after` is
binding; the pace keeps below so that it stays the exception.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages per second in all, seconds between two to a chat and to a group.

    `chat_burst` messages at once do a chat no harm: the files of an album are as many messages.
    """

    per_second: float = 29.5
    chat_pause_s: float = 1.0
    group_pause_s: float = 3.1
    chat_burst: int = 5

    @property
    def window(self) -> int:
        """Messages under way at once: six tenths of a second's worth, at least eight."""
        return max(8, round(self.per_second * 0.6))

    def pause_of(self, chat_id: int, amount: int = 1) -> float:
        """Return the seconds after so many messages to a chat; negative ids are groups (Bot API, Chat)."""
        pause = self.group_pause_s if chat_id < 0 else self.chat_pause_s
        beyond = amount - self.chat_burst + 1
        return pause * (beyond + ALBUM_SLACK) if beyond > 1 else pause


CATCH_UP_S = 0.4
"""What a queue under way lost by a moment's hitch it makes good: a broadcast takes no longer for it. After a
longer silence nothing is made good, so that no burst follows it."""

ALBUM_SLACK = 0.3
"""Of a chat's pause, added after an album: it takes longer on its way than what comes after it."""

TICK_S = 0.001
"""The shortest wait: a timer of less than the clock's own step ends before any time has passed."""


@dataclass(slots=True)
class _Chat:
    """When a chat may get its next message; who waits for it stands in line at the lock."""

    free_at: float = 0.0
    line: asyncio.Lock = field(default_factory=asyncio.Lock)


class Pace:
    """Gives each queued message its moment; answers to taps take theirs at once and push the queue back.

    Moments are evenly spread (a bucket that never fills): a burst after idle time would put up to twice
    the limit into one second. Those of one chat count from when a message leaves, not from when it was
    wished for: after a pause, what has waited for the same chat does not leave together.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._free_at = 0.0
        self._stopped_until = 0.0
        self._closed = asyncio.Event()
        self._chats: dict[int, _Chat] = {}

    async def turn(self, chat_id: int, *, begun: bool = False, amount: int = 1) -> bool:
        """Wait until a queued message to a chat may leave, or so many at once as an album.

        False where the pace was closed meanwhile: the message stays in the queue. What belongs to a
        letter that has `begun` leaves all the same, unless Telegram has asked for a pause.
        """
        chat = self._chat(chat_id)
        async with chat.line:
            while self._lets_out(begun):
                if self._stopped_until > _now():
                    await self._sleep_until(self._stopped_until)
                    continue
                await self._sleep_until(chat.free_at, whatever=begun)
                moment = self._free_at if _now() - self._free_at < CATCH_UP_S else _now()
                self._free_at = moment + amount / self.limits.per_second
                await self._sleep_until(moment, whatever=begun)
                now = _now()
                if self._lets_out(begun) and max(chat.free_at, self._stopped_until) <= now:
                    chat.free_at = now + self.limits.pause_of(chat_id, amount)
                    return True
        return False

    def open(self) -> None:
        """Let messages leave (again)."""
        self._closed.clear()

    def close(self) -> None:
        """Let nothing leave any more: whoever waits for a turn is told so."""
        self._closed.set()

    async def rest(self, seconds: float) -> bool:
        """Sleep; False as soon as the pace is closed."""
        await self._sleep_until(_now() + seconds)
        return not self._closed.is_set()

    def answered(self, chat_id: int | None, amount: int = 1) -> None:
        """Count messages that did not queue: what queues leaves later by as much."""
        now = _now()
        self._free_at = max(self._free_at, now) + amount / self.limits.per_second
        if chat_id is not None:
            chat = self._chat(chat_id)
            chat.free_at = max(chat.free_at, now + self.limits.pause_of(chat_id, amount))

    def pause(self, seconds: float) -> None:
        """Let nothing queued leave for so many seconds, as Telegram has asked; fewer than none is none."""
        self._free_at = max(self._free_at, _now() + seconds)
        self._stopped_until = max(self._stopped_until, _now() + seconds)

    def pause_left(self) -> float:
        """Return for how many seconds more Telegram has asked for a pause; 0 for none."""
        return max(0.0, self._stopped_until - _now())

    def _lets_out(self, begun: bool) -> bool:
        return not self._closed.is_set() or (begun and self._stopped_until <= _now())

    async def _sleep_until(self, moment: float, *, whatever: bool = False) -> None:
        """Sleep until a moment, or until closed where that matters."""
        if moment <= _now():
            return
        left = max(moment - _now(), TICK_S)
        if whatever:
            await asyncio.sleep(left)
            return
        with suppress(TimeoutError):
            await asyncio.wait_for(self._closed.wait(), left)

    def _chat(self, chat_id: int) -> _Chat:
        known = self._chats.get(chat_id)
        if known is None:
            self._prune()
            known = self._chats[chat_id] = _Chat()
        return known

    def _prune(self) -> None:
        if len(self._chats) > 10_000:
            now = _now()
            self._chats = {
                number: chat
                for number, chat in self._chats.items()
                if chat.free_at > now or chat.line.locked()
            }


def _now() -> float:
    return asyncio.get_running_loop().time()
