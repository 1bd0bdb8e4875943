"""What is wrong with a workbook, and where."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the file as Excel shows it; `row` 0 means the whole sheet, no `heading` the whole row.

    `column` counts from 0 and is -1 where there is none: with it a marked copy of the file can be made.
    """

    sheet: str
    row: int = 0
    heading: str = ""
    column: int = -1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: a message of `locales/*/workbook.ftl`, its variables, its place.

    A warning does not keep the file from being applied.
    """

    key: str
    place: Place | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    warning: bool = False
