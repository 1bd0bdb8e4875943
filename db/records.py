"""Reading the present state as records and writing records, for everything that applies at once.

What belongs to an edition (venues, modules, events, excursions, buses) is in `db.editions`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, TypeVar

from sqlalchemy import Column, Select, Table, Update, and_, bindparam, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from bot.people.assistants import HELPER
from bot.people.personal_data import ERASED
from bot.shared.records import Ident, Record, fold
from bot.shared.turns import in_turns
from db import excursions, mentoring, people, programme, projects, schedule
from db.engine import Tx

Item = TypeVar("Item")
BATCH = 250
"""Rows of one statement: its parameters are prepared in a few milliseconds."""


_OF_NO_WORKBOOK = ("published_id", "draft_id", "signed_at", "person_id", "done_at")
"""Columns that no workbook writes: they stay as they are when it changes a row."""


@dataclass(frozen=True)
class Stored:
    """Where records of a kind are kept.

    `named_by` are the kinds whose codes name a record that has no code of its own. `references` are
    fields that hold a code of another kind, kept in the column `<field>_id`.
    """

    kind: str
    table: Table
    named_by: tuple[str, ...] = ()
    references: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def fields(self) -> dict[str, Column[Any]]:
        """The record's fields and their columns."""
        naming = {"id", "code", *(f"{kind}_id" for kind in self.named_by), *_OF_NO_WORKBOOK}
        return {
            column.name.removesuffix("_id"): column
            for column in self.table.columns
            if column.name not in naming
        }

    @cached_property
    def naming(self) -> tuple[Column[Any], ...]:
        """The columns that name a record."""
        return tuple(self.table.c[f"{kind}_id"] for kind in self.named_by) or (self.table.c.code,)


_DIRECTION = {"direction": "direction"}

STORED = (
    Stored("programme", programme.programmes),
    Stored("stream", programme.streams, references={"programme": "programme"}),
    Stored("direction", programme.directions, references={"programme": "programme"}),
    Stored("factory", projects.factories, references={"stream": "stream", **_DIRECTION}),
    Stored("team", projects.teams, references={"stream": "stream", "factory": "factory", **_DIRECTION}),
    Stored("person", people.people),
    Stored("enrolment", people.enrolments, ("person", "stream"), {"team": "team", **_DIRECTION}),
    Stored(
        "project",
        projects.projects,
        references={
            "stream": "stream",
            "team": "team",
            "factory": "factory",
            "defence": "event",
            **_DIRECTION,
        },
    ),
    Stored("milestone", projects.milestones, references={"project": "project"}),
    Stored("mentor", mentoring.mentors, ("person", "stream")),
    Stored("travel", schedule.travels, ("person", "module")),
    Stored("seat", excursions.seats, ("event", "person"), {"bus": "bus"}),
)
"""In the order of writing: what is referred to comes first."""

LASTING: Mapping[str, Table] = {
    "venue": schedule.venues,
    "module": schedule.modules,
    "event": schedule.events,
    "bus": excursions.buses,
}
"""Rows that keep a code of the programme for good, whatever its editions say."""

_CODED = {stored.kind: stored.table for stored in STORED if not stored.named_by} | dict(LASTING)


@dataclass(slots=True)
class Names:
    """The codes of everything: kind → folded code → id, and kind → id → code as kept."""

    ids: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    codes: dict[str, dict[int | None, str]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, kind: str, ident: int, code: str) -> None:
        """Remember a code."""
        self.ids[kind][fold(code)] = ident
        self.codes[kind][ident] = code

    def id_of(self, kind: str, code: object) -> int | None:
        """Return the id of a code, None for no code; an unknown one is a KeyError."""
        return self.ids[kind][fold(str(code))] if code else None


async def read_names(tx: Tx, kinds: Iterable[str] = _CODED) -> Names:
    """Read all codes of these kinds."""
    names = Names()
    for kind in kinds:
        await _read_codes(tx, kind, names)
    return names


async def _read_codes(tx: Tx, kind: str, names: Names) -> None:
    table = _CODED[kind]
    async for row in in_turns((await tx.execute(select(table.c.id, table.c.code))).all()):
        names.add(kind, row[0], row[1])


async def read_records(tx: Tx, names: Names) -> dict[Ident, Record]:
    """Read every record that applies at once.

    Who was erased or is nothing but an assistant, with all that hangs on them, and a team of one that
    nobody wrote down, is no matter of workbooks.
    """
    records: dict[Ident, Record] = {}
    for stored in STORED:
        fields = stored.fields
        rows = await tx.stream(_written_down(stored, select(*stored.naming, *fields.values())))
        async for part in rows.partitions(BATCH):
            for row in part:
                record = _record(stored, tuple(fields), row, names)
                records[record.ident] = record
    return records


