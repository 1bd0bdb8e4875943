"""The kinds of notice of broadcasts, and the rows a broadcast asks for (pure)."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, time, timedelta

from bot.broadcasts.audience import Member
from bot.broadcasts.model import (
    APPROVE,
    APPROVE_URGENT,
    CALLS,
    CHANGE,
    DEADLINE,
    DECIDED,
    DECIDED_URGENT,
    PLAIN,
    REMINDER,
    RETRACTION,
    URGENT,
    Broadcast,
    Schedule,
    Timing,
)
from bot.notices.model import NoticeKind, Quiet, Urgency, Wanted
from bot.shared.zones import local, zone_named

MUTE_GROUP = "broadcasts"

KINDS = (
    NoticeKind(PLAIN, Urgency.BROADCAST, Quiet.HELD, MUTE_GROUP, bundled=False),
    NoticeKind(URGENT, Urgency.URGENT, Quiet.PASSES, bundled=False),
    NoticeKind(CHANGE, Urgency.BROADCAST, Quiet.PASSES, bundled=False, to_groups=True),
    NoticeKind(RETRACTION, Urgency.BROADCAST, Quiet.PASSES, bundled=False, to_groups=True, takes_back=True),
    NoticeKind(REMINDER, Urgency.BROADCAST, Quiet.HELD, MUTE_GROUP, bundled=False),
    NoticeKind(APPROVE, Urgency.DUE, Quiet.HELD, bundled=False, to_groups=True),
    NoticeKind(APPROVE_URGENT, Urgency.URGENT, Quiet.PASSES, bundled=False, to_groups=True),
    NoticeKind(DECIDED, Urgency.DUE, Quiet.HELD, bundled=False, to_groups=True),
    NoticeKind(DECIDED_URGENT, Urgency.URGENT, Quiet.PASSES, bundled=False, to_groups=True),
    NoticeKind(CALLS, Urgency.URGENT, Quiet.PASSES, bundled=False, to_groups=True),
    NoticeKind(DEADLINE, Urgency.DUE, Quiet.HELD, bundled=False, to_groups=True),
)
"""A change makes no sound in a chat, so the night holds none; what an urgent broadcast waits for passes it as
the broadcast does. What concerns organizers alone stands in nobody's settings."""

OF_USE = timedelta(days=3)
"""How long after its moment a broadcast is still sent."""

CALLS_AFTER = timedelta(minutes=10)
"""After an urgent broadcast has gone to the last: who has not answered by then is to be called."""

DELETABLE = timedelta(hours=47, minutes=50)
"""Telegram deletes under 48 hours (Bot API, deleteMessage); a little less, for the way there."""

NINE = time(9)

ZoneOf = Callable[[int, str | None], str]
"""By stream and home zone, where somebody is to be at present."""


def key_of(broadcast_id: int, person_id: int) -> str:
    """Return the key of a person's notice."""
    return f"broadcast:{broadcast_id}:person:{person_id}"


def reminders_of(one: Broadcast) -> str:
    """Return how the subjects of all reminders of a broadcast begin."""
    return f"{one.subject}:reminder:"


def is_reminder(key: str) -> bool:
    """Tell whether a key is that of a reminder of a broadcast."""
    return ":reminder:" in key


def wanted_broadcast(
    one: Broadcast,
    members: Iterable[Member],
    chats: Iterable[tuple[int, int, str]],
    zone_of: ZoneOf,
    now: datetime,
) -> list[Wanted]:
    """Return a notice for each recipient: people, then group chats (stream, chat, zone)."""
    found = []
    for member in members:
        zone = zone_of(member.stream_id, member.zone)
        found.append(
            _wanted(one, key_of(one.id, member.person_id), zone, now, member.stream_id, member.person_id)
        )
    for stream_id, chat_id, zone in chats:
        found.append(_wanted(one, f"broadcast:{one.id}:chat:{chat_id}", zone, now, stream_id, None, chat_id))
    return found


def due_of(schedule: Schedule, zone: str, now: datetime) -> datetime:
    """Return when a receiver in a zone gets it: never in the past."""
    if schedule.timing is Timing.NINE:
        return next_nine(zone, now)
    return max(schedule.at, now) if schedule.at is not None else now


def next_nine(zone: str, now: datetime) -> datetime:
    """Return the next nine in the morning by the clock of a zone."""
    shown = local(now, zone)
    day = shown.date() if shown.time() <= NINE else shown.date() + timedelta(days=1)
    return datetime.combine(day, NINE, zone_named(zone)).astimezone(UTC)


def _wanted(
    one: Broadcast,
    key: str,
    zone: str,
    now: datetime,
    stream_id: int,
    person_id: int | None,
    chat_id: int | None = None,
) -> Wanted:
    due = due_of(one.schedule, zone, now)
    return Wanted(
        key=key,
        kind=one.kind,
        subject=one.subject,
        due_at=due,
        stale_after=due + OF_USE,
        zone=zone,
        stream_id=stream_id,
        person_id=person_id,
        chat_id=chat_id,
    )


def wanted_follow_up(
    kind: str,
    subject: str,
    whom: Iterable[tuple[str, int | None, int | None, int, str]],
    due_at: datetime,
) -> list[Wanted]:
    """Return a notice that follows those of some keys: a correction, a retraction, a reminder.

    `whom` holds key, person, chat, stream and zone of each; the new key names the subject and the old one,
    which is kept in the parameters: by it the message is found again.
    """
    return [
        Wanted(
            key=f"{subject}:{key.split(':', 2)[2]}",
            kind=kind,
            subject=subject,
            due_at=due_at,
            stale_after=due_at + OF_USE,
            zone=zone,
            stream_id=stream_id,
            person_id=person_id,
            chat_id=chat_id,
            params={"of": key},
        )
        for key, person_id, chat_id, stream_id, zone in whom
    ]


def wanted_word(
    kind: str,
    one: Broadcast,
    stream_id: int,
    due_at: datetime,
    mark: str,
    zone: str,
    person_id: int | None,
    chat_id: int,
) -> Wanted:
    """Return a word to one organizer about a broadcast; who is not in the roster is met by the chat."""
    return Wanted(
        key=f"broadcast:{one.id}:{mark}:{person_id or -chat_id}",
        kind=kind,
        subject=f"{one.subject}:{mark}",
        due_at=due_at,
        stale_after=due_at + OF_USE,
        zone=zone,
        stream_id=stream_id,
        person_id=person_id,
        chat_id=None if person_id else chat_id,
    )
