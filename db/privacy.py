"""A person's rows in every table that a room has declared: read them all, or erase them."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, select, update

from bot.shared.personal import Owner, PersonalRows, Registry, Subject
from db.engine import Tx
from db.imports import forget_naming
from db.people import consents, people
from db.projects import forget_mentor
from db.types import metadata


async def rows_of(tx: Tx, registry: Registry, subject: Subject) -> dict[str, list[dict[str, Any]]]:
    """Return table → rows of a person, as they stand, without what is never handed out."""
    found: dict[str, list[dict[str, Any]]] = {}
    for declared in registry:
        if not declared.exported:
            continue
        table = metadata.tables[declared.table]
        shown = [column for column in table.c if column.name not in declared.kept_back]
        rows = await tx.execute(select(*shown).where(_theirs(declared, registry, subject)))
        found.setdefault(declared.table, []).extend(_plain(row) for row in rows.mappings())
    return {table: rows for table, rows in found.items() if rows}


async def erase(tx: Tx, registry: Registry, subject: Subject) -> None:
    """Delete or blank every row of a person, in the order of the registry, and what names them by code."""
    code = await tx.scalar(select(people.c.code).where(people.c.id == subject.person_id))
    if code is not None:
        await forget_mentor(tx, code)
        await forget_naming(tx, code, subject.now)
    for declared in registry:
        table = metadata.tables[declared.table]
        theirs = _theirs(declared, registry, subject)
        if declared.blank is None:
            await tx.execute(delete(table).where(theirs))
        else:
            await tx.execute(update(table).where(theirs).values(dict(declared.blank(subject))))


async def ever_agreed(tx: Tx, person_id: int) -> bool:
    """Tell whether a person has agreed to some version of the text and not withdrawn it."""
    own = and_(consents.c.person_id == person_id, consents.c.withdrawn_at.is_(None))
    return bool(await tx.scalar(select(exists().where(own))))


def _theirs(
    declared: PersonalRows, registry: Iterable[PersonalRows], subject: Subject
) -> ColumnElement[bool]:
    column = metadata.tables[declared.table].c[declared.column]
    if not declared.within:
        return column == (subject.person_id if declared.owner is Owner.PERSON else subject.user_id)
    outer = next(other for other in registry if other.table == declared.within)
    ids = select(metadata.tables[outer.table].c.id).where(_theirs(outer, registry, subject))
    return column.in_(ids)


def _plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(key): value for key, value in row.items()}
