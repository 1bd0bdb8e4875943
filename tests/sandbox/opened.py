"""The sandbox as it runs, for the tests that meet it from outside."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.sandbox.botapi.world import PATIENCE_S
from bot.sandbox.running import run_sandbox
from bot.settings import Settings
from bot.shared.clock import Clock

MORNING = datetime(2026, 2, 17, 5, 10, tzinfo=UTC)
"""10:10 in Tyumen, a Tuesday."""

_URL = re.compile(r"http://127\.0\.0\.1:\d+")
_CLAIM = re.compile(r"/claim \S+")


class MorningClock(Clock):
    """Begins at a moment and goes on as all clocks do, so that pauses of the flood limits end."""

    def __init__(self, start: datetime = MORNING) -> None:
        self._start, self._began = start, time.monotonic()

    def now(self) -> datetime:
        """Return the present moment of that day."""
        return self._start + timedelta(seconds=time.monotonic() - self._began)

    def on_jump(self, call: Callable[[], None]) -> None:
        """Do nothing: this clock only runs."""


@dataclass(frozen=True)
class Opened:
    """A running sandbox: the page's address, and what the first administrator sends to the bot."""

    url: str
    claim: str


def settings(port: int = 0) -> Settings:
    """Return the settings of a sandbox; the machine's own count for nothing."""
    return Settings(_env_file=None, sandbox_port=port)  # type: ignore[call-arg]  # pydantic-settings' own


@asynccontextmanager
async def sandbox(chosen: Settings, start: datetime = MORNING) -> AsyncIterator[Opened]:
    """Run the sandbox; those who are in already may still be on their way."""
    stop, announced = asyncio.Event(), asyncio.Queue[str]()
    task = asyncio.create_task(run_sandbox(chosen, MorningClock(start), stop, announced.put_nowait))
    try:
        yield Opened(await _told(announced, _URL), await _told(announced, _CLAIM))
    finally:
        stop.set()
        await task


async def _told(announced: asyncio.Queue[str], wanted: re.Pattern[str]) -> str:
    async with asyncio.timeout(PATIENCE_S):
        while True:
            found = wanted.search(await announced.get())
            if found:
                return found[0]
