"""Kinds of value a setting may have: read what somebody typed, keep it as text, read that again (pure)."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from bot.shared.errors import Refusal

T = TypeVar("T")

NOTHING = "-"
"""How an empty value is kept and travels on a button."""
NONE_WORDS = frozenset({"нет", "не надо", "никогда", "0", "no", "none", "never", NOTHING})
_SPACES = re.compile(r"[\s\u00a0]+")


class Kind(ABC, Generic[T]):
    """A kind of value; what is kept is short ASCII without «:» unless people type titles."""

    @abstractmethod
    def read(self, typed: str) -> T:
        """Return what somebody typed; raises Refusal with a sentence."""

    @abstractmethod
    def store(self, value: T) -> str:
        """Return the text that is kept."""

    @abstractmethod
    def restore(self, text: str) -> T:
        """Return the value of a kept text; raises ValueError for one that is none (any more)."""


class Unit(StrEnum):
    """What a whole number counts."""

    MINUTES = "minutes"
    DAYS = "days"
    MONTHS = "months"
    PEOPLE = "people"
    POINTS = "points"


_STEMS = {
    Unit.MINUTES: r"мин\w*|min\w*",
    Unit.DAYS: r"дн\w*|день|day\w*",
    Unit.MONTHS: r"мес\w*|month\w*",
    Unit.PEOPLE: r"чел\w*|people|person\w*",
    Unit.POINTS: r"балл\w*|point\w*",
}


@dataclass(frozen=True, slots=True)
class Whole(Kind[int]):
    """A whole number of units within bounds; where 0 is allowed it means «never» or «no»."""

    unit: Unit
    least: int
    most: int

    def read(self, typed: str) -> int:
        """Return the number, with or without its unit: another unit is not guessed at."""
        text = _plain(typed)
        if text in NONE_WORDS and self.least == 0:
            return 0
        found = re.fullmatch(rf"(\d{{1,6}}) ?(?:(?:{_STEMS[self.unit]})\.?)?", text)
        if not found or not self.least <= int(found[1]) <= self.most:
            raise Refusal(f"error-setting-{self.unit.value}", least=str(self.least), most=str(self.most))
        return int(found[1])

    def store(self, value: int) -> str:
        """Return the digits."""
        return str(value)

    def restore(self, text: str) -> int:
        """Return the number, held to the bounds of today."""
        return _checked(int(text), lambda number: self.least <= number <= self.most)


class Hour(Kind[int]):
    """A full hour of the day, 0–23."""

    def read(self, typed: str) -> int:
        """Return the hour of «20», «20:00», «в 20 ч»."""
        found = re.fullmatch(r"(?:в |at )?(\d{1,2})(?:[:.]00)?(?: ?ч\w*\.?)?", _plain(typed))
        if not found or int(found[1]) > 23:
            raise Refusal("error-setting-hour")
        return int(found[1])

    def store(self, value: int) -> str:
        """Return the digits."""
        return str(value)

    def restore(self, text: str) -> int:
        """Return the hour."""
        return _checked(int(text), lambda hour: 0 <= hour <= 23)


class Weekday(Kind[int]):
    """A day of the week, 0 for Monday to 6 for Sunday."""

    def read(self, typed: str) -> int:
        """Return the day of «чт», «четверг», «по четвергам», «Thursday»."""
        text = re.sub(r"^(?:по|в|во|on) ", "", _plain(typed))
        for number, stems in enumerate(_WEEKDAYS):
            if any(re.fullmatch(stem, text) for stem in stems):
                return number
        raise Refusal("error-setting-weekday")

    def store(self, value: int) -> str:
        """Return the digit."""
        return str(value)

    def restore(self, text: str) -> int:
        """Return the day."""
        return _checked(int(text), lambda day: 0 <= day <= 6)


_WEEKDAYS = (
    (r"пн", r"понедельник\w*", r"mon(?:days?)?"),
    (r"вт", r"вторник\w*", r"tue(?:s|sdays?)?"),
    (r"ср", r"сред\w+", r"wed(?:nesdays?)?"),
    (r"чт", r"четверг\w*", r"thu(?:rs|rsdays?)?"),
    (r"пт", r"пятниц\w+", r"fri(?:days?)?"),
    (r"сб", r"суббот\w+", r"sat(?:urdays?)?"),
    (r"вс", r"воскресень\w+", r"sun(?:days?)?"),
)


@dataclass(frozen=True, slots=True)
class Window:
    """Hours of the day from one full hour to another, perhaps over midnight; two equal ones are none."""

    begins: int
    ends: int

    @property
    def hours(self) -> int:
        """How long it lasts."""
        return (self.ends - self.begins) % 24

    def holds(self, hour: int) -> bool:
        """Tell whether an hour of the day lies within."""
        return (hour - self.begins) % 24 < self.hours


NO_WINDOW = Window(0, 0)
LONGEST_WINDOW = 16
"""Hours: a longer quiet time would leave no time to be told anything."""


class Hours(Kind[Window]):
    """A pair of hours, «22–08»."""

    def read(self, typed: str) -> Window:
        """Return the hours of «22–8», «с 22:00 до 8», «нет»."""
        text = _plain(typed)
        if text in NONE_WORDS:
            return NO_WINDOW
        hour = r"(\d{1,2})(?:[:.]00)?(?: ?ч\w*\.?)?"
        found = re.fullmatch(rf"(?:с |from )?{hour} ?(?:-|–|—|до|to|till) ?{hour}", text)
        if not found or max(int(found[1]), int(found[2])) > 24:
            raise Refusal("error-setting-hours")
        window = Window(int(found[1]) % 24, int(found[2]) % 24)
        if window.hours > LONGEST_WINDOW:
            raise Refusal("error-setting-hours-long", most=str(LONGEST_WINDOW))
        return window

    def store(self, value: Window) -> str:
        """Return «22-8»."""
        return f"{value.begins}-{value.ends}"

    def restore(self, text: str) -> Window:
        """Return the hours."""
        begins, ends = map(int, text.split("-"))
        window = Window(begins, ends)
        return _checked(
            window, lambda one: 0 <= min(begins, ends) <= max(begins, ends) < 24 and one.hours <= 16
        )


class YesNo(Kind[bool]):
    """Yes or no."""

    def read(self, typed: str) -> bool:
        """Return the answer."""
        text = _plain(typed)
        if text in {"да", "yes", "1"}:
            return True
        if text in NONE_WORDS:
            return False
        raise Refusal("error-setting-yes-no")

    def store(self, value: bool) -> str:
        """Return «1» or «0»."""
        return str(int(value))

    def restore(self, text: str) -> bool:
        """Return the answer."""
        return _checked(text, lambda one: one in {"0", "1"}) == "1"


MOST_TITLES, LONGEST_TITLE = 12, 60


class Titles(Kind[tuple[str, ...]]):
    """A list of titles in their order, at least one."""

    def read(self, typed: str) -> tuple[str, ...]:
        """Return the titles: one a line, or parted by «;» or an arrow."""
        titles = tuple(_SPACES.sub(" ", part).strip() for part in re.split(r"\n|;|→|->", typed))
        titles = tuple(dict.fromkeys(title for title in titles if title))
        if not _listable(titles):
            raise Refusal("error-setting-titles", most=str(MOST_TITLES), longest=str(LONGEST_TITLE))
        return titles

    def store(self, value: tuple[str, ...]) -> str:
        """Return a title a line."""
        return "\n".join(value)

    def restore(self, text: str) -> tuple[str, ...]:
        """Return the titles."""
        return _checked(tuple(text.split("\n")), _listable)


def _listable(titles: tuple[str, ...]) -> bool:
    return 0 < len(titles) <= MOST_TITLES and all(0 < len(title) <= LONGEST_TITLE for title in titles)


def _plain(typed: str) -> str:
    return _SPACES.sub(" ", typed).strip().rstrip(".!").lower()


def _checked(value: T, fits: Callable[[T], bool]) -> T:
    if not fits(value):
        raise ValueError(value)
    return value
