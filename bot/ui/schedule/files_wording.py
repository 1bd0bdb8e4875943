"""What all files of the timetable say: what is in them, when they were made, that they stand still."""

from datetime import date

from bot.schedule.calendar_facts import Copy, Form, Material
from bot.shared.zones import local
from bot.ui.dates import capital, day_words, period
from bot.ui.paging import lines
from bot.ui.schedule.wording import city_and_zone, module_name, place_and_zone, stream_title
from bot.ui.texts import Markup, Texts

SUFFIXES = {Form.CALENDAR: "ics", Form.PICTURE: "png"}


def subject(texts: Texts, material: Material) -> str:
    """Name what is in a file: a day, or a module."""
    day = material.copy.day
    if day is None:
        return module_name(texts, material.module)
    return capital(day_words(texts, day, material.reader.now.date()))


def days_of(texts: Texts, material: Material) -> str:
    """Name the days that are in a file."""
    first, last = _days(material)
    return period(texts, first, last)


def where(texts: Texts, material: Material) -> str:
    """Name the place and its clock: «Тюмень, МСК+2»."""
    first = material.events[0].event.starts_at if material.events else None
    return place_and_zone(texts, material.module, first)


def made_when(texts: Texts, material: Material) -> str:
    """Say of which edition a file is and when it was made, by the venue's clock."""
    module, now = material.module, material.reader.now
    return texts.plain(
        "along-made",
        edition=str(material.edition),
        moment=f"{local(now, module.zone):%d.%m, %H:%M}",
        place=city_and_zone(texts, module.city, module.zone, now),
    )


def file_name(texts: Texts, material: Material, number: int = 0) -> str:
    """Name a file; of several, each by its number."""
    first, last = _days(material)
    days = f"{first:%d.%m.%Y}" if first == last else f"{first:%d.%m}–{last:%d.%m.%Y}"
    counted = f" {number}" if number else ""
    return f"{texts.plain('along-name', days=days)}{counted}.{SUFFIXES[material.copy.form]}"


def caption(texts: Texts, material: Material, *, anew: bool = False) -> Markup:
    """Say below a file what it is, what to do with it, and that it stands still; `anew`, after a change."""
    copy = material.copy
    what = {Form.CALENDAR: "along-caption-calendar", Form.PICTURE: "along-caption-picture"}[copy.form]
    return lines(
        texts("along-caption-anew") if anew else "",
        texts("along-caption-what", subject=subject(texts, material), days=days_of(texts, material))
        if copy.day is None
        else texts("along-caption-day", subject=subject(texts, material)),
        texts("along-caption-where", place=where(texts, material), stream=_stream(texts, material)),
        texts("schedule-scope-everything") if copy.everything else "",
        texts(what),
        texts(_promise(copy, material.told)),
    )


def _promise(copy: Copy, told: bool) -> str:
    """Choose how to say what becomes of a file: who is told of changes gets a new one with them."""
    if not told:
        return "along-still-take"
    return "along-still-all" if copy.everything else "along-still-own"


def _days(material: Material) -> tuple[date, date]:
    day, module = material.copy.day, material.module
    return (module.starts_on, module.ends_on) if day is None else (day, day)


def _stream(texts: Texts, material: Material) -> str:
    return stream_title(texts, material.reader.stream)
