"""What answers about boarding hold, before they become text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.excursions.boarding import BusFacts, Marked, Rider, Roll, Scene, Stage, Way


class Reply(StrEnum):
    """What a person who presses a button of boarding hears."""

    ABOARD = "aboard"
    ABOARD_ALREADY = "aboard-already"
    STAYING = "staying"
    STAYING_ALREADY = "staying-already"
    GIVEN_BACK = "given-back"
    SURE = "sure"
    TOO_EARLY = "too-early"
    LEFT = "left"
    WHICH_BUS = "which-bus"
    NO_ROOM = "no-room"


@dataclass(frozen=True, slots=True)
class BoardingView:
    """The answer to a tap. `bus` is where the person is, or was to be; `others` can be moved into."""

    reply: Reply
    scene: Scene
    way: Way
    bus: BusFacts | None
    leaves: datetime
    opens: datetime
    others: Sequence[BusFacts] = ()


@dataclass(frozen=True, slots=True)
class BusView:
    """A bus as its guide sees it; `bus` is None where people ride in none."""

    scene: Scene
    way: Way
    bus: BusFacts | None
    roll: Roll
    stage: Stage
    leaves: datetime
    now: datetime

    @property
    def bus_id(self) -> int | None:
        """The bus's id."""
        return None if self.bus is None else self.bus.id

    @property
    def left_at(self) -> datetime | None:
        """When the guide said that it has left."""
        return self.scene.left_at(self.way, self.bus_id)

    @property
    def back_begun(self) -> bool:
        """Tell whether boarding for the way back has begun."""
        return self.scene.has_begun(Way.BACK, self.bus_id)

    @property
    def stands(self) -> bool:
        """Tell whether people get in: boarding has opened, and nobody has said that the bus has left."""
        return self.left_at is None and self.stage in {Stage.OPEN, Stage.LEFT}

    def said_of(self, rider: Rider) -> Marked | None:
        """Return what is said of somebody."""
        return self.scene.mark(self.way, rider.id)


@dataclass(frozen=True, slots=True)
class RiderView:
    """Somebody on a bus's list."""

    bus: BusView
    rider: Rider


@dataclass(frozen=True, slots=True)
class BusesView:
    """The buses somebody looks after, the soonest first; `organizer` tells that they see every bus."""

    buses: Sequence[BusView]
    organizer: bool
    now: datetime


@dataclass(frozen=True, slots=True)
class LiveBus:
    """A message that is kept up to date; `bus` is None where its reader may not see it any more.

    `edits` counts what the reader's own taps have changed of it; a `finished` one is left alone soon.
    """

    chat_id: int
    message_id: int
    locale: str
    page: int
    edits: int
    bus: BusView | None
    finished: bool

    @property
    def key(self) -> tuple[int, int]:
        """The message: its chat and its id in it."""
        return self.chat_id, self.message_id
