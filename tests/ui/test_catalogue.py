"""The locales: the same keys and variables in every language, none missing, none unused, each renders."""

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, visitor
from fluent.syntax import ast as ftl

from bot.ui.texts import LANGUAGES, LOCALES, texts_in

ROOT = Path(__file__).resolve().parents[2]
NUMBERS = (0, 1, 2, 5, 11, 21, 1000)
HOSTILE = "<x>&\"Имя'"


class Variables(visitor.Visitor):
    """Collects the variables of a message, and which of them choose a form."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.choosing: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802  (the parser's name)
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802  (the parser's name)
        if isinstance(node.selector, ftl.VariableReference):
            self.choosing.add(node.selector.id.name)
        self.generic_visit(node)


def messages(locale: str) -> dict[str, dict[str, Variables]]:
    """Return file → key → variables."""
    files: dict[str, dict[str, Variables]] = {}
    seen: set[str] = set()
    for path in sorted((LOCALES / locale).glob("*.ftl")):
        found = files[path.stem] = {}
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in seen, f"{entry.id.name} stands twice"
                seen.add(entry.id.name)
                found[entry.id.name] = Variables()
                found[entry.id.name].visit(entry)
    return files


FILES = {locale: messages(locale) for locale in LANGUAGES}
CATALOGUES = {
    locale: {key: known for file in files.values() for key, known in file.items()}
    for locale, files in FILES.items()
}
KEYS = sorted(CATALOGUES["ru"])
SHAPE = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")


def strings_of_the_code() -> tuple[set[str], set[str], list[re.Pattern[str]]]:
    """Return what the code asks for by name, every other string in it, and patterns of composed names."""
    asked: set[str] = set()
    mentioned: set[str] = set()
    composed: list[re.Pattern[str]] = []
    for top in ("bot", "handlers"):
        for path in (ROOT / top).rglob("*.py"):
            if "sandbox" in path.parts:
                continue
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and _asks(node.func) and node.args:
                    first = node.args[0]
                    if isinstance(first, ast.Constant) and isinstance(first.value, str):
                        asked.add(first.value)
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    mentioned.add(node.value)
                if isinstance(node, ast.JoinedStr) and _composes(node):
                    composed.append(_pattern(node))
    return asked, mentioned, composed


def _asks(called: ast.expr) -> bool:
    if isinstance(called, ast.Name):
        return called.id == "texts"
    return isinstance(called, ast.Attribute) and called.attr == "plain"


def _composes(node: ast.JoinedStr) -> bool:
    fixed = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
    return bool(re.fullmatch(r"[a-z][a-z0-9-]*-[a-z0-9-]*", fixed))


def _pattern(node: ast.JoinedStr) -> re.Pattern[str]:
    parts = [
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9_-]+"
        for part in node.values
    ]
    return re.compile("".join(parts))


ASKED, MENTIONED, COMPOSED = strings_of_the_code()


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_language_has_the_same_keys(locale: str) -> None:
    assert sorted(CATALOGUES[locale]) == KEYS


def test_every_language_keeps_a_message_in_the_same_file() -> None:
    assert {name: set(keys) for name, keys in FILES["en"].items()} == {
        name: set(keys) for name, keys in FILES["ru"].items()
    }


def test_every_language_knows_the_same_variables() -> None:
    named = {
        locale: {key: sorted(known.names) for key, known in catalogue.items()}
        for locale, catalogue in CATALOGUES.items()
    }
    assert named == dict.fromkeys(LANGUAGES, named["ru"])


def test_the_code_asks_for_nothing_that_is_missing() -> None:
    assert sorted(ASKED - set(KEYS)) == []


def test_nothing_is_written_that_the_code_never_shows() -> None:
    unused = [
        key for key in KEYS if key not in MENTIONED and not any(form.fullmatch(key) for form in COMPOSED)
    ]
    assert unused == []


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("file", FILES["ru"])
def test_every_message_renders_and_escapes(locale: str, file: str) -> None:
    unfit = {key for key in FILES[locale][file] for text in renderings(locale, key) if not _fit(text)}
    assert unfit == set()


def renderings(locale: str, key: str) -> Iterator[str]:
    """Render a message with a hostile name for each word, and every form of number."""
    variables = CATALOGUES[locale][key]
    choosing = sorted(set().union(*(CATALOGUES[one][key].choosing for one in LANGUAGES)))
    for numbers in product(NUMBERS, repeat=len(choosing)):
        facts: dict[str, object] = dict.fromkeys(variables.names, HOSTILE)
        facts.update(zip(choosing, numbers, strict=True))
        yield texts_in(locale)(key, **facts)


def _fit(text: str) -> bool:
    return bool(text.strip()) and HOSTILE not in text and "<x>" not in text


@pytest.mark.parametrize("locale", LANGUAGES)
def test_what_may_come_as_an_alert_is_short_enough(locale: str) -> None:
    """An alert holds 200 characters (Bot API, answerCallbackQuery)."""
    long = "Константинопольская Александра К."
    alerts = [key for key in KEYS if key.startswith(("error-", "stale-"))]
    said = {
        key: texts_in(locale).plain(key, **dict.fromkeys(CATALOGUES[locale][key].names, long))
        for key in alerts
    }
    assert {key: text for key, text in said.items() if len(text) > 200} == {}
