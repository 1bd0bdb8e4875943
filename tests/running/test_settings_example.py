"""What .env.example tells an operator."""

import re
from pathlib import Path

import pytest

from bot.settings import Settings, read_settings
from tests.running.files import read

FOR_COMPOSE_ALONE = {"POSTGRES_PASSWORD"}


def test_the_example_names_every_setting_once() -> None:
    named = re.findall(r"^#([A-Z_]+)=", read(".env.example"), re.M)
    assert sorted(named) == sorted({name.upper() for name in Settings.model_fields} | FOR_COMPOSE_ALONE)


def test_every_setting_of_the_example_has_its_sentence() -> None:
    paragraphs = read(".env.example").strip().split("\n\n")[1:]
    shape = re.compile(r"# [A-Z].+\.\n#[A-Z_]+=\S*")
    assert [paragraph for paragraph in paragraphs if not shape.fullmatch(paragraph)] == []


def test_the_example_shows_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    uncommented = tmp_path / "env"
    uncommented.write_text(re.sub(r"^#([A-Z_]+=)", r"\1", read(".env.example"), flags=re.M), "utf-8")
    assert read_settings(uncommented) == read_settings(None)
