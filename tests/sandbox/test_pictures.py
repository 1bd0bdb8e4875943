"""The pictures of the README."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 200 * 1024


def test_every_picture_is_shown_with_words_and_is_small() -> None:
    readme = (ROOT / "README.md").read_text()
    shown = re.findall(r"!\[[^]]+\]\(docs/([^)]+)\)", readme)
    shown += re.findall(r'<img src="docs/([^"]+)"[^>]* alt="[^"]+">', readme)
    files = {path.name: path.stat().st_size for path in (ROOT / "docs").iterdir()}
    assert set(shown) == files.keys()
    assert {name: size for name, size in files.items() if size > LARGEST} == {}
