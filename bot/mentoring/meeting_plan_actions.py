"""Planning what is sent before and after meetings, and what a notice about one is made of when it is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.mentoring.meeting_notices import MEETING_NEWS, PLANNED_KINDS, What, meeting_number, wanted_of
from bot.mentoring.meeting_settings import MEETING_LEADS
from bot.mentoring.meetings import Meeting, MeetingState
from bot.mentoring.mentorships import Mentorship, Side
from bot.notices.model import Notice, Planner, Scope, Wanted
from bot.schedule.settings import PLAN_HOUR
from db.engine import Tx
from db.meeting_reads import meetings_by_id
from db.mentorship_lives import lives_by_id, lives_of_stream
from db.settings import settings_of_stream


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A meeting for one reader: on which side they stand, and by whose clock they live.

    `what` is what is told, where it is news; `was` from when a meeting was moved.
    """

    meeting: Meeting
    one: Mentorship
    side: Side
    zone: str
    what: What | None = None
    was: datetime | None = None


async def _wanted(tx: Tx, now: datetime, scope: Scope) -> list[Wanted]:
    """Return what the meetings of a stream ask for."""
    lives = await lives_of_stream(tx, scope.stream_id, now.date(), ended=False)
    if not any(life.meetings for life in lives):
        return []
    settings = await settings_of_stream(tx, scope.stream_id)
    wanted = wanted_of(lives, settings.value(MEETING_LEADS), settings.value(PLAN_HOUR), now)
    return [one for one in wanted if scope.people is None or one.person_id in scope.people]


PLANNER = Planner(PLANNED_KINDS, _wanted, cancelled="not-needed", by_events=False)


async def told(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Mapping[int, MeetingFacts]:
    """Return, by notice id, the meeting as it is now; missing are those of which nothing is to be told."""
    found = await meetings_by_id(tx, {meeting_number(one.subject) for one in notices})
    lives = await lives_by_id(tx, {one.mentorship_id for one in found.values()}, now.date())
    facts = {}
    for notice in notices:
        meeting = found.get(meeting_number(notice.subject))
        life = lives.get(meeting.mentorship_id) if meeting else None
        if meeting is None or life is None or not life.one.runs or not _still(notice, meeting):
            continue
        side = _side(life.one, notice.person_id)
        if side is not None:
            what = What(notice.params["what"]) if notice.kind == MEETING_NEWS.name else None
            was = notice.params.get("was")
            moved = datetime.fromisoformat(was) if was else None
            facts[notice.id] = MeetingFacts(meeting, life.one, side, notice.zone, what, moved)
    return facts


def _still(notice: Notice, meeting: Meeting) -> bool:
    """Tell whether the occasion is what it was when it was planned."""
    if notice.kind == MEETING_NEWS.name:
        cancelled = notice.params["what"] == What.CANCELLED
        return meeting.state is (MeetingState.CANCELLED if cancelled else MeetingState.PLANNED)
    if meeting.state is not MeetingState.PLANNED:
        return False
    return notice.happens_at is None or notice.happens_at == meeting.starts_at


def _side(one: Mentorship, person_id: int | None) -> Side | None:
    sides = (side for side in Side if person_id in {person.id for person in one.people(side)})
    return next(sides, None)
