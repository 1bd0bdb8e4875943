"""A stand: one bot under measurement and its own local Telegram, each in a process of its own."""

import asyncio
import json
import os
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple

import aiohttp
import psutil  # type: ignore[import-untyped]  # it ships no type information

from bench.telegram import PATIENCE_S, TOKEN

ROOT = Path(__file__).resolve().parents[1]
MB = 1024 * 1024


class Started(NamedTuple):
    """How a bot started: seconds to the first poll, those the processor worked, memory then in MB."""

    seconds: float
    worked: float
    memory: float


class Tally(NamedTuple):
    """Messages of one text that came to Telegram, the seconds from the first to the last, and their 429."""

    sent: int
    took: float
    refused: int


class Telegram:
    """The bench's end of a local Telegram."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self._http = http
        self.url = url

    async def people(self, count: int, *, started: bool = False) -> list[int]:
        """Make people and return their ids; to those who have started the bot may write first."""
        path = f"/bench/people?count={count}{'&started=1' if started else ''}"
        found: list[int] = await self._ask("POST", path)
        return found

    async def burst(self, users: Sequence[int], text: str) -> None:
        """Let everybody write at once and wait for all the answers."""
        await self._ask("POST", "/bench/burst", {"users": list(users), "text": text})

    async def ask(self, user: int, text: str) -> float:
        """Let somebody write and return the seconds until the bot's answer has come."""
        return float(await self._ask("POST", "/bench/ask", {"user": user, "text": text}))

    async def tap(self, user: int, label: str) -> None:
        """Let somebody tap the newest button whose label begins so."""
        await self._ask("POST", "/bench/tap", {"user": user, "label": label})

    async def tally(self, text: str, but: int = 0) -> Tally:
        """Return how far a text sent to many is."""
        return Tally(**await self._ask("POST", "/bench/tally", {"text": text, "but": but}))

    async def answer(self) -> dict[str, Any]:
        """Return the parameters of the bot's last message."""
        found: dict[str, Any] = await self._ask("GET", "/bench/answer")
        return found

    async def sent(self) -> list[tuple[str, float]]:
        """Return the texts the bot has sent, each with the monotonic moment at which it came here."""
        return [(text, moment) for text, moment in await self._ask("GET", "/bench/sent")]

    async def first_poll(self) -> None:
        """Wait until the bot asks for updates."""
        await self._ask("GET", "/bench/first-poll")

    async def _ask(self, method: str, path: str, body: object = None) -> Any:
        async with self._http.request(method, self.url + path, json=body) as answer:
            answer.raise_for_status()
            return await answer.json()


class Running:
    """A bot that runs."""

    def __init__(self, pid: int) -> None:
        self._process = psutil.Process(pid)

    def cpu_seconds(self) -> float:
        """Return the processor time spent so far, of all threads."""
        spent = self._process.cpu_times()
        return float(spent.user + spent.system)

    def memory(self) -> float:
        """Return the resident memory in MB."""
        return float(self._process.memory_info().rss) / MB


@asynccontextmanager
async def telegram(latency_s: float = 0.0, per_second: float = 0.0) -> AsyncIterator[Telegram]:
    """Run a local Telegram; each call takes so much longer, and 0 messages per second mean no limits."""
    command = (sys.executable, "-m", "bench.telegram", str(latency_s), str(per_second))
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None  # noqa: S101  (asked for above)
    try:
        url = (await asyncio.wait_for(process.stdout.readline(), PATIENCE_S)).decode().strip()
        async with aiohttp.ClientSession() as http:
            yield Telegram(http, url)
    finally:
        await _end(process)


@asynccontextmanager
async def our_bot(
    api: Telegram, folder: Path, database_url: str = "", **others: str
) -> AsyncIterator[Running]:
    """Run the bot itself, as `python -m bot run`, on SQLite in a folder unless another database is named.

    `others` are further settings by their names.
    """
    settings = {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api.url,
        "DATA_DIR": str(folder),
        **({"DATABASE_URL": database_url} if database_url else {}),
        "HTTP_PORT": "0",
        "LOG_LEVEL": "WARNING",
        "PYTHONPATH": str(ROOT),
        **others,
    }
    async with _running((sys.executable, "-m", "bot", "run"), folder, settings) as running:
        yield running


@asynccontextmanager
async def bare_bot(api: Telegram, folder: Path, screen: dict[str, Any]) -> AsyncIterator[Running]:
    """Run a bare aiogram bot that answers with a screen: `text` and `rows` of [label, data]."""
    file = folder / "screen.json"
    file.write_text(json.dumps(screen, ensure_ascii=False), "utf-8")
    command = (sys.executable, str(ROOT / "bench/bare_bot.py"), api.url, TOKEN, str(file))
    async with _running(command, folder, {}) as running:
        yield running


@asynccontextmanager
async def neighbour(
    way: str, api: Telegram, folder: Path, users: Sequence[int], text: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Let another way of sending to many begin, one of `bench/neighbours.py`; it ends when all are served."""
    file = folder / f"{way}.json"
    file.write_text(json.dumps({"users": list(users), "text": text}, ensure_ascii=False), "utf-8")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(ROOT / "bench/neighbours.py"), way, api.url, TOKEN, str(file)),
        cwd=folder,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        await _end(process)


@asynccontextmanager
async def _running(command: Sequence[str], folder: Path, settings: dict[str, str]) -> AsyncIterator[Running]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    process = await asyncio.create_subprocess_exec(
        *command, cwd=folder, env=kept | settings, stdout=asyncio.subprocess.DEVNULL
    )
    try:
        yield Running(process.pid)
    finally:
        await _end(process)


async def started(api: Telegram, bot: Running, since: float) -> Started:
    """Wait for the first poll; `since` is `time.perf_counter()` before the bot was started."""
    await api.first_poll()
    return Started(time.perf_counter() - since, bot.cpu_seconds(), bot.memory())


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), PATIENCE_S)
        except TimeoutError:
            process.kill()
            await process.wait()
