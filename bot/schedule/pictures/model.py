"""What a picture of the timetable says, in words of the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """An event: when, what, and smaller what else; `cancelled` is the word for it, empty where it is held."""

    hours: str
    title: str
    details: tuple[str, ...] = ()
    cancelled: str = ""


@dataclass(frozen=True, slots=True)
class DayPart:
    """A day: its heading and its events; `free` says that there are none."""

    heading: str
    lines: tuple[Line, ...]
    free: str = ""


@dataclass(frozen=True, slots=True)
class Poster:
    """A timetable to be drawn.

    `about` stands small below the title, `footer` at the foot of each picture. `page` names a picture
    among several («2 из 3»), `more` says how many events found no place.
    """

    title: str
    about: tuple[str, ...]
    days: tuple[DayPart, ...]
    footer: tuple[str, ...]
    page: Callable[[int, int], str]
    more: Callable[[int], str]
