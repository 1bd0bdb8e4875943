"""Buttons of assistants."""

from aiogram.filters.callback_data import CallbackData

from bot.ui.callbacks import Id


class HelpingButton(CallbackData, prefix="ah1"):
    """Opens the own assistants, and for whom one may act."""


class AssistantsButton(CallbackData, prefix="as1"):
    """Opens somebody's assistants."""

    head_id: Id


class InviteAssistantButton(CallbackData, prefix="an1"):
    """Asks for the name of a new assistant."""

    head_id: Id


class EndAssistantButton(CallbackData, prefix="ae1"):
    """Ends a tie at once, by the head or an organizer."""

    tie_id: Id


class ActForButton(CallbackData, prefix="aw1"):
    """Acts for somebody from now on; 0 for oneself."""

    tie_id: Id = 0


class StopHelpingButton(CallbackData, prefix="aj1"):
    """Ends a tie by the assistant; `sure` answers the question before it."""

    tie_id: Id
    sure: bool = False


class AssistantLinkButton(CallbackData, prefix="al1"):
    """The answer to «Вы – …, помощник?»."""

    code: str
    mine: bool
