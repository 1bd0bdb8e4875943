"""Words for people: Fluent files, one language at a time, nothing silently missing."""

import html
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

LOCALES = Path(__file__).resolve().parents[2] / "locales"
LANGUAGES = ("ru", "en")

_MESSAGE = re.compile(r"^(?=([a-z][a-z0-9-]*) *=)", re.MULTILINE)
"""Where a message begins; whatever belongs to it is indented (Fluent syntax 1.0)."""


class Markup(str):
    """Text that is markup already (made by `Texts` or `escape`), so it is not escaped again."""

    __slots__ = ()


def escape(value: str) -> Markup:
    """Escape user-supplied text for Telegram's HTML: the one place where it is done."""
    return Markup(html.escape(value, quote=True))


class MissingText(LookupError):
    """A message or a variable that the language files do not have: a fault of ours, never shown."""


class Texts:
    """One language: renders messages to Telegram's HTML and escapes every string argument.

    A message is parsed when it is first needed: all of them cost half a second at the start and 17 MB.
    """

    def __init__(self, locale: str, sources: Mapping[str, str]) -> None:
        self.locale = locale
        self._sources = sources
        self._bundle = FluentBundle([locale], use_isolating=False)

    def __call__(self, key: str, /, **facts: Any) -> Markup:
        """Render a message for a text with markup; raises MissingText when anything is missing."""
        safe = {
            name: escape(value) if isinstance(value, str) and not isinstance(value, Markup) else value
            for name, value in facts.items()
        }
        return Markup(self._format(key, safe))

    def plain(self, key: str, /, **facts: Any) -> str:
        """Render a message where Telegram takes no markup: button labels, alerts, menus, file names."""
        return self._format(key, facts)

    def _format(self, key: str, facts: dict[str, Any]) -> str:
        if not self._bundle.has_message(key):
            self._bundle.add_resource(FluentResource(self._sources.get(key, "")))
        try:
            pattern = self._bundle.get_message(key).value
        except LookupError:
            raise MissingText(f"{self.locale}: {key}") from None
        if pattern is None:
            raise MissingText(f"{self.locale}: {key} has no value")
        text, errors = self._bundle.format_pattern(pattern, facts)
        if errors:
            raise MissingText(f"{self.locale}: {key}: {errors}")
        return str(text)


@cache
def texts_in(locale: str) -> Texts:
    """Return the texts of a language; an unknown one is a MissingText error."""
    if locale not in LANGUAGES:
        raise MissingText(locale)
    sources: dict[str, str] = {}
    for path in sorted((LOCALES / locale).glob("*.ftl")):
        _, *parts = _MESSAGE.split(path.read_text(encoding="utf-8"))
        sources.update(zip(parts[::2], parts[1::2], strict=True))
    return Texts(locale, sources)
