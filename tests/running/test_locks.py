"""What the lock files promise."""

import re
import tomllib

import pytest

from tests.running.files import pins, read

LOCKS = ("requirements.lock", "requirements-dev.lock")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_library_carries_hashes(lock: str) -> None:
    blocks = re.split(r"\n(?=[A-Za-z0-9])", read(lock).strip())
    assert len(blocks) == len(pins(lock))
    assert [block.split("==")[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock: str) -> None:
    assert re.findall(r"\S*(?:://|index-url|find-links| @ )\S*", read(lock)) == []


def test_what_is_tested_is_what_runs() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_every_library_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    assert names_of(project["dependencies"]) <= set(pins("requirements.lock"))
    assert names_of(project["optional-dependencies"]["dev"]) <= set(pins("requirements-dev.lock"))


def names_of(requirements: list[str]) -> set[str]:
    return {re.split(r"[^A-Za-z0-9._-]", requirement)[0] for requirement in requirements}
