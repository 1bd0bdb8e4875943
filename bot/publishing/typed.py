"""What an organizer types about an event, read as a cell of the workbook is (pure)."""

from collections.abc import Mapping
from datetime import time

from bot.publishing.times import new_hours
from bot.shared.records import Record, Value, fold
from bot.workbook.raw import Unclear
from bot.workbook.sheets import SHEETS

_EVENTS = next(sheet for sheet in SHEETS if "event" in sheet.kinds)
_NOTHING = frozenset(map(fold, ("-", "нет", "пусто", "none", "no")))
_REQUIRED = frozenset({"title"})


def field_of(what: str, words: str, event: Record) -> Mapping[str, Value]:
    """Return the fields that words say of an event; `what` is «time» or a column's key.

    Raises Unclear or Refusal for words that say nothing of the kind.
    """
    if what != "time":
        return {what: read_text(what, words)}
    starts, ends = event.fields["starts"], event.fields["ends"]
    if not isinstance(starts, time) or not isinstance(ends, time):
        raise Unclear("workbook-cell-time", value=words)
    beginning, end = new_hours(words, starts, ends)
    return {"starts": beginning, "ends": end}


def read_text(key: str, words: str) -> Value:
    """Return the text of a column; «-» and «нет» empty one that may be empty."""
    if fold(words) in _NOTHING and key not in _REQUIRED:
        return ""
    value = _EVENTS.column(key).cell.read(words)
    if value == "" and key in _REQUIRED:
        raise Unclear("workbook-cell-required")
    return value
