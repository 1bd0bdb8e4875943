"""What a timed message is: its kind, who is to get it, when, and until when it makes sense."""

import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import Any


class Urgency(IntEnum):
    """The order of service; answers to a person's own tap come before all of these."""

    URGENT = 0
    DUE = 1
    LOW = 2
    BROADCAST = 3


class Quiet(StrEnum):
    """What the night does to a kind: hold it until morning, unless its matter comes before; or nothing."""

    HELD = "held"
    PASSES = "passes"


class State(StrEnum):
    """What became of a notice; one that is held waits until somebody lets it go on."""

    QUEUED = "queued"
    HELD = "held"
    CLAIMED = "claimed"
    SENT = "sent"
    LAPSED = "lapsed"
    SKIPPED = "skipped"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Readers(StrEnum):
    """Who gets a kind of notice at all: everybody, organizers and mentors, or organizers alone."""

    ALL = "all"
    LEADERS = "leaders"
    ORGANIZERS = "organizers"


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """A kind of notice as its room declares it.

    `mute_group` is what a person switches off in the settings, empty where that is not possible. Notices
    of kinds that are `bundled` and due together come to a person as one message. A kind of low urgency
    makes no sound. What goes to groups is no matter of anybody's settings. The settings name a kind to its
    `readers` alone. What only `takes_back` messages asks for neither consent nor stream: whoever has left
    must not keep what nobody was to have.
    """

    name: str
    urgency: Urgency = Urgency.DUE
    quiet: Quiet = Quiet.HELD
    mute_group: str = ""
    bundled: bool = True
    to_groups: bool = False
    readers: Readers = Readers.ALL
    takes_back: bool = False

    @property
    def silent(self) -> bool:
        """Tell whether the messenger is asked to make no sound."""
        return self.urgency is Urgency.LOW


@dataclass(frozen=True, slots=True)
class Wanted:
    """A notice the facts ask for.

    `key` names recipient and occasion: the same occasion is never planned twice, and an occasion at
    another time is another one (`event:12:900@2025-11-18T04:00Z:person:7`). `subject` is what is found
    again when facts change (`event:12`). `due_at` is when it is wanted, before the night's rule;
    `stale_after` the last moment at which it makes sense; `happens_at` when its matter begins. Either a
    person of the roster or a chat receives it. `zone` (IANA) is where the receiver is to be then. With
    `even_late` an occasion whose moment has passed is planned all the same.
    """

    key: str
    kind: str
    subject: str
    due_at: datetime
    stale_after: datetime
    zone: str
    stream_id: int | None = None
    person_id: int | None = None
    chat_id: int | None = None
    happens_at: datetime | None = None
    params: Mapping[str, Any] = field(default_factory=dict)
    even_late: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A wanted notice with the moment the night's rule leaves to it."""

    wanted: Wanted
    due_at: datetime
    urgency: Urgency


@dataclass(frozen=True, slots=True)
class Planned:
    """A row of the plan as planning again sees it; `params` as `written`."""

    id: int
    key: str
    kind: str
    state: State
    wanted_at: datetime
    due_at: datetime
    stale_after: datetime
    happens_at: datetime | None
    zone: str
    params: str
    attempts: int
    reason: str = ""


def written(params: Mapping[str, Any]) -> str:
    """Write parameters as one line, the same for the same parameters."""
    return json.dumps(params, ensure_ascii=False, sort_keys=True) if params else ""


@dataclass(frozen=True, slots=True)
class Scope:
    """What to plan again: a stream, whole or only some events, some days of the venue, some people.

    `publication_id` names the publication that is the reason, None for any other.
    """

    stream_id: int
    events: frozenset[int] | None = None
    days: frozenset[date] | None = None
    people: frozenset[int] | None = None
    publication_id: int | None = None

    @property
    def of_events(self) -> bool:
        """Tell whether single events or days are named: what depends on none of those stays as it is."""
        return self.events is not None or self.days is not None


def every_subject(_scope: Scope) -> None:
    """Return that all notices of the kinds in the stream are compared."""


@dataclass(frozen=True, slots=True)
class Planner:
    """How a room plans its kinds.

    `wanted` reads the facts of a scope and returns what they ask for (best made as it is gone through: it
    may be hundreds of thousands of notices); `subjects` names which planned
    notices that is compared with: those about these subjects, or with None every one of the kinds in
    the stream. Both are held to the scope's people. `cancelled` is why one that nobody wants any more is
    taken out of the plan, a word of `notices-reason-…`. With `by_events` False nothing of the room depends
    on single events or days: a scope that names those is none of its. `by_calendar` tells that the calendar
    plans them further, event by event and day by day. `follow` writes what of the room's own facts follows
    from the change (whom a place is offered to), before it is asked what is wanted; reading alone never
    calls it.
    """

    kinds: frozenset[str]
    wanted: Callable[[Any, datetime, Scope], Awaitable[Iterable[Wanted]]]
    subjects: Callable[[Scope], frozenset[str] | None] = every_subject
    cancelled: str = "changed"
    by_events: bool = True
    by_calendar: bool = False
    follow: Callable[[Any, datetime, Scope], Awaitable[None]] | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A planned notice as it is about to be sent; the fields are those of `Wanted`."""

    id: int
    key: str
    kind: str
    stream_id: int | None
    subject: str
    person_id: int | None
    chat_id: int | None
    wanted_at: datetime
    due_at: datetime
    stale_after: datetime
    happens_at: datetime | None
    zone: str
    attempts: int
    repeats: int
    params: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a notice: its new state and why.

    QUEUED means again at `again_at`. `unknown_fate` tells that the message may have arrived although no
    answer came, so that the next attempt may repeat it. `attempted` tells that the way to Telegram failed:
    each time, the next attempt waits longer.
    """

    state: State
    reason: str = ""
    again_at: datetime | None = None
    unknown_fate: bool = False
    attempted: bool = False
    chat_id: int | None = None
    message_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who is to get a notice now: the account, and what stands in the way.

    `locale` is the reader's language. `consented` and `enrolled` tell of this moment; `muted` are the
    groups of kinds the person has switched off.
    """

    person_id: int
    user_id: int
    chat_id: int
    locale: str
    reachable: bool
    consented: bool
    streams: frozenset[int]
    home_zone: str | None
    muted: frozenset[str] = frozenset()
