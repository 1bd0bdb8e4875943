"""What the checks look at: the programme as it would be, and where its parts stand in the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bot.shared.records import Ident, Record, Value, fold
from bot.workbook.gather import Gathered
from bot.workbook.problems import Problem


@dataclass(slots=True)
class Scene:
    """Everything by identity: `current` as it is, `merged` as it would be, `gathered` from the file.

    `stages` are those of projects by folded programme code, where organizers have changed them.
    `owners` tell to which stream (by code) a module, an event or a bus belongs for good.
    """

    current: Mapping[Ident, Record]
    gathered: Gathered
    owners: Mapping[Ident, str] = field(default_factory=dict)
    merged: Mapping[Ident, Record] = field(default_factory=dict)
    stages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def find(self, kind: str, *codes: Value) -> Record | None:
        """Return a record as it would be."""
        return self.merged.get((kind, *(fold(str(code)) for code in codes)))

    def find_yet(self, kind: str, code: str) -> Record | None:
        """Return a record as far as the file has been gathered, spelt as the programme spells it."""
        ident = (kind, fold(code))
        old, new = self.current.get(ident), self.gathered.records.get(ident)
        return old.with_fields(new.fields) if old and new else old or new

    def in_file(self, record: Record) -> bool:
        """Tell whether the file speaks of the record."""
        return record.ident in self.gathered.rows

    def problem(self, key: str, *where: tuple[Record, str], **facts: str) -> Problem:
        """Return a problem that stands at the first of these fields which is in the file."""
        places = (self.gathered.place(record.ident, name) for record, name in where)
        return Problem(key, next((place for place in places if place), None), facts)

    def warning(self, key: str, *where: tuple[Record, str], **facts: str) -> Problem:
        """Return the same, when it does not keep the file from being applied."""
        return replace(self.problem(key, *where, **facts), warning=True)

    def stream_of(self, record: Record | None) -> str:
        """Return the code of the stream a record belongs to, empty for none."""
        if record is None:
            return ""
        fields, codes = record.fields, record.codes
        match record.kind:
            case "stream":
                found = codes[0]
            case "enrolment" | "mentor":
                found = codes[1]
            case "event" | "travel":
                module = fields.get("module") if record.kind == "event" else codes[1]
                found = self.stream_of(self.find("module", module))
            case "excursion" | "seat" | "bus":
                event = fields.get("event") if record.kind == "bus" else codes[0]
                found = self.stream_of(self.find("event", event))
            case "milestone":
                found = self.stream_of(self.find("project", fields.get("project")))
            case _:
                found = str(fields.get("stream", ""))
        return found

    def programme_of(self, record: Record | None) -> str:
        """Return the code of the programme a record belongs to, empty for none."""
        if record is None:
            return ""
        if "programme" in record.fields:
            return str(record.fields["programme"])
        stream = self.find("stream", self.stream_of(record))
        return str(stream.fields.get("programme", "")) if stream else ""


def words(value: Value) -> tuple[str, ...]:
    """Return a field with one code, with several or with none as a tuple."""
    if isinstance(value, tuple):
        return value
    return (str(value),) if value else ()


def days(record: Record | None) -> tuple[date, date] | None:
    """Return the first and the last day of a module or a stream, None where they are unclear or reversed."""
    if record is None:
        return None
    first, last = record.fields.get("starts_on"), record.fields.get("ends_on")
    return (first, last) if isinstance(first, date) and isinstance(last, date) and first <= last else None


def shown(day: date) -> str:
    """Return a day as the workbook shows it."""
    return f"{day:%d.%m.%Y}"
