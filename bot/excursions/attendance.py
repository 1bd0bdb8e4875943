"""Who was on an excursion: by the marks of boarding (frozen values)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.excursions.boarding import BusFacts, Mark, Marked, Rider, Roll, Scene, Way, roll_among
from bot.programme.model import Stream


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody's excursion; `mark` is None where nothing was said of them."""

    event_id: int
    title: str
    day: date
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """Somebody on an excursion: what was said of them there and for the way back, None for nothing."""

    stream: Stream
    scene: Scene
    rider: Rider
    bus: BusFacts | None
    there: Marked | None
    back: Marked | None


@dataclass(frozen=True, slots=True)
class AttendancesView:
    """The excursions that have begun, the newest first, each with everybody who was to go."""

    scenes: Sequence[Scene]


def whole_roll(scene: Scene) -> Roll:
    """Return everybody of an excursion, all buses together."""
    return roll_among(scene, Way.THERE, scene.riders)
