"""An operator at the command line, in the process of the tests."""

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.operations import running
from bot.settings import Settings
from tests.process import Ended


class Operator:
    """Runs commands as `python -m bot` does, without the second a process takes to start."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.prepare: Callable[[], object] = bool
        """Called first in the command's thread."""
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    async def run(self, *words: str, **settings: str) -> Ended:
        """Run a command to its end, in a thread of its own; the settings stay set for the next one."""
        for name, value in settings.items():
            self._monkeypatch.setenv(name, value)
        self._capsys.readouterr()
        with ThreadPoolExecutor(1, initializer=self.prepare) as thread:
            code = await asyncio.get_running_loop().run_in_executor(thread, _exit_code, words)
        return Ended(code, *self._capsys.readouterr())


def _exit_code(words: Sequence[str]) -> int:
    try:
        return main(list(words))
    except SystemExit as end:  # argparse ends so
        return int(end.code or 0)


@pytest.fixture
def operator(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Operator]:
    """An operator in an empty folder, with no settings; signals belong to the tests' own process."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setattr(running, "stop_on_signals", asyncio.Event)
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield Operator(capsys, monkeypatch)
    root.handlers[:] = handlers
    root.setLevel(level)
