"""Until when a member, or a whole team, is not asked for a report."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Column, ForeignKey, Integer, String, Table, and_, delete, insert, or_, select

from bot.projects.prompts import Pause, PauseKind
from db.engine import Tx
from db.notices import batches
from db.types import UTCDateTime, metadata

report_pauses = Table(
    "report_pauses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("team_id", ForeignKey("teams.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), index=True),
    Column("kind", String(6), nullable=False),
    Column("until", UTCDateTime, nullable=False),
    Column("since", UTCDateTime, nullable=False),
    Column("set_by", ForeignKey("people.id", ondelete="SET NULL"), index=True),
)
"""`kind` is «snooze» or «leave»; without a person the whole team is on leave."""


async def pauses_of(
    tx: Tx, team_ids: Collection[int], now: datetime, snoozed_since: datetime | None = None
) -> list[Pause]:
    """Return the pauses of teams and their members that are not over.

    With `snoozed_since` also the snoozes that ended after that moment.
    """
    snoozed = and_(
        report_pauses.c.kind == PauseKind.SNOOZE.value, report_pauses.c.until > (snoozed_since or now)
    )
    running = or_(report_pauses.c.until > now, snoozed)
    found: list[Pause] = []
    for part in batches(sorted(set(team_ids))):
        own = select(report_pauses).where(report_pauses.c.team_id.in_(part), running)
        rows = await tx.execute(own.order_by(report_pauses.c.id))
        found += [Pause(row.team_id, row.person_id, PauseKind(row.kind), row.until) for row in rows]
    return found


async def save_pause(tx: Tx, pause: Pause, set_by: int | None, now: datetime) -> None:
    """Write until when nobody is asked, in place of what was set for the same people."""
    await end_pauses(tx, pause.team_id, pause.person_id)
    values = {
        "team_id": pause.team_id,
        "person_id": pause.person_id,
        "kind": pause.kind.value,
        "until": pause.until,
        "since": now,
        "set_by": set_by,
    }
    await tx.execute(insert(report_pauses).values(**values))


async def end_pauses(tx: Tx, team_id: int, person_id: int | None) -> bool:
    """End the pauses of a member, or with None of the whole team; False where there were none."""
    whose = (
        report_pauses.c.person_id.is_(None) if person_id is None else report_pauses.c.person_id == person_id
    )
    gone = await tx.execute(delete(report_pauses).where(report_pauses.c.team_id == team_id, whose))
    return bool(gone.rowcount)
