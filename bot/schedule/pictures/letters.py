"""How wide the letters of the shipped fonts are: read from the files themselves."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "fonts"


class Weight(StrEnum):
    """The faces there are, as SVG calls them."""

    NORMAL = "normal"
    BOLD = "bold"


FILES = {Weight.NORMAL: FOLDER / "DejaVuSans.ttf", Weight.BOLD: FOLDER / "DejaVuSans-Bold.ttf"}
FAMILY = "DejaVu Sans"


@dataclass(frozen=True, slots=True)
class Face:
    """A face of the font: for each character it has, how far it moves on, in parts of the size."""

    advances: Mapping[str, float]

    def has(self, letter: str) -> bool:
        """Tell whether the face can draw a character."""
        return letter in self.advances

    def width(self, text: str, size: float) -> float:
        """Return how wide a text is at a size; a character that is missing counts as a whole square."""
        return sum(self.advances.get(letter, 1.0) for letter in text) * size


@cache
def face(weight: Weight) -> Face:
    """Return a face; the file is read once."""
    return Face(_advances(FILES[weight].read_bytes()))


def _advances(data: bytes) -> dict[str, float]:
    """Read a TrueType file: tables head, hhea, hmtx, and cmap of format 12 (OpenType specification)."""
    tables = _tables(data)
    units: int = struct.unpack_from(">H", data, tables["head"] + 18)[0]
    count: int = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
    widths = struct.unpack_from(f">{count * 2}H", data, tables["hmtx"])[::2]
    return {
        chr(code): widths[min(glyph, count - 1)] / units
        for first, last, start in _groups(data, tables["cmap"])
        for code, glyph in zip(range(first, last + 1), range(start, start + last - first + 1), strict=True)
    }


def _tables(data: bytes) -> dict[str, int]:
    """Return where each table of the file begins."""
    count: int = struct.unpack_from(">H", data, 4)[0]
    entries = struct.iter_unpack(">4sIII", data[12 : 12 + 16 * count])
    return {tag.decode("latin-1"): offset for tag, _sum, offset, _length in entries}


def _groups(data: bytes, cmap: int) -> list[tuple[int, int, int]]:
    """Return runs of characters and the glyph of the first one."""
    count: int = struct.unpack_from(">H", data, cmap + 2)[0]
    for number in range(count):
        at = cmap + int(struct.unpack_from(">I", data, cmap + 4 + 8 * number + 4)[0])
        if struct.unpack_from(">H", data, at)[0] == 12:
            runs: int = struct.unpack_from(">I", data, at + 12)[0]
            return list(struct.iter_unpack(">III", data[at + 16 : at + 16 + 12 * runs]))
    raise ValueError("the font has no table of all its characters")
