"""Buttons of /people."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.ui.callbacks import Id, PageNumber


class Deed(StrEnum):
    """What can be done about a person."""

    UNBIND = "unbind"
    LET_GO = "let-go"
    TAKE_BACK = "take-back"
    LINK = "link"


class PeopleButton(CallbackData, prefix="pl1"):
    """A page of everybody of the own streams."""

    page: PageNumber = 0


class PersonButton(CallbackData, prefix="pc1"):
    """A person's card."""

    person_id: Id


class DeedButton(CallbackData, prefix="pd1"):
    """A deed about a person; `sure` answers the question before it. `stream_id` is 0 where none is meant."""

    deed: Deed
    person_id: Id
    stream_id: Id = 0
    sure: bool = False
