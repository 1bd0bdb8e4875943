"""What an import would mean for people: how many events change, and who would see it (pure)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.shared.records import Ident, Record, fold
from bot.workbook.checks.scene import words
from bot.workbook.drafts import Edition
from bot.workbook.examination import Examination, State

_ORGANIZERS = frozenset({"organizer", "administrator"})


@dataclass(frozen=True, slots=True)
class Effect:
    """What publishing a stream's draft would mean: events that are new or differ, people who see it."""

    stream: str
    events: int
    people: int


def effects(state: State, examination: Examination, today: date) -> tuple[Effect, ...]:
    """Return the effect on each stream whose draft would change.

    An event concerns whom it is meant for, before or after; a changed venue or module concerns everybody
    of the stream. Organizers are not counted: they see the draft anyway.
    """
    people = {**state.records}
    people |= {record.ident: record for record in examination.difference.added}
    people |= {change.new.ident: change.new for change in examination.difference.changed}
    return tuple(
        _effect(stream, state.editions.get(stream, {}), edition, people, today)
        for stream, edition in examination.drafts.items()
    )


def _effect(stream: str, old: Edition, new: Edition, records: Mapping[Ident, Record], today: date) -> Effect:
    differing = [record for ident, record in new.items() if old.get(ident) != record]
    touched = {
        fold(str(record.fields["event"] if record.kind == "bus" else record.codes[0]))
        for record in differing
        if record.kind in {"event", "excursion", "bus"}
    }
    everybody = any(record.kind in {"venue", "module"} for record in differing)
    versions = [
        edition["event", code] for code in touched for edition in (old, new) if ("event", code) in edition
    ]
    buses = _buses(records)
    seen = sum(
        everybody or any(_meant(event, person, buses) for event in versions)
        for person in _enrolled(stream, records, today)
    )
    return Effect(stream, len(touched), seen)


def _enrolled(stream: str, records: Mapping[Ident, Record], today: date) -> Iterator[Record]:
    for record in records.values():
        if record.kind != "enrolment" or fold(record.codes[1]) != fold(stream):
            continue
        left = record.fields.get("left_on")
        gone = isinstance(left, date) and left <= today
        if not gone and not set(words(record.fields.get("roles"))) & _ORGANIZERS:
            yield record


def _buses(records: Mapping[Ident, Record]) -> Mapping[str, set[str]]:
    buses: dict[str, set[str]] = defaultdict(set)
    for record in records.values():
        if record.kind == "travel":
            buses[fold(record.codes[0])].add(fold(str(record.fields.get("bus", ""))))
        elif record.kind == "seat":
            buses[fold(record.codes[1])].add(fold(str(record.fields.get("bus", ""))))
    return buses


def _meant(event: Record, enrolment: Record, buses: Mapping[str, set[str]]) -> bool:
    """Tell whether an event is meant for somebody: the rule of `bot.schedule.own`, on records."""
    own = {
        "groups": {fold(str(enrolment.fields.get("group") or ""))},
        "directions": {fold(str(enrolment.fields.get("direction") or ""))},
        "teams": {fold(str(enrolment.fields.get("team") or ""))},
        "buses": buses.get(fold(enrolment.codes[0]), set()),
    }
    return all(
        not named or bool({fold(word) for word in named} & (own[key] - {""}))
        for key in own
        if (named := words(event.fields.get(key))) is not None
    )
