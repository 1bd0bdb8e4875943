"""What organizers are shown of the plan of notices: frozen values, and what a subject names (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.notices.listing import Line, Occasion, Tally
from bot.people.model import Person
from bot.people.roster import Account
from bot.programme.model import Stream
from bot.schedule.lookup import module_of_day
from bot.schedule.model import Event, Module
from bot.schedule.subjects import event_number


class Look(StrEnum):
    """Which of a stream's lists."""

    AHEAD = "ahead"
    SENT = "sent"
    UNSENT = "unsent"


@dataclass(frozen=True, slots=True)
class Scene:
    """When and where a list is read, and what its notices are about as it is published now.

    `names` are titles of what is no event, by subject.
    """

    now: datetime
    zone: str
    events: Mapping[int, Event]
    modules: tuple[Module, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def event_of(self, subject: str) -> Event | None:
        """Return the event a subject names; None where it names none, or one that is published no more."""
        number = event_number(subject)
        return None if number is None else self.events.get(number)

    def zone_of(self, subject: str) -> str:
        """Return the venue's zone of what a subject names."""
        event = self.event_of(subject)
        if event is not None:
            return event.zone
        day = subject.removeprefix("day:") if subject.startswith("day:") else ""
        module = module_of_day(self.modules, date.fromisoformat(day)) if day else None
        return module.zone if module else self.zone


@dataclass(frozen=True, slots=True)
class Board:
    """A stream's notices at a glance; `today` is the venue's day, `sent` and `unsent` are the latest."""

    stream: Stream
    scene: Scene
    today: tuple[Tally, ...]
    ahead: Sequence[Occasion]
    sent: Sequence[Occasion]
    unsent: Sequence[Occasion]


@dataclass(frozen=True, slots=True)
class ListView:
    """One of a stream's lists, whole."""

    stream: Stream
    scene: Scene
    look: Look
    occasions: Sequence[Occasion]


@dataclass(frozen=True, slots=True)
class OccasionView:
    """A page of an occasion's notices; `pages` counts them all."""

    occasion: Occasion
    scene: Scene
    lines: Sequence[Line]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class EventNotices:
    """Every occasion about one event, the latest first."""

    stream: Stream
    event_id: int
    scene: Scene
    occasions: Sequence[Occasion]


@dataclass(frozen=True, slots=True)
class PersonNotices:
    """A page of somebody's notices in the organizer's streams, and what keeps others from arriving."""

    person: Person
    account: Account | None
    muted: frozenset[str]
    scene: Scene
    tallies: tuple[Tally, ...]
    lines: Sequence[Line]
    page: int
    pages: int
