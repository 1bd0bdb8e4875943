"""Cells with one of a few words, or with a list of words."""

import difflib
import re
from collections.abc import Mapping, Sequence
from datetime import datetime, time

from bot.shared.records import Value, fold
from bot.workbook.cells import LONGEST_TEXT, Cell, Text, as_text
from bot.workbook.raw import Plain, Unclear

_LINES_AND_SEMICOLONS = re.compile(r"[;\n]")
_ANY_SEPARATOR = re.compile(r"[;,\n]")
_LONGEST_WORD = 60
"""Characters of a word that something else may have been meant by: comparing takes quadratic time."""


def near(word: str, words: Sequence[str], closeness: float = 0.6) -> str:
    """Return the one of the words that was probably meant, empty when none is close (1 is equal)."""
    if len(word) > _LONGEST_WORD:
        return ""
    folded = {fold(candidate): candidate for candidate in words}
    found = difflib.get_close_matches(fold(word), folded, n=1, cutoff=closeness)
    return folded[found[0]] if found else ""


class Words(Cell):
    """A list separated by «;», by «,» or by lines; doubles are dropped, the order is kept.

    With a `;` in it the commas belong to the words.
    """

    empty: Value = ()
    longest = LONGEST_TEXT

    def __init__(self, item: Cell | None = None) -> None:
        self.item = item or Text()
        self.options = ()

    def parse(self, raw: Plain) -> Value:
        """Return the words; a broken number is what Excel made of «1,2»."""
        if isinstance(raw, datetime | time) or (isinstance(raw, float) and not raw.is_integer()):
            raise Unclear("workbook-cell-list-number", value=as_text(raw))
        text = as_text(raw)
        parts = (_LINES_AND_SEMICOLONS if ";" in text else _ANY_SEPARATOR).split(text)
        words = [str(self.item.read(part)) for part in parts if part.strip()]
        return tuple({fold(word): word for word in reversed(words)}.values())[::-1]

    def show(self, value: Value) -> Plain | None:
        """Join with «; », which a comma inside a word survives."""
        if not isinstance(value, tuple) or not value:
            return None
        joined = "; ".join(str(self.item.show(word)) for word in value)
        return joined if len(value) > 1 or "," not in joined else joined + ";"


class Choice(Cell):
    """One of a few words; each value has a label to show and others that mean the same."""

    def __init__(self, options: Mapping[str, Sequence[str]]) -> None:
        self.labels = {value: words[0] for value, words in options.items()}
        self.options = tuple(self.labels.values())
        self._meaning = {fold(word): value for value, words in options.items() for word in words}

    def parse(self, raw: Plain) -> Value:
        """Return the value of the word, whatever its case and its «ё»."""
        text = as_text(raw)
        value = self._meaning.get(fold(text))
        if value is None:
            likely = near(text, self.options)
            key = "workbook-cell-choice-near" if likely else "workbook-cell-choice"
            raise Unclear(key, value=text, likely=likely, options=", ".join(self.options))
        return value

    def show(self, value: Value) -> Plain | None:
        """Return the label of the value, or the value itself when it has none (any more)."""
        return self.labels.get(str(value), str(value)) if value else None


class Suggestion(Choice):
    """One of words that are offered, or any other: whether it is known is asked of the programme."""

    longest = LONGEST_TEXT

    def parse(self, raw: Plain) -> Value:
        """Return the offered word in its spelling, another as it was written."""
        text = " ".join(as_text(raw).split())
        return self._meaning.get(fold(text), text)


class YesNo(Choice):
    """«да» or «нет», also 1, 0, +, −, a tick; blank is «нет»."""

    empty: Value = False

    def __init__(self) -> None:
        super().__init__(
            {
                "yes": ("да", "1", "+", "true", "истина", "yes", "v", "✓", "✔", "☑"),
                "no": ("нет", "0", "-", "false", "ложь", "no", "☐"),
            }
        )

    def parse(self, raw: Plain) -> Value:
        """Return True or False."""
        return super().parse(raw) == "yes"

    def show(self, value: Value) -> Plain | None:
        """Say «да»; leave «нет» blank."""
        return "да" if value else None
