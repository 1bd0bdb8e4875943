"""What `make` and the scripts behind it do on a machine."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.running.files import ROOT, run


def test_make_alone_lists_the_targets() -> None:
    listed = re.findall(r"^  make (\w+)", run("make").stdout, re.M)
    assert listed == ["help", "run", "test", "check", "format", "bench", "drill", "lock"]


@pytest.mark.parametrize("target", ["run", "test", "check", "bench", "drill", "lock"])
def test_every_target_of_the_contract_can_be_made(target: str) -> None:
    assert run("make", "--dry-run", target).returncode == 0


@contextmanager
def path_with(folder: Path, **pythons: str) -> Iterator[str]:
    """Make a PATH on which only these interpreters are; each is a line of shell."""
    folder.mkdir()
    for name, line in pythons.items():
        fake = folder / name
        fake.write_text(f"#!/bin/sh\n{line}\n")
        fake.chmod(0o755)
    yield str(folder)


WORKS = f'exec {sys.executable} "$@"'
TOO_OLD = "exit 1"
A_SHIM_WITHOUT_PYTHON = "echo 'command not found' >&2; exit 127"
WITHOUT_VENV = f'case "$2" in *ensurepip*) exit 1;; esac; {WORKS}'


@pytest.mark.parametrize(
    ("pythons", "found"),
    [
        ({"python3": WORKS}, "python3"),
        ({"python3": TOO_OLD, "python3.12": WORKS}, "python3.12"),
        ({"python3.11": A_SHIM_WITHOUT_PYTHON, "python3.13": WORKS}, "python3.13"),
        ({"python3.11": WITHOUT_VENV, "python3": WORKS}, "python3"),
        ({"python3.11": WORKS, "python3.13": WORKS}, "python3.11"),
    ],
)
def test_the_first_python_that_can_make_an_environment_is_taken(
    tmp_path: Path, pythons: dict[str, str], found: str
) -> None:
    with path_with(tmp_path / "bin", **pythons) as path:
        answer = run("/bin/sh", "scripts/find-python", PATH=path)
    assert (answer.stdout, answer.returncode) == (f"{path}/{found}\n", 0)


@pytest.mark.parametrize(
    ("pythons", "named", "sentence"),
    [
        ({}, "", "No Python 3.11 or newer on PATH. Install one (Debian and Ubuntu: apt install python3 "),
        ({"python3": TOO_OLD}, "", "No Python 3.11 or newer on PATH. Install one (Debian and Ubuntu: apt "),
        ({"python3": WITHOUT_VENV}, "", "python3 has no venv module. On Debian and Ubuntu: apt install pyth"),
        ({"python3": WORKS}, "python3.9", "PYTHON=python3.9 is not a working Python 3.11 or newer."),
    ],
)
def test_without_a_usable_python_the_reason_is_a_sentence(
    tmp_path: Path, pythons: dict[str, str], named: str, sentence: str
) -> None:
    with path_with(tmp_path / "bin", **pythons) as path:
        answer = run("/bin/sh", "scripts/find-python", PATH=path, PYTHON=named)
    assert (answer.stdout, answer.returncode) == ("", 1)
    assert answer.stderr.startswith(sentence)


def test_ci_is_a_script_that_bash_understands() -> None:
    assert os.access(ROOT / ".ci/run", os.X_OK)
    assert run("bash", "-n", ".ci/run", PATH=os.environ["PATH"]).returncode == 0
