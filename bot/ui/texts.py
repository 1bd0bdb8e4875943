"""Words for people: Fluent files, one language at a time, nothing silently missing."""

import html
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

LOCALES = Path(__file__).resolve().parents[2] / "locales"
LANGUAGES = ("ru", "en")


class Markup(str):
    """Text that is markup already (made by `Texts` or `escape`), so it is not escaped again."""

    __slots__ = ()


def escape(value: str) -> Markup:
    """Escape user-supplied text for Telegram's HTML: the one place where it is done."""
    return Markup(html.escape(value, quote=True))


class MissingText(LookupError):
    """A message or a variable that the language files do not have: a fault of ours, never shown."""


class Texts:
    """One language: renders messages to Telegram's HTML and escapes every string argument."""

    def __init__(self, locale: str, bundle: FluentBundle) -> None:
        self.locale = locale
        self._bundle = bundle

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
    bundle = FluentBundle([locale], use_isolating=False)
    for path in sorted((LOCALES / locale).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return Texts(locale, bundle)
