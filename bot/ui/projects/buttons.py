"""What the buttons of projects carry: ids only; what may be seen is asked again at each tap."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.projects.papers import Paper
from bot.ui.callbacks import Id, PageNumber

Word = Annotated[str, Field(max_length=6, pattern=r"^[a-z]*$")]


class ProjectButton(CallbackData, prefix="oa1"):
    """Opens a project's card."""

    project_id: Id


class ProjectsButton(CallbackData, prefix="ob1"):
    """A page of the projects; 0 and an empty light are all. `narrow` opens the choice of what to show."""

    stream_id: Id = 0
    direction_id: Id = 0
    factory_id: Id = 0
    light: Word = ""
    silent: bool = False
    page: PageNumber = 0
    narrow: Word = ""


class DigestButton(CallbackData, prefix="oc1"):
    """Shows what has changed since the last digest."""


class PortfolioPictureButton(CallbackData, prefix="od1"):
    """Draws the projects of a stream, of all own ones with 0."""

    stream_id: Id = 0


class MonthlyButton(CallbackData, prefix="oe1"):
    """Sends the monthly report as a table: of this month, or with `back` of the one before."""

    stream_id: Id = 0
    back: bool = False


class PapersButton(CallbackData, prefix="of1"):
    """Opens a page of a project's files; with `earlier` those that count no more."""

    project_id: Id
    earlier: bool = False
    page: PageNumber = 0


class PaperButton(CallbackData, prefix="og1"):
    """Sends a version of a file."""

    version_id: Id


class SendPaperButton(CallbackData, prefix="oh1"):
    """Asks which kind of file it is, or awaits a file of that kind."""

    project_id: Id
    paper: Paper | None = None


class RemovePaperButton(CallbackData, prefix="oi1"):
    """Lets a version count no more; asks first unless `sure`."""

    version_id: Id
    sure: bool = False


class ReadyButton(CallbackData, prefix="ok1"):
    """Marks a point of the checklist as ready, or takes the mark off."""

    project_id: Id
    paper: Paper
    ready: bool


class DefenceButton(CallbackData, prefix="ol1"):
    """Opens a project's defence: slot, countdown, checklist."""

    project_id: Id


class DefencesButton(CallbackData, prefix="om1"):
    """Opens the order at a defence, of all own streams' with 0."""

    event_id: Id = 0
    page: PageNumber = 0


class SlotButton(CallbackData, prefix="on1"):
    """Chooses a project to be moved within its defence, or with a place moves it there."""

    project_id: Id
    place: Annotated[int, Field(ge=0, le=999)] = 0
