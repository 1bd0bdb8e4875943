"""Until which day personal data are kept (pure)."""

import calendar
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date


def erased_from(ends_on: date, months: int) -> date | None:
    """Return the day from which a stream no longer needs its people's data; 0 months keep them: None.

    The same day of the month, the last one of a shorter month: 31 August and six months is 28 February.
    """
    if months == 0:
        return None
    years, month = divmod(ends_on.month - 1 + months, 12)
    year, month = ends_on.year + years, month + 1
    return date(year, month, min(ends_on.day, calendar.monthrange(year, month)[1]))


def person_erased_from(days: Collection[date | None]) -> date | None:
    """Return the day for somebody of several streams: the last of them; None where one keeps the data."""
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


@dataclass(frozen=True, slots=True)
class Due:
    """The next day on which people are erased, and how many; a day that has come means «now»."""

    day: date
    people: int


def next_due(people: Iterable[Collection[int]], days: Mapping[int, date | None]) -> Due | None:
    """Return who is due next; `people` are the streams of each person, `days` tell of each stream."""
    each = [person_erased_from([days[stream] for stream in streams]) for streams in people]
    known = [day for day in each if day is not None]
    return Due(min(known), known.count(min(known))) if known else None
