"""Records: the canonical form of what the workbook, an edition and the database all say."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

Value = str | int | float | bool | date | time | datetime | tuple[str, ...] | None
"""What a field of a record may hold; a `datetime` is a naive wall clock, a tuple is a list of words."""

Ident = tuple[str, ...]
"""A record's identity among all others: its kind, then its folded codes."""

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_LOOKALIKES = str.maketrans("ёавекмнорстух", "eabekmhopctyx")
_SPACES = re.compile(r"\s+")
_LONGEST_REMEMBERED = 60
"""Characters; codes are shorter, and long texts would fill the memory."""


def fold(text: str) -> str:
    """Return the form in which codes, headings and choices are compared.

    Case, «ё» and «е», kinds of dash and space, and Cyrillic letters that look Latin make no difference:
    nobody can see whether the М of «М-1» is Russian.
    """
    return _fold_short(text) if len(text) <= _LONGEST_REMEMBERED else _fold(text)


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_DASHES).translate(_LOOKALIKES)
    return _SPACES.sub(" ", plain).strip()


@lru_cache(maxsize=32_768)
def _fold_short(text: str) -> str:
    return _fold(text)


@dataclass(frozen=True, slots=True)
class Record:
    """One thing of one kind: `codes` name it as typed, `fields` say the rest.

    A field that is absent says nothing (it keeps what it was); an empty one says "empty".
    """

    kind: str
    codes: tuple[str, ...]
    fields: Mapping[str, Value]

    @property
    def ident(self) -> Ident:
        """The identity: equal for codes that differ only in how they are typed."""
        return (self.kind, *map(fold, self.codes))

    def with_fields(self, fields: Mapping[str, Value]) -> "Record":
        """Return the record with these fields said anew and the others kept."""
        return Record(self.kind, self.codes, {**self.fields, **fields})
