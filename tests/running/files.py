"""The project's files and commands, as tests look at them."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ \\;]+)", re.M)


def read(name: str) -> str:
    """Return the text of a file of the project."""
    return (ROOT / name).read_text("utf-8")


def run(*command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command at the project's root, with these variables alone where there are some."""
    return subprocess.run(  # noqa: S603  (the project's own commands)
        command, cwd=ROOT, env=variables or None, capture_output=True, text=True, check=False
    )


def pins(lock: str) -> dict[str, str]:
    """Return what a lock file pins: name → version."""
    return dict(_PIN.findall(read(lock)))
