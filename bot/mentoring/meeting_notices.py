"""What is sent about meetings: that one was arranged or changed, before it, and after it (pure)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from bot.mentoring.meetings import Meeting, MeetingState
from bot.mentoring.mentorships import Life, Mentorship, Side
from bot.notices.keys import instant, minute
from bot.notices.model import NoticeKind, Wanted
from bot.people.model import Person
from bot.programme.lead_times import Lead, Leads
from bot.shared.zones import MOSCOW, day_in, zone_named

MEETING_NEWS = NoticeKind("meeting-news", bundled=False)
"""Never muted: somebody counts on the other. A message of its own, for its buttons."""
MEETING_REMINDER = NoticeKind("meeting-reminder", mute_group="reminders")
MEETING_LOG = NoticeKind("meeting-log", bundled=False)

KINDS = (MEETING_NEWS, MEETING_REMINDER, MEETING_LOG)
PLANNED_KINDS = frozenset({MEETING_REMINDER.name, MEETING_LOG.name})
"""The kinds the planner asks for; news is told by the act itself."""

SUBJECT = "meeting:"

ASKED_AFTER = timedelta(minutes=10)
"""After the end of a meeting: the mentor is asked whether it took place."""

ASKED_FOR = timedelta(days=14)
"""How long that may be asked late; it stands in «Что ждёт меня» without end."""

NEWS_OF_USE = timedelta(hours=12)


class What(StrEnum):
    """What became of a meeting that the other side is told."""

    ARRANGED = "arranged"
    MOVED = "moved"
    CHANGED = "changed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Untold:
    """News of a meeting that waits to be sent to somebody: what it tells, and the time it tells it from."""

    notice_id: int
    person_id: int
    what: What
    was: str


def subject(meeting_id: int) -> str:
    """Return under which subject notices about a meeting are planned."""
    return f"{SUBJECT}{meeting_id}"


def meeting_number(named: str) -> int:
    """Return the number of the meeting a subject names, 0 for something else."""
    return int(named.removeprefix(SUBJECT)) if named.startswith(SUBJECT) else 0


def wanted_of(lives: Iterable[Life], leads: Leads, plan_hour: int, now: datetime) -> Iterator[Wanted]:
    """Yield the reminders and the question afterwards of every arranged meeting."""
    for life in lives:
        if not life.one.runs:
            continue
        for meeting in life.meetings:
            if meeting.state is MeetingState.PLANNED and meeting.ends_at > now - ASKED_FOR:
                yield from _reminders(life.one, meeting, leads, plan_hour)
                yield _question(life.one, meeting)


def news(
    one: Mentorship,
    meeting: Meeting,
    what: What,
    tellers: frozenset[int],
    untold: Sequence[Untold],
    now: datetime,
    was: datetime | None = None,
) -> list[Wanted]:
    """Return what everybody but whoever did it is told.

    What somebody has not been told yet is told together with it: who has heard of no meeting hears of its
    place of now, and nothing of one that was cancelled meanwhile.
    """
    before = {waits.person_id: waits for waits in untold}
    found = []
    for side in Side:
        for person in one.people(side):
            if person.id in tellers:
                continue
            waits = before.get(person.id)
            told = _together(what, was, waits)
            if told is not None:
                found.append(_news(one, meeting, person, told, now, waits.notice_id if waits else 0))
    return found


def _together(what: What, was: datetime | None, waits: Untold | None) -> Mapping[str, str] | None:
    """Return what the news says, None for nothing."""
    earlier = was.isoformat() if was is not None else ""
    if waits is None:
        return {"what": what, "was": earlier}
    if waits.what is What.ARRANGED:
        return None if what is What.CANCELLED else {"what": What.ARRANGED, "was": ""}
    if waits.what is What.MOVED and what is not What.CANCELLED:
        return {"what": What.MOVED, "was": waits.was}
    return {"what": what, "was": earlier or waits.was}


def _news(
    one: Mentorship, meeting: Meeting, person: Person, said: Mapping[str, str], now: datetime, after: int
) -> Wanted:
    """Return news; `after` is the notice it takes the place of, so that two at one moment are two."""
    return Wanted(
        key=f"meeting:{meeting.id}:news:{instant(now)}:{after}:person:{person.id}",
        kind=MEETING_NEWS.name,
        subject=subject(meeting.id),
        due_at=now,
        stale_after=max(meeting.ends_at, now + NEWS_OF_USE),
        zone=person.zone or one.zone or MOSCOW,
        stream_id=one.stream.id,
        person_id=person.id,
        happens_at=meeting.starts_at,
        params=said,
    )


def _reminders(one: Mentorship, meeting: Meeting, leads: Leads, plan_hour: int) -> Iterator[Wanted]:
    for side in Side:
        for person in one.people(side):
            zone = person.zone or (one.zone if side is Side.TEAM else None) or MOSCOW
            for lead in leads:
                yield Wanted(
                    key=f"meeting:{meeting.id}:{_name(lead)}@{minute(meeting.starts_at)}:person:{person.id}",
                    kind=MEETING_REMINDER.name,
                    subject=subject(meeting.id),
                    due_at=_due(meeting.starts_at, lead, plan_hour, zone),
                    stale_after=meeting.ends_at if lead is leads[-1] else meeting.starts_at,
                    zone=zone,
                    stream_id=one.stream.id,
                    person_id=person.id,
                    happens_at=meeting.starts_at,
                )


def _question(one: Mentorship, meeting: Meeting) -> Wanted:
    return Wanted(
        key=f"meeting:{meeting.id}:log@{minute(meeting.ends_at)}:person:{one.mentor.id}",
        kind=MEETING_LOG.name,
        subject=subject(meeting.id),
        due_at=meeting.ends_at + ASKED_AFTER,
        stale_after=meeting.ends_at + ASKED_FOR,
        zone=one.mentor.zone or MOSCOW,
        stream_id=one.stream.id,
        person_id=one.mentor.id,
    )


def _name(lead: Lead) -> str:
    return "evening" if lead.minutes is None else str(lead.minutes)


def _due(starts_at: datetime, lead: Lead, plan_hour: int, zone: str) -> datetime:
    if lead.before is not None:
        return starts_at - lead.before
    eve = day_in(starts_at, zone) - timedelta(days=1)
    return datetime.combine(eve, time(plan_hour), zone_named(zone)).astimezone(UTC)
