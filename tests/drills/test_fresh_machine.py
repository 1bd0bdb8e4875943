"""A machine on which nothing was installed yet: a fresh clone, plain pip, and the two commands."""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from tests.running.files import ROOT

pytestmark = [pytest.mark.drill, pytest.mark.xdist_group("one clone")]

PATIENCE_S = 300
"""Seconds for what a slow network may take."""


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is committed, and nothing of this checkout's environment."""
    folder = tmp_path_factory.mktemp("fresh") / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)  # noqa: S603, S607  (our own words)
    return folder


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Path]:
    """A PATH with all that this machine has but uv."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for place in reversed(os.environ["PATH"].split(os.pathsep)):
        for tool in Path(place).iterdir() if Path(place).is_dir() else ():
            if tool.name not in {"uv", "uvx"}:
                (folder / tool.name).unlink(missing_ok=True)
                (folder / tool.name).symlink_to(tool)
    yield folder
    shutil.rmtree(folder)


@asynccontextmanager
async def make(
    clone: Path, tools: Path, target: str, **settings: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run make in a process group of its own; whatever is left of the group at the end is killed.

    A shell starts what runs in its background with SIGINT ignored, and every child would inherit that.
    """
    own = {name: value for name, value in os.environ.items() if name not in {"BOT_TOKEN", "MAKEFLAGS"}}
    process = await asyncio.create_subprocess_exec(
        *("env", "--default-signal=INT", "make", target),
        cwd=clone,
        env=own | {"PATH": str(tools)} | settings,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            os.killpg(process.pid, signal.SIGKILL)
            await process.wait()


async def until_served(url: str, process: asyncio.subprocess.Process) -> str:
    """Return the page at an address as soon as there is one."""
    async with aiohttp.ClientSession() as http, asyncio.timeout(PATIENCE_S):
        while True:
            assert process.returncode is None
            try:
                async with http.get(url) as answer:
                    return await answer.text()
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.2)


async def until_exists(path: Path) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not path.exists():  # noqa: ASYNC110, ASYNC240  (another process makes it, and tells nobody)
            await asyncio.sleep(0.02)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
async def test_an_installation_broken_off_is_begun_afresh(
    clone: Path, tools: Path, end: signal.Signals
) -> None:
    shutil.rmtree(clone / ".venv", ignore_errors=True)
    async with make(clone, tools, "ready") as broken:
        await until_exists(clone / ".venv/unfinished")
        half = clone / ".venv/lib/half-installed"
        half.touch()
        os.killpg(broken.pid, end)
        assert await broken.wait() != 0
    async with make(clone, tools, "ready") as again:
        assert await asyncio.wait_for(again.wait(), PATIENCE_S) == 0
    assert (clone / ".venv/requirements.lock.installed").exists()
    assert not (clone / ".venv/unfinished").exists()
    assert not half.exists()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
async def test_make_run_opens_the_sandbox_and_ends_at_a_signal(
    clone: Path, tools: Path, end: signal.Signals
) -> None:
    port = free_port()
    async with make(clone, tools, "run", SANDBOX_PORT=str(port)) as process:
        page = await until_served(f"http://127.0.0.1:{port}/", process)
        os.killpg(process.pid, end)
        await asyncio.wait_for(process.wait(), 60)
    assert "<html" in page
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


async def test_two_makes_at_once_share_one_environment(clone: Path, tools: Path) -> None:
    shutil.rmtree(clone / ".venv", ignore_errors=True)
    async with make(clone, tools, "ready") as one, make(clone, tools, "ready") as other:
        assert [await asyncio.wait_for(each.wait(), PATIENCE_S) for each in (one, other)] == [0, 0]
    assert (clone / ".venv/requirements.lock.installed").exists()
