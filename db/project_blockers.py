"""What hinders projects, with the helper who was named, until it is closed."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, Select, Table, Text, insert, select, update

from bot.people.model import joined_name
from bot.projects.model import Blocker
from db.engine import Tx
from db.notices import batches
from db.people import name_columns, people
from db.types import UTCDateTime, metadata

project_blockers = Table(
    "project_blockers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("project_id", ForeignKey("projects.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("report_id", ForeignKey("project_reports.id", ondelete="SET NULL"), index=True),
    Column("words", Text, nullable=False),
    Column("opened_by", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("opened_at", UTCDateTime, nullable=False),
    Column("helper_id", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("asked_from", UTCDateTime, nullable=False),
    Column("closed_by", ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("closed_at", UTCDateTime),
)
"""`report_id` is the first of the chain of reports that told of it; `asked_from` is when somebody last said
that it still hinders, or a helper was named: the next question is counted from it."""

_opener, _helper = people.alias("opener"), people.alias("helper")
BLOCKERS: Select[Any] = (
    select(
        project_blockers,
        *name_columns(_opener, "opener"),
        *name_columns(_helper, "helper"),
    )
    .outerjoin(_opener, _opener.c.id == project_blockers.c.opened_by)
    .outerjoin(_helper, _helper.c.id == project_blockers.c.helper_id)
    .order_by(project_blockers.c.opened_at, project_blockers.c.id)
)
"""What hinders, the oldest first, with the names of who told of it and of the helper."""


async def blocker(tx: Tx, blocker_id: int) -> Blocker | None:
    """Return what hinders, closed or not; None where there is none (any more)."""
    row = (await tx.execute(BLOCKERS.where(project_blockers.c.id == blocker_id))).one_or_none()
    return None if row is None else blocker_of(row)


async def open_blockers(tx: Tx, project_ids: Collection[int]) -> dict[int, tuple[Blocker, ...]]:
    """Return project → what hinders it and is not closed, the oldest first."""
    found: defaultdict[int, list[Blocker]] = defaultdict(list)
    for part in batches(sorted(set(project_ids))):
        chosen = BLOCKERS.where(
            project_blockers.c.project_id.in_(part), project_blockers.c.closed_at.is_(None)
        )
        for row in await tx.execute(chosen):
            found[row.project_id].append(blocker_of(row))
    return {key: tuple(values) for key, values in found.items()}


async def blocker_of_report(tx: Tx, root_id: int) -> Blocker | None:
    """Return what a report told of, by the first report of its chain, while it is not closed."""
    own = BLOCKERS.where(project_blockers.c.report_id == root_id, project_blockers.c.closed_at.is_(None))
    row = (await tx.execute(own.limit(1))).one_or_none()
    return None if row is None else blocker_of(row)


async def open_blocker(
    tx: Tx, project_id: int, report_id: int, words: str, person_id: int, now: datetime
) -> int:
    """Write what hinders a project and return its id."""
    values = {
        "project_id": project_id,
        "report_id": report_id,
        "words": words,
        "opened_by": person_id,
        "opened_at": now,
        "asked_from": now,
    }
    added = insert(project_blockers).values(**values).returning(project_blockers.c.id)
    return int((await tx.execute(added)).scalar_one())


async def change_blocker(tx: Tx, blocker_id: int, **values: object) -> None:
    """Change columns of what hinders: its words, its helper, from when it is asked about."""
    own = update(project_blockers).where(project_blockers.c.id == blocker_id)
    await tx.execute(own.values(**values))


async def close_blocker(tx: Tx, blocker_id: int, person_id: int | None, now: datetime) -> bool:
    """Close it; False where it was closed already."""
    own = update(project_blockers).where(
        project_blockers.c.id == blocker_id, project_blockers.c.closed_at.is_(None)
    )
    return bool((await tx.execute(own.values(closed_by=person_id, closed_at=now))).rowcount)


def blocker_of(row: Any) -> Blocker:
    """Make the value of a row of `BLOCKERS`."""
    return Blocker(
        id=row.id,
        project_id=row.project_id,
        words=row.words,
        opened_by=row.opened_by,
        opener=joined_name(row.opener_surname, row.opener_name, row.opener_patronymic),
        opened_at=row.opened_at,
        helper_id=row.helper_id,
        helper=joined_name(row.helper_surname, row.helper_name, row.helper_patronymic),
        asked_from=row.asked_from,
        closed_at=row.closed_at,
    )
