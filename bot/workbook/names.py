"""A full name in one cell, in two or in three."""

import re
from collections.abc import Mapping

from bot.shared.records import fold
from bot.workbook.cells import Cell, as_text
from bot.workbook.raw import Broken, Raw, Unclear

_SUFFIXES = frozenset(map(fold, ("оглы", "оглу", "кызы", "кзы", "гызы", "улы", "уулу", "заде")))
"""What follows a father's name in Turkic patronymics: «Гасан оглы»."""
_PATRONYMIC = re.compile(r"(?:[ое]вич|ьич|[ое]вна|ична|инична)$", re.IGNORECASE)

FullName = tuple[str, str, str]


def split_name(text: str) -> FullName:
    """Return surname, name and patronymic (perhaps empty); raises Unclear for other counts of words.

    «Иван Иванович Иванов» is turned round; ИВАНОВ becomes Иванов.
    """
    words = re.sub(r"\s*[-–—]\s*", "-", text.replace("\n", " ")).split()
    if len(words) >= 3 and fold(words[-1]) in _SUFFIXES:
        words[-2:] = [f"{words[-2]} {words[-1]}"]
    if not 2 <= len(words) <= 3:
        raise Unclear("workbook-cell-name", value=text)
    surname, name, patronymic = [_calm(word) for word in (*words, "")[:3]]
    if _PATRONYMIC.search(name) and patronymic and not _is_patronymic(patronymic):
        surname, name, patronymic = patronymic, surname, name
    return surname, name, patronymic


def _is_patronymic(word: str) -> bool:
    return bool(_PATRONYMIC.search(word)) or fold(word.rpartition(" ")[2]) in _SUFFIXES


def _calm(word: str) -> str:
    """Turn capitals into a name; leave initials and mixed case alone."""
    if not word.isupper() or "." in word or len(word) < 2:
        return word
    return " ".join("-".join(part.capitalize() for part in piece.split("-")) for piece in word.split(" "))


def _text(raw: Raw) -> str:
    return "" if raw is None or isinstance(raw, Broken) else as_text(raw)


def name_in_parts(row: Mapping[str, Raw]) -> Mapping[str, Raw]:
    """Fill surname, name and patronymic of a row of «Люди» from one cell that holds all of them.

    The cell may be «ФИО», or «Фамилия» with nothing beside it. Raises Unclear.
    """
    parts = ("surname", "name", "patronymic")
    texts = {key: _text(row.get(key)) for key in (*parts, "full_name")}
    text, column = texts.pop("full_name"), "full_name"
    said = {key: words for key, words in texts.items() if words}
    if not text and set(said) == {"surname"} and len(said["surname"].split()) > 1:
        text, said, column = said["surname"], {}, "surname"
    if not text:
        return row
    try:
        if len(text) > Cell.longest:
            raise Unclear("workbook-cell-long", limit=str(Cell.longest))
        split = dict(zip(parts, split_name(text), strict=True))
        for key, words in said.items():
            if fold(words) != fold(split[key]):
                raise Unclear("workbook-cell-name-differs", value=text, other=words)
    except Unclear as unclear:
        unclear.column = column
        raise
    return {**row, **split}
