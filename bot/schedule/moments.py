"""A moment as people type it: «завтра в 15», «вт 18.11 15:00–16:30 Омск, технопарк» (pure)."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.schedule.spelling import fold
from bot.schedule.vocabulary import RELATIVE, WEEKDAYS
from bot.shared.zones import day_in, zone_named
from bot.workbook.days import Yearless, read_day
from bot.workbook.hours import read_time
from bot.workbook.raw import Unclear
from bot.workbook.zones import read_zone

YEAR = timedelta(days=366)
LONGEST = 24 * 60
"""Minutes from the beginning to an end that is named."""

_WORD = re.compile(r"[^\s,;]+")
_BEFORE_DAY = frozenset({"в", "во", "на", "к", "с", "at", "on", "from"})
_UNTIL = frozenset({"до", "-", "–", "—", "to", "till", "until"})
_HOURS = frozenset({"ч", "ч.", "час", "часа", "часов", "h"})
_EVENING, _MORNING = frozenset({"вечера", "дня", "pm"}), frozenset({"утра", "am"})
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_TIME = re.compile(r"\d{1,2}(?:[:.\-]\d{2})?")
_SPAN = re.compile(r"(\d{1,2}:\d{2})[-–—](\d{1,2}:\d{2})")
_AWAY = re.compile(r"(?:через|in) (?:(\d{1,2}) )?(?:(дней|дня|день|days?)|(недел[юиь]|weeks?))")
_LASTING = re.compile(
    r"(?:на |for )?(?:(?P<sole>час|полчаса|полтора часа|an hour)"
    r"|(?:(?P<hours>\d{1,2}) ?(?:ч\w*|h\w*))? ?(?:(?P<minutes>\d{1,3}) ?(?:м|мин\w*|min\w*))?)(?!\w)\.?"
)
_SOLE = {"час": 60, "an hour": 60, "полчаса": 30, "полтора часа": 90}
_BY_MOSCOW = re.compile(r"(?:по )?(?:москве|московскому(?: времени)?)(?!\w)")


@dataclass(frozen=True, slots=True)
class Slot:
    """A moment, the zone (IANA) it was named in, for how many minutes where that was said, what else was."""

    at: datetime
    zone: str
    minutes: int | None = None
    rest: str = ""


def read_slot(words: str, now: datetime, zone: str) -> Slot | None:
    """Return the moment that words begin with; None where they name none.

    It is by the clock of the zone named after it, otherwise by that of `zone`. A time without a day is
    the next such time, a weekday the next such day, a day without a year the next such day.
    """
    found = [(one.group(), one.start(), one.end()) for one in _WORD.finditer(words)]
    parts = [fold(part) for part, _start, _end in found]
    place = _place_of_time(parts)
    if place is None:
        return None
    begins, ends, taken = _times(parts, place)
    rest = words[found[taken - 1][2] :].strip(" ,;")
    named, rest = _zone(rest, zone)
    lasting, rest = _lasting(rest)
    if named == zone and rest:
        named, rest = _zone(rest, zone)
    at = _at(_before(parts[:place]), begins, named, now)
    if at is None:
        return None
    if ends is not None:
        lasting = (_of_day(ends) - _of_day(begins)) % LONGEST or None
    return Slot(at, named, lasting, rest)


def _place_of_time(parts: list[str]) -> int | None:
    """Return where the time stands: the first clock, or what follows «в» or a day and can be one."""
    for place, part in enumerate(parts):
        if _CLOCK.fullmatch(part) and _time(part) is not None:
            return place - 2 if _is_end(parts, place) else place
        if (span := _SPAN.fullmatch(part)) and None not in (_time(span[1]), _time(span[2])):
            return place
    today = date(2000, 1, 1)
    for place, part in enumerate(parts):
        if not _TIME.fullmatch(part) or _time(part) is None:
            continue
        before = _before(parts[:place])
        by_hour = parts[place + 1 : place + 2] and parts[place + 1] in _HOURS | _EVENING | _MORNING
        after_word = (
            place > 0 and parts[place - 1] in {"в", "at", "к", "с"} and not _is_day(part, parts, place)
        )
        if _known_day(before, today) if before else by_hour or after_word:
            return place
    return None


def _is_end(parts: list[str], place: int) -> bool:
    """Tell whether a clock is the end of «с 15 до 16:30»."""
    if place < 2 or parts[place - 1] not in _UNTIL:
        return False
    return bool(_TIME.fullmatch(parts[place - 2])) and _time(parts[place - 2]) is not None


def _is_day(part: str, parts: list[str], place: int) -> bool:
    """Tell whether «в 18.11 15.00» or «в 18 ноября» begins with a day."""
    following = parts[place + 1 : place + 2]
    return bool(following) and (
        _known_day(f"{part} {following[0]}", date(2000, 1, 1))
        or (_known_day(part, date(2000, 1, 1)) and _time(following[0]) is not None)
    )


def _times(parts: list[str], place: int) -> tuple[time, time | None, int]:
    """Return the time at a place, the end where it is named, and how many words were taken."""
    span = _SPAN.fullmatch(parts[place])
    if span:
        return _time(span[1]) or time(), _time(span[2]), place + 1
    begins, taken = _spoken(parts, place)
    if taken + 1 < len(parts) and parts[taken] in _UNTIL and _time(parts[taken + 1]) is not None:
        ends, taken = _spoken(parts, taken + 1)
        return begins, ends, taken
    return begins, None, taken


def _spoken(parts: list[str], place: int) -> tuple[time, int]:
    """Return the time of «15», «9:30», «3 часа дня» and how many words were taken."""
    named, taken = _time(parts[place]) or time(), place + 1
    if taken < len(parts) and parts[taken] in _HOURS:
        taken += 1
    if taken < len(parts) and parts[taken] in _EVENING | _MORNING:
        if parts[taken] in _EVENING and named.hour < 12:
            named = named.replace(hour=named.hour + 12)
        taken += 1
    return named, taken


def _before(parts: list[str]) -> str:
    """Return the words of the day without what only leads to it."""
    return " ".join(part for part in parts if part not in _BEFORE_DAY)


def _known_day(words: str, today: date) -> bool:
    return _day(words, today) is not None


def _at(words: str, at: time, zone: str, now: datetime) -> datetime | None:
    today = day_in(now, zone)
    if words:
        day = _day(words, today)
        if day is None:
            return None
        moment = _moment(day, at, zone)
        passed = words in WEEKDAYS and moment <= now
        return _moment(day + timedelta(days=7), at, zone) if passed else moment
    first = _moment(today, at, zone)
    return first if first > now else _moment(today + timedelta(days=1), at, zone)


def _moment(day: date, at: time, zone: str) -> datetime:
    return datetime.combine(day, at, zone_named(zone)).astimezone(UTC)


def _of_day(at: time) -> int:
    return at.hour * 60 + at.minute


def _time(word: str) -> time | None:
    try:
        return read_time(word)
    except Unclear:
        return None


def _day(words: str, today: date) -> date | None:
    """Return the day of words, None where they name none."""
    if words in RELATIVE:
        return today + timedelta(days=RELATIVE[words])
    if words in WEEKDAYS:
        return today + timedelta(days=(WEEKDAYS[words] - today.weekday()) % 7)
    if away := _AWAY.fullmatch(words):
        return today + timedelta(days=int(away[1] or 1) * (1 if away[2] else 7))
    try:
        found = read_day(words)
        return found.within(today, today + YEAR) if isinstance(found, Yearless) else found
    except Unclear:
        return None


def _zone(words: str, zone: str) -> tuple[str, str]:
    """Return the zone that words begin with, otherwise the given one, and the words after it."""
    if moscow := _BY_MOSCOW.match(words.casefold()):
        return "Europe/Moscow", words[moscow.end() :].strip(" ,;.")
    bare = words.removeprefix("(")
    found = list(_WORD.finditer(bare))[:3]
    for one in reversed(found):
        try:
            named = read_zone(bare[: one.end()].strip(" ()."))
        except Unclear:
            continue
        return named, bare[one.end() :].strip(" ,;.)")
    return zone, words


def _lasting(words: str) -> tuple[int | None, str]:
    """Return for how many minutes it is, where words begin with that, and the words after it."""
    found = _LASTING.match(words.casefold())
    if found is None or not found[0].strip():
        return None, words
    minutes = _SOLE.get(found["sole"] or "", 0) + int(found["hours"] or 0) * 60 + int(found["minutes"] or 0)
    return (minutes, words[found.end() :].strip(" ,;.")) if minutes else (None, words)
