"""What an answer about excursions holds, before it becomes text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.excursions.model import Excursion
from bot.excursions.places import Standing
from bot.schedule.views import Reader


@dataclass(frozen=True, slots=True)
class ExcursionsView:
    """The excursions of a stream that have not ended; `others` counts those that are not the reader's own."""

    reader: Reader
    excursions: tuple[Excursion, ...]
    others: int
    everything: bool
    standings: Mapping[int, Standing] = field(default_factory=dict)
    """By event, of those that people sign up for."""


@dataclass(frozen=True, slots=True)
class ExcursionView:
    """One excursion.

    `standing` is set where people sign up, `may_sign_up` tells that the reader can be meant;
    `organizes` that the reader decides about others' places.
    """

    reader: Reader
    excursion: Excursion
    own: bool
    standing: Standing | None = None
    may_sign_up: bool = False
    organizes: bool = False
