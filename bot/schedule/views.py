"""What an answer about the timetable holds, before it becomes text."""

from dataclasses import dataclass, field
from datetime import date, datetime

from bot.programme.model import Stream
from bot.schedule.lookup import NowAndNext
from bot.schedule.model import Event, EventDetails, Module, Travel, Venue


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom and when an answer is made.

    `stream` is the one the answer is about; `aside` tells that it is not the reader's current one, so
    it is to be named. `home_zone` is the reader's own (IANA), None where it is unknown.
    """

    stream: Stream
    now: datetime
    home_zone: str | None = None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Unpublished:
    """Nothing of the stream's programme is published yet."""

    reader: Reader


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of a stream.

    `today` is the date at the venue. `events` are the reader's own, or all with `everything`; `others`
    counts the day's events that are not the reader's own, `own` their ids. `module` is the one the day
    belongs to, `next_module` the first that begins after the day.
    """

    reader: Reader
    day: date
    today: date
    module: Module | None
    next_module: Module | None
    events: tuple[Event, ...]
    own: frozenset[int]
    others: int
    everything: bool


@dataclass(frozen=True, slots=True)
class NowView:
    """Where the reader is to be now, and next."""

    reader: Reader
    answer: NowAndNext


@dataclass(frozen=True, slots=True)
class ModuleDay:
    """A day of a module and how many events it has for the reader, cancelled ones left out."""

    day: date
    events: int


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A module by days; `today` is the date at the venue, `others` as in a day."""

    reader: Reader
    module: Module
    today: date
    days: tuple[ModuleDay, ...]
    others: int
    everything: bool


@dataclass(frozen=True, slots=True)
class StreamModules:
    """The modules of one stream; empty where nothing is published."""

    reader: Reader
    modules: tuple[Module, ...] = ()


@dataclass(frozen=True, slots=True)
class ModulesView:
    """The modules of all the reader's streams, the current stream first."""

    streams: tuple[StreamModules, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """One event; `own` tells whether the reader is to attend, `organizes` whether files may be attached."""

    reader: Reader
    details: EventDetails
    own: bool
    organizes: bool = False


@dataclass(frozen=True, slots=True)
class VenueView:
    """One venue."""

    reader: Reader
    venue: Venue


@dataclass(frozen=True, slots=True)
class TripView:
    """The reader's travel to a module; `travel` is None where the workbook has none.

    `bring` is for everybody of the module; `group` is the reader's group in the stream.
    """

    reader: Reader
    module: Module
    travel: Travel | None = None
    bring: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The words mean no day, place or module of the reader's streams; `modules` could be meant."""

    reader: Reader
    modules: tuple[Module, ...] = field(default=())
