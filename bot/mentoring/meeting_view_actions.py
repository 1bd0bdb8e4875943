"""A meeting as its two sides see it, and whether it may still be changed."""

from dataclasses import dataclass
from datetime import datetime

from bot.mentoring.clash_actions import clashes
from bot.mentoring.meetings import Clash, Meeting, MeetingState
from bot.mentoring.mentorships import Life
from bot.mentoring.standing_actions import Standing, either_side, standing
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import NotAllowed, OutOfDate, Refusal
from db import meeting_reads as rows
from db.engine import Database, Tx
from db.mentorship_lives import lock


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting as somebody of its mentorship sees it.

    `at` is another beginning that was named for it and is not in force yet. `clashes` are what else is
    then; of a meeting that is over none are looked for.
    """

    meeting: Meeting
    me: Standing
    now: datetime
    clashes: tuple[Clash, ...] = ()
    at: datetime | None = None

    @property
    def life(self) -> Life:
        """The mentorship it belongs to."""
        return self.me.life


async def meeting(db: Database, clock: Clock, visitor: Visitor, meeting_id: int) -> MeetingView:
    """Return a meeting for one of its two sides; OutOfDate where it is gone."""
    async with db.read() as tx:
        me, found = await met(tx, clock, visitor, meeting_id)
        return await view_of(tx, me, found, clock.now())


async def changing(
    tx: Tx, clock: Clock, visitor: Visitor, meeting_id: int, *, cancelled: bool = False
) -> tuple[Standing, Meeting]:
    """Step: return a meeting that may still be changed, locked; with `cancelled` also a cancelled one."""
    known = await rows.meeting(tx, meeting_id)
    if known is None:
        raise OutOfDate("error-meeting-gone")
    await lock(tx, known.mentorship_id)
    me = await standing(tx, clock, visitor, known.mentorship_id)
    found = await own_meeting(tx, me, meeting_id)
    if not (cancelled and found.state is MeetingState.CANCELLED):
        require_open(found, clock)
    return me, found


async def met(tx: Tx, clock: Clock, visitor: Visitor, meeting_id: int) -> tuple[Standing, Meeting]:
    """Step: return a meeting for one of its two sides, with who asks; OutOfDate where it is gone."""
    found = await rows.meeting(tx, meeting_id)
    if found is None:
        raise OutOfDate("error-meeting-gone")
    me = await either_side(tx, clock, visitor, found.mentorship_id)
    return me, await own_meeting(tx, me, meeting_id)


async def own_meeting(tx: Tx, me: Standing, meeting_id: int) -> Meeting:
    """Step: return a meeting of the mentorship; another's draft is nobody else's business."""
    found = await rows.meeting(tx, meeting_id)
    if found is None:
        raise OutOfDate("error-meeting-gone")
    foreign = found.state is MeetingState.DRAFT and found.author_id != me.person.id
    if found.mentorship_id != me.one.id or foreign:
        raise NotAllowed("error-mentorship-not-yours")
    return found


def require_open(found: Meeting, clock: Clock) -> None:
    """Refuse a meeting that was cancelled or is over."""
    if found.state is MeetingState.CANCELLED:
        raise Refusal("error-meeting-cancelled")
    if not found.open(clock.now()):
        raise Refusal("error-meeting-over")


async def view_of(
    tx: Tx, me: Standing, found: Meeting, now: datetime, at: datetime | None = None
) -> MeetingView:
    """Step: look for what else is then; `at` is another beginning that is only looked at."""
    beside = await clashes(tx, me, found, now, at) if found.open(now) else ()
    return MeetingView(found, me, now, beside, at)
