"""Editions: a whole copy of a stream's programme each, read and written as records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property, partial
from typing import Any

from sqlalchemy import Column, Table, delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from bot.schedule.span import span
from bot.shared.records import Ident, Record, fold
from db.engine import Tx
from db.excursions import bus_versions, excursion_versions
from db.programme import editions, streams
from db.records import LASTING, Names, StillNeeded, in_batches, values_of
from db.schedule import event_versions, module_versions, venue_versions

_IMPORTS = 7_305_001
"""The advisory lock of PostgreSQL under which imports wait for each other."""


@dataclass(frozen=True)
class Content:
    """Where an edition keeps records of a kind; `named_by` is the kind whose lasting row names them."""

    kind: str
    table: Table
    named_by: str
    references: Mapping[str, str] = field(default_factory=dict)

    @property
    def naming(self) -> Column[Any]:
        """The column of the lasting row."""
        return self.table.c[f"{self.named_by}_id"]

    @cached_property
    def fields(self) -> dict[str, Column[Any]]:
        """The record's fields and their columns; moments are no fields, they follow from others."""
        apart = {"edition_id", f"{self.named_by}_id", "starts_at", "ends_at"}
        return {
            column.name.removesuffix("_id"): column
            for column in self.table.columns
            if column.name not in apart
        }


CONTENTS = (
    Content("venue", venue_versions, "venue"),
    Content("module", module_versions, "module", {"venue": "venue"}),
    Content("event", event_versions, "event", {"module": "module"}),
    Content("excursion", excursion_versions, "event"),
    Content("bus", bus_versions, "bus", {"event": "event", "guide": "person"}),
)

CONTENT_KINDS = frozenset(content.kind for content in CONTENTS)


@dataclass(frozen=True, slots=True)
class StreamEditions:
    """A stream and its editions; `number` is that of the working one (the draft, or else the published)."""

    stream_id: int
    code: str
    published_id: int | None
    draft_id: int | None
    number: int | None

    @property
    def working_id(self) -> int | None:
        """The edition that organizers edit."""
        return self.draft_id or self.published_id


async def lock_programme(tx: Tx) -> None:
    """Wait for other imports and publishings; PostgreSQL only (SQLite has one writer anyway)."""
    if tx.dialect.name == "postgresql":
        await tx.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _IMPORTS})
    await tx.execute(select(streams.c.id).order_by(streams.c.id).with_for_update())


async def read_editions(tx: Tx) -> list[StreamEditions]:
    """Read which editions the streams have."""
    working = func.coalesce(streams.c.draft_id, streams.c.published_id)
    found = await tx.execute(
        select(streams.c.id, streams.c.code, streams.c.published_id, streams.c.draft_id, editions.c.number)
        .outerjoin(editions, editions.c.id == working)
        .order_by(streams.c.id)
    )
    return [StreamEditions(*row) for row in found]


async def read_content(tx: Tx, edition_id: int, names: Names, stream: str) -> dict[Ident, Record]:
    """Read all records of an edition; `stream` is the code of its stream."""
    records: dict[Ident, Record] = {}
    for content in CONTENTS:
        fields = tuple(content.fields)
        chosen = select(content.naming, *content.fields.values())
        rows = await tx.execute(chosen.where(content.table.c.edition_id == edition_id))
        for row in rows:
            record = _record(content, fields, tuple(row), names, stream)
            records[record.ident] = record
    return records


def _record(
    content: Content, fields: tuple[str, ...], row: tuple[Any, ...], names: Names, stream: str
) -> Record:
    values = dict(zip(fields, row[1:], strict=True))
    for name, kind in content.references.items():
        values[name] = names.codes[kind].get(values[name], "")
    if content.kind == "module":
        values["stream"] = stream
    return Record(content.kind, (names.codes[content.named_by][row[0]],), values)


async def read_numbered(tx: Tx, names: Names, stream: StreamEditions, number: int) -> dict[Ident, Record]:
    """Read the stream's edition with this number; empty where there was none."""
    numbered = select(editions.c.id).where(
        editions.c.stream_id == stream.stream_id, editions.c.number == number
    )
    edition_id = await tx.scalar(numbered)
    return {} if edition_id is None else await read_content(tx, edition_id, names, stream.code)


