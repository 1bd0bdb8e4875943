"""What the buttons of boarding carry: ids only; whether they may still be pressed is checked again.

A bus of 0 is none: an excursion on foot, or those who have no seat in any bus.
"""

from enum import StrEnum

from bot.excursions.boarding import Mark, Way
from bot.ui.callbacks import Button, Id, PageNumber
from bot.ui.screens import Rows, button
from bot.ui.texts import Texts


class BoardButton(Button, prefix="xb1"):
    """Says «Я в автобусе» or «Не поеду» for whoever presses it; with a bus, that one."""

    event_id: Id
    way: Way
    mark: Mark
    bus_id: Id = 0
    sure: bool = False


class BusesButton(Button, prefix="xbl1"):
    """Opens the list of the buses one looks after."""

    page: PageNumber = 0


class BusButton(Button, prefix="xbb1"):
    """Opens a page of a bus's list, which is then kept up to date."""

    event_id: Id
    bus_id: Id
    way: Way
    page: PageNumber = 0


class EverybodyButton(Button, prefix="xbe1"):
    """Opens a page of everybody on a bus's list, to be marked by hand."""

    event_id: Id
    bus_id: Id
    way: Way
    page: PageNumber = 0


class RiderButton(Button, prefix="xbp1"):
    """Opens somebody on a bus's list."""

    event_id: Id
    bus_id: Id
    way: Way
    person_id: Id


class HandMark(StrEnum):
    """What is said of somebody by hand."""

    IN = "in"
    OUT = "out"
    NONE = "none"


class HandButton(Button, prefix="xbm1"):
    """Says of somebody that they are in the bus, do not go, or takes that back; `listed` shows the list."""

    event_id: Id
    bus_id: Id
    way: Way
    person_id: Id
    mark: HandMark
    listed: bool = False


class BusDeed(StrEnum):
    """What a guide says of a bus."""

    LEFT = "left"
    STANDS = "stands"
    CALL = "call"
    BACK = "back"


class BusDeedButton(Button, prefix="xbd1"):
    """Says something of a bus."""

    event_id: Id
    bus_id: Id
    way: Way
    deed: BusDeed


class AttendancesButton(Button, prefix="xbh1"):
    """Opens a page of the excursions that have been."""

    page: PageNumber = 0


class AttendanceButton(Button, prefix="xba1"):
    """Opens a page of who was on an excursion."""

    event_id: Id
    page: PageNumber = 0


def boarding_rows(texts: Texts, event_id: int, way: Way, on_foot: bool = False) -> Rows:
    """Return the two buttons of boarding, for reminders and the card; `on_foot` where nobody rides."""
    aboard = BoardButton(event_id=event_id, way=way, mark=Mark.IN)
    staying = BoardButton(event_id=event_id, way=way, mark=Mark.OUT)
    return [
        [
            button(texts.plain("boarding-button-here" if on_foot else "boarding-button-in"), aboard),
            button(texts.plain("boarding-button-out"), staying),
        ]
    ]
