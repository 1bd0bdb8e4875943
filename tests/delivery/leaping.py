"""A loop whose time leaps to the next moment somebody waits for: hours of waiting take no time, exactly."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

Result = TypeVar("Result")


class _Leaps(selectors.DefaultSelector):
    """Adds up the time the loop would have slept."""

    def __init__(self) -> None:
        super().__init__()
        self.slept = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Look for what is ready without waiting, and count the wait as over."""
        if timeout:
            self.slept += timeout
        return super().select(0)


class LeapingLoop(asyncio.SelectorEventLoop):
    """An event loop for timers alone: nothing from outside may be waited for in it."""

    def __init__(self) -> None:
        self._leaps = _Leaps()
        super().__init__(self._leaps)

    def time(self) -> float:
        """Return the seconds that would have passed."""
        return self._leaps.slept


def leap(work: Coroutine[Any, Any, Result]) -> Result:
    """Run work on such a loop, from the moment 0."""
    with asyncio.Runner(loop_factory=LeapingLoop) as runner:
        return runner.run(work)
