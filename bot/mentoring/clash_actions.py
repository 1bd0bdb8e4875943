"""What either side of a mentorship has at the time of a meeting (steps)."""

from datetime import datetime, timedelta

from bot.mentoring.meetings import Clash, Meeting, MeetingState, overlapping
from bot.mentoring.mentorships import Side
from bot.mentoring.standing_actions import Standing
from bot.schedule.own import is_own
from db.coming_events import events_between
from db.engine import Tx
from db.members import listeners
from db.mentorship_lives import lives_of_mentor

LONGEST_EVENT = timedelta(days=1)


async def clashes(
    tx: Tx, me: Standing, found: Meeting, now: datetime, at: datetime | None
) -> tuple[Clash, ...]:
    """Step: return what either side has then: events of the own programme, the mentor's other meetings."""
    starts_at = at or found.starts_at
    ends_at = starts_at + timedelta(minutes=found.minutes)
    stream_id = me.one.stream.id
    events = overlapping(
        starts_at, ends_at, await events_between(tx, stream_id, starts_at - LONGEST_EVENT, ends_at)
    )
    sides = {side: {person.id for person in me.one.people(side)} for side in Side}
    people = await listeners(tx, stream_id, now.date(), {one for ids in sides.values() for one in ids})
    found_clashes = []
    for event in events:
        meant = {one.person_id for one in people if is_own(event, one.belonging)}
        own = me.person.id in meant
        if own or meant & sides[me.side.other]:
            found_clashes.append(Clash(own, event))
    for life in await lives_of_mentor(tx, me.one.mentor.id, [stream_id], now.date()):
        for other in life.meetings:
            same_time = other.starts_at < ends_at and other.ends_at > starts_at
            if other.state is MeetingState.PLANNED and other.id != found.id and same_time:
                named = life.one.team if me.side is Side.MENTOR else ""
                found_clashes.append(Clash(me.side is Side.MENTOR, None, named))
    return tuple(found_clashes)
