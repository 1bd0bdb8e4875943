"""What a cell of a workbook holds before anybody understood it."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum


class Fault(StrEnum):
    """Why a cell that is not empty has nothing to read."""

    UNCOMPUTED = "uncomputed"
    FAILED = "failed"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Broken:
    """A formula without a stored result, or with an error (`#REF!`) as its result; or an endless text.

    Of such a text `text` is the beginning.
    """

    fault: Fault
    text: str = ""


Plain = str | int | float | bool | datetime | time
Raw = Plain | Broken | None


class Unclear(Exception):
    """A cell that cannot be understood: a message of `locales/*/workbook.ftl` and its variables.

    A rule that looks at several cells of a row says in `column` which one (a column's key).
    """

    column = ""

    def __init__(self, key: str, /, **facts: str) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts
