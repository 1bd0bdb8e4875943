"""The order at defences, and what was told of it."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select, update

from bot.notices.model import State
from bot.projects.defence import DEFENCE_SLOT, ToldSlot
from bot.projects.model import Project
from bot.projects.notices import project_number
from db.engine import Tx
from db.notices import notices
from db.project_facts import PROJECT_COLUMNS, PROJECTS, project_of
from db.projects import projects

WAITING = (State.QUEUED, State.HELD)

_DEFENDED = select(*PROJECT_COLUMNS).select_from(PROJECTS).order_by(projects.c.code, projects.c.id)


async def defended_in(tx: Tx, stream_id: int) -> list[Project]:
    """Return the projects of a stream that have a defence."""
    own = (projects.c.stream_id == stream_id, projects.c.defence_id.is_not(None))
    return [project_of(row) for row in await tx.execute(_DEFENDED.where(*own))]


async def defended_at(tx: Tx, event_id: int) -> list[Project]:
    """Return the projects that are defended at an event."""
    rows = await tx.execute(_DEFENDED.where(projects.c.defence_id == event_id))
    return [project_of(row) for row in rows]


async def put_in_order(tx: Tx, project_ids: Sequence[int]) -> None:
    """Write the order in which projects speak."""
    for place, project_id in enumerate(project_ids, start=1):
        own = update(projects).where(projects.c.id == project_id)
        await tx.execute(own.values(defence_order=place))


async def told_slots(tx: Tx, stream_id: int) -> Mapping[tuple[int, int], list[ToldSlot]]:
    """Return (project, person) → what was planned to be told of slots, in the order of planning."""
    chosen = select(
        notices.c.key,
        notices.c.subject,
        notices.c.person_id,
        notices.c.params,
        notices.c.wanted_at,
        notices.c.stale_after,
        notices.c.zone,
        notices.c.state,
    ).where(notices.c.kind == DEFENCE_SLOT.name, notices.c.stream_id == stream_id)
    found: defaultdict[tuple[int, int], list[ToldSlot]] = defaultdict(list)
    for row in await tx.execute(chosen.order_by(notices.c.id)):
        told = ToldSlot(
            key=row.key,
            mark=str(json.loads(row.params).get("slot", "")) if row.params else "",
            wanted_at=row.wanted_at,
            stale_after=row.stale_after,
            zone=row.zone,
            sent=row.state not in (*WAITING, State.CANCELLED),
            waits=row.state in WAITING,
        )
        found[project_number(row.subject) or 0, row.person_id].append(told)
    return found
