"""The alarm for a question nobody has answered: once per wait, to where questions go (pure)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.notices.keys import instant
from bot.notices.model import NoticeKind, Readers, State, Wanted
from bot.schedule.model import Module
from bot.support.waiting import Manners, too_long_at

QUESTION_WAITING = NoticeKind("question-waiting", bundled=False, readers=Readers.ORGANIZERS)
"""Never muted: somebody waits. A message of its own with the question's buttons, to which staff may reply."""

KINDS = (QUESTION_WAITING,)

OF_USE = timedelta(days=30)
"""How long an alarm may be late: the plan remembers for longer that it was sent."""

_BEGUN = frozenset({State.CLAIMED, State.SENT})
_STANDING = _BEGUN | {State.QUEUED}


@dataclass(frozen=True, slots=True)
class Wait:
    """A question that nobody has answered since somebody wrote."""

    question_id: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a stream's questions go: its staff chat, or without one each organizer who can be written to.

    `organizers` are the private chats of these by person, none where there is a staff chat;
    `administrators` are the private chats of those who stand in where there is neither.
    """

    chat_id: int | None
    organizers: Mapping[int, int]
    administrators: tuple[int, ...] = ()

    @property
    def places(self) -> list[tuple[int | None, int | None]]:
        """Chat and person of each receiver; one of the two."""
        if self.chat_id is not None:
            return [(self.chat_id, None)]
        own: list[tuple[int | None, int | None]] = [(None, one) for one in sorted(self.organizers)]
        return own + [(chat_id, None) for chat_id in self.administrators]


SUBJECT = "question:"
"""What the subject of a notice about a question begins with; its number follows."""


def subject(question_id: int) -> str:
    """Return under which subject a question's alarm is planned."""
    return f"{SUBJECT}{question_id}"


def question_number(subject: str) -> int | None:
    """Return the number of the question a subject names, None for something else."""
    return int(subject.removeprefix(SUBJECT)) if subject.startswith(SUBJECT) else None


def wanted_alarms(
    waits: Iterable[Wait],
    desk: Desk,
    modules: Sequence[Module],
    manners: Manners,
    known: Mapping[str, State],
    now: datetime,
    stream_id: int,
) -> Iterator[Wanted]:
    """Yield the alarms that waits ask for, also those whose moment has passed: whoever asked still waits.

    `known` are the alarms planned before, by their keys. A wait that was called out, or is just being, is
    not called out again when its questions go elsewhere since.
    """
    begun = {key.rsplit(":", 2)[0] for key, state in known.items() if state in _BEGUN}
    for wait in waits:
        due_at, zone = too_long_at(wait.since, modules, manners)
        if due_at + OF_USE < now:
            continue
        for chat_id, person_id in desk.places:
            key = f"{_of_wait(wait)}:{_whose(chat_id, person_id)}"
            if _of_wait(wait) in begun and known.get(key) not in _STANDING:
                continue
            yield Wanted(
                key=key,
                kind=QUESTION_WAITING.name,
                subject=subject(wait.question_id),
                due_at=due_at,
                stale_after=due_at + OF_USE,
                zone=zone,
                stream_id=stream_id,
                chat_id=chat_id,
                person_id=person_id,
                params={"since": wait.since.isoformat()},
                even_late=True,
            )


def still_meant(desk: Desk, chat_id: int | None, person_id: int | None) -> bool:
    """Tell whether a planned alarm's receiver is one to whom the stream's questions go now."""
    return (chat_id, person_id) in desk.places


def _of_wait(wait: Wait) -> str:
    return f"{subject(wait.question_id)}@{instant(wait.since)}"


def _whose(chat_id: int | None, person_id: int | None) -> str:
    return f"person:{person_id}" if chat_id is None else f"chat:{chat_id}"
