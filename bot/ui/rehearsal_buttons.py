"""What the buttons of a rehearsal carry."""

from datetime import date
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton
from pydantic import Field

from bot.ui.callbacks import Id, PageNumber
from bot.ui.screens import button
from bot.ui.texts import Texts

Ordinal = Annotated[int, Field(ge=1, le=date.max.toordinal())]
"""A day as Python's date counts it."""


class RehearsalButton(CallbackData, prefix="xrs1"):
    """Opens a page of the days of a stream that can be rehearsed."""

    stream_id: Id
    page: PageNumber = 0


class RehearsalDayButton(CallbackData, prefix="xrd1"):
    """Opens a page of what would be sent on a day."""

    stream_id: Id
    day: Ordinal
    page: PageNumber = 0


class RehearsalShowButton(CallbackData, prefix="xrp1"):
    """Shows a day's notices one after another, to whoever taps or in the staff chat."""

    stream_id: Id
    day: Ordinal
    staff: bool


class RehearsalStopButton(CallbackData, prefix="xrx1"):
    """Stops what is being shown of a stream."""

    stream_id: Id


def rehearsal_link(texts: Texts, stream_id: int) -> InlineKeyboardButton:
    """Return the way to a stream's days."""
    return button(texts.plain("rehearsal-button"), RehearsalButton(stream_id=stream_id))
