"""A moment as an organizer types it: «18.11 15:00», «завтра 9:30 Омск», «17:00» (pure)."""

from datetime import UTC, date, datetime, time, timedelta

from bot.schedule.spelling import fold
from bot.schedule.vocabulary import RELATIVE
from bot.shared.errors import Refusal
from bot.shared.zones import day_in, zone_named
from bot.workbook.days import Yearless, read_day
from bot.workbook.hours import read_time
from bot.workbook.raw import Unclear
from bot.workbook.zones import read_zone

WEEK = timedelta(days=366)


def read_moment(words: str, now: datetime, zone: str) -> tuple[datetime, str]:
    """Return the moment (UTC) and the zone it was named in: the one in the words, or else the given one.

    A time without a day is the next such time. Refuses what is no moment.
    """
    parts = words.replace(",", " ").split()
    hours = next((place for place, part in enumerate(parts) if _time(part) and ":" in part), None)
    if hours is None:
        raise Refusal("error-broadcast-moment")
    named = _zone(" ".join(parts[hours + 1 :]), zone)
    at, today = _time(parts[hours]) or time(), day_in(now, named)
    day = _day(" ".join(part for part in parts[:hours] if fold(part) not in {"в", "at"}), today)
    if day is not None:
        return _moment(day, at, named), named
    first = _moment(today, at, named)
    return (first if first > now else _moment(today + timedelta(days=1), at, named)), named


def _moment(day: date, at: time, zone: str) -> datetime:
    return datetime.combine(day, at, zone_named(zone)).astimezone(UTC)


def _time(word: str) -> time | None:
    try:
        return read_time(word)
    except Unclear:
        return None


def _zone(words: str, zone: str) -> str:
    words = words.strip(" ()")
    if not words:
        return zone
    try:
        return read_zone(words)
    except Unclear:
        raise Refusal("error-broadcast-moment") from None


def _day(words: str, today: date) -> date | None:
    """Return the day of words, None where there are none."""
    if not words:
        return None
    away = RELATIVE.get(fold(words))
    if away is not None:
        return today + timedelta(days=away)
    try:
        found = read_day(words)
        return found.within(today, today + WEEK) if isinstance(found, Yearless) else found
    except Unclear:
        raise Refusal("error-broadcast-moment") from None
