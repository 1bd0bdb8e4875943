"""What an answer about excursions holds, before it becomes text."""

from dataclasses import dataclass

from bot.excursions.model import Excursion
from bot.schedule.views import Reader


@dataclass(frozen=True, slots=True)
class ExcursionsView:
    """The excursions of a stream that have not ended; `others` counts those that are not the reader's own."""

    reader: Reader
    excursions: tuple[Excursion, ...]
    others: int
    everything: bool


@dataclass(frozen=True, slots=True)
class ExcursionView:
    """One excursion."""

    reader: Reader
    excursion: Excursion
    own: bool