async def read_owners(tx: Tx, names: Names) -> dict[Ident, str]:
    """Read to which stream (by code) each module, event and bus belongs for good."""
    owners: dict[Ident, str] = {}
    for kind, table in LASTING.items():
        if "stream_id" in table.c:
            for code, stream_id in await tx.execute(select(table.c.code, table.c.stream_id)):
                owners[kind, fold(code)] = names.codes["stream"][stream_id]
    return owners


async def add_lasting(tx: Tx, names: Names, stream_id: int, content: Iterable[Record]) -> None:
    """Add lasting rows for codes of a stream's content that have none yet; `names` learns them."""
    new: dict[str, list[dict[str, Any]]] = {}
    for record in content:
        table = LASTING.get(record.kind)
        if table is not None and fold(record.codes[0]) not in names.ids[record.kind]:
            row = {"code": record.codes[0]} | ({"stream_id": stream_id} if "stream_id" in table.c else {})
            new.setdefault(record.kind, []).append(row)
    for kind, rows in new.items():
        table = LASTING[kind]
        await in_batches(tx, insert(table), rows, dict)
        codes = [row["code"] for row in rows]
        for start in range(0, len(codes), 500):
            chosen = select(table.c.id, table.c.code).where(table.c.code.in_(codes[start : start + 500]))
            for ident, code in await tx.execute(chosen):
                names.add(kind, ident, code)


async def write_draft(
    tx: Tx, names: Names, stream: StreamEditions, content: Mapping[Ident, Record], now: datetime
) -> int:
    """Make a new edition of the stream with this content its draft; return its id."""
    edition_id = await write_edition(tx, names, stream, content, now, stream.working_id)
    await set_draft(tx, stream.stream_id, edition_id)
    return edition_id


async def write_edition(
    tx: Tx,
    names: Names,
    stream: StreamEditions,
    content: Mapping[Ident, Record],
    now: datetime,
    based_on_id: int | None,
) -> int:
    """Make a new edition of the stream with this content and return its id; nobody points at it yet.

    Editions are never changed, so an id stands for exactly what somebody was shown.
    """
    last = select(func.coalesce(func.max(editions.c.number), 0)).where(
        editions.c.stream_id == stream.stream_id
    )
    number = (await tx.execute(last)).scalar_one() + 1
    made = await tx.execute(
        insert(editions)
        .values(stream_id=stream.stream_id, number=number, based_on_id=based_on_id, created_at=now)
        .returning(editions.c.id)
    )
    edition_id = int(made.scalar_one())
    for part in CONTENTS:
        records = [record for record in content.values() if record.kind == part.kind]
        await in_batches(tx, insert(part.table), records, partial(_version, part, names, content, edition_id))
    return edition_id


def _version(
    part: Content, names: Names, content: Mapping[Ident, Record], edition_id: int, record: Record
) -> dict[str, Any]:
    row = values_of(record, part.fields, part.references, names)
    row["edition_id"] = edition_id
    row[part.naming.name] = names.id_of(part.named_by, record.codes[0])
    if part.kind == "event":
        module = content["module", fold(str(record.fields["module"]))]
        venue = content["venue", fold(str(module.fields["venue"]))]
        day, starts, ends = (record.fields[name] for name in ("day", "starts", "ends"))
        if isinstance(day, date) and isinstance(starts, time) and isinstance(ends, time):
            row["starts_at"], row["ends_at"] = span(day, starts, ends, str(venue.fields["zone"]))
    return row


async def remove_stream(tx: Tx, stream_id: int) -> None:
    """Delete a stream that nothing but its own editions belongs to; StillNeeded otherwise."""
    await set_draft(tx, stream_id, None)
    own = select(editions.c.id).where(editions.c.stream_id == stream_id)
    try:
        for content in CONTENTS:
            await tx.execute(delete(content.table).where(content.table.c.edition_id.in_(own)))
        await tx.execute(delete(editions).where(editions.c.stream_id == stream_id))
        for table in LASTING.values():
            if "stream_id" in table.c:
                await tx.execute(delete(table).where(table.c.stream_id == stream_id))
        await tx.execute(delete(streams).where(streams.c.id == stream_id))
    except IntegrityError as fault:
        raise StillNeeded from fault


async def set_draft(tx: Tx, stream_id: int, edition_id: int | None) -> None:
    """Point the stream's draft at an edition, or at none."""
    await tx.execute(update(streams).where(streams.c.id == stream_id).values(draft_id=edition_id))


async def drop_edition(tx: Tx, edition_id: int) -> None:
    """Delete an edition that nobody points at; its content goes with it."""
    await tx.execute(delete(editions).where(editions.c.id == edition_id))
