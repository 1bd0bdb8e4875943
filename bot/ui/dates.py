"""Dates, hours, zones and durations in words, in the reader's language."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from babel.dates import format_date, get_timezone_location

from bot.shared.zones import local, minutes_from_moscow, same_clock
from bot.ui.texts import Texts


def clock(moment: datetime, zone: str) -> str:
    """Return what a clock in the zone shows: «09:00»."""
    shown = local(moment, zone)
    return f"{shown.hour:02}:{shown.minute:02}"


def hours(starts_at: datetime, ends_at: datetime, zone: str) -> str:
    """Return from when till when by the zone's clock: «09:00–10:30»."""
    return f"{clock(starts_at, zone)}–{clock(ends_at, zone)}"


def zone_mark(texts: Texts, zone: str, moment: datetime) -> str:
    """Name a zone by its distance from Moscow at a moment: «МСК+2», «МСК−1», «МСК+5:30», «МСК»."""
    away = minutes_from_moscow(zone, moment)
    whole, rest = divmod(abs(away), 60)
    distance = f"{'−' if away < 0 else '+'}{whole}{f':{rest:02}' if rest else ''}" if away else ""
    return texts.plain("dates-moscow", distance=distance)


@lru_cache(maxsize=512)
def city_of(zone: str, locale: str) -> str:
    """Name the city a zone is known by, in a language: «Омск» for Asia/Omsk."""
    return get_timezone_location(zone, locale=locale, return_city=True)


def at_home(texts: Texts, moment: datetime, zone: str, home: str | None) -> str:
    """Return what the reader's clock shows, «07:00», with the weekday where it is another day.

    Empty where the home zone is unknown or its clock shows the same as the venue's.
    """
    if home is None or same_clock(zone, home, moment):
        return ""
    there, here = local(moment, zone), local(moment, home)
    shown = clock(moment, home)
    return shown if there.date() == here.date() else f"{_formatted(here.date(), 'EEE', texts.locale)} {shown}"


def day_words(texts: Texts, day: date, today: date | None = None) -> str:
    """Write a day: «вт, 18 ноября»; with the year where it is not the year of `today`."""
    key = "dates-pattern-day" if today is None or today.year == day.year else "dates-pattern-day-year"
    return _formatted(day, texts.plain(key), texts.locale)


def short_day(texts: Texts, day: date) -> str:
    """Write a day for a narrow button: «вт, 18»."""
    return _formatted(day, "EEE, d", texts.locale)


def period(texts: Texts, first: date, last: date) -> str:
    """Write the days from the first to the last: «17–21 ноября», «28 ноября – 2 декабря»."""
    pattern = texts.plain("dates-pattern-date")
    if first == last:
        return _formatted(first, pattern, texts.locale)
    if (first.year, first.month) == (last.year, last.month):
        month = _formatted(first, "MMMM", texts.locale)
        return texts.plain("dates-period-month", first=str(first.day), last=str(last.day), month=month)
    ends = (_formatted(day, pattern, texts.locale) for day in (first, last))
    return texts.plain("dates-period", **dict(zip(("first", "last"), ends, strict=True)))


def lasting(texts: Texts, time: timedelta) -> str:
    """Write a length of time up to a day, a begun minute counted whole: «25 мин», «1 ч 30 мин»."""
    whole, minutes = divmod(-(-time // timedelta(minutes=1)), 60)
    if not whole:
        return texts.plain("dates-minutes", minutes=str(minutes))
    if not minutes:
        return texts.plain("dates-hours", hours=str(whole))
    return texts.plain("dates-hours-minutes", hours=str(whole), minutes=str(minutes))


def in_days(texts: Texts, days: int) -> str:
    """Write how far a day is: «сегодня», «завтра», «через 2 дня»."""
    return texts.plain("dates-in-days", days=days)


def days_name(texts: Texts, day: date, today: date) -> str:
    """Name a day near today: «сегодня», «завтра», «вчера», otherwise empty."""
    keys = {0: "dates-today", 1: "dates-tomorrow", -1: "dates-yesterday"}
    key = keys.get((day - today).days)
    return texts.plain(key) if key else ""


def capital(text: str) -> str:
    """Begin a sentence: only the first letter becomes a capital."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=4096)
def _formatted(day: date, pattern: str, locale: str) -> str:
    return format_date(day, pattern, locale=locale)
