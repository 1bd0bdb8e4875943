"""What a person may write to ask for a part of the timetable: «завтра», «вт», «18.11», «Тюмень» (pure).

Reading needs no timetable: it tells what kind of thing was written. What it means – which day, which
module – is found in `bot.schedule.wishes`.
"""

import re
from dataclasses import dataclass

from bot.schedule.spelling import fold, words_of
from bot.schedule.vocabulary import EVERYTHING, FILLERS, MODULE, MONTHS, ORDINALS, PRESENT, RELATIVE, WEEKDAYS

LONGEST = 60
"""A longer text is a sentence, not the name of a day or a place."""


@dataclass(frozen=True, slots=True)
class RelativeDay:
    """A day counted from today."""

    shift: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday is 0."""

    number: int


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A date with or without its month and year; whether there is such a date is not checked here."""

    day: int
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class ModuleNumber:
    """A module by its number; None is the one that runs or comes next."""

    number: int | None


@dataclass(frozen=True, slots=True)
class Present:
    """What runs now."""


@dataclass(frozen=True, slots=True)
class Name:
    """Perhaps the name of a city, a venue or a module, in folded words."""

    words: tuple[str, ...]


Subject = RelativeDay | Weekday | CalendarDay | ModuleNumber | Present | Name


@dataclass(frozen=True, slots=True)
class Phrase:
    """What was asked for; `everything` when «всё» was written beside it."""

    subject: Subject
    everything: bool = False

    @property
    def vague(self) -> bool:
        """Tell whether the words alone, without /schedule, may well be about something else."""
        return self.everything or (isinstance(self.subject, CalendarDay) and self.subject.month is None)


_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?\.?(?: ?(?:г|года)\.?)?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBER = re.compile(r"(\d{1,4})(?:-?(?:го|е|й|ый|ий|ое|st|nd|rd|th))?")


def read_words(text: str) -> Phrase | None:
    """Read what was written; None for an empty text, a long one, or one without a word."""
    if len(text) > LONGEST:
        return None
    folded = fold(text).strip(" ?!,;:")
    tokens = [token.strip('?!,;:«»"()') for token in folded.split()]
    tokens = [token for token in tokens if token]
    everything = any(token in EVERYTHING for token in tokens)
    rest = [token for token in tokens if token not in EVERYTHING]
    if not rest:
        return Phrase(RelativeDay(0), everything=True) if everything else None
    subject = _subject(_without_leading(rest, FILLERS))
    return Phrase(subject, everything) if subject is not None else None


def _subject(tokens: list[str]) -> Subject | None:
    plain = [token.rstrip(".") for token in tokens if token not in FILLERS] or tokens
    if len(plain) == 1:
        found = _single(plain[0])
        if found is not None:
            return found
    found = _date(" ".join(tokens)) or _named_month(plain) or _numbered_module(plain)
    if found is not None:
        return found
    named = _without_leading(tokens, FILLERS | MODULE)
    words = words_of(" ".join(named))
    return Name(words) if any(word.isalpha() for word in words) else None


def _without_leading(tokens: list[str], skipped: frozenset[str]) -> list[str]:
    """Drop leading words that say nothing, but never the last word left."""
    start = 0
    while start < len(tokens) - 1 and tokens[start] in skipped:
        start += 1
    return tokens[start:]


def _single(token: str) -> Subject | None:
    if token in RELATIVE:
        return RelativeDay(RELATIVE[token])
    if token in WEEKDAYS:
        return Weekday(WEEKDAYS[token])
    if token in PRESENT:
        return Present()
    if token in MODULE:
        return ModuleNumber(None)
    number = _number(token)
    return CalendarDay(number) if number is not None and 1 <= number <= 31 else None


def _date(text: str) -> CalendarDay | None:
    match = _NUMERIC.fullmatch(text)
    if match:
        day, month, year = match.groups()
        return CalendarDay(int(day), int(month), _year(year))
    match = _ISO.fullmatch(text)
    return CalendarDay(int(match[3]), int(match[2]), int(match[1])) if match else None


def _named_month(tokens: list[str]) -> CalendarDay | None:
    """Read «18 ноября», «18 ноября 2025 г.», «Nov 18», «18 Nov 2025»."""
    tokens = [token for token in tokens if token not in {"г", "года"}]
    if len(tokens) not in {2, 3}:
        return None
    first, second = tokens[:2]
    month, number = (MONTHS.get(second), _number(first)) if second in MONTHS else (
        MONTHS.get(first), _number(second)
    )  # fmt: skip
    if month is None or number is None:
        return None
    if len(tokens) == 2:
        return CalendarDay(number, month)
    year = _number(tokens[2])
    return None if year is None else CalendarDay(number, month, year)


def _numbered_module(tokens: list[str]) -> ModuleNumber | None:
    if len(tokens) != 2 or not MODULE.intersection(tokens):
        return None
    other = tokens[1] if tokens[0] in MODULE else tokens[0]
    number = ORDINALS.get(other) or _number(other)
    return ModuleNumber(number) if number is not None else None


def _number(token: str) -> int | None:
    match = _NUMBER.fullmatch(token)
    return int(match[1]) if match else None


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)
