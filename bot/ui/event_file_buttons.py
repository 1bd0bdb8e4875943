"""What the buttons of an event's files carry: ids only; whether they may still be opened is checked again."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.ui.callbacks import Id, PageNumber


class FilesButton(CallbackData, prefix="ef1"):
    """Opens a page of an event's files; with `removing`, to choose one to be removed."""

    event_id: Id
    page: PageNumber = 0
    removing: bool = False


class FileButton(CallbackData, prefix="ei1"):
    """Sends one attached file."""

    attached_id: Id


class AllFilesButton(CallbackData, prefix="ea1"):
    """Sends every file of a page."""

    event_id: Id
    page: PageNumber = 0


class AttachButton(CallbackData, prefix="eb1"):
    """Awaits files for an event."""

    event_id: Id


class DoneButton(CallbackData, prefix="ed1"):
    """Awaits no more files for an event."""

    event_id: Id


class RemoveFileButton(CallbackData, prefix="er1"):
    """Takes a file off its event; asks first unless `sure`."""

    event_id: Id
    attached_id: Id
    sure: bool = False


class ChooseEventButton(CallbackData, prefix="ec1"):
    """A page of the events that waiting files may be for; `words` are packed as in a search."""

    page: PageNumber = 0
    words: Annotated[str, Field(max_length=48)] = ""


class PutButton(CallbackData, prefix="ep1"):
    """Attaches the waiting files to an event."""

    event_id: Id


class EventWordsButton(CallbackData, prefix="ew1"):
    """Awaits words to look for the event by."""


class DropFilesButton(CallbackData, prefix="ex1"):
    """Attaches nothing: the files wait no longer."""
