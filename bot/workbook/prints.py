"""What each row said when a file was made: prints of its cells on a hidden sheet of the file (pure).

With them a cell that was left alone is told from one that was changed on purpose, also where no edition
keeps what was before. A print is short and says nothing of the value: an equal one by chance, one in
sixteen million, would only ask once too often.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import islice

from bot.shared.records import Ident, Record, Value
from bot.shared.turns import in_turns
from bot.workbook.reader import RawSheet
from bot.workbook.wire import to_wire

PRINTS_TITLE = "Как было"

Prints = Mapping[Ident, frozenset[str]]
"""The prints of each record's cells."""

_LENGTH = 4
"""Characters of a print."""
_CELLS = 4
"""Cells of a record: its kind, its codes (two at most), the prints of its fields."""
_IN_A_ROW = 20
"""Records of one row, so that the rows of a file are hardly more for them."""
_ROWS_A_TURN = 10
"""Rows between two turns of the loop, each of some tenths of a millisecond."""


def print_of(field: str, value: Value) -> str:
    """Return the print of a field with this value."""
    said = json.dumps([field, to_wire(value)], ensure_ascii=False)
    return b64encode(blake2b(said.encode("utf-8", "replace"), digest_size=3).digest()).decode()


def print_rows(records: Iterable[Record]) -> Iterator[Mapping[str, str]]:
    """Yield the rows of the sheet: cells by their position."""
    rest = iter(records)
    while part := tuple(islice(rest, _IN_A_ROW)):
        cells = [cell for record in part for cell in _cells(record)]
        yield {str(position): cell for position, cell in enumerate(cells)}


def _cells(record: Record) -> tuple[str, ...]:
    first, second = (*record.codes, "")[:2]
    return record.kind, first, second, "".join(print_of(*field) for field in record.fields.items())


async def read_prints(raw: RawSheet | None) -> Prints:
    """Return what the sheet holds; nothing where a file has none. What makes no sense is passed over."""
    found: dict[Ident, frozenset[str]] = {}
    async for row in in_turns(raw.rows if raw else (), _ROWS_A_TURN):
        for at in range(0, len(row.cells), _CELLS):
            kind, first, second, said = (*row.cells[at : at + _CELLS], None, None, None)[:_CELLS]
            if isinstance(kind, str) and isinstance(first, str) and isinstance(said, str):
                codes = (first, second) if isinstance(second, str) and second else (first,)
                prints = (said[here : here + _LENGTH] for here in range(0, len(said), _LENGTH))
                found[Record(kind, codes, {}).ident] = frozenset(prints)
    return found
