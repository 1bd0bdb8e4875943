"""What an older file would quietly take back: three versions compared cell by cell (pure)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.shared.records import Ident, Record, Value, fold
from bot.workbook.diff import Difference
from bot.workbook.drafts import CONTENT, Edition
from bot.workbook.examination import Examination, State
from bot.workbook.interpret import Reading, Row
from bot.workbook.prints import Prints, print_of


@dataclass(frozen=True, slots=True)
class Revert:
    """A cell that the file still has as it was when the file was made, though it was changed since.

    `field` is empty where the whole row is gone by now, `stream` for what no edition holds.
    """

    stream: str
    record: Record
    field: str
    old: Value
    present: Value


def find_reverts(
    state: State, examination: Examination, bases: Mapping[str, Edition], prints: Prints
) -> tuple[Revert, ...]:
    """Return what applying would take back; `bases` hold by stream code the edition the file was made from.

    What applies at once is compared with the `prints` of the file. A cell the file changes on purpose
    differs from the base, so it is none of these.
    """
    return (*_of_records(examination.difference, prints), *_of_editions(state, examination, bases))


def _of_records(difference: Difference, prints: Prints) -> Iterator[Revert]:
    for record in difference.added:
        if record.kind not in CONTENT and record.ident in prints:
            yield Revert("", record, "", None, None)
    for change in difference.changed:
        known = prints.get(change.new.ident, ()) if change.new.kind not in CONTENT else ()
        for field, (present, said) in change.fields.items():
            if known and print_of(field, said) in known:
                yield Revert("", change.new, field, said, present)


def _of_editions(state: State, examination: Examination, bases: Mapping[str, Edition]) -> tuple[Revert, ...]:
    found: dict[tuple[Ident, str], Revert] = {}
    for stream, edition in examination.drafts.items():
        base, present = bases.get(fold(stream), {}), state.editions.get(stream, {})
        for ident, record in edition.items():
            before, now = base.get(ident), present.get(ident)
            if before is None:
                continue
            if now is None:
                found.setdefault((ident, ""), Revert(stream, record, "", None, None))
                continue
            for field, value in record.fields.items():
                if value != now.fields.get(field) and value == before.fields.get(field):
                    revert = Revert(stream, record, field, value, now.fields.get(field))
                    found.setdefault((ident, field), revert)
    return tuple(found.values())


def without(reading: Reading, reverts: Collection[Revert]) -> Reading:
    """Return the reading as if the file did not mention what it would take back."""
    cells: dict[Ident, set[str]] = {}
    for revert in reverts:
        cells.setdefault(revert.record.ident, set()).add(revert.field)
    rows = [_without(row, cells) for row in reading.rows]
    return replace(reading, rows=[row for row in rows if row is not None])


def _without(row: Row, cells: Mapping[Ident, set[str]]) -> Row | None:
    dropped: set[str] = set()
    for shape in row.sheet.shapes:
        ident = (shape.kind, *(fold(str(row.values.get(key, ""))) for key in shape.codes))
        dropped |= cells.get(ident, set())
    if "" in dropped:
        return None
    if not dropped:
        return row
    values = {key: value for key, value in row.values.items() if key not in dropped}
    yearless = {key: value for key, value in row.yearless.items() if key not in dropped}
    return replace(row, values=values, yearless=yearless)
