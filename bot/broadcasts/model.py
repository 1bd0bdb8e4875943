"""Broadcasts: what is sent to many, how far it has come, and what people answered."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.broadcasts.audience import Audience
from bot.broadcasts.contents import Part, first_words
from bot.notices.listing import Tally
from bot.notices.model import State as NoticeState
from bot.programme.model import Stream

ACK = 0
"""The only choice of «Ознакомлен(а)»."""

RECENT = timedelta(seconds=10)
"""The time over which the speed is taken: what it was before a pause says nothing."""

MOST_CHOICES, LONGEST_CHOICE = 6, 30


class State(StrEnum):
    """How far a broadcast has come; whether all of it was sent is told by its notices."""

    DRAFT = "draft"
    APPROVAL = "approval"
    SENDING = "sending"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    RETRACTED = "retracted"


class Timing(StrEnum):
    """When it is sent: at once, at a moment, or at nine by each receiver's clock."""

    NOW = "now"
    AT = "at"
    NINE = "nine"


class Deed(StrEnum):
    """What the log tells of."""

    ASKED = "asked"
    SENT = "sent"
    APPROVED = "approved"
    RETURNED = "returned"
    PAUSED = "paused"
    RESUMED = "resumed"
    CANCELLED = "cancelled"
    RETRIED = "retried"
    REMINDED = "reminded"
    PROPOSED = "proposed"
    AGREED = "agreed"
    REFUSED = "refused"
    CORRECTED = "corrected"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Buttons:
    """What the bot attaches: «Ознакомлен(а)» or choices, and a link with its label."""

    ack: bool = False
    choices: tuple[str, ...] = ()
    link: tuple[str, str] | None = None

    @property
    def answers(self) -> int:
        """How many different answers there are."""
        return 1 if self.ack else len(self.choices)

    def dumped(self) -> str:
        """Return the buttons as JSON to keep."""
        return json.dumps(asdict(self), ensure_ascii=False)


def buttons_loaded(text: str) -> Buttons:
    """Return kept buttons."""
    kept = json.loads(text)
    link = kept["link"]
    return Buttons(kept["ack"], tuple(kept["choices"]), None if link is None else (link[0], link[1]))


@dataclass(frozen=True, slots=True)
class Schedule:
    """When it is to be sent; `zone` (IANA) is the one in which its moments were named and are told."""

    timing: Timing = Timing.NOW
    at: datetime | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Broadcast:
    """A broadcast. `author` is a full name, empty for an administrator out of the roster.

    `version` is the newest of its contents (0: as it was sent); `size` the frozen number of recipients.
    """

    id: int
    author_user: int
    author_id: int | None
    author: str
    state: State
    urgent: bool
    audience: Audience
    buttons: Buttons
    schedule: Schedule
    deadline: datetime | None
    created_at: datetime
    confirmed_at: datetime | None
    size: int
    version: int
    parts: tuple[Part, ...]

    @property
    def subject(self) -> str:
        """How its notices are found."""
        return subject_of(self.id)

    @property
    def kind(self) -> str:
        """The kind of its notices."""
        return URGENT if self.urgent else PLAIN

    @property
    def first_words(self) -> str:
        """The words it is told by, empty for files without any."""
        return first_words(self.parts)


PLAIN, URGENT = "broadcast", "broadcast-urgent"
CHANGE, RETRACTION, REMINDER = "broadcast-change", "broadcast-retraction", "broadcast-reminder"
APPROVE, APPROVE_URGENT = "broadcast-approval", "broadcast-approval-urgent"
DECIDED, DECIDED_URGENT = "broadcast-decided", "broadcast-decided-urgent"
CALLS, DEADLINE = "broadcast-calls", "broadcast-deadline"


def subject_of(broadcast_id: int) -> str:
    """Return how the notices of a broadcast are found."""
    return f"broadcast:{broadcast_id}"


def number_of(subject: str) -> int:
    """Return the id of the broadcast that a subject names (`broadcast:12`, `broadcast:12:change:1`)."""
    return int(subject.split(":")[1])


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a message; with `repeats` it may have come more than once."""

    state: NoticeState
    reason: str
    repeats: int


@dataclass(frozen=True, slots=True)
class Recipient:
    """What became of one recipient; without a person it is a group, `name` being its title.

    `change` is what became of the newest correction or of the retraction, None where there was none to make.
    """

    person_id: int | None
    name: str
    municipality: str
    phone: str
    state: NoticeState
    reason: str
    repeats: int
    settled_at: datetime | None
    choice: int | None = None
    answered_at: datetime | None = None
    change: Fate | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: tallies of its notices, and when the first and the last of them were settled.

    `next_at` is when the next of those that wait is due; `recent` were delivered in the last `RECENT`.
    """

    tallies: tuple[Tally, ...] = ()
    first_at: datetime | None = None
    last_at: datetime | None = None
    next_at: datetime | None = None
    recent: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """A broadcast as organizers see it; `count` and `names` are of a draft's audience as it is now.

    `waiting` is what a correction would make of it that waits for a second organizer.
    """

    broadcast: Broadcast
    streams: Sequence[Stream]
    labels: Mapping[tuple[str, str], str]
    now: datetime
    count: int = 0
    outside: int = 0
    chats: int = 0
    names: tuple[str, ...] = ()
    progress: Progress = field(default_factory=Progress)
    changes: Progress = field(default_factory=Progress)
    answers: Mapping[int, int] = field(default_factory=dict)
    late: int = 0
    silent: int = 0
    approval: bool = False
    own: bool = True
    waiting: tuple[Part, ...] = ()
    own_waiting: bool = False


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log: to how many people, and to how many group chats."""

    at: datetime
    who: str
    deed: Deed
    broadcast_id: int
    words: str
    count: int
    chats: int = 0
