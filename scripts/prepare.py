"""Make `.venv` ready with the libraries of one lock file, each checked by its hash; idle when it is.

Runs on the system's Python, so it imports the standard library only.
"""

import fcntl
import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


class Trouble(Exception):
    """A reason, in a sentence, why the environment is not ready."""


def main(lock_name: str) -> int:
    """Prepare the environment; 0 when it is ready."""
    try:
        with _one_at_a_time():
            prepare(ROOT / ".venv", ROOT / lock_name, shutil.which("uv"))
    except Trouble as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def prepare(venv: Path, lock: Path, uv: str | None) -> None:
    """Create the environment where it is missing, broken or half made, and install what is locked.

    The stamp is written last. What an interrupted installation leaves behind is thrown away next time.
    """
    stamp = venv / f"{lock.name}.installed"
    unfinished = venv / "unfinished"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    whole = not unfinished.exists() and _works(venv)
    if whole and stamp.exists() and stamp.read_text() == digest:
        return
    if not whole:
        _create(venv)
    _say(f"Installing the libraries of {lock.name} into .venv …")
    unfinished.touch()
    done = subprocess.run(_install(venv, lock, uv), stdin=subprocess.DEVNULL, check=False)  # noqa: S603  (our own words)
    if done.returncode < 0:
        raise Trouble("The installation was ended before it was done; the next one starts afresh.")
    unfinished.unlink()
    if done.returncode:
        raise Trouble(
            "The libraries could not be installed: the reason stands above. Check the network, try again."
        )
    stamp.write_text(digest)


def _works(venv: Path) -> bool:
    """Tell whether the environment's Python starts, is new enough and has pip."""
    probe = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([venv / "bin/python", "-c", probe], capture_output=True).returncode == 0  # noqa: S603, PLW1510  (our own words; the code is the answer)
    except OSError:
        return False


def _create(venv: Path) -> None:
    _say(f"Making .venv with Python {sys.version.split()[0]} …")
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", venv], check=False)  # noqa: S603  (our own words)
    if made.returncode:
        raise Trouble(f"{sys.executable} could not make .venv: the reason stands above.")


def _install(venv: Path, lock: Path, uv: str | None) -> list[str]:
    python = str(venv / "bin/python")
    if uv:
        command = [uv, "pip", "install", "--python", python, "--quiet"]
    else:
        quiet = ["-qq", "--no-input", "--disable-pip-version-check"]
        command = [python, "-m", "pip", "install", *quiet]
    return [*command, "--require-hashes", "--requirement", str(lock)]


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Let a second `make` wait for the first; the lock ends with its process, however that ends."""
    with Path(__file__).open() as this:
        try:
            fcntl.flock(this, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("Another make prepares .venv; waiting for it …")
            fcntl.flock(this, fcntl.LOCK_EX)
        yield


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
