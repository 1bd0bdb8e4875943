"""What the buttons about places carry: ids only; whether they may still be pressed is checked again."""

from bot.ui.callbacks import Button, Id, PageNumber


class TakeButton(Button, prefix="xpt1"):
    """Signs up, or changes the bus; 0 is the first bus with room. `instead` gives a clashing place up."""

    event_id: Id
    bus_id: Id = 0
    instead: bool = False


class GiveUpButton(Button, prefix="xpg1"):
    """Gives the place, or the turn in the list, up; asked first."""

    event_id: Id
    sure: bool = False


class OfferButton(Button, prefix="xpo1"):
    """Accepts or declines the place that is held."""

    event_id: Id
    accept: bool


class WhoButton(Button, prefix="xpw1"):
    """Opens a page of who goes and who waits, for organizers."""

    event_id: Id
    page: PageNumber = 0


class SeatButton(Button, prefix="xps1"):
    """Opens what organizers may do about somebody's place."""

    event_id: Id
    person_id: Id


class PutButton(Button, prefix="xpm1"):
    """Gives somebody a place, or moves them: into a bus, or with 0 where there are none."""

    event_id: Id
    person_id: Id
    bus_id: Id = 0


class TakeAwayButton(Button, prefix="xpa1"):
    """Takes somebody's place, or turn in the list, away; asked first."""

    event_id: Id
    person_id: Id
    sure: bool = False


class FindButton(Button, prefix="xpn1"):
    """Asks an organizer whom to give a place."""

    event_id: Id
