"""The sandbox's clock: it runs as all clocks do, from wherever it was moved to."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.shared.clock import Clock


class MovableClock:
    """Another clock with a distance to it; whoever waits for a moment is told of each move."""

    def __init__(self, base: Clock) -> None:
        self._base = base
        self._ahead = timedelta()
        self._calls: list[Callable[[], None]] = []
        base.on_jump(self._jumped)

    def now(self) -> datetime:
        """Return the moment it shows, in UTC."""
        return (self._base.now() + self._ahead).astimezone(UTC)

    @property
    def moved(self) -> bool:
        """Tell whether it shows another time than the clock it stands on."""
        return bool(self._ahead)

    def move_to(self, moment: datetime) -> None:
        """Show an aware moment now, and run on from there."""
        self._ahead = moment - self._base.now()
        self._jumped()

    def come_back(self) -> None:
        """Show the time of the clock it stands on."""
        self._ahead = timedelta()
        self._jumped()

    def on_jump(self, call: Callable[[], None]) -> None:
        """Have something called after each move."""
        self._calls.append(call)

    def _jumped(self) -> None:
        for call in self._calls:
            call()
