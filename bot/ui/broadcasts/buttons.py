"""Callback data of broadcasts' buttons."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field as Bounded
from pydantic import StringConstraints

from bot.broadcasts.audience import Field
from bot.broadcasts.model import Timing
from bot.ui.callbacks import Id, PageNumber

Mark = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
"""A value of a condition, by its short mark."""

Print = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{16})?$")]
"""What was shown, by its print (`bot.broadcasts.prints`); empty where nothing is confirmed."""


class HomeButton(CallbackData, prefix="bh1"):
    """Opens the list of broadcasts; awaits a new one."""

    page: PageNumber = 0


class View(StrEnum):
    """Which screen of a broadcast."""

    CARD = "card"
    AUDIENCE = "audience"
    STREAMS = "streams"
    BUTTONS = "buttons"
    MOMENT = "moment"
    SAVED = "saved"
    SILENT = "silent"


class LookButton(CallbackData, prefix="bc1"):
    """Opens a screen of a broadcast."""

    broadcast_id: Id
    view: View = View.CARD
    page: PageNumber = 0


class FieldButton(CallbackData, prefix="bf1"):
    """Opens a condition of an audience."""

    broadcast_id: Id
    field: Field
    excluded: bool = False
    page: PageNumber = 0


class ValueButton(CallbackData, prefix="bv1"):
    """Puts a value into a condition, or takes it out."""

    broadcast_id: Id
    field: Field
    excluded: bool
    mark: Mark
    page: PageNumber = 0


class StreamButton(CallbackData, prefix="bs1"):
    """Puts a stream (with `whole` all streams of its programme) into an audience, or takes it out."""

    broadcast_id: Id
    stream_id: Id
    whole: bool = False


class LoadButton(CallbackData, prefix="bl1"):
    """Takes a kept audience, or with `forget` keeps it no longer."""

    broadcast_id: Id
    audience_id: Id
    forget: bool = False


class Attach(StrEnum):
    """What is attached to a broadcast."""

    NONE = "none"
    ACK = "ack"
    COMING = "coming"
    YES = "yes"
    OWN = "own"
    LINK = "link"
    UNLINK = "unlink"
    DEADLINE = "deadline"
    ENDLESS = "endless"


class AttachButton(CallbackData, prefix="bn1"):
    """Changes what a broadcast asks for."""

    broadcast_id: Id
    what: Attach


class MomentButton(CallbackData, prefix="bm1"):
    """Changes when a broadcast is sent."""

    broadcast_id: Id
    timing: Timing


class Act(StrEnum):
    """What is done with a broadcast."""

    TRY = "try"
    SEND = "send"
    APPROVE = "approve"
    RETURN = "return"
    CONTENT = "content"
    DROP = "drop"
    CHATS = "chats"
    NO_CHATS = "nochats"
    CLEAR = "clear"
    SAVE = "save"
    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"
    RETRY = "retry"
    CORRECT = "correct"
    REWRITE = "rewrite"
    LEAVE = "leave"
    WAITING = "waiting"
    AGREE = "agree"
    REFUSE = "refuse"
    RETRACT = "retract"
    REMIND = "remind"
    REPORT = "report"
    URGENT = "urgent"


class ActButton(CallbackData, prefix="bx2"):
    """Does something with a broadcast; `sure` after the question, `count` as many as were shown."""

    broadcast_id: Id
    act: Act
    sure: bool = False
    count: Id = 0
    mark: Print = ""


class LogButton(CallbackData, prefix="bj1"):
    """Opens a page of the log."""

    page: PageNumber = 0


class AbilitiesButton(CallbackData, prefix="bt1"):
    """Opens the table of what each kind of message allows."""


class AskedButton(CallbackData, prefix="ba1"):
    """Shows a recipient what a broadcast has asked."""

    broadcast_id: Id


class ReplyButton(CallbackData, prefix="bk1"):
    """A recipient's answer."""

    broadcast_id: Id
    choice: Annotated[int, Bounded(ge=0, le=99)]
