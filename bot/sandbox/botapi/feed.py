"""The world's events, for the messenger page and for personas."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

Event = dict[str, Any]
QUEUE_SIZE = 1_000


class Subscription:
    """One reader of the feed; a reader that lags loses the oldest events and is told so."""

    def __init__(self, feed: "Feed", size: int) -> None:
        self._feed = feed
        self._queue: asyncio.Queue[Event] = asyncio.Queue()
        self._size = size
        self._lost = False

    def put(self, event: Event) -> None:
        """Take an event without ever waiting."""
        if self._queue.qsize() >= self._size:
            self._queue.get_nowait()
            self._lost = True
        self._queue.put_nowait(event)

    async def get(self) -> Event:
        """Return the next event; ``{"kind": "lost"}`` first when some were dropped."""
        if self._lost:
            self._lost = False
            return {"kind": "lost", "seq": self._feed.seq}
        return await self._queue.get()

    def close(self) -> None:
        """Stop receiving."""
        self._feed.subscribers.discard(self)

    async def __aiter__(self) -> AsyncIterator[Event]:
        try:
            while True:
                yield await self.get()
        finally:
            self.close()


class Feed:
    """Hands every event to all readers; each event has a rising ``seq``."""

    def __init__(self) -> None:
        self.seq = 0
        self.subscribers: set[Subscription] = set()
        self._listeners: list[Callable[[Event], None]] = []

    def publish(self, kind: str, chat: int | None = None, **rest: Any) -> None:
        """Tell everybody; never waits."""
        self.seq += 1
        if not self.subscribers and not self._listeners:
            return
        event: Event = {"kind": kind, "seq": self.seq, **rest}
        if chat is not None:
            event["chat"] = chat
        for listener in self._listeners:
            listener(event)
        for subscriber in self.subscribers:
            subscriber.put(event)

    def subscribe(self, size: int = QUEUE_SIZE) -> Subscription:
        """Return a new reader that sees the events from now on."""
        subscription = Subscription(self, size)
        self.subscribers.add(subscription)
        return subscription

    def listen(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Call the listener at once with each event; return what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)
