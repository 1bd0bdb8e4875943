"""The page's events with rising numbers, so that a browser that lost the line goes on where it was."""

import asyncio
from collections import deque
from typing import Any

Event = dict[str, Any]
KEEP = 2_000


class EventLog:
    """The latest events of one run; an identifier is ``<run>.<number>``."""

    def __init__(self, run: str, keep: int = KEEP) -> None:
        self._run = run
        self._events: deque[tuple[int, Event]] = deque(maxlen=keep)
        self._news = asyncio.Event()
        self.number = 0
        self.closed = False

    def name(self, number: int) -> str:
        """Return the identifier of an event's number."""
        return f"{self._run}.{number}"

    def append(self, event: Event) -> None:
        """Keep an event and wake whoever waits for news."""
        self.number += 1
        self._events.append((self.number, event))
        self._wake()

    def close(self) -> None:
        """End all waiting: the server stops."""
        self.closed = True
        self._wake()

    def _wake(self) -> None:
        self._news.set()
        self._news = asyncio.Event()

    def position(self, identifier: str) -> int | None:
        """Return the number to go on from, None when events after it are lost or it is of another run."""
        run, _, digits = identifier.partition(".")
        if run != self._run or not digits.isdecimal():
            return None
        number = int(digits)
        oldest = self._events[0][0] if self._events else self.number + 1
        return number if oldest - 1 <= number <= self.number else None

    def since(self, number: int) -> list[tuple[int, Event]] | None:
        """Return the events after a number, None when some of them are no longer kept."""
        if self.position(self.name(number)) is None:
            return None
        return [(at, event) for at, event in self._events if at > number]

    async def wait_after(self, number: int, seconds: float) -> None:
        """Wait until there is an event after the number, at most the given seconds."""
        if self.number > number or self.closed:
            return
        try:
            await asyncio.wait_for(self._news.wait(), seconds)
        except TimeoutError:
            return
