"""New hours of an event, as an organizer types them: «10:30», «10:30–12:00», «на 20 минут позже» (pure)."""

import re
from datetime import date, datetime, time, timedelta

from bot.shared.errors import Refusal
from bot.workbook.hours import read_time

_CLOCK = r"\d{1,2}[:.]\d{2}"
_SPAN = re.compile(rf"(?:с\s+|from\s+)?({_CLOCK})\s*(?:[-–—−]|до|to|till)\s*({_CLOCK})", re.I)
_SHIFT = re.compile(
    r"(?:(?:сдвинуть|перенести|move)\s+)?(?:на\s+|by\s+)?(?P<sign>[+\-−–])?\s*(?P<number>\d{1,3})?\s*"
    r"(?P<unit>полчаса|минут[аыу]?|мин\.?|minutes?|min|m|час(?:а|ов)?|ч\.?|hours?|h)?\s*"
    r"(?P<way>позже|позднее|раньше|later|earlier)?",
    re.I,
)
_BACK = frozenset({"-", "−", "–"})
_EARLIER = frozenset({"раньше", "earlier"})
_ZERO_DAY = date(2000, 1, 2)


def new_hours(words: str, starts: time, ends: time) -> tuple[time, time]:
    """Return the beginning and end that words ask for, of an event with these hours.

    A new beginning alone keeps how long the event lasts. Raises Refusal where the words ask for another
    day, and Unclear where they are no time.
    """
    text = " ".join(words.split()).strip(" .")
    if found := _SPAN.fullmatch(text):
        return _checked(read_time(found[1]), read_time(found[2]))
    minutes = _shift(text)
    if minutes is None:
        return _lasting(read_time(text), starts, ends)
    moved = datetime.combine(_ZERO_DAY, starts) + timedelta(minutes=minutes)
    if moved.date() != _ZERO_DAY:
        raise Refusal("error-edit-other-day")
    return _lasting(moved.time(), starts, ends)


def whole_hours(words: str) -> tuple[time, time]:
    """Return the beginning and end of «10:30–12:00»; Refusal where one of them is missing."""
    found = _SPAN.fullmatch(" ".join(words.split()).strip(" ."))
    if found is None:
        raise Refusal("error-edit-hours")
    return _checked(read_time(found[1]), read_time(found[2]))


def minutes_between(before: time, after: time) -> int:
    """Return by how many minutes a beginning has moved on one day."""
    moved = datetime.combine(_ZERO_DAY, after) - datetime.combine(_ZERO_DAY, before)
    return moved // timedelta(minutes=1)


def moved_by(hours: time, minutes: int) -> time:
    """Return a time of day some minutes later."""
    return (datetime.combine(_ZERO_DAY, hours) + timedelta(minutes=minutes)).time()


def _shift(text: str) -> int | None:
    found = _SHIFT.fullmatch(text)
    if found is None or not (found["sign"] or found["way"]) or not (found["number"] or found["unit"]):
        return None
    unit = (found["unit"] or "").lower()
    number = int(found["number"] or 1)
    if unit == "полчаса":
        minutes = 30
    elif unit.startswith(("ч", "h")):
        minutes = 60 * number
    elif found["number"]:
        minutes = number
    else:
        return None
    earlier = found["sign"] in _BACK or (found["way"] or "").lower() in _EARLIER
    return -minutes if earlier else minutes


def _lasting(beginning: time, starts: time, ends: time) -> tuple[time, time]:
    lasts = datetime.combine(_ZERO_DAY, ends) - datetime.combine(_ZERO_DAY, starts)
    if lasts <= timedelta():
        lasts += timedelta(days=1)
    return beginning, (datetime.combine(_ZERO_DAY, beginning) + lasts).time()


def _checked(starts: time, ends: time) -> tuple[time, time]:
    if starts == ends:
        raise Refusal("error-edit-hours")
    return starts, ends
