"""What an excursion is, beyond its row of the timetable."""

from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from bot.schedule.model import Event, Module, Point


class Entry(StrEnum):
    """How people get onto an excursion; the value is what the database keeps."""

    SIGN_UP = "sign_up"
    ASSIGNED = "assigned"


@dataclass(frozen=True, slots=True)
class Bus:
    """A bus of an excursion; `departs` is the venue's wall clock, `guide` the full name."""

    id: int
    title: str
    plate: str
    departs: time | None
    meeting_point: str
    point: Point | None
    capacity: int = 0
    guide: str = ""


@dataclass(frozen=True, slots=True)
class Excursion:
    """An event one travels to. `bus` is the one the reader has a seat in, `seated` also tells of none.

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
    seated: bool = False

    @property
    def gathering(self) -> str:
        """Where the reader is to gather: at the own bus where it has a place of its own."""
        return (self.bus.meeting_point if self.bus else "") or self.meeting_point

    @property
    def gathering_point(self) -> Point | None:
        """Where that is on the map."""
        return (self.bus.point if self.bus else None) or self.point


@dataclass(frozen=True, slots=True)
class Outing:
    """An excursion as the published programme has it, for whomever: `excursion.bus` is nobody's.

    `capacity` is what is stated, None for nothing; `buses` stand in the order of their coming.
    """

    excursion: Excursion
    capacity: int | None
    buses: tuple[Bus, ...]

    @property
    def stream_id(self) -> int:
        """The stream whose programme it is in."""
        return self.excursion.module.stream_id

    def bus(self, bus_id: int | None) -> Bus | None:
        """Return a bus of it; None for another's, or for none."""
        return next((bus for bus in self.buses if bus.id == bus_id), None)

    def for_seat(self, bus_id: int | None) -> Excursion:
        """Return the excursion as somebody reads it who goes, in a bus or in none."""
        return replace(self.excursion, bus=self.bus(bus_id), seated=True)
