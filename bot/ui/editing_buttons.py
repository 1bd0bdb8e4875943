"""What the buttons of editing carry: ids only; whether it may still be done is checked again."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.schedule.kinds import EventKind
from bot.ui.callbacks import Id, PageNumber

DayNumber = Annotated[int, Field(ge=10101, le=99991231)]
"""A day written as 20251118."""


class Text(StrEnum):
    """What of an event is typed."""

    TIME = "time"
    ROOM = "room"
    SPEAKER = "speaker"
    TITLE = "title"


class EditStreamButton(CallbackData, prefix="es1"):
    """The modules of a stream, to be edited."""

    stream_id: Id


class EditModuleButton(CallbackData, prefix="em1"):
    """The days of a module."""

    module_id: Id


class EditDayButton(CallbackData, prefix="el1"):
    """A page of a day's events."""

    module_id: Id
    day: DayNumber
    page: PageNumber = 0


class EditEventButton(CallbackData, prefix="ed1"):
    """An event as it is edited; nothing typed is awaited any more."""

    event_id: Id


class TextButton(CallbackData, prefix="ef1"):
    """Ask for a text about an event."""

    event_id: Id
    what: Text


class DaysButton(CallbackData, prefix="eo1"):
    """Offer the days an event may move to."""

    event_id: Id


class MoveButton(CallbackData, prefix="ey1"):
    """Move an event to another day."""

    event_id: Id
    day: DayNumber


class CallOffButton(CallbackData, prefix="ec1"):
    """Cancel an event, or bring it back."""

    event_id: Id
    cancelled: bool


class AddButton(CallbackData, prefix="ea1"):
    """Begin to add an event to a day."""

    module_id: Id
    day: DayNumber


class KindButton(CallbackData, prefix="ek1"):
    """Choose what kind of event is added."""

    kind: EventKind


class NoRoomButton(CallbackData, prefix="en1"):
    """Add the event without a room."""
