"""What the buttons of the match carry: ids only; whether they may still be pressed is checked again."""

from enum import StrEnum

from bot.ui.callbacks import Button, Id, PageNumber


class Part(StrEnum):
    """What of the draft a screen shows."""

    PAIRS = "p"
    LOAD = "l"
    SHORTAGE = "s"
    WARNINGS = "w"
    CHANGES = "c"
    WAITING = "a"


class MatchButton(Button, prefix="jm1"):
    """Opens a part of a stream's match."""

    stream_id: Id
    part: Part = Part.PAIRS
    page: PageNumber = 0


class RunButton(Button, prefix="jr1"):
    """Makes the draft of a stream anew."""

    stream_id: Id


class PublishMatchButton(Button, prefix="jp1"):
    """Sends the proposals of a draft; asked first, with the counts."""

    matching_id: Id
    sure: bool = False


class MatchTeamButton(Button, prefix="jt1"):
    """Opens a team with the mentors it might have."""

    team_id: Id
    page: PageNumber = 0


class MatchPairButton(Button, prefix="jw1"):
    """Opens why a team has or has not a mentor."""

    team_id: Id
    mentor_id: Id


class PinButton(Button, prefix="ji1"):
    """Pins a mentor for a team; 0 takes the pin away."""

    team_id: Id
    mentor_id: Id = 0


class ForbidButton(Button, prefix="jf1"):
    """Rules a mentor out for a team, or lets them be again."""

    team_id: Id
    mentor_id: Id
    barred: bool


class SwapButton(Button, prefix="js1"):
    """Exchanges the mentors of two teams; without the other team, asks which."""

    team_id: Id
    other_id: Id = 0
    page: PageNumber = 0
