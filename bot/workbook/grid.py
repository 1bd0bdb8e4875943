"""The cells of one sheet, as JSON can carry them.

Runs in the reading process only. Only cells with something in them are kept, so a sheet that is
formatted down to its last row costs no memory.
"""

import math
import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.workbook.guard import Refused
from bot.workbook.markup import Walker
from bot.workbook.parts import LONGEST_TEXT, Contents, unescape

MOST_ROWS = 100_000
"""Rows with something in them, in all sheets together."""
MOST_CELLS = 1_500_000
MOST_COLUMNS = 100
_BEGINNING = 100
"""Characters handed on of a text that is longer than any field."""
_LAST_ROW = 1_048_576
_LAST_SERIAL = 2_958_465
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,8})")

Wire = str | int | float | bool | dict[str, str] | None
"""A cell on its way: a moment is `{"d": …}`, a time `{"t": …}`, a fault `{"failed": …}` by its name."""


class Tally:
    """Counts rows and cells over all sheets."""

    def __init__(self) -> None:
        self.rows = 0
        self.cells = 0

    def count(self, rows: int, cells: int) -> None:
        """Add; raises Refused beyond the bounds."""
        self.rows += rows
        self.cells += cells
        if self.rows > MOST_ROWS or self.cells > MOST_CELLS:
            raise Refused("workbook-file-rows")


class Grid(Walker):
    """Reads a sheet into `rows`: row number → column (from 0) → cell."""

    def __init__(self, contents: Contents, tally: Tally) -> None:
        super().__init__()
        self.rows: dict[int, dict[int, Wire]] = {}
        self._contents = contents
        self._tally = tally
        self._row, self._column = 0, -1
        self._type = self._style = ""
        self._formula = False
        self._value: str | None = None
        self._runs: list[str] = []
        self._depth_phonetic = 0

    def started(self, name: str, attributes: Mapping[str, str]) -> None:
        """Note where the walk is: row, cell, its value; spread merged cells when they are told of."""
        if name == "c":
            self._start_cell(attributes)
        elif name == "row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdigit() else self._row + 1
            self._column = -1
            if self._row > _LAST_ROW:
                raise Refused("workbook-file-rows")
        elif name == "v" or (name == "t" and not self._depth_phonetic):
            self.collect()
        elif name == "f":
            self._formula = True
        elif name == "rPh":
            self._depth_phonetic += 1
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        found = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._column = _column(found[1]) if found else self._column + 1
        self._type, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        self._formula, self._value, self._runs = False, None, []

    def ended(self, name: str) -> None:
        """Take what has been collected."""
        if name == "c":
            self._end_cell()
        elif name == "v":
            self._value = self.collected()
        elif name == "t" and not self._depth_phonetic:
            self._runs.append(self.collected())
        elif name == "rPh":
            self._depth_phonetic -= 1

    def _end_cell(self) -> None:
        if self._column >= MOST_COLUMNS:
            return
        cell = self._cell()
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            return
        if isinstance(cell, str) and len(cell) > LONGEST_TEXT:
            cell = {"long": cell[:_BEGINNING]}
        new = self._row not in self.rows
        self._tally.count(int(new), 1)
        self.rows.setdefault(self._row, {})[self._column] = cell

    def _cell(self) -> Wire:
        if self._type == "inlineStr":
            return unescape("".join(self._runs))
        if self._value is None or (self._value == "" and self._formula and self._type != "str"):
            return {"uncomputed": ""} if self._formula else None
        return self._stored(self._value)

    def _stored(self, value: str) -> Wire:
        found: Wire
        match self._type:
            case "s":
                found = self._shared(value)
            case "str":
                found = unescape(value)
            case "b":
                found = value.strip() in {"1", "true"}
            case "e":
                found = {"failed": value[:20]}
            case "d":
                found = _iso(value)
            case _:
                found = self._number(value)
        return found

    def _shared(self, index: str) -> Wire:
        strings = self._contents.strings
        if not index.strip().isdigit() or int(index) >= len(strings):
            raise Refused("workbook-file-broken")
        return strings[int(index)]

    def _number(self, text: str) -> Wire:
        try:
            number = float(text)
        except ValueError:
            return unescape(text)
        if not math.isfinite(number):
            return None
        if self._style.isdigit() and int(self._style) in self._contents.date_styles:
            return moment(number, self._contents.epoch_1904)
        return int(number) if number.is_integer() and abs(number) < 1e15 else number

    def _merge(self, reference: str) -> None:
        """Give the value of a cell merged downwards to every row that has something of its own."""
        first, _, last = reference.partition(":")
        top, bottom = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
        if not top or not bottom:
            return
        column, begin, end = _column(top[1]), int(top[2]), int(bottom[2])
        value = self.rows.get(begin, {}).get(column)
        if value is None or end <= begin:
            return
        inside = range(begin + 1, end + 1)
        rows = inside if len(inside) < len(self.rows) else [row for row in self.rows if row in inside]
        for row in rows:
            if row in self.rows and column not in self.rows[row]:
                self._tally.count(0, 1)
                self.rows[row][column] = value


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _iso(text: str) -> Wire:
    try:
        return {"d": datetime.fromisoformat(text.strip()).replace(tzinfo=None).isoformat()}
    except ValueError:
        return unescape(text)


def moment(serial: float, epoch_1904: bool) -> Wire:
    """Turn a spreadsheet's day count into a moment, or into a time when it is less than a day.

    In the epoch of 1900 the days before 1 March are one off: Excel counts a 29 February that was not.
    """
    if serial < 0 or serial > _LAST_SERIAL:
        return serial
    seconds = round(serial * 86_400)
    if serial < 1:
        clock = seconds % 86_400
        return {"t": f"{clock // 3600:02}:{clock // 60 % 60:02}:{clock % 60:02}"}
    start = "1904-01-01" if epoch_1904 else "1899-12-30" if serial >= 60 else "1899-12-31"
    return {"d": (datetime.fromisoformat(start) + timedelta(seconds=seconds)).isoformat()}
