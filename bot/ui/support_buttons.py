"""Callback data of the help desk's buttons."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.ui.callbacks import Id, PageNumber


class AskButton(CallbackData, prefix="qa1"):
    """Asks for a question to be typed; with an id, for more about that one."""

    question_id: Id = 0


class Ready(StrEnum):
    """What the venue card answers before anybody is asked."""

    WIFI = "wifi"
    MEALS = "meals"
    ADDRESS = "address"


class ReadyButton(CallbackData, prefix="qr1"):
    """Opens a ready answer."""

    what: Ready


class SendButton(CallbackData, prefix="qs1"):
    """Sends the message this one replies to on to the organizers, as a question."""


class TakeButton(CallbackData, prefix="qt1"):
    """Takes a question, so that the other organizers know."""

    question_id: Id


class CloseButton(CallbackData, prefix="qc1"):
    """Marks a question answered."""

    question_id: Id


class QuestionsButton(CallbackData, prefix="ql1"):
    """A page of the open questions."""

    page: PageNumber = 0


class CardButton(CallbackData, prefix="qo1"):
    """Opens a question with its messages."""

    question_id: Id


class AnswerButton(CallbackData, prefix="qw1"):
    """Asks for an answer to be typed."""

    question_id: Id
