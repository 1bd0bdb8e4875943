"""What the buttons of the timetable carry: ids only; whether they may still be opened is checked again."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.ui.callbacks import Id, PageNumber


class Place(StrEnum):
    """Where a button leads without naming anything: what is meant is found when it is pressed."""

    HOME = "home"
    TODAY = "today"
    TOMORROW = "tomorrow"
    MODULE = "module"
    MODULES = "modules"
    VENUE = "venue"
    TRIP = "trip"
    EXCURSIONS = "excursions"


class OpenButton(CallbackData, prefix="so1"):
    """Opens a place, or a page of it."""

    place: Place
    page: PageNumber = 0


class DayButton(CallbackData, prefix="sd1"):
    """Opens a page of a day; `day` is written as 20251118."""

    stream_id: Id
    day: Annotated[int, Field(ge=10101, le=99991231)]
    everything: bool = False
    page: PageNumber = 0

    @property
    def date(self) -> date | None:
        """The day meant, None for digits that are no date."""
        try:
            return date(self.day // 10000, self.day // 100 % 100, self.day % 100)
        except ValueError:
            return None


class ModuleButton(CallbackData, prefix="sm1"):
    """Opens a module by days."""

    module_id: Id
    everything: bool = False


class EventButton(CallbackData, prefix="se1"):
    """Opens a page of an event's card; `everything` tells which list led there."""

    event_id: Id
    everything: bool = False
    page: PageNumber = 0


class VenueButton(CallbackData, prefix="sv1"):
    """Opens a page of a venue's card."""

    stream_id: Id
    venue_id: Id
    page: PageNumber = 0


class TripButton(CallbackData, prefix="sr1"):
    """Opens a page of the reader's own travel to a module."""

    module_id: Id
    page: PageNumber = 0


class EventPointButton(CallbackData, prefix="sp1"):
    """Sends the map point of an event."""

    event_id: Id


class VenuePointButton(CallbackData, prefix="sq1"):
    """Sends the map point of a venue."""

    stream_id: Id
    venue_id: Id


def day_button(stream_id: int, day: date, everything: bool, page: int = 0) -> DayButton:
    """Make what a button to a day carries."""
    number = day.year * 10000 + day.month * 100 + day.day
    return DayButton(stream_id=stream_id, day=number, everything=everything, page=page)
