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


class EditStreamButton(CallbackData, prefix="zs1"):
    """The modules of a stream, to be edited."""

    stream_id: Id


class EditModuleButton(CallbackData, prefix="zm1"):
    """The days of a module."""

    module_id: Id


class EditDayButton(CallbackData, prefix="zl1"):
    """A page of a day's events."""

    module_id: Id
    day: DayNumber
    page: PageNumber = 0


class EditEventButton(CallbackData, prefix="zd1"):
    """An event as it is edited; nothing typed is awaited any more."""

    event_id: Id


class TextButton(CallbackData, prefix="zf1"):
    """Ask for a text about an event."""

    event_id: Id
    what: Text


class DaysButton(CallbackData, prefix="zo1"):
    """Offer the days an event may move to."""

    event_id: Id


class MoveButton(CallbackData, prefix="zy1"):
    """Move an event to another day."""

    event_id: Id
    day: DayNumber


class CallOffButton(CallbackData, prefix="zc1"):
    """Cancel an event, or bring it back."""

    event_id: Id
    cancelled: bool


class AddButton(CallbackData, prefix="za1"):
    """Begin to add an event to a day."""

    module_id: Id
    day: DayNumber


class KindButton(CallbackData, prefix="zk1"):
    """Choose what kind of event is added."""

    kind: EventKind


class NoRoomButton(CallbackData, prefix="zn1"):
    """Add the event without a room."""
