"""Files of projects, every version of them, and what is marked on the checklist of a defence."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    delete,
    func,
    insert,
    select,
    update,
)

from bot.people.model import joined_name
from bot.projects.papers import Paper, Version
from bot.schedule.files import FileKind, SentFile
from db.engine import Tx
from db.people import name_columns, people
from db.types import UTCDateTime, metadata
from db.upsert import insert_or_keep

project_files = Table(
    "project_files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("project_id", ForeignKey("projects.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("version", Integer, nullable=False),
    Column("sent_as", String(10), nullable=False),
    Column("file_id", Text, nullable=False),
    Column("unique_id", String(64), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("caption", Text, nullable=False),
    Column("attached_by", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("attached_at", UTCDateTime, nullable=False),
    Column("deleted_by", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("deleted_at", UTCDateTime),
    Column("lost_at", UTCDateTime),
    UniqueConstraint("project_id", "kind", "version"),
)
"""`kind` is charter, presentation, regulation or other; `sent_as` what the messenger calls it."""

defence_marks = Table(
    "defence_marks",
    metadata,
    Column("project_id", ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True),
    Column("item", String(12), primary_key=True),
    Column("marked_by", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("marked_at", UTCDateTime, nullable=False),
)
"""What of the checklist is ready: a row for each item that is."""

_VERSIONS = (
    select(project_files, *name_columns(people, "by"))
    .outerjoin(people, people.c.id == project_files.c.attached_by)
    .order_by(project_files.c.id)
)


async def add_version(
    tx: Tx, project_id: int, paper: Paper, sent: SentFile, by: int | None, now: datetime
) -> int:
    """Write the next version of a kind and return its number, with the project locked."""
    of_kind = (project_files.c.project_id == project_id, project_files.c.kind == paper)
    newest: int | None = await tx.scalar(select(func.max(project_files.c.version)).where(*of_kind))
    number = (newest or 0) + 1
    values = {
        "project_id": project_id,
        "kind": paper,
        "version": number,
        "sent_as": sent.kind,
        "file_id": sent.file_id,
        "unique_id": sent.unique_id,
        "file_name": sent.name,
        "size": sent.size,
        "caption": sent.caption,
        "attached_by": by,
        "attached_at": now,
    }
    await tx.execute(insert(project_files).values(values))
    return number


async def versions_of(tx: Tx, project_id: int) -> list[Version]:
    """Return every version of every file of a project in the order in which they were sent."""
    own = _VERSIONS.where(project_files.c.project_id == project_id)
    return [_version(row) for row in await tx.execute(own)]


async def version(tx: Tx, version_id: int) -> Version | None:
    """Return one version; None for an id never given."""
    row = (await tx.execute(_VERSIONS.where(project_files.c.id == version_id))).one_or_none()
    return None if row is None else _version(row)


async def remove_version(tx: Tx, version_id: int, by: int | None, now: datetime) -> None:
    """Note that a version counts no more; what was removed before stays as it was."""
    own = (project_files.c.id == version_id, project_files.c.deleted_at.is_(None))
    await tx.execute(update(project_files).where(*own).values(deleted_by=by, deleted_at=now))


async def mark_lost(tx: Tx, version_id: int, now: datetime) -> None:
    """Note that the messenger no longer takes a file's id."""
    own = (project_files.c.id == version_id, project_files.c.lost_at.is_(None))
    await tx.execute(update(project_files).where(*own).values(lost_at=now))


async def marks_of(tx: Tx, project_ids: Collection[int]) -> dict[int, frozenset[Paper]]:
    """Return, by project, what of the checklist is marked as ready."""
    found: dict[int, set[Paper]] = {}
    rows = await tx.execute(select(defence_marks).where(defence_marks.c.project_id.in_(sorted(project_ids))))
    for row in rows:
        found.setdefault(row.project_id, set()).add(Paper(row.item))
    return {project: frozenset(items) for project, items in found.items()}


async def mark(tx: Tx, project_id: int, paper: Paper, by: int | None, now: datetime) -> None:
    """Mark a point of the checklist as ready; who marked it first stays."""
    values = {"project_id": project_id, "item": paper, "marked_by": by, "marked_at": now}
    await tx.execute(insert_or_keep(tx, defence_marks, values))


async def unmark(tx: Tx, project_id: int, paper: Paper) -> None:
    """Take a mark off again."""
    own = (defence_marks.c.project_id == project_id, defence_marks.c.item == paper)
    await tx.execute(delete(defence_marks).where(*own))


def _version(row: Any) -> Version:
    return Version(
        id=row.id,
        project_id=row.project_id,
        paper=Paper(row.kind),
        number=row.version,
        sent_as=FileKind(row.sent_as),
        file_id=row.file_id,
        unique_id=row.unique_id,
        name=row.file_name,
        size=row.size,
        caption=row.caption,
        by=joined_name(row.by_surname, row.by_name, row.by_patronymic),
        at=row.attached_at,
        removed_at=row.deleted_at,
        lost=row.lost_at is not None,
    )
