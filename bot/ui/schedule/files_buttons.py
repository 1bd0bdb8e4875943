"""Buttons that make files of the timetable: ids only; whether they may still be made is checked again."""

from datetime import date
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.schedule.calendar_facts import Form
from bot.ui.callbacks import Id
from bot.ui.schedule.buttons import DayButton, day_button
from bot.ui.screens import Rows, button
from bot.ui.texts import Texts

LABELS = {Form.CALENDAR: "along-button-calendar", Form.PICTURE: "along-button-picture"}


class DayFileButton(CallbackData, prefix="fd1"):
    """Makes a file of a day; `day` is written as 20251118."""

    stream_id: Id
    day: Annotated[int, Field(ge=10101, le=99991231)]
    form: Form
    everything: bool = False

    @property
    def date(self) -> date | None:
        """The day meant, None for digits that are no date."""
        return DayButton(stream_id=self.stream_id, day=self.day).date


class ModuleFileButton(CallbackData, prefix="fm1"):
    """Makes a file of a whole module."""

    module_id: Id
    form: Form
    everything: bool = False


def day_file_button(stream_id: int, day: date, form: Form, everything: bool = False) -> DayFileButton:
    """Make what a button to a file of a day carries."""
    digits = day_button(stream_id, day, everything).day
    return DayFileButton(stream_id=stream_id, day=digits, form=form, everything=everything)


def day_file_rows(texts: Texts, stream_id: int, day: date, everything: bool) -> Rows:
    """Return the buttons below a day."""
    return [
        [
            button(texts.plain(key), day_file_button(stream_id, day, form, everything))
            for form, key in LABELS.items()
        ]
    ]


def module_file_rows(texts: Texts, module_id: int, everything: bool) -> Rows:
    """Return the buttons below a module."""
    return [
        [
            button(texts.plain(key), ModuleFileButton(module_id=module_id, form=form, everything=everything))
            for form, key in LABELS.items()
        ]
    ]
