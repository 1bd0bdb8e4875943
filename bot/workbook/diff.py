"""The difference between two sets of records: of the file and the programme, or of two editions."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.shared.records import Ident, Record, Value


@dataclass(frozen=True, slots=True)
class Change:
    """A record that says something else now: for each field that differs, the old and the new value."""

    old: Record
    new: Record
    fields: Mapping[str, tuple[Value, Value]]


@dataclass(frozen=True, slots=True)
class Difference:
    """What is new, what says something else, what is no longer mentioned, and how much is the same."""

    added: tuple[Record, ...] = ()
    changed: tuple[Change, ...] = ()
    missing: tuple[Record, ...] = ()
    same: int = 0

    def __bool__(self) -> bool:
        """Tell whether applying it would change anything (what is missing stays)."""
        return bool(self.added or self.changed)

    def __add__(self, other: "Difference") -> "Difference":
        return Difference(
            self.added + other.added,
            self.changed + other.changed,
            self.missing + other.missing,
            self.same + other.same,
        )


def fingerprint(difference: Difference) -> str:
    """Return a short mark of what would change: a button carries it, so that no other change is applied."""
    added = [(record.ident, sorted(record.fields.items())) for record in difference.added]
    changed = [(change.new.ident, sorted(change.fields.items())) for change in difference.changed]
    said = repr((sorted(added, key=repr), sorted(changed, key=repr)))
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def compare(old: Record, new: Record) -> Change | None:
    """Return the change from one record to another, None when the new one says nothing different.

    A field that the new record does not mention stays as it was. The record of the change is whole.
    """
    fields = {
        name: (old.fields.get(name), value)
        for name, value in new.fields.items()
        if name not in old.fields or old.fields[name] != value
    }
    return Change(old, old.with_fields(new.fields), fields) if fields else None


def difference(current: Mapping[Ident, Record], incoming: Iterable[Record]) -> Difference:
    """Return what the incoming records change; everything of `current` they do not mention is missing."""
    added: list[Record] = []
    changed: list[Change] = []
    same = 0
    mentioned: set[Ident] = set()
    for record in incoming:
        ident = record.ident
        mentioned.add(ident)
        old = current.get(ident)
        change = compare(old, record) if old else None
        if old is None:
            added.append(record)
        elif change:
            changed.append(change)
        else:
            same += 1
    missing = tuple(record for ident, record in current.items() if ident not in mentioned)
    return Difference(tuple(added), tuple(changed), missing, same)


def merged(current: Mapping[Ident, Record], incoming: Iterable[Record]) -> dict[Ident, Record]:
    """Return the state after the incoming records have been applied to the current ones."""
    state = dict(current)
    for record in incoming:
        ident = record.ident
        old = state.get(ident)
        state[ident] = old.with_fields(record.fields) if old else record
    return state
