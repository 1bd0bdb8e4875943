"""The bot as a process of its own, the way operators run it."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.botapi.server import BotApiServer
from tests.telegram import TOKEN

ROOT = Path(__file__).resolve().parents[1]
PATIENCE_S = 90.0


@dataclass(frozen=True)
class Ended:
    """What an operator is left with."""

    code: int
    out: str
    err: str


class Process:
    """A running `python -m bot …`; what it says is kept in files of its folder."""

    def __init__(self, process: asyncio.subprocess.Process, folder: Path) -> None:
        self._process = process
        self._folder = folder

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def signal(self, number: signal.Signals) -> None:
        """Send a signal, unless it has ended already."""
        if self._process.returncode is None:
            self._process.send_signal(number)

    async def ended(self, at_most: float = PATIENCE_S) -> Ended:
        """Wait until it has ended by itself; raises TimeoutError."""
        code = await asyncio.wait_for(self._process.wait(), at_most)
        return Ended(code, *((self._folder / name).read_text() for name in ("out", "err")))

    async def kill(self) -> None:
        """End it as a power cut does; nothing of it runs on."""
        self.signal(signal.SIGKILL)
        await self._process.wait()


@asynccontextmanager
async def process(folder: Path, words: Sequence[str], settings: Mapping[str, str]) -> AsyncIterator[Process]:
    """Run a command in an existing folder with these settings alone; it is killed if left running."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    with (folder / "out").open("ab") as out, (folder / "err").open("ab") as err:
        started = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *words,
            cwd=folder,
            env={**kept, "PYTHONPATH": str(ROOT), **settings},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=out,
            stderr=err,
        )
    running = Process(started, folder)
    try:
        yield running
    finally:
        await running.kill()


def settings_of(server: BotApiServer, **others: str) -> dict[str, str]:
    """Return the environment of a bot before the strict server."""
    return {"BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": server.base_url, "HTTP_PORT": "0", **others}
