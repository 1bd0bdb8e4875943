"""How a room declares its sheets: columns, and the records a row makes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.shared.records import fold
from bot.workbook.cells import Cell
from bot.workbook.raw import Raw

EXAMPLE_MARK = "Пример"
"""A row whose own code begins so shows how to fill the sheet in and is not read."""

RowRule = Callable[[Mapping[str, Raw]], Mapping[str, Raw]]
"""Rearranges the raw cells of a row before they are read (a full name into three); raises Unclear."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `key` is the record's field, `example` what a person would type.

    `refers` names the kind whose code stands here (or codes, in a list). `year_from` names the column of
    this row whose module, project or stream tells the year of a date without one. `aliases` are other
    headings people use for it.
    """

    key: str
    heading: str
    cell: Cell
    required: bool = False
    hint: str = ""
    example: str = ""
    refers: str | None = None
    year_from: str | None = None
    aliases: tuple[str, ...] = ()
    width: int = 18

    @property
    def names(self) -> frozenset[str]:
        """Every heading that means this column, folded."""
        return frozenset(map(fold, (self.heading, *self.aliases)))


@dataclass(frozen=True, slots=True)
class Shape:
    """A record that a row makes: which columns are its codes and which its fields.

    `unless_blank` columns decide whether the row speaks of this record at all: when all of them are
    blank, it does not. `title` tells these records from others of the same sheet.
    """

    kind: str
    codes: tuple[str, ...]
    fields: tuple[str, ...]
    unless_blank: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of the workbook. `prefix` begins the codes proposed for rows without one."""

    title: str
    about: str
    columns: tuple[Column, ...]
    shapes: tuple[Shape, ...]
    rules: tuple[RowRule, ...] = ()
    prefix: str = ""

    def column(self, key: str) -> Column:
        """Return the column of this key."""
        return next(column for column in self.columns if column.key == key)

    @property
    def codes(self) -> tuple[Column, ...]:
        """The columns that together name a row."""
        keys = dict.fromkeys(key for shape in self.shapes for key in shape.codes)
        return tuple(self.column(key) for key in keys)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of record this sheet holds."""
        return tuple(shape.kind for shape in self.shapes)


def one_record(kind: str, columns: tuple[Column, ...], *codes: str) -> tuple[Shape, ...]:
    """Return the shape of a sheet whose row is one record; columns that are no codes are its fields.

    Without `codes` the record is named by the column `code`.
    """
    named = codes or ("code",)
    return (Shape(kind, named, tuple(column.key for column in columns if column.key not in named)),)
