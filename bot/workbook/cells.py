"""Kinds of cell: from what Excel holds to a value, and back; a reason in words when it cannot be."""

import re
import unicodedata
from abc import ABC, abstractmethod
from datetime import datetime, time
from enum import StrEnum

from bot.shared.records import Value
from bot.workbook.raw import Broken, Fault, Plain, Raw, Unclear

LONGEST_TEXT = 4000
"""Characters of one field: a card with it still fits into a message of Telegram (4,096)."""
LONGEST_CODE = 40
_COUNT = re.compile(r"(-?\d[\d ]*)(?:[.,]0+)?\s*(?:мест[оа]?|чел\.?|человека?|шт\.?)?", re.IGNORECASE)


class Look(StrEnum):
    """How a column of such cells is formatted in the workbook."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"


def clean(text: str) -> str:
    """Remove what the eye does not see: control and zero-width characters, odd and doubled spaces."""
    if text.isprintable() and "  " not in text and unicodedata.is_normalized("NFC", text):
        return text.strip()
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    unseen = {
        ord(sign): _blank(sign)
        for sign in set(plain)
        if sign != "\n" and unicodedata.category(sign) in {"Cc", "Cf", "Cs"}
    }
    return "\n".join(" ".join(line.split()) for line in plain.translate(unseen).split("\n")).strip()


def _blank(sign: str) -> str:
    return " " if sign in "\t\v\f" else ""


def as_text(raw: Plain) -> str:
    """Return what a person sees in such a cell, cleaned."""
    if isinstance(raw, str):
        return clean(raw)
    if isinstance(raw, bool):
        return "да" if raw else "нет"
    if isinstance(raw, datetime):
        return f"{raw:%d.%m.%Y}" if raw.time() == time() else f"{raw:%d.%m.%Y %H:%M}"
    if isinstance(raw, time):
        return f"{raw:%H:%M}"
    return f"{raw:.15g}"


class Cell(ABC):
    """A kind of cell; subclasses say how a cell with something in it is understood."""

    look: Look = Look.TEXT
    empty: Value = ""
    options: tuple[str, ...] = ()
    longest: int = 200
    """Characters that are looked at: what is longer is none of these, and would cost time."""

    def read(self, raw: Raw) -> Value:
        """Return the value, `empty` for a blank cell; raises Unclear."""
        if isinstance(raw, Broken):
            raise self._broken(raw)
        if raw is None:
            return self.empty
        if isinstance(raw, str):
            if len(raw) > self.longest and raw.strip():
                raise Unclear("workbook-cell-long", limit=str(self.longest))
            if not clean(raw):
                return self.empty
        return self.parse(raw)

    def _broken(self, raw: Broken) -> Unclear:
        match raw.fault:
            case Fault.LONG:
                return Unclear("workbook-cell-long", limit=str(self.longest))
            case Fault.FAILED:
                return Unclear("workbook-cell-failed", value=raw.text)
            case Fault.UNCOMPUTED:
                return Unclear("workbook-cell-uncomputed", value=raw.text)

    @abstractmethod
    def parse(self, raw: Plain) -> Value:
        """Return the value of a cell that is not blank; raises Unclear."""

    def show(self, value: Value) -> Plain | None:
        """Return what to write so that `read` gives the same value; None leaves the cell blank."""
        if value is None or value == "":
            return None
        if isinstance(value, str | int | float | datetime | time):
            return value
        raise TypeError(f"{type(self).__name__} does not show {type(value).__name__}")


class Text(Cell):
    """Words for people, up to 4,000 characters."""

    longest = LONGEST_TEXT

    def parse(self, raw: Plain) -> Value:
        """Return the text; a number or a date as it is seen."""
        return as_text(raw)


class Code(Cell):
    """A lasting code: up to 40 characters, without the signs that separate a list."""

    def parse(self, raw: Plain) -> Value:
        """Return the code as typed; a date is what Excel made of «1-2»."""
        if isinstance(raw, datetime | time):
            raise Unclear("workbook-cell-code-date", value=as_text(raw))
        text = as_text(raw)
        if len(text) > LONGEST_CODE:
            raise Unclear("workbook-cell-code-long", limit=str(LONGEST_CODE))
        if re.search(r"[,;\n]", text):
            raise Unclear("workbook-cell-code-signs", value=text.replace("\n", " "))
        return text


class Whole(Cell):
    """A whole number within bounds, «40» or «40 мест»."""

    look = Look.NUMBER
    empty: Value = None

    def __init__(self, least: int = 0, most: int = 100_000) -> None:
        self.least = least
        self.most = most

    def parse(self, raw: Plain) -> Value:
        """Return the number."""
        if isinstance(raw, bool | datetime | time):
            raise Unclear("workbook-cell-whole", value=as_text(raw))
        found = _COUNT.fullmatch(as_text(raw))
        if not found:
            raise Unclear("workbook-cell-whole", value=as_text(raw))
        number = int(found[1].replace(" ", ""))
        if not self.least <= number <= self.most:
            raise Unclear(
                "workbook-cell-bounds", value=str(number), least=str(self.least), most=str(self.most)
            )
        return number
