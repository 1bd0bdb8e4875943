"""What a file of the timetable is made of: which file, for whom, and the facts of its events."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.schedule.model import Event, Module, Point
from bot.schedule.own import Belonging, is_own
from bot.schedule.views import Reader


class Form(StrEnum):
    """What a person takes along."""

    CALENDAR = "ics"
    PICTURE = "png"


@dataclass(frozen=True, slots=True)
class Copy:
    """Which file it is: of a day, or with `day` None of the whole module; of own events or of all."""

    stream_id: int
    module_id: int
    day: date | None
    form: Form
    everything: bool = False


@dataclass(frozen=True, slots=True)
class FileEvent:
    """An event with what files tell of it beside its line in a list.

    `sequence` counts its published changes. `withdrawn` tells that the reader had it in an earlier
    edition and has it no longer: it is gone, or for others now.
    """

    event: Event
    venue: str
    address: str
    point: Point | None
    description: str
    materials: str
    sequence: int
    withdrawn: bool = False

    @property
    def off(self) -> bool:
        """Tell whether a calendar is to cancel it."""
        return self.withdrawn or self.event.cancelled


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a file is made of.

    `events` are those of the day or module in their order, the reader's own or all; `own` the ids of the
    own ones. `elsewhere` are events that stood there in an earlier published edition: moved, or withdrawn;
    a calendar that has them is told. `edition` is the published edition's number, `mark` what the
    installation is called in the names of events. `told` tells that the reader hears of changes of own
    events, and gets a new file with them.
    """

    reader: Reader
    copy: Copy
    module: Module
    edition: int
    events: tuple[FileEvent, ...]
    elsewhere: tuple[FileEvent, ...]
    own: frozenset[int]
    mark: str
    told: bool = False


def once_there(earlier: Iterable[Event], belonging: Belonging, shown: frozenset[int]) -> frozenset[int]:
    """Return the ids of events that a reader had in earlier editions and that are not shown now."""
    return frozenset(event.id for event in earlier if is_own(event, belonging)) - shown


def told_elsewhere(
    present: Iterable[FileEvent], gone: Iterable[FileEvent], belonging: Belonging
) -> tuple[FileEvent, ...]:
    """Return what a calendar is told of events that are not where they were.

    `present` are still published, moved or for others by now; `gone` are as they were published last.
    """
    moved = (one if is_own(one.event, belonging) else replace(one, withdrawn=True) for one in present)
    told = [*moved, *(replace(one, withdrawn=True) for one in gone)]
    return tuple(sorted(told, key=lambda one: (one.event.starts_at, one.event.id)))


def needed(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    """Return the copies that are to be made anew: a module's file makes those of its days superfluous."""
    known = dict.fromkeys(copies)
    whole = {(copy.module_id, copy.form, copy.everything) for copy in known if copy.day is None}
    kept = [
        copy
        for copy in known
        if copy.day is None or (copy.module_id, copy.form, copy.everything) not in whole
    ]
    return tuple(sorted(kept, key=lambda copy: (copy.module_id, copy.day or date.max, copy.form)))
