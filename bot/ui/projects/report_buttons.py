"""What the buttons about reports, blockers, pauses and milestones carry: ids; rights are asked again."""

from typing import Annotated

from pydantic import Field

from bot.projects.drafts import Step
from bot.ui.callbacks import Button, Id, PageNumber

Word = Annotated[str, Field(max_length=8, pattern=r"^[a-z0-9]*$")]


class ReportButton(Button, prefix="ra1"):
    """Begins a report, or goes on with the half-written one; `light` answers its first question."""

    project_id: Id
    light: Word = ""


class AnswerButton(Button, prefix="rb1"):
    """Answers a question of the report by a number: what hindered before, or a milestone."""

    project_id: Id
    step: Step
    number: Id = 0


class AgainButton(Button, prefix="rc1"):
    """Takes an answer back, so that it is asked again."""

    project_id: Id
    step: Step


class GiveButton(Button, prefix="rd1"):
    """Gives the report."""

    project_id: Id


class LaterButton(Button, prefix="re1"):
    """Leaves the report as it is, to go on later."""

    project_id: Id


class DiscardButton(Button, prefix="rf1"):
    """Throws the half-written report away; asked first."""

    project_id: Id
    sure: bool = False


class AfreshButton(Button, prefix="ry1"):
    """Throws the half-written correction away and begins a new report."""

    project_id: Id


class HistoryButton(Button, prefix="rg1"):
    """Opens a page of the reports."""

    project_id: Id
    page: PageNumber = 0


class CorrectButton(Button, prefix="rh1"):
    """Begins to correct a report."""

    report_id: Id


class MilestonesButton(Button, prefix="rj1"):
    """Opens a page of the milestones."""

    project_id: Id
    page: PageNumber = 0


class MilestoneButton(Button, prefix="rk1"):
    """Marks a milestone as reached, or takes the mark off."""

    project_id: Id
    milestone_id: Id
    done: bool
    page: PageNumber = 0


class BlockerButton(Button, prefix="rm1"):
    """Opens what hinders."""

    blocker_id: Id


class CloseButton(Button, prefix="rn1"):
    """Says that it hinders no more."""

    blocker_id: Id


class StillButton(Button, prefix="ro1"):
    """Says that it still hinders."""

    blocker_id: Id


class HelpersButton(Button, prefix="rp1"):
    """Opens a page of who may be named as helper."""

    blocker_id: Id
    page: PageNumber = 0


class HelperButton(Button, prefix="rq1"):
    """Names a helper."""

    blocker_id: Id
    person_id: Id


class FindHelperButton(Button, prefix="rr1"):
    """Asks an organizer for the name of a helper."""

    blocker_id: Id


class SnoozeButton(Button, prefix="rs1"):
    """Asks for the report again in some hours, with 0 tomorrow morning."""

    project_id: Id
    hours: Annotated[int, Field(ge=0, le=72)]


class PausesButton(Button, prefix="rt1"):
    """Opens what can be done not to be asked for a while."""

    project_id: Id


class LeaveButton(Button, prefix="ru1"):
    """Is away for some days, with 0 until a day to be typed; `team` is the whole team."""

    project_id: Id
    days: Annotated[int, Field(ge=0, le=92)]
    team: bool = False


class ResumeButton(Button, prefix="rv1"):
    """Ends the pauses."""

    project_id: Id


class StagesButton(Button, prefix="rw1"):
    """Opens the choice of the stage."""

    project_id: Id


class StageButton(Button, prefix="rx1"):
    """Moves the project to the stage at a place of the list; `mark` tells whether it is still that one."""

    project_id: Id
    place: PageNumber
    mark: Word
