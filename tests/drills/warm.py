"""A bot that starts without importing anything: a process that has done so forks it, fifty times in a drill.

Run as a module, it is that process: a line `start` on its standard input forks a `python -m bot run` and
answers with its number, a line `wait NUMBER` answers with its exit code.
"""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.process import ROOT


@dataclass(frozen=True)
class Warm:
    """The process that forks."""

    process: asyncio.subprocess.Process

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[int]:
        """Run the bot while the block runs; yields its number. It is killed at the end, as by a power cut."""
        number = await self._ask("start")
        try:
            yield number
        finally:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
            await self._ask(f"wait {number}")

    async def _ask(self, words: str) -> int:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(f"{words}\n".encode())
        return int(await self.process.stdout.readline())


@asynccontextmanager
async def warm(folder: Path, settings: Mapping[str, str]) -> AsyncIterator[Warm]:
    """Keep a process that forks bots with these settings; what they say is in the folder's file `err`."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    with (folder / "err").open("ab") as err:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            __name__,
            cwd=folder,
            env={**kept, "PYTHONPATH": str(ROOT), **settings},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=err,
        )
    try:
        yield Warm(process)
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()


def _fork_on_request() -> None:
    import bot.__main__  # noqa: PLC0415  (only the process that forks needs it)

    for line in sys.stdin:
        match line.split():
            case ["start"]:
                number = os.fork()
                if not number:
                    os.dup2(os.open(os.devnull, os.O_RDWR), sys.stdin.fileno())
                    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
                    os._exit(bot.__main__.main(["run"]))
                sys.stdout.write(f"{number}\n")
            case ["wait", number]:
                sys.stdout.write(f"{os.waitpid(int(number), 0)[1]}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _fork_on_request()
