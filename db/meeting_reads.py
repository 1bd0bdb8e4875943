"""Meetings read and written, one at a time or by mentorship."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, insert, select, update

from bot.mentoring.meetings import Meeting, MeetingState
from bot.mentoring.mentorships import Phase
from db.engine import Tx
from db.meetings import meetings
from db.mentoring import mentors
from db.mentorships import mentorships
from db.notices import batches
from db.projects import teams


async def meeting(tx: Tx, meeting_id: int) -> Meeting | None:
    """Return a meeting; whoever changes it holds the lock of its mentorship."""
    row = (await tx.execute(select(meetings).where(meetings.c.id == meeting_id))).one_or_none()
    return None if row is None else _meeting(row)


async def meetings_by_id(tx: Tx, meeting_ids: Collection[int]) -> dict[int, Meeting]:
    """Return meetings; unknown ones are missing."""
    found: dict[int, Meeting] = {}
    for part in batches(sorted(meeting_ids)):
        for row in await tx.execute(select(meetings).where(meetings.c.id.in_(part))):
            found[row.id] = _meeting(row)
    return found


async def meetings_of(tx: Tx, mentorship_ids: Collection[int]) -> dict[int, tuple[Meeting, ...]]:
    """Return by mentorship its meetings without drafts, the earliest first."""
    found: defaultdict[int, list[Meeting]] = defaultdict(list)
    for part in batches(sorted(mentorship_ids)):
        own = and_(meetings.c.mentorship_id.in_(part), meetings.c.state != MeetingState.DRAFT)
        for row in await tx.execute(
            select(meetings).where(own).order_by(meetings.c.starts_at, meetings.c.id)
        ):
            found[row.mentorship_id].append(_meeting(row))
    return {key: tuple(each) for key, each in found.items()}


async def meetings_to_log(
    tx: Tx, person_id: int, stream_ids: Collection[int], now: datetime
) -> list[tuple[int, str]]:
    """Return a mentor's meetings that are over and not logged, id and team; one statement.

    Also those that took place before their mentorship ended.
    """
    chosen = (
        select(meetings.c.id, meetings.c.starts_at, meetings.c.minutes, teams.c.title)
        .join(mentorships, mentorships.c.id == meetings.c.mentorship_id)
        .join(mentors, mentors.c.id == mentorships.c.mentor_id)
        .join(teams, teams.c.id == mentorships.c.team_id)
        .where(
            mentors.c.person_id == person_id,
            mentorships.c.stream_id.in_(sorted(stream_ids)),
            mentorships.c.state.in_((Phase.ACCEPTED, Phase.ENDED)),
            meetings.c.state == MeetingState.PLANNED,
            meetings.c.starts_at < now,
        )
        .order_by(meetings.c.starts_at, meetings.c.id)
    )
    rows = await tx.execute(chosen)
    return [(row.id, row.title) for row in rows if row.starts_at + timedelta(minutes=row.minutes) <= now]


async def add_draft(tx: Tx, author_id: int, **values: Any) -> int:
    """Write a draft in place of the author's earlier one and return its id."""
    drafts = and_(meetings.c.state == MeetingState.DRAFT, meetings.c.arranged_by == author_id)
    await tx.execute(delete(meetings).where(drafts))
    row = {"state": MeetingState.DRAFT, "arranged_by": author_id, **values}
    return int((await tx.execute(insert(meetings).values(**row).returning(meetings.c.id))).scalar_one())


async def change_meeting(tx: Tx, meeting_id: int, **values: Any) -> None:
    """Change columns of a meeting."""
    await tx.execute(update(meetings).where(meetings.c.id == meeting_id).values(**values))


async def delete_draft(tx: Tx, meeting_id: int) -> None:
    """Delete a draft; what is arranged stays."""
    draft = and_(meetings.c.id == meeting_id, meetings.c.state == MeetingState.DRAFT)
    await tx.execute(delete(meetings).where(draft))


async def cancel_ahead(tx: Tx, mentorship_id: int, now: datetime) -> None:
    """Cancel the meetings of a mentorship that have not begun, and forget its drafts."""
    own = meetings.c.mentorship_id == mentorship_id
    await tx.execute(delete(meetings).where(own, meetings.c.state == MeetingState.DRAFT))
    ahead = update(meetings).where(own, meetings.c.state == MeetingState.PLANNED, meetings.c.starts_at > now)
    await tx.execute(ahead.values(state=MeetingState.CANCELLED))


def _meeting(row: Any) -> Meeting:
    return Meeting(
        id=row.id,
        mentorship_id=row.mentorship_id,
        starts_at=row.starts_at,
        zone=row.zone,
        minutes=row.minutes,
        place=row.place,
        link=row.link,
        state=MeetingState(row.state),
        result=row.result,
        author_id=row.arranged_by,
        by_mentor=row.by_mentor,
    )
