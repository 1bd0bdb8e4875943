"""From rows to records: people named twice become one, codes are spelt as they are known, years are found."""

from collections.abc import Callable, Collection, Generator, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.shared.records import Ident, Record, Value, fold
from bot.workbook.columns import Column, Shape
from bot.workbook.interpret import Row
from bot.workbook.problems import Place, Problem
from bot.workbook.raw import Unclear

_BLANK: tuple[Value, ...] = ("", None, ())


@dataclass(slots=True)
class Gathered:
    """The records a file makes, by identity, each with the row it stands in (the first, for a person)."""

    records: dict[Ident, Record] = field(default_factory=dict)
    rows: dict[Ident, Row] = field(default_factory=dict)
    codeless: list[Row] = field(default_factory=list)

    def place(self, ident: Ident, key: str = "") -> Place | None:
        """Return where a field of a record stands, None for a record that is not in the file."""
        row = self.rows.get(ident)
        return row.place(key) if row else None


def add_row(gathered: Gathered, row: Row) -> Iterator[Problem]:
    """Add the records of a row, and yield what contradicts the rows before it."""
    codes = [column.key for column in row.sheet.codes]
    if any(row.values.get(key, "") == "" for key in codes):
        if "code" in codes and "code" not in row.unclear:
            gathered.codeless.append(row)
        return
    for shape in row.sheet.shapes:
        fields = {key: row.values[key] for key in shape.fields if key in row.values}
        if shape.unless_blank and all(fields.get(key) in _BLANK for key in shape.unless_blank):
            continue
        record = Record(shape.kind, tuple(str(row.values[key]) for key in shape.codes), fields)
        ident = record.ident
        before = gathered.records.get(ident)
        if before is None:
            gathered.records[ident], gathered.rows[ident] = record, row
        elif shape.unless_blank:
            yield from _contradictions(before, record, row, gathered.rows[ident])
            said = {key: value for key, value in fields.items() if value not in _BLANK}
            gathered.records[ident] = before.with_fields(said)
        else:
            first = gathered.rows[ident].number
            facts = {"code": " · ".join(record.codes), "first": str(first)}
            yield Problem("workbook-code-twice", row.place(shape.codes[0]), facts)


def _contradictions(before: Record, record: Record, row: Row, first: Row) -> Iterator[Problem]:
    for key, value in record.fields.items():
        said = before.fields.get(key)
        if value not in _BLANK and said not in _BLANK and value != said:
            facts = {"value": str(value), "other": str(said), "first": str(first.number)}
            yield Problem("workbook-person-differs", row.place(key), facts)


Find = Callable[[str, str], Record | None]
"""Finds a record by kind and code: in the file with what the programme has, or in the programme alone."""


def settle(ident: Ident, gathered: Gathered, find: Find) -> Iterator[Problem]:
    """Spell the codes a record refers to as they are known, and find the years of its dates.

    Codes that nobody knows are yielded as problems. Records that dates depend on must be settled before.
    """
    record, row = gathered.records[ident], gathered.rows[ident]
    shape = next(shape for shape in row.sheet.shapes if shape.kind == record.kind)
    fields = dict(record.fields)
    for key in shape.fields:
        if key in row.yearless:
            yield from _find_year(key, row, fields, find)
        column = row.sheet.column(key)
        if column.refers and key in fields:
            fields[key] = yield from _known(column, fields[key], column.refers, row, find)
    codes = []
    for key, code in zip(shape.codes, record.codes, strict=True):
        kind = _kind_of(key, shape, row)
        known = find(kind, code)
        if known is None and kind != record.kind and kind not in row.sheet.kinds:
            yield _unknown(row.sheet.column(key), code, row, find, kind)
        codes.append(known.codes[0] if known else code)
    gathered.records[ident] = Record(record.kind, tuple(codes), fields)


def _kind_of(key: str, shape: Shape, row: Row) -> str:
    """Return whose code stands in a key column: another kind's, or the row's own first record's."""
    return row.sheet.column(key).refers or (row.sheet.shapes[0].kind if key == "code" else shape.kind)


def _known(column: Column, value: Value, kind: str, row: Row, find: Find) -> Generator[Problem, None, Value]:
    """Return the codes as they are known; a generator, so that every unknown one is named."""
    words = value if isinstance(value, tuple) else (value,) if value else ()
    spelt = []
    for word in words:
        known = find(kind, str(word))
        if known is None:
            yield _unknown(column, str(word), row, find, kind)
        spelt.append(known.codes[0] if known else str(word))
    if isinstance(value, tuple):
        return tuple(spelt)
    return spelt[0] if spelt else value


def _unknown(column: Column, code: str, row: Row, find: Find, kind: str) -> Problem:
    shorter = find(kind, code.lstrip("0")) if code.startswith("0") else None
    longer = next((found for zeros in ("0", "00") if (found := find(kind, zeros + code))), None)
    if shorter or (longer and column.key in row.stored_as_number):
        other = (shorter or longer or Record(kind, (code,), {})).codes[0]
        return Problem("workbook-code-zeros", row.place(column.key), {"code": code, "other": other})
    return Problem("workbook-code-unknown", row.place(column.key), {"code": code, "kind": kind})


def _find_year(key: str, row: Row, fields: dict[str, Value], find: Find) -> Iterator[Problem]:
    kind = row.sheet.column(key).year_from
    days = _days_of(kind, str(row.values.get(kind or "", "")), find)
    if days is None:
        return  # whatever should tell the year is missing or unclear, and named already
    try:
        fields[key] = row.yearless[key].within(*days)
    except Unclear as unclear:
        yield Problem(unclear.key, row.place(key), unclear.facts)


def _days_of(kind: str | None, code: str, find: Find) -> tuple[date, date] | None:
    """Return the first and the last day of a module or stream; a project has its stream's."""
    record = find(kind, code) if kind and code else None
    if record and kind == "project":
        return _days_of("stream", str(record.fields.get("stream", "")), find)
    first, last = (record.fields.get("starts_on"), record.fields.get("ends_on")) if record else (None, None)
    if not isinstance(first, date) or not isinstance(last, date):
        return None
    return _day(first), _day(last)


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def free_code(taken: Collection[str], prefix: str) -> str:
    """Return a code that nobody uses: the prefix and the next number; `taken` are folded codes."""
    number = 1
    while fold(f"{prefix}-{number}") in taken:
        number += 1
    return f"{prefix}-{number}"
