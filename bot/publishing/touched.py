"""Which events two editions publish differently, anything about them counted (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from bot.shared.records import Ident, Record, fold

Edition = Mapping[Ident, Record]


@dataclass(frozen=True, slots=True)
class Touched:
    """Folded codes of events: in both editions but different, only in the new one, only in the old one.

    `days` are the venue's days, before and after, that begin differently for it: another first event, or
    the same in another module or at another place.
    """

    changed: frozenset[str]
    added: frozenset[str]
    removed: frozenset[str]
    days: frozenset[date]

    @property
    def every(self) -> frozenset[str]:
        """All of them."""
        return self.changed | self.added | self.removed


def touched(old: Edition, new: Edition) -> Touched:
    """Compare two editions. What changes of an excursion, a bus, a module or a venue touches its events."""
    before, after = _events(old), _events(new)
    changed = {code for code in before.keys() & after.keys() if before[code] != after[code]}
    added, removed = after.keys() - before.keys(), before.keys() - after.keys()
    every = changed | added | removed
    was, now = _beginnings(old), _beginnings(new)
    days = {day for day in was.keys() | now.keys() if was.get(day) != now.get(day)} if every else set()
    return Touched(frozenset(changed), frozenset(added), frozenset(removed), frozenset(days))


def _events(edition: Edition) -> dict[str, tuple[object, ...]]:
    """Return by code everything that is published of an event."""
    buses: dict[str, list[Record]] = {}
    for record in edition.values():
        if record.kind == "bus":
            buses.setdefault(fold(str(record.fields["event"])), []).append(record)
    found = {}
    for ident, record in edition.items():
        if ident[0] != "event":
            continue
        module = edition["module", fold(str(record.fields["module"]))]
        venue = edition["venue", fold(str(module.fields["venue"]))]
        own_buses = sorted(buses.get(ident[1], ()), key=lambda bus: bus.ident)
        parts = (record, edition.get(("excursion", ident[1])), *own_buses, module, venue)
        found[ident[1]] = tuple(_plain(part) for part in parts)
    return found


def _beginnings(edition: Edition) -> dict[date, dict[object, time]]:
    """Return by the venue's day when the first event that takes place begins, in each module."""
    found: dict[date, dict[object, time]] = {}
    for record in edition.values():
        day, starts = record.fields.get("day"), record.fields.get("starts")
        if record.kind == "event" and isinstance(day, date) and isinstance(starts, time):
            if record.fields.get("cancelled"):
                continue
            module = edition["module", fold(str(record.fields["module"]))]
            place = repr(_plain(module)), repr(_plain(edition["venue", fold(str(module.fields["venue"]))]))
            begins = found.setdefault(day, {})
            begins[place] = min(starts, begins.get(place, starts))
    return found


def _plain(record: Record | None) -> object:
    return None if record is None else (record.ident, sorted(record.fields.items()))
