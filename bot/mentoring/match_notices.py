"""What is sent about proposals and their answers: to mentors, organizers, and both sides (pure)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.mentoring.mentorships import Mentorship, Side
from bot.mentoring.proposals import Proposal
from bot.notices.keys import instant
from bot.notices.model import NoticeKind, Readers, Wanted
from bot.shared.zones import MOSCOW

PROPOSAL = NoticeKind("proposal", bundled=False)
"""Never muted, like all of these: somebody waits. A message of its own, for its two buttons."""
REMINDER = NoticeKind("proposal-reminder", bundled=False)
SILENT = NoticeKind("proposal-silent", readers=Readers.ORGANIZERS)
DECLINED = NoticeKind("proposal-declined", bundled=False, readers=Readers.ORGANIZERS)
WITHDRAWN = NoticeKind("proposal-withdrawn")
INTRODUCTION = NoticeKind("introduction", bundled=False)

KINDS = (PROPOSAL, REMINDER, SILENT, DECLINED, WITHDRAWN, INTRODUCTION)

NAMES = frozenset(kind.name for kind in KINDS) - {WITHDRAWN.name}
"""The kinds that the planner asks for; a withdrawal is told once, by the act itself."""

OF_USE = timedelta(days=60)
"""How long a proposal that waits may be told late."""

FRESH = timedelta(days=14)
"""How long after an acceptance whoever joins is still introduced, and after a refusal organizers are told."""

REPLACED_WITHIN = timedelta(seconds=20)
"""Organizers hear of a refusal when the bot has had the time to look for somebody else."""

SUBJECT = "mentorship:"
"""What the subject of these notices begins with; the mentorship's number follows."""


@dataclass(frozen=True, slots=True)
class Answering:
    """What proposals of a stream ask for.

    `declined` are those whose team has nobody since; `accepted` those that began not long ago. `zones` are
    of people by id, as far as they are known.
    """

    stream_id: int
    waiting: Sequence[Proposal] = ()
    declined: Sequence[Proposal] = ()
    accepted: Sequence[Mentorship] = ()
    organizers: Sequence[int] = ()
    zones: Mapping[int, str | None] = field(default_factory=dict)
    remind: timedelta = timedelta(days=2)
    escalate: timedelta = timedelta(days=4)


def subject(mentorship_id: int) -> str:
    """Return under which subject notices about a mentorship are planned."""
    return f"{SUBJECT}{mentorship_id}"


def mentorship_number(named: str) -> int | None:
    """Return the number of the mentorship a subject names, None for something else."""
    return int(named.removeprefix(SUBJECT)) if named.startswith(SUBJECT) else None


def wanted_of(answering: Answering) -> Iterator[Wanted]:
    """Yield what is to be told while proposals wait, after a refusal, and after an acceptance."""
    for one in answering.waiting:
        yield _of(answering, PROPOSAL, one.id, one.mentor.id, one.proposed_at, OF_USE)
        reminded = one.proposed_at + answering.remind
        yield _of(answering, REMINDER, one.id, one.mentor.id, reminded, OF_USE)
        for person_id in answering.organizers:
            told = one.proposed_at + answering.escalate
            yield _of(answering, SILENT, one.id, person_id, told, OF_USE)
    for one in answering.declined:
        for person_id in answering.organizers:
            told = (one.ended_at or one.proposed_at) + REPLACED_WITHIN
            yield _of(answering, DECLINED, one.id, person_id, told, FRESH)
    for both in answering.accepted:
        for side in Side:
            for person in both.people(side):
                if both.since is not None:
                    yield _of(answering, INTRODUCTION, both.id, person.id, both.since, FRESH)


def withdrawn_notice(one: Proposal, now: datetime) -> Wanted:
    """Return the word to a mentor that a proposal was taken back."""
    answering = Answering(one.stream.id, zones={one.mentor.id: one.mentor.zone})
    return _of(answering, WITHDRAWN, one.id, one.mentor.id, now, FRESH, f"@{instant(now)}")


def people_of(waiting: Iterable[Proposal], accepted: Iterable[Mentorship]) -> set[int]:
    """Return the ids of the mentors and members who may be written to."""
    mentors = {one.mentor.id for one in waiting}
    both = {person.id for one in accepted for side in Side for person in one.people(side)}
    return mentors | both


def _of(
    answering: Answering,
    kind: NoticeKind,
    mentorship_id: int,
    person_id: int,
    due_at: datetime,
    of_use: timedelta,
    occasion: str = "",
) -> Wanted:
    return Wanted(
        key=f"{kind.name}:{mentorship_id}{occasion}:person:{person_id}",
        kind=kind.name,
        subject=subject(mentorship_id),
        due_at=due_at,
        stale_after=due_at + of_use,
        zone=answering.zones.get(person_id) or MOSCOW,
        stream_id=answering.stream_id,
        person_id=person_id,
        even_late=True,
    )
