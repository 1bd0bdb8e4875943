"""What the buttons of teams, meetings and letters carry: ids and moments; rights are asked at each tap."""

from typing import Annotated

from pydantic import Field

from bot.ui.callbacks import Button, Id, PageNumber

Stamp = Annotated[int, Field(ge=0, le=2**32 - 1)]
"""Minutes since 1970."""

Ordinal = Annotated[int, Field(ge=1, le=3_652_059)]
"""A day, as `date.toordinal`."""


class TeamsButton(Button, prefix="yt1"):
    """Opens a mentor's teams."""

    page: PageNumber = 0


class LifeButton(Button, prefix="yc1"):
    """Opens a mentorship for one of its sides."""

    mentorship_id: Id


class MentorButton(Button, prefix="ym1"):
    """Opens the own mentor."""


class MeetingsButton(Button, prefix="yl1"):
    """Opens the meetings of a mentorship, the newest first."""

    mentorship_id: Id
    page: PageNumber = 0


class WhenButton(Button, prefix="yw1"):
    """Offers days, for a new meeting or for one that is moved."""

    mentorship_id: Id
    meeting_id: Id = 0
    page: PageNumber = 0


class DayButton(Button, prefix="yd1"):
    """Offers the hours of a day."""

    mentorship_id: Id
    meeting_id: Id
    day: Ordinal


class SlotButton(Button, prefix="ys1"):
    """Chooses a beginning: makes a draft, or shows what moving would mean."""

    mentorship_id: Id
    meeting_id: Id
    stamp: Stamp


class MeetingButton(Button, prefix="yv1"):
    """Opens a meeting."""

    meeting_id: Id


class ArrangeButton(Button, prefix="ya1"):
    """Makes a draft a meeting."""

    meeting_id: Id


class MoveButton(Button, prefix="yo1"):
    """Moves a meeting to what was shown."""

    meeting_id: Id
    stamp: Stamp


class LengthButton(Button, prefix="yn1"):
    """Sets how long a meeting is."""

    meeting_id: Id
    minutes: Annotated[int, Field(ge=1, le=480)]


class PlaceButton(Button, prefix="yp1"):
    """Awaits a place or a link."""

    meeting_id: Id


class CancelMeetingButton(Button, prefix="yx1"):
    """Cancels a meeting or forgets a draft; asked first where others know of it."""

    meeting_id: Id
    sure: bool = False


class HeldButton(Button, prefix="yh1"):
    """Says whether a meeting took place."""

    meeting_id: Id
    held: bool


class ResultButton(Button, prefix="yr1"):
    """Awaits the result of a meeting."""

    meeting_id: Id


class WriteButton(Button, prefix="yy1"):
    """Awaits a letter to the other side."""

    mentorship_id: Id


class AnswerLetterButton(Button, prefix="yz1"):
    """Awaits the answer to a letter."""

    letter_id: Id


class AskEndButton(Button, prefix="ye1"):
    """Awaits why a mentorship is to end."""

    mentorship_id: Id


class BoardButton(Button, prefix="yb1"):
    """Opens the mentorships of a stream, for its organizers."""

    stream_id: Id = 0
    page: PageNumber = 0


class StaffLifeButton(Button, prefix="yi1"):
    """Opens a mentorship for organizers."""

    mentorship_id: Id


class EndButton(Button, prefix="yf1"):
    """Ends a mentorship; asked first."""

    mentorship_id: Id
    sure: bool = False


class GoOnButton(Button, prefix="yg1"):
    """Lets a mentorship go on that somebody wanted to end."""

    mentorship_id: Id
