"""From records back to the rows of the workbook."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.shared.records import Ident, Record, Value, fold
from bot.workbook.columns import Sheet
from bot.workbook.drafts import CONTENT
from bot.workbook.prints import print_rows
from bot.workbook.raw import Plain

SheetRow = Mapping[str, Plain | None]
"""The cells of a row by the keys of their columns."""


def example_rows(sheet: Sheet) -> list[SheetRow]:
    """Return the row that shows how the sheet is filled in."""
    return [{column.key: column.cell.show(column.cell.read(column.example)) for column in sheet.columns}]


def rows_of(sheet: Sheet, records: Mapping[Ident, Record]) -> Iterator[SheetRow]:
    """Yield the sheet's rows: one for each record of its narrowest kind, with the others joined to it."""
    narrowest = sheet.shapes[-1]
    for record in _in_order(record for record in records.values() if record.kind == narrowest.kind):
        cells: dict[str, Value] = {}
        codes = dict(zip(narrowest.codes, record.codes, strict=True))
        for shape in sheet.shapes:
            ident = (shape.kind, *(fold(codes[key]) for key in shape.codes))
            other = records.get(ident)
            if other is not None:
                cells |= dict(zip(shape.codes, other.codes, strict=True))
                cells |= {key: other.fields.get(key) for key in shape.fields}
        yield {
            column.key: column.cell.show(cells[column.key]) for column in sheet.columns if column.key in cells
        }


def prints_of(records: Mapping[Ident, Record]) -> Iterator[SheetRow]:
    """Yield the rows of the hidden sheet: of what applies at once; the rest is kept by its edition."""
    return print_rows(record for record in records.values() if record.kind not in CONTENT)


def _in_order(records: Iterable[Record]) -> Sequence[Record]:
    """Put events in the order of time within their modules; leave the rest as they were entered."""
    modules: dict[str, int] = {}

    def order(record: Record) -> tuple[int, str, str]:
        if record.kind != "event":
            return 0, "", ""
        module = modules.setdefault(str(record.fields["module"]), len(modules))
        return module, str(record.fields["day"]), str(record.fields["starts"])

    return sorted(records, key=order)
