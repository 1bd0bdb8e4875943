"""What the buttons of a mentor's own profile carry."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.mentoring.profile_actions import MOST_PLACES
from bot.ui.callbacks import Button, Id, PageNumber
from bot.ui.mentoring.wishes import MentorKind


class Pause(StrEnum):
    """How long a pause is, on a button."""

    OVER = "o"
    WEEK = "w"
    MONTH = "m"
    STREAM = "s"


class Section(StrEnum):
    """A part of the profile on a screen of its own."""

    PLACES = "p"
    PAUSE = "u"
    DIRECTIONS = "d"
    TEAMS = "t"
    KIND = "k"


class ProfileButton(Button, prefix="jh1"):
    """Opens the own profile."""

    stream_id: Id


class SectionButton(Button, prefix="jg1"):
    """Opens a part of the own profile."""

    stream_id: Id
    section: Section
    page: PageNumber = 0


class PlacesButton(Button, prefix="jc1"):
    """Sets for how many teams there is room."""

    stream_id: Id
    places: Annotated[int, Field(ge=0, le=MOST_PLACES)]


class PauseButton(Button, prefix="ju1"):
    """Sets or ends a pause."""

    stream_id: Id
    pause: Pause


class DirectionButton(Button, prefix="jx1"):
    """Adds a direction (by its place in the list), or takes it away."""

    stream_id: Id
    place: PageNumber
    chosen: bool


class WishTeamButton(Button, prefix="jy1"):
    """Names a team one would like, or no longer."""

    stream_id: Id
    team_id: Id
    wished: bool


class TopicsButton(Button, prefix="jz1"):
    """Awaits the topics."""

    stream_id: Id


class OwnKindButton(Button, prefix="jb1"):
    """Sets which kind of mentor somebody is."""

    stream_id: Id
    kind: MentorKind


class RegionButton(Button, prefix="yk1"):
    """Awaits the region."""

    stream_id: Id
