"""What an answer to a question holds, before it becomes text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.excursions.model import Excursion
from bot.excursions.views import ExcursionsView
from bot.schedule.model import Event, Module
from bot.schedule.views import (
    DayView,
    ModulesView,
    ModuleView,
    NowView,
    Reader,
    TripView,
    Unpublished,
    VenueView,
)
from bot.understanding.model import Question


@dataclass(frozen=True, slots=True)
class HappeningsView:
    """The reader's own events that a question means, in the order of their beginning.

    They are those of `day`, or, where it is None, those that have not ended. `today` is the date at the
    venue, `modules` are by id. `riding` is an excursion whose bus leaves before the first of the events.
    """

    reader: Reader
    today: date
    day: date | None
    events: tuple[Event, ...]
    modules: Mapping[int, Module]
    riding: Excursion | None = None


@dataclass(frozen=True, slots=True)
class SpeakersView:
    """The reader's own events with a speaker, of a day or a part of it; `today` is the date at the venue."""

    reader: Reader
    today: date
    day: date
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class OutingsView:
    """Excursions ahead; `first` is the one asked for, on `day` where one was named."""

    listed: ExcursionsView
    day: date | None
    first: Excursion | None


Found = (
    HappeningsView
    | SpeakersView
    | OutingsView
    | DayView
    | NowView
    | ModuleView
    | ModulesView
    | VenueView
    | TripView
    | Unpublished
)


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What was asked and what was found."""

    question: Question
    found: Found
