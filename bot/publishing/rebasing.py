"""Carrying a change of times from one edition over to another (pure)."""

from collections.abc import Mapping
from datetime import date, time

from bot.schedule.span import NoSpan, span
from bot.shared.records import Ident, Record, fold
from bot.shared.zones import UnknownZone

Edition = Mapping[Ident, Record]

_TIMES = {"event": ("day", "starts", "ends"), "bus": ("departs",)}


def carried(draft: Edition, old: Edition, new: Edition) -> dict[Ident, Record]:
    """Return a draft in which every time that differs between `old` and `new` is the new one.

    A time of the draft that is no longer the old one was meant so and stays; so does one that would make
    no event at the draft's venue.
    """
    wanted = dict(draft)
    for ident, before in old.items():
        after, own = new.get(ident), draft.get(ident)
        names = _TIMES.get(before.kind)
        if names is None or after is None or own is None:
            continue
        was, to_be, there = (_times(record, names) for record in (before, after, own))
        if was != to_be and there == was:
            moved = own.with_fields(to_be)
            if moved.kind != "event" or _lasts(moved, draft):
                wanted[ident] = moved
    return wanted


def _times(record: Record, names: tuple[str, ...]) -> dict[str, date | time | None]:
    return {
        name: value if isinstance(value := record.fields.get(name), date | time) else None for name in names
    }


def _lasts(event: Record, edition: Edition) -> bool:
    day, starts, ends = (event.fields.get(name) for name in ("day", "starts", "ends"))
    if not isinstance(day, date) or not isinstance(starts, time) or not isinstance(ends, time):
        return False
    module = edition["module", fold(str(event.fields["module"]))]
    venue = edition["venue", fold(str(module.fields["venue"]))]
    first, last = module.fields["starts_on"], module.fields["ends_on"]
    try:
        span(day, starts, ends, str(venue.fields["zone"]))
    except (NoSpan, UnknownZone):
        return False
    return isinstance(first, date) and isinstance(last, date) and first <= day <= last
