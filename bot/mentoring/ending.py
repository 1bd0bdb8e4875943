"""The end of a mentorship: who is told, and what waits for organizers (pure)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.mentoring.mentorships import Mentorship, Side
from bot.notices.keys import instant
from bot.notices.model import NoticeKind, Readers, Wanted
from bot.shared.zones import MOSCOW

ENDED = NoticeKind("mentorship-ended")
END_ASKED = NoticeKind("mentorship-end-asked", bundled=False, readers=Readers.ORGANIZERS)
END_REFUSED = NoticeKind("mentorship-goes-on")

KINDS = (ENDED, END_ASKED, END_REFUSED)

OF_USE = timedelta(days=14)

WORDS = 500
"""Characters of a reason."""

SUBJECT = "mentorship-life:"


def subject(mentorship_id: int) -> str:
    """Return under which subject notices about the end of a mentorship are planned."""
    return f"{SUBJECT}{mentorship_id}"


def ended_number(named: str) -> int:
    """Return the number of the mentorship a subject names, 0 for something else."""
    return int(named.removeprefix(SUBJECT)) if named.startswith(SUBJECT) else 0


def to_both(kind: NoticeKind, one: Mentorship, tellers: Iterable[int], now: datetime) -> list[Wanted]:
    """Return the word to everybody of both sides but those who did it."""
    told = {person.id: person.zone for side in Side for person in one.people(side)}
    return [_of(kind, one, person, zone, now) for person, zone in told.items() if person not in set(tellers)]


def to_organizers(one: Mentorship, organizers: Iterable[int], now: datetime) -> list[Wanted]:
    """Return the word to organizers that somebody asks to end it."""
    return [_of(END_ASKED, one, person, None, now) for person in organizers]


def _of(kind: NoticeKind, one: Mentorship, person_id: int, zone: str | None, now: datetime) -> Wanted:
    return Wanted(
        key=f"{kind.name}:{one.id}@{instant(now)}:person:{person_id}",
        kind=kind.name,
        subject=subject(one.id),
        due_at=now,
        stale_after=now + OF_USE,
        zone=zone or MOSCOW,
        stream_id=one.stream.id,
        person_id=person_id,
    )
