"""Values and records as JSON: for another process, and for what is kept of an import."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from bot.shared.records import Record, Value


def to_wire(value: Value) -> Any:
    """Return what JSON can carry: moments, days, times and lists are tagged."""
    if isinstance(value, datetime):
        return {"d": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, time):
        return {"t": value.isoformat()}
    if isinstance(value, tuple):
        return {"words": list(value)}
    return value


def from_wire(found: Any) -> Value:
    """Return the value of what `to_wire` made."""
    if not isinstance(found, dict):
        plain: Value = found
        return plain
    ((tag, said),) = found.items()
    match tag:
        case "d":
            return datetime.fromisoformat(said)
        case "day":
            return date.fromisoformat(said)
        case "t":
            return time.fromisoformat(said)
        case _:
            return tuple(said)


def record_to_wire(record: Record) -> list[Any]:
    """Return a record as JSON can carry it."""
    return [record.kind, list(record.codes), {name: to_wire(said) for name, said in record.fields.items()}]


def record_from_wire(found: Sequence[Any]) -> Record:
    """Return the record of what `record_to_wire` made."""
    kind, codes, fields = found
    return Record(kind, tuple(codes), {name: from_wire(said) for name, said in fields.items()})
