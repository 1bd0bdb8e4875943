"""Cells with coordinates: two cells, or both in the first one."""

import re
from collections.abc import Mapping
from datetime import datetime, time
from math import isfinite

from bot.shared.records import Value
from bot.workbook.cells import Cell, Look, as_text
from bot.workbook.raw import Plain, Raw, Unclear

_DEGREES = re.compile(r"([-−]?\d{1,3}(?:[.,]\d+)?)\s?°?\s?(?:с\.?\s?ш\.?|в\.?\s?д\.?|[NE])?", re.IGNORECASE)
_PAIR = re.compile(r"(-?\d{1,3}[.,]\d+)\s?°?\s*[,;\s]\s*(-?\d{1,3}[.,]\d+)\s?°?")
_PRECISION = 6
"""Digits after the point: a tenth of a metre."""


class Degrees(Cell):
    """Latitude (`limit` 90) or longitude (`limit` 180) in decimal degrees; a comma will do."""

    look = Look.NUMBER
    empty: Value = None

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def parse(self, raw: Plain) -> Value:
        """Return degrees, to six digits after the point."""
        if isinstance(raw, bool | datetime | time):
            raise Unclear("workbook-cell-degrees", value=as_text(raw))
        degrees = round(_number(raw), _PRECISION)
        if abs(degrees) > self.limit:
            raise Unclear("workbook-cell-degrees-limit", value=as_text(raw), limit=str(self.limit))
        return degrees


def _number(raw: Plain) -> float:
    """Return a number as it is (as text the smallest would be «6e-06»), and the one a text writes."""
    if isinstance(raw, int | float) and isfinite(raw):
        return float(raw)
    found = _DEGREES.fullmatch(as_text(raw))
    if not found:
        raise Unclear("workbook-cell-degrees", value=as_text(raw))
    return float(found[1].replace(",", ".").replace("−", "-"))


def coordinates_in_parts(row: Mapping[str, Raw]) -> Mapping[str, Raw]:
    """Split «57.15, 65.53» in either of the two cells, as maps on the web give it."""
    texts = {key: raw for key in ("latitude", "longitude") if (raw := row.get(key)) is not None}
    for key, raw in texts.items():
        other = row.get("longitude" if key == "latitude" else "latitude")
        if isinstance(raw, str) and other in (None, "", raw):
            found = _PAIR.fullmatch(as_text(raw))
            if found:
                return {**row, "latitude": found[1], "longitude": found[2]}
    return row
