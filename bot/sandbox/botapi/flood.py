"""Flood limits: how many messages Telegram lets a bot send.

The defaults follow https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this:
about one message per second in a chat with short bursts allowed, 20 per minute in a group and 30 per
second in all. Telegram publishes no exact rule; only ``retry_after`` is binding.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Rates in messages; ``enabled=False`` lets everything through."""

    per_chat_per_second: float = 1.0
    chat_burst: int = 5
    per_group_per_minute: int = 20
    overall_per_second: float = 30.0
    enabled: bool = True


class Bucket:
    """A token bucket that remembers a ban until it has passed."""

    __slots__ = ("banned_until", "capacity", "filled_at", "level", "rate")

    def __init__(self, rate: float, capacity: float, now: float) -> None:
        self.rate = rate
        self.capacity = capacity
        self.level = capacity
        self.filled_at = now
        self.banned_until = 0.0

    def refill(self, now: float) -> None:
        """Add what has accrued since the last look."""
        self.level = min(self.capacity, self.level + (now - self.filled_at) * self.rate)
        self.filled_at = now

    def wait(self, amount: int) -> float:
        """Return the seconds until the amount is there, 0.0 when it is there already.

        More than a full bucket can never be there: a full one then suffices.
        """
        missing = min(float(amount), self.capacity) - self.level
        return 0.0 if missing <= 1e-9 else missing / self.rate


class Flood:
    """Decides about each message, in seconds of a monotonic clock."""

    def __init__(self, limits: Limits, monotonic: Callable[[], float]) -> None:
        self.limits = limits
        self.violations = 0
        self.refusals = 0
        self._monotonic = monotonic
        self._chats: dict[int, list[Bucket]] = {}
        now = monotonic()
        self._overall = Bucket(limits.overall_per_second, max(1.0, limits.overall_per_second), now)

    def refuse(self, chat_id: int, *, group: bool, amount: int = 1) -> int | None:
        """Return whole seconds to wait, or None and count the messages as sent."""
        if not self.limits.enabled:
            return None
        now = self._monotonic()
        buckets = self._buckets(chat_id, group, now)
        banned = max(bucket.banned_until for bucket in buckets)
        if banned > now:
            self.violations += 1
            self.refusals += 1
            return math.ceil(banned - now)
        return self._take(buckets, amount, now)

    def _take(self, buckets: list[Bucket], amount: int, now: float) -> int | None:
        longest = 0.0
        for bucket in buckets:
            bucket.refill(now)
            wait = bucket.wait(amount)
            if wait > 0:
                bucket.banned_until = now + math.ceil(wait)
                longest = max(longest, wait)
        if longest > 0:
            self.refusals += 1
            return math.ceil(longest)
        for bucket in buckets:
            bucket.level -= amount
        return None

    def _buckets(self, chat_id: int, group: bool, now: float) -> list[Bucket]:
        own = self._chats.get(chat_id)
        if own is None:
            limits = self.limits
            own = [self._overall, Bucket(limits.per_chat_per_second, limits.chat_burst, now)]
            if group:
                per_minute = limits.per_group_per_minute
                own.append(Bucket(per_minute / 60, per_minute, now))
            self._chats[chat_id] = own
        return own
