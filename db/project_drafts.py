"""Reports half written: they outlive a restart and whatever else is typed in between."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    String,
    Table,
    Text,
    and_,
    delete,
    insert,
    select,
    update,
)

from bot.projects.drafts import Draft
from bot.projects.model import Light
from db.engine import Tx
from db.types import UTCDateTime, metadata

report_drafts = Table(
    "report_drafts",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("project_id", ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True),
    Column("light", String(6), nullable=False),
    Column("done", Text, nullable=False),
    Column("hinders", Text),
    Column("kept", Boolean, nullable=False),
    Column("milestone_id", ForeignKey("milestones.id", ondelete="SET NULL")),
    Column("next_words", Text, nullable=False),
    Column("corrects_id", ForeignKey("project_reports.id", ondelete="CASCADE")),
    Column("seen_id", ForeignKey("project_reports.id", ondelete="SET NULL")),
    Column("begun_at", UTCDateTime, nullable=False),
    Column("changed_at", UTCDateTime, nullable=False, index=True),
)
"""`hinders` is null until answered, empty for «ничего»; with `kept` what hindered before goes on hindering.
`seen_id` is the report that was current when this one was begun."""


async def draft_of(tx: Tx, user_id: int, project_id: int) -> Draft | None:
    """Return what an account has half written about a project."""
    row = (await tx.execute(select(report_drafts).where(_own(user_id, project_id)))).one_or_none()
    return None if row is None else _draft(row)


async def keep_draft(tx: Tx, user_id: int, project_id: int, draft: Draft, now: datetime) -> None:
    """Write what is half written, in place of what was."""
    values = {
        "light": draft.light.value if draft.light else "",
        "done": draft.done,
        "hinders": draft.hinders,
        "kept": draft.kept,
        "milestone_id": draft.milestone_id,
        "next_words": draft.next_words,
        "corrects_id": draft.corrects_id,
        "seen_id": draft.seen_id,
        "changed_at": now,
    }
    changed = await tx.execute(update(report_drafts).where(_own(user_id, project_id)).values(**values))
    if not changed.rowcount:
        row = {"user_id": user_id, "project_id": project_id, "begun_at": draft.begun_at, **values}
        await tx.execute(insert(report_drafts).values(**row))


async def drop_draft(tx: Tx, user_id: int, project_id: int) -> bool:
    """Delete what is half written; False where nothing was."""
    return bool((await tx.execute(delete(report_drafts).where(_own(user_id, project_id)))).rowcount)


async def forget_drafts(tx: Tx, before: datetime) -> None:
    """Delete what nobody has gone on with since a moment."""
    await tx.execute(delete(report_drafts).where(report_drafts.c.changed_at < before))


def _own(user_id: int, project_id: int) -> ColumnElement[bool]:
    return and_(report_drafts.c.user_id == user_id, report_drafts.c.project_id == project_id)


def _draft(row: Any) -> Draft:
    return Draft(
        begun_at=row.begun_at,
        light=Light(row.light) if row.light else None,
        done=row.done,
        hinders=row.hinders,
        kept=row.kept,
        milestone_id=row.milestone_id,
        next_words=row.next_words,
        corrects_id=row.corrects_id,
        seen_id=row.seen_id,
    )