def _written_down(stored: Stored, found: Select[Any]) -> Select[Any]:
    """Leave out what no workbook names."""
    code, columns = people.people.c.code, stored.table.c
    unnamed = select(people.people.c.id).where(or_(code.like(f"{HELPER}%"), code.like(f"{ERASED}%")))
    if stored.table is projects.teams:
        found = found.where(columns.person_id.is_(None))
    if stored.table is people.people:
        found = found.where(columns.id.not_in(unnamed))
    if "person" in stored.named_by:
        found = found.where(columns.person_id.not_in(unnamed))
    return found.order_by(columns.id)


def _record(stored: Stored, fields: Sequence[str], row: Sequence[Any], names: Names) -> Record:
    count = len(stored.named_by) or 1
    codes = tuple(names.codes[kind][row[number]] for number, kind in enumerate(stored.named_by)) or (row[0],)
    values = dict(zip(fields, row[count:], strict=True))
    for name, kind in stored.references.items():
        values[name] = names.codes[kind].get(values[name], "")
    return Record(stored.kind, codes, values)


async def write_records(tx: Tx, names: Names, added: Iterable[Record], changed: Iterable[Record]) -> None:
    """Insert and update whole records; `names` learns the new codes. References must be known by then."""
    new, other = _by_kind(added), _by_kind(changed)
    for stored in STORED:
        row_of = partial(_row, stored, names)
        await in_batches(tx, insert(stored.table), new.get(stored.kind, ()), row_of)
        if stored.kind in new and not stored.named_by:
            await _read_codes(tx, stored.kind, names)
        await in_batches(tx, _update(stored), other.get(stored.kind, ()), partial(_change, stored, names))


class StillNeeded(Exception):
    """Something refers to a record that was to be removed; the transaction cannot go on."""


async def remove_records(tx: Tx, names: Names, records: Iterable[Record]) -> None:
    """Delete records; raises StillNeeded where others refer to one, or where a person has an account."""
    kinds = _by_kind(records)
    for stored in reversed(STORED):
        gone = kinds.get(stored.kind, [])
        if stored.kind == "person" and await _have_accounts(tx, names, gone):
            raise StillNeeded
        named = (key == bindparam(f"old_{key.name}") for key in stored.naming)
        try:
            await in_batches(
                tx, delete(stored.table).where(and_(*named)), gone, partial(_keys, stored, names)
            )
        except IntegrityError as fault:
            raise StillNeeded from fault


async def _have_accounts(tx: Tx, names: Names, persons: Sequence[Record]) -> bool:
    ids = {names.id_of("person", person.codes[0]) for person in persons}
    if not ids:
        return False
    bound = await tx.scalars(select(people.accounts.c.person_id))
    return not ids.isdisjoint(bound)


def _keys(stored: Stored, names: Names, record: Record) -> dict[str, Any]:
    if not stored.named_by:
        return {"old_code": record.codes[0]}
    return {
        f"old_{kind}_id": names.id_of(kind, code)
        for kind, code in zip(stored.named_by, record.codes, strict=True)
    }


def _update(stored: Stored) -> Update:
    values: dict[str, Any] = {
        column.name: bindparam(f"new_{column.name}") for column in stored.fields.values()
    }
    named = (key == bindparam(f"old_{key.name}") for key in stored.naming)
    return update(stored.table).where(*named).values(values)


def _change(stored: Stored, names: Names, record: Record) -> dict[str, Any]:
    row = _row(stored, names, record)
    keys = {f"old_{key.name}": row[key.name] for key in stored.naming}
    return keys | {f"new_{column.name}": row[column.name] for column in stored.fields.values()}


def _by_kind(records: Iterable[Record]) -> dict[str, list[Record]]:
    kinds: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        kinds[record.kind].append(record)
    return kinds


def _row(stored: Stored, names: Names, record: Record) -> dict[str, Any]:
    row = values_of(record, stored.fields, stored.references, names)
    if not stored.named_by:
        return row | {"code": record.codes[0]}
    for kind, code in zip(stored.named_by, record.codes, strict=True):
        row[f"{kind}_id"] = names.id_of(kind, code)
    return row


def values_of(
    record: Record, fields: Mapping[str, Column[Any]], references: Mapping[str, str], names: Names
) -> dict[str, Any]:
    """Return the values of the record's fields by column; a field it does not mention is empty."""
    row = {}
    for name, column in fields.items():
        value = record.fields.get(name, getattr(column.default, "arg", None))
        row[column.name] = names.id_of(references[name], value) if name in references else value
    return row


async def in_batches(
    tx: Tx, statement: Any, records: Sequence[Item], row_of: Callable[[Item], Mapping[str, Any]]
) -> None:
    """Execute a statement for all records, a batch of rows at a time, so that the loop gets its turns."""
    async for start in in_turns(range(0, len(records), BATCH), 1):
        await tx.execute(statement, [row_of(record) for record in records[start : start + BATCH]])
