"""What the words a person wrote mean in a timetable (pure)."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.schedule.lookup import nearest_module, venue_today
from bot.schedule.model import Module
from bot.schedule.spelling import same_word, words_of
from bot.schedule.words import CalendarDay, ModuleNumber, Name, Phrase, Present, RelativeDay, Weekday
from bot.shared.zones import MOSCOW


@dataclass(frozen=True, slots=True)
class DayWish:
    """A day of the venue."""

    day: date


@dataclass(frozen=True, slots=True)
class ModuleWish:
    """A whole module."""

    module: Module


@dataclass(frozen=True, slots=True)
class NowWish:
    """What runs now."""


Wish = DayWish | ModuleWish | NowWish


def understand(phrase: Phrase, modules: Sequence[Module], now: datetime, whole: bool = False) -> Wish | None:
    """Find what a phrase means; None where it means nothing here.

    Days are the venue's: of the module that runs or comes next. A weekday is the one inside that
    module, else the nearest ahead. A date without a year (or month) is the one inside that module, else
    inside the nearest other module, else the nearest ahead. With `whole`, a name must be all of a
    city's, venue's or module's name; otherwise a part is enough.
    """
    today = venue_today(modules, now, MOSCOW)
    match phrase.subject:
        case Present():
            return NowWish()
        case RelativeDay(shift):
            return DayWish(today + timedelta(days=shift))
        case Weekday(number):
            return DayWish(_weekday(number, modules, today, now))
        case CalendarDay() as named:
            day = _calendar_day(named, modules, today, now)
            return DayWish(day) if day else None
        case ModuleNumber(wanted):
            module = nearest_module(modules, now) if wanted is None else _numbered(wanted, modules)
        case Name(words):
            module = named_module(words, modules, now, whole)
    return ModuleWish(module) if module else None


def named_module(
    words: Sequence[str], modules: Iterable[Module], now: datetime, whole: bool = False
) -> Module | None:
    """Find the module whose city, venue or title is meant; the nearest one of several."""
    known = tuple(modules)
    for names in _NAMES:
        found = [module for module in known if _same_name(words, names(module), whole)]
        if found:
            return nearest_module(found, now)
    return None


_QUOTED = re.compile('[«“"]([^«“”»"]+)[»”"]')
"""The name inside a name: «Мастерская управления «Сенеж»» is called «Сенеж»."""

_NAMES: tuple[Callable[[Module], str], ...] = (
    lambda module: module.city,
    lambda module: module.venue_title,
    lambda module: module.title,
)


def _same_name(words: Sequence[str], name: str, whole: bool) -> bool:
    """Compare words in their order; a part of a name needs a word of three letters or more."""
    known = words_of(name)
    if whole and any(_same_name(words, part, whole) for part in _QUOTED.findall(name)):
        return True
    if len(words) == len(known):
        return bool(known) and all(map(same_word, words, known))
    if whole or len(words) > len(known) or max(map(len, words)) < 3:
        return False
    starts = range(len(known) - len(words) + 1)
    return any(all(map(same_word, words, known[start:])) for start in starts)


def _weekday(number: int, modules: Sequence[Module], today: date, now: datetime) -> date:
    module = nearest_module(modules, now)
    if module is not None and today <= module.ends_on:
        inside = [day for day in _days(module) if day.weekday() == number]
        if inside:
            return min(inside, key=lambda day: (day < today, abs(day - today)))
    return today + timedelta(days=(number - today.weekday()) % 7)


def _calendar_day(named: CalendarDay, modules: Sequence[Module], today: date, now: datetime) -> date | None:
    candidates = sorted(_dates(named, today))
    for group in (_only(nearest_module(modules, now)), modules):
        inside = [day for day in candidates if any(m.starts_on <= day <= m.ends_on for m in group)]
        if inside:
            return min(inside, key=lambda day: (abs(day - today), day < today))
    if named.month is None:
        return next((day for day in candidates if day >= today), None)
    return min(candidates, key=lambda day: (abs(day - today), day < today), default=None)


def _dates(named: CalendarDay, today: date) -> Iterator[date]:
    """Go through the dates that a day with or without month and year may be, two years around today."""
    years = (today.year - 1, today.year, today.year + 1) if named.year is None else (named.year,)
    months = range(1, 13) if named.month is None else (named.month,)
    for year in years:
        for month in months:
            try:
                yield date(year, month, named.day)
            except ValueError:  # 30 February, or the 29th of a common year
                continue


def _numbered(number: int, modules: Sequence[Module]) -> Module | None:
    """Return the module of a number; where no module has one, they count in the order of their days."""
    if any(module.number is not None for module in modules):
        return next((module for module in modules if module.number == number), None)
    ordered = sorted(modules, key=lambda module: (module.starts_on, module.id))
    return ordered[number - 1] if 1 <= number <= len(ordered) else None


def _days(module: Module) -> Iterator[date]:
    for ordinal in range(module.starts_on.toordinal(), module.ends_on.toordinal() + 1):
        yield date.fromordinal(ordinal)


def _only(module: Module | None) -> tuple[Module, ...]:
    return () if module is None else (module,)
