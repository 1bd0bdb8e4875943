"""Arranging a meeting: choose a time, look at the draft, arrange, change, move, cancel."""

from datetime import datetime
from typing import Any

from bot.mentoring import meeting_notices as notices
from bot.mentoring.meeting_notices import What
from bot.mentoring.meeting_view_actions import MeetingView, changing, met, own_meeting, require_open, view_of
from bot.mentoring.meetings import (
    FARTHEST,
    LONGEST_MINUTES,
    USUAL_MINUTES,
    Meeting,
    MeetingState,
    place_and_link,
)
from bot.mentoring.mentorships import Side
from bot.mentoring.standing_actions import Standing, require_mentor, standing
from bot.notices.model import Scope
from bot.notices.planning import Planning
from bot.people.assistant_actions import record
from bot.people.assistants import Deed
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import Refusal
from db import meeting_news
from db import meeting_reads as rows
from db.engine import Database, Tx
from db.entries import NOTHING, await_entry
from db.updates import first_time


async def choosing(
    db: Database, clock: Clock, visitor: Visitor, mentorship_id: int, meeting_id: int = 0
) -> Standing:
    """Return who is to choose a time, for a new meeting or for one that is arranged."""
    async with db.read() as tx:
        me = await standing(tx, clock, visitor, mentorship_id)
        require_mentor(me)
        if meeting_id:
            require_open(await own_meeting(tx, me, meeting_id), clock)
        return me


async def draft(
    db: Database,
    clock: Clock,
    visitor: Visitor,
    mentorship_id: int,
    at: datetime,
    zone: str,
    minutes: int | None = None,
    words: str = "",
) -> MeetingView:
    """Begin a meeting that nobody else sees yet; it takes the place of the visitor's earlier draft."""
    async with db.write() as tx:
        me, now = await standing(tx, clock, visitor, mentorship_id), clock.now()
        require_mentor(me)
        place, link = place_and_link(words)
        meeting_id = await rows.add_draft(
            tx,
            me.person.id,
            mentorship_id=mentorship_id,
            starts_at=_possible(at, now),
            zone=zone,
            minutes=_length(minutes or USUAL_MINUTES),
            place=place,
            link=link,
            arranged_at=now,
            by_mentor=me.side is Side.MENTOR,
        )
        return await view_of(tx, me, await own_meeting(tx, me, meeting_id), now)


async def arrange(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, meeting_id: int
) -> MeetingView:
    """Make a draft a meeting: the others are told and both sides reminded. A second tap changes nothing."""
    async with db.write() as tx:
        me, found = await changing(tx, clock, visitor, meeting_id)
        if found.state is MeetingState.DRAFT:
            _possible(found.starts_at, clock.now())
            await rows.change_meeting(tx, found.id, state=MeetingState.PLANNED, arranged_at=clock.now())
            found = await _tell(tx, clock, planning, me, found.id, What.ARRANGED)
        return await view_of(tx, me, found, clock.now())


async def set_length(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, meeting_id: int, minutes: int
) -> MeetingView:
    """Set how long it is; of a meeting that is arranged the others are told."""
    return await _change(db, clock, planning, visitor, meeting_id, minutes=_length(minutes))


async def set_place(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, meeting_id: int, words: str
) -> MeetingView:
    """Set where it is, a place or a link; of a meeting that is arranged the others are told."""
    place, link = place_and_link(words)
    return await _change(db, clock, planning, visitor, meeting_id, place=place, link=link)


async def looked_at(
    db: Database, clock: Clock, visitor: Visitor, meeting_id: int, at: datetime
) -> MeetingView:
    """Return a meeting with another beginning that is only looked at."""
    async with db.read() as tx:
        me, found = await met(tx, clock, visitor, meeting_id)
        require_open(found, clock)
        return await view_of(tx, me, found, clock.now(), _possible(at, clock.now()))


async def move(
    db: Database,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    meeting_id: int,
    at: datetime,
    zone: str = "",
) -> MeetingView:
    """Move a meeting; its reminders move with it, the others are told from when to when."""
    async with db.write() as tx:
        me, found = await changing(tx, clock, visitor, meeting_id)
        was, at = found.starts_at, _possible(at, clock.now())
        if at != was:
            await rows.change_meeting(tx, found.id, starts_at=at, zone=zone or me.zone)
            found = await _tell(tx, clock, planning, me, found.id, What.MOVED, was)
        return await view_of(tx, me, found, clock.now())


async def cancel(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, meeting_id: int
) -> MeetingView:
    """Cancel a meeting and tell the others; a draft is forgotten."""
    async with db.write() as tx:
        me, found = await changing(tx, clock, visitor, meeting_id, cancelled=True)
        view = await view_of(tx, me, found, clock.now())
        if found.state is MeetingState.DRAFT:
            await rows.delete_draft(tx, found.id)
        elif found.state is MeetingState.PLANNED:
            await rows.change_meeting(tx, found.id, state=MeetingState.CANCELLED)
            found = await _tell(tx, clock, planning, me, found.id, What.CANCELLED)
            view = MeetingView(found, me, clock.now())
        return view


async def replan(tx: Tx, now: datetime, planning: Planning, stream_id: int) -> None:
    """Step: plan again what is sent before and after the meetings of a stream."""
    await planning.replan(tx, now, Scope(stream_id), notices.PLANNED_KINDS)


async def _change(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, meeting_id: int, **values: Any
) -> MeetingView:
    async with db.write() as tx:
        me, found = await changing(tx, clock, visitor, meeting_id)
        same = all(getattr(found, name) == value for name, value in values.items())
        if not same and await first_time(tx, visitor.update_id, "change-meeting", clock.now()):
            await rows.change_meeting(tx, found.id, **values)
            await _forget_entry(tx, clock, me)
            if found.state is MeetingState.PLANNED:
                await _tell(tx, clock, planning, me, found.id, What.CHANGED)
        return await view_of(tx, me, await own_meeting(tx, me, meeting_id), clock.now())


async def _tell(
    tx: Tx,
    clock: Clock,
    planning: Planning,
    me: Standing,
    meeting_id: int,
    what: What,
    was: datetime | None = None,
) -> Meeting:
    """Write what the others are told and plan the reminders again; return the meeting as it is now."""
    now = clock.now()
    found = await own_meeting(tx, me, meeting_id)
    waiting = await meeting_news.untold(tx, me.one.stream.id, meeting_id)
    told = notices.news(me.one, found, what, frozenset({me.person.id}), waiting, now, was)
    await meeting_news.take_back(tx, [one.notice_id for one in waiting], now)
    await planning.put(tx, now, told)
    await replan(tx, now, planning, me.one.stream.id)
    await record(tx, clock, me.visitor, Deed.MET, meeting_id, meeting_id)
    await _forget_entry(tx, clock, me)
    return found


async def _forget_entry(tx: Tx, clock: Clock, me: Standing) -> None:
    await await_entry(tx, me.visitor.user_id, me.visitor.chat_id, NOTHING, clock.now())


def _possible(at: datetime, now: datetime) -> datetime:
    if at <= now:
        raise Refusal("error-meeting-past")
    if at > now + FARTHEST:
        raise Refusal("error-meeting-far")
    return at


def _length(minutes: int) -> int:
    if not 0 < minutes <= LONGEST_MINUTES:
        raise Refusal("error-meeting-long")
    return minutes
