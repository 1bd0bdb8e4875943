"""What an excursion is, beyond its row of the timetable."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from bot.schedule.model import Event, Module, Point


class Entry(StrEnum):
    """How people get onto an excursion; the value is what the database keeps."""

    SIGN_UP = "sign_up"
    ASSIGNED = "assigned"


@dataclass(frozen=True, slots=True)
class Bus:
    """A bus of an excursion; `departs` is the venue's wall clock."""

    id: int
    title: str
    plate: str
    departs: time | None
    meeting_point: str
    point: Point | None


@dataclass(frozen=True, slots=True)
class Excursion:
    """An event one travels to. `bus` is the one the reader has a seat in.

    `entry` is None where the workbook says nothing beyond the timetable's row; `has_buses` tells
    whether any bus goes there.
    """

    event: Event
    module: Module
    entry: Entry | None
    meeting_point: str
    point: Point | None
    contact: str
    bring: str
    bus: Bus | None
    has_buses: bool

    @property
    def gathering(self) -> str:
        """Where the reader is to gather: at the own bus where it has a place of its own."""
        return (self.bus.meeting_point if self.bus else "") or self.meeting_point

    @property
    def gathering_point(self) -> Point | None:
        """Where that is on the map."""
        return (self.bus.point if self.bus else None) or self.point
