"""What publishing is about: an edition as people read it, who reads, and a publication."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from bot.schedule.model import Event, Module, Point


class What(StrEnum):
    """What changed the edition that people see; the value is what the database keeps."""

    PUBLISH = "publish"
    DELAY = "delay"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Gathering:
    """What people are told of an excursion beyond the timetable's row."""

    meeting_point: str
    contact: str
    bring: str


@dataclass(frozen=True, slots=True)
class BusFacts:
    """A bus of an excursion; `departs` is the venue's wall clock."""

    id: int
    title: str
    plate: str
    departs: time | None
    meeting_point: str


@dataclass(frozen=True, slots=True)
class EventFacts:
    """Everything of an event that may be worth a notice when it changes."""

    event: Event
    gathering: Gathering | None = None
    buses: tuple[BusFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class ModuleFacts:
    """The same of a module and its venue."""

    module: Module
    address: str = ""
    point: Point | None = None
    way: str = ""
    bring: str = ""


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """An edition by lasting ids."""

    modules: Mapping[int, ModuleFacts]
    events: Mapping[int, EventFacts]


@dataclass(frozen=True, slots=True)
class Trace:
    """A planned or sent notice about a changed programme: what it tells the difference of.

    `told` when it was sent or is being sent, so that the person knows `edition_id`.
    """

    publication_id: int
    since_id: int
    told: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """Whom a publication concerns: who gets a notice, who has not entered, who has blocked the bot."""

    told: int = 0
    absent: int = 0
    blocked: int = 0


@dataclass(frozen=True, slots=True)
class Publication:
    """A change of what people see of a stream: from `previous_id` to `edition_id` (None: nothing).

    `draft_before_id` and `draft_after_id` are the drafts around it. `author` is a name, empty for the
    command line and for an administrator outside the roster.
    """

    id: int
    stream_id: int
    edition_id: int | None
    previous_id: int | None
    what: What
    at: datetime
    undone_at: datetime | None
    draft_before_id: int | None
    draft_after_id: int | None
    counts: Counts
    author: str = ""


@dataclass(frozen=True, slots=True)
class Author:
    """Who publishes: a messenger account and the person behind it; nobody on the command line."""

    user_id: int = 0
    person_id: int | None = None
