"""Meetings read and written, one at a time or by mentorship."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, insert, select, update

from bot.mentoring.meetings import Meeting, MeetingState
from db.engine import Tx
from db.meetings import meetings
from db.mentorships import mentorships
from db.notices import batches


async def meeting(tx: Tx, meeting_id: int, *, lock: bool = False) -> Meeting | None:
    """Return a meeting; with `lock` nobody else changes it until the transaction ends."""
    chosen = select(meetings).where(meetings.c.id == meeting_id)
    row = (await tx.execute(chosen.with_for_update() if lock else chosen)).one_or_none()
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


async def planned_between(tx: Tx, stream_id: int, since: datetime, until: datetime) -> list[Meeting]:
    """Return the arranged meetings of a stream's mentorships that begin within a time."""
    chosen = (
        select(meetings)
        .join(mentorships, mentorships.c.id == meetings.c.mentorship_id)
        .where(
            mentorships.c.stream_id == stream_id,
            meetings.c.state == MeetingState.PLANNED,
            meetings.c.starts_at.between(since, until),
        )
    )
    return [_meeting(row) for row in await tx.execute(chosen.order_by(meetings.c.starts_at, meetings.c.id))]


async def streams_meeting(tx: Tx) -> list[int]:
    """Return the streams in which some meeting is arranged."""
    chosen = select(mentorships.c.stream_id).join(meetings, meetings.c.mentorship_id == mentorships.c.id)
    planned = chosen.where(meetings.c.state == MeetingState.PLANNED).distinct()
    return list((await tx.execute(planned.order_by(mentorships.c.stream_id))).scalars())


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


async def cancel_planned(tx: Tx, mentorship_id: int) -> None:
    """Cancel what is arranged in a mentorship, and forget its drafts."""
    own = meetings.c.mentorship_id == mentorship_id
    await tx.execute(delete(meetings).where(own, meetings.c.state == MeetingState.DRAFT))
    planned = update(meetings).where(own, meetings.c.state == MeetingState.PLANNED)
    await tx.execute(planned.values(state=MeetingState.CANCELLED))


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
        next_on=row.next_on,
        author_id=row.arranged_by,
        by_mentor=row.by_mentor,
    )
