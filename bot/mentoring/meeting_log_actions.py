"""After a meeting: whether it took place, its result in two lines. Results are the mentor's own notes.

What took place is written also when the mentorship has ended since.
"""

from bot.mentoring.meeting_actions import replan
from bot.mentoring.meeting_view_actions import MeetingView
from bot.mentoring.meetings import RESULT, MeetingState
from bot.mentoring.mentorships import Side
from bot.mentoring.standing_actions import Standing, either_side
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from db import meeting_reads as rows
from db.engine import Database, Tx
from db.entries import NOTHING, await_entry
from db.mentorship_lives import lock
from db.updates import first_time


async def log(
    db: Database, clock: Clock, planning: Planning, visitor: Visitor, meeting_id: int, held: bool
) -> MeetingView:
    """Write whether a meeting took place; it may be said again otherwise. The mentor's alone."""
    async with db.write() as tx:
        me = await _mentor(tx, clock, visitor, meeting_id)
        now = clock.now()
        if await first_time(tx, visitor.update_id, "log-meeting", now):
            state = MeetingState.HELD if held else MeetingState.MISSED
            said = {} if held else {"result": ""}
            await rows.change_meeting(
                tx, meeting_id, state=state, logged_at=now, logged_by=me.person.id, **said
            )
            await replan(tx, now, planning, me.one.stream.id)
        return await _view(tx, clock, visitor, meeting_id)


async def write_result(
    db: Database, clock: Clock, visitor: Visitor, meeting_id: int, words: str
) -> MeetingView:
    """Write what came of a meeting that took place; refuses what is too long."""
    async with db.write() as tx:
        await _mentor(tx, clock, visitor, meeting_id)
        result = "\n".join(line.strip() for line in words.splitlines() if line.strip())
        if len(result) > RESULT:
            raise Refusal("error-meeting-result-long", most=str(RESULT))
        found = await rows.meeting(tx, meeting_id)
        if found is None or found.state is not MeetingState.HELD:
            raise Refusal("error-meeting-not-held")
        if await first_time(tx, visitor.update_id, "meeting-result", clock.now()):
            await rows.change_meeting(tx, meeting_id, result=result)
            await await_entry(tx, visitor.user_id, visitor.chat_id, NOTHING, clock.now())
        return await _view(tx, clock, visitor, meeting_id)


async def _mentor(tx: Tx, clock: Clock, visitor: Visitor, meeting_id: int) -> Standing:
    """Return the mentor of a meeting that has begun; a sentence for anybody else and any other."""
    found = await rows.meeting(tx, meeting_id)
    if found is not None:
        await lock(tx, found.mentorship_id)
        found = await rows.meeting(tx, meeting_id)
    if found is None or found.state is MeetingState.DRAFT:
        raise OutOfDate("error-meeting-gone")
    me = await either_side(tx, clock, visitor, found.mentorship_id)
    if me.side is not Side.MENTOR:
        raise NotAllowed("error-meeting-mentor-logs")
    if found.state is MeetingState.CANCELLED:
        raise Refusal("error-meeting-cancelled")
    if found.starts_at > clock.now():
        raise Refusal("error-meeting-ahead")
    return me


async def _view(tx: Tx, clock: Clock, visitor: Visitor, meeting_id: int) -> MeetingView:
    """Return the meeting as it is now, with the mentorship read again."""
    found = await rows.meeting(tx, meeting_id)
    if found is None:
        raise OutOfDate("error-meeting-gone")
    return MeetingView(found, await either_side(tx, clock, visitor, found.mentorship_id), clock.now())


async def asked(db: Database, clock: Clock, visitor: Visitor, meeting_id: int) -> MeetingView:
    """Return the meeting whose result is to be written; refuses one that did not take place."""
    async with db.read() as tx:
        await _mentor(tx, clock, visitor, meeting_id)
        view = await _view(tx, clock, visitor, meeting_id)
        if view.meeting.state is not MeetingState.HELD:
            raise Refusal("error-meeting-not-held")
        return view
