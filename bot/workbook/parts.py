"""The parts of a workbook around its sheets: their list, shared strings, formats of numbers.

Runs in the reading process only.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from bot.workbook.guard import Archive, Refused
from bot.workbook.markup import Walker

MOST_SHEETS = 100
LONGEST_TEXT = 4000
"""Characters of a cell that are handed on: as many as the longest field may have."""
_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Built-in formats that show a date or a time (ECMA-376, 18.8.30)."""
_NOT_LETTERS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def unescape(text: str) -> str:
    """Turn Excel's `_x000D_` back into the character, and keep what a field may hold and one more."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text[: LONGEST_TEXT + 1]


@dataclass(frozen=True, slots=True)
class Contents:
    """What the sheets are and what their cells refer to."""

    sheets: Mapping[str, str]
    epoch_1904: bool
    strings: tuple[str, ...]
    date_styles: frozenset[int]


def read_contents(archive: Archive) -> Contents:
    """Read everything but the sheets; raises Refused."""
    root = _Relations(archive, "")
    book_part = root.first("officeDocument", "xl/workbook.xml")
    book = _Book()
    book.walk(archive.read(book_part))
    relations = _Relations(archive, book_part)
    sheets = {title: relations.targets.get(ident, "") for title, ident in book.sheets.items()}
    if len(sheets) > MOST_SHEETS:
        raise Refused("workbook-file-sheets")
    strings, styles = _Strings(), _Styles()
    strings_part = relations.first("sharedStrings", "xl/sharedStrings.xml")
    if strings_part in archive:
        strings.walk(archive.read(strings_part))
    styles_part = relations.first("styles", "xl/styles.xml")
    if styles_part in archive:
        styles.walk(archive.read(styles_part))
    return Contents(sheets, book.epoch_1904, tuple(strings.strings), frozenset(styles.date_styles()))


class _Relations(Walker):
    """Which part a part refers to, by relation id and by kind."""

    def __init__(self, archive: Archive, part: str) -> None:
        super().__init__()
        self.targets: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        self._folder = dirname(part)
        own = join(self._folder, "_rels", f"{part.rpartition('/')[2]}.rels")
        if own in archive:
            self.walk(archive.read(own))

    def started(self, name: str, attributes: Mapping[str, str]) -> None:
        if name != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else normpath(join(self._folder, target))
        self.targets[attributes.get("Id", "")] = path
        self._kinds.setdefault(attributes.get("Type", "").rpartition("/")[2], path)

    def first(self, kind: str, otherwise: str) -> str:
        """Return the first part of a kind; some programs forget to say where it is."""
        return self._kinds.get(kind, otherwise)


class _Book(Walker):
    def __init__(self) -> None:
        super().__init__()
        self.sheets: dict[str, str] = {}
        self.epoch_1904 = False

    def started(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            ident = next((value for key, value in attributes.items() if key.endswith(" id")), "")
            self.sheets.setdefault(attributes.get("name", ""), ident)
        elif name == "workbookPr":
            self.epoch_1904 = attributes.get("date1904") in {"1", "true"}


class _Strings(Walker):
    def __init__(self) -> None:
        super().__init__()
        self.strings: list[str] = []
        self._runs: list[str] = []
        self._phonetic = False

    def started(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "si":
            self._runs = []
        elif name == "rPh":
            self._phonetic = True
        elif name == "t" and not self._phonetic:
            self.collect()

    def ended(self, name: str) -> None:
        if name == "t" and not self._phonetic:
            self._runs.append(self.collected())
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            self.strings.append(unescape("".join(self._runs)))


class _Styles(Walker):
    def __init__(self) -> None:
        super().__init__()
        self._codes: dict[str, str] = {}
        self._styles: list[str] = []
        self._in_cells = False

    def started(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            self._styles.append(attributes.get("numFmtId", "0"))

    def ended(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cells = False

    def date_styles(self) -> list[int]:
        """Return the indexes of cell styles that show a date or a time."""
        return [index for index, form in enumerate(self._styles) if self._is_date(form)]

    def _is_date(self, form: str) -> bool:
        if form in self._codes:
            letters = _NOT_LETTERS.sub("", self._codes[form]).partition(";")[0]
            return "general" not in letters.lower() and bool(re.search("[dmyhs]", letters, re.IGNORECASE))
        return form.isdigit() and int(form) in _DATE_FORMATS
