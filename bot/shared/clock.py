"""The one source of the present moment; rules and actions receive it, tests move it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time; nothing else in the programme may."""

    def now(self) -> datetime:
        """Return the present moment as an aware datetime in UTC."""

    def on_jump(self, call: Callable[[], None]) -> None:
        """Have something called whenever the clock is moved: whoever waits for a moment looks again."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the present moment as an aware datetime in UTC."""
        return datetime.now(UTC)

    def on_jump(self, call: Callable[[], None]) -> None:
        """Do nothing: this clock only runs."""


class ManualClock:
    """A clock that stands still until it is moved: for tests and the sandbox's time machine."""

    def __init__(self, start: datetime) -> None:
        if start.tzinfo is None:
            raise ValueError("a clock needs an aware moment")
        self._now = start.astimezone(UTC)
        self._calls: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """Return the moment it was set to, in UTC."""
        return self._now

    def set(self, moment: datetime) -> None:
        """Set the clock to an aware moment."""
        self._now = moment.astimezone(UTC)
        self._jumped()

    def move(self, by: timedelta) -> None:
        """Move the clock; a negative step moves it back."""
        self._now += by
        self._jumped()

    def on_jump(self, call: Callable[[], None]) -> None:
        """Have something called after each move."""
        self._calls.append(call)

    def _jumped(self) -> None:
        for call in self._calls:
            call()
