"""Table of mentorships: a team and a mentor, from the proposal to the end."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    func,
    insert,
    select,
    text,
    update,
)

from bot.mentoring.drafts import fit_read
from bot.mentoring.mentorships import Phase
from bot.mentoring.proposals import Proposal
from db.engine import Tx
from db.mentoring import mentors
from db.people import people, person_of
from db.programme import programmes, stream_columns, stream_of, streams
from db.projects import teams
from db.types import UTCDateTime, metadata

_OPEN = text("state IN ('proposed', 'accepted')")

mentorships = Table(
    "mentorships",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stream_id", ForeignKey("streams.id"), nullable=False, index=True),
    Column("team_id", ForeignKey("teams.id"), nullable=False),
    Column("mentor_id", ForeignKey("mentors.id"), nullable=False, index=True),
    Column("matching_id", ForeignKey("matchings.id", ondelete="SET NULL")),
    Column("state", String(10), nullable=False),
    Column("score", Integer, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("proposed_at", UTCDateTime, nullable=False),
    Column("answered_at", UTCDateTime),
    Column("ended_at", UTCDateTime),
    Column("ended_by", ForeignKey("people.id", ondelete="SET NULL")),
    Column("reason", Text, nullable=False, default=""),
    Index("ix_mentorships_team_id", "team_id"),
    Index("uq_mentorships_open", "team_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
)
"""States: proposed → accepted → ended; or declined by the mentor, withdrawn by the organizers.

A team has one at most that is proposed or accepted. `ended_at` and `ended_by` tell when and who declined,
withdrew or ended it, `reason` what they said. A change of mentor is a new row.
"""

_PROPOSALS = (
    select(
        mentorships.c.id.label("mentorship_id"),
        mentorships.c.state,
        mentorships.c.reasons,
        mentorships.c.reason.label("said"),
        mentorships.c.proposed_at,
        mentorships.c.answered_at,
        mentorships.c.ended_at,
        mentors.c.capacity,
        mentors.c.id.label("mentor_row"),
        teams.c.id.label("team_id"),
        teams.c.code.label("team_code"),
        teams.c.title.label("team_title"),
        *people.c,
        *stream_columns,
    )
    .select_from(mentorships)
    .join(mentors, mentors.c.id == mentorships.c.mentor_id)
    .join(people, people.c.id == mentors.c.person_id)
    .join(teams, teams.c.id == mentorships.c.team_id)
    .join(streams, streams.c.id == mentorships.c.stream_id)
    .join(programmes, programmes.c.id == streams.c.programme_id)
    .order_by(mentorships.c.proposed_at, mentorships.c.id)
)


async def proposal(tx: Tx, mentorship_id: int) -> Proposal | None:
    """Return a mentorship as a proposal, whatever became of it."""
    found = await _proposals(tx, mentorships.c.id == mentorship_id)
    return found[0] if found else None


async def proposals_by_id(tx: Tx, mentorship_ids: Sequence[int]) -> dict[int, Proposal]:
    """Return mentorships as proposals; unknown ones are missing."""
    return {one.id: one for one in await _proposals(tx, mentorships.c.id.in_(mentorship_ids))}


async def proposals_to(tx: Tx, person_id: int) -> list[Proposal]:
    """Return what waits for a mentor's answer, the oldest first."""
    return await _proposals(tx, people.c.id == person_id, mentorships.c.state == Phase.PROPOSED)


async def proposals_in(tx: Tx, stream_id: int, *phases: Phase) -> list[Proposal]:
    """Return the mentorships of a stream in some phases, the oldest first."""
    return await _proposals(tx, mentorships.c.stream_id == stream_id, mentorships.c.state.in_(phases))


async def waiting_in(tx: Tx, stream_ids: Collection[int]) -> dict[int, list[datetime]]:
    """Return by stream the moments of the proposals that wait."""
    waits: dict[int, list[datetime]] = {}
    chosen = select(mentorships.c.stream_id, mentorships.c.proposed_at).where(
        mentorships.c.stream_id.in_(stream_ids), mentorships.c.state == Phase.PROPOSED
    )
    for stream_id, at in await tx.execute(chosen.order_by(mentorships.c.stream_id)):
        waits.setdefault(stream_id, []).append(at)
    return waits


async def accepted_by(tx: Tx, mentor_id: int) -> int:
    """Count the teams a mentor has accepted."""
    own = (mentorships.c.mentor_id == mentor_id, mentorships.c.state == Phase.ACCEPTED)
    return int(await tx.scalar(select(func.count()).select_from(mentorships).where(*own)) or 0)


async def propose(tx: Tx, rows: Sequence[dict[str, Any]], matching_id: int, now: datetime) -> None:
    """Write proposals: of each, `stream_id`, `team_id`, `mentor_id`, `score` and `reasons`."""
    alike = {"matching_id": matching_id, "state": Phase.PROPOSED, "proposed_at": now}
    for start in range(0, len(rows), 250):
        await tx.execute(insert(mentorships), [one | alike for one in rows[start : start + 250]])


async def accept(tx: Tx, mentorship_id: int, now: datetime) -> None:
    """Write that the mentor has accepted."""
    own = update(mentorships).where(mentorships.c.id == mentorship_id, mentorships.c.state == Phase.PROPOSED)
    await tx.execute(own.values(state=Phase.ACCEPTED, answered_at=now))


async def close(
    tx: Tx, mentorship_id: int, phase: Phase, by: int | None, now: datetime, reason: str = ""
) -> None:
    """Write that a mentorship is no more: declined, withdrawn or ended, by whom and why."""
    values: dict[str, Any] = {"state": phase, "ended_at": now, "ended_by": by, "reason": reason}
    if phase is Phase.DECLINED:
        values["answered_at"] = now
    await tx.execute(update(mentorships).where(mentorships.c.id == mentorship_id).values(values))


async def _proposals(tx: Tx, *conditions: ColumnElement[bool]) -> list[Proposal]:
    rows = await tx.execute(_PROPOSALS.where(*conditions))
    return [
        Proposal(
            id=row.mentorship_id,
            stream=stream_of(row),
            team_id=row.team_id,
            team_code=row.team_code,
            team=row.team_title,
            mentor=person_of(row),
            mentor_id=row.mentor_row,
            capacity=row.capacity,
            phase=Phase(row.state),
            fit=fit_read(row.reasons),
            proposed_at=row.proposed_at,
            answered_at=row.answered_at,
            ended_at=row.ended_at,
            reason=row.said,
        )
        for row in rows
    ]
