"""What a hostile workbook costs: how soon it is refused, what reading it takes, and what others wait."""

import asyncio
import threading
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.sandbox.botapi.feed import Event
from bot.sandbox.botapi.world import World
from handlers.workbook import XLSX

EVERY_S = 0.1
"""How often the other person asks."""
LOOK_S = 0.005
"""How often the reading processes are looked at; Linux remembers the peak of each."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one file took: seconds, the last words about it, bytes of its readers, seconds others waited."""

    seconds: float
    said: tuple[str, ...]
    memory: int
    waits: tuple[float, ...]


class Asker:
    """Somebody who asks `/now` ten times a second and counts what each answer took."""

    def __init__(self, world: World, user: int) -> None:
        self._world = world
        self._user = user
        self._asked: deque[float] = deque()
        self.waits: list[float] = []
        self._stop = world.feed.listen(self._notice)

    def _notice(self, event: Event) -> None:
        mine = event.get("chat") == self._user and event["kind"] == "message"
        if mine and event["message"]["from"]["id"] == self._world.bot_id and self._asked:
            self.waits.append(time.monotonic() - self._asked.popleft())

    async def ask_on(self) -> None:
        """Ask until cancelled, at even intervals however long the answers take."""
        due = time.monotonic()
        while True:
            self._asked.append(time.monotonic())
            self._world.say(self._user, "/now")
            due += EVERY_S
            await asyncio.sleep(max(0.0, due - time.monotonic()))

    async def answered(self, seconds: float = 30.0) -> None:
        """Wait for the answers that are still to come; raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while self._asked:  # noqa: ASYNC110  (the feed calls, it has no event to wait for)
                await asyncio.sleep(0.01)
        self._stop()


class Readers(threading.Thread):
    """Watches the workbook processes of a bot; `peak` is the most memory they held at once, in bytes."""

    def __init__(self, bot_pid: int) -> None:
        super().__init__(daemon=True)
        self._children = Path(f"/proc/{bot_pid}/task/{bot_pid}/children")
        self._over = threading.Event()
        self.peak = 0

    def run(self) -> None:
        """Look at them until `finish`."""
        while not self._over.wait(LOOK_S):
            self.peak = max(self.peak, sum(map(peak_of, read_of(self._children).split())))

    def finish(self) -> None:
        """Look no more."""
        self._over.set()
        self.join()


def peak_of(pid: str) -> int:
    """Return the most memory a workbook process has held, in bytes (proc(5), VmHWM); 0 for any other.

    A child that has not become the reader yet still shows the memory of the bot it was forked from.
    """
    if "bot.workbook." not in read_of(Path(f"/proc/{pid}/cmdline")):
        return 0
    lines = read_of(Path(f"/proc/{pid}/status")).splitlines()
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), 0)


def read_of(path: Path) -> str:
    """Return what /proc says, nothing about a process that has ended."""
    try:
        return path.read_text()
    except OSError:
        return ""


@asynccontextmanager
async def beside(*works: Callable[[], Coroutine[Any, Any, None]]) -> AsyncIterator[None]:
    """Do this while what stands inside goes on."""
    tasks = [asyncio.create_task(work()) for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def idle(world: World, asker: int, seconds: float) -> tuple[float, ...]:
    """Return what answers take while nothing else is going on."""
    asking = Asker(world, asker)
    async with beside(asking.ask_on):
        await asyncio.sleep(seconds)
    await asking.answered()
    return tuple(asking.waits)


async def cost_of(
    world: World, senders: Sequence[int], asker: int, content: bytes, bot_pid: int, reading: str
) -> Cost:
    """Let each sender send the file, somebody else ask meanwhile, and wait for the last word about each."""
    asking, readers = Asker(world, asker), Readers(bot_pid)
    readers.start()
    began = time.monotonic()
    async with beside(asking.ask_on):
        for sender in senders:
            world.send_file(sender, "document", "Программа.xlsx", XLSX, content)
        said = [await last_word(world, sender, reading) for sender in senders]
        seconds = time.monotonic() - began
        await asyncio.sleep(max(0.0, 1.0 - seconds))
    await asking.answered()
    readers.finish()
    return Cost(seconds, tuple(said), readers.peak, tuple(asking.waits))


async def last_word(world: World, sender: int, reading: str, seconds: float = 60.0) -> str:
    """Wait until the bot has put its answer in place of «Читаю…» and return it; raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while True:
            message = world.messages(sender)[-1]
            from_bot = message["from"]["id"] == world.bot_id
            if from_bot and (words := message.get("text")) and words != reading:
                return str(words)
            if from_bot and "document" in message:
                return str(world.messages(sender)[-2]["text"])
            await asyncio.sleep(0.005)
