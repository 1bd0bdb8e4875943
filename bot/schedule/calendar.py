"""The timetable as a file for calendar programs: iCalendar, RFC 5545 (pure)."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.schedule.calendar_zones import zone_of
from bot.schedule.model import Point
from bot.shared.zones import day_in, local

if TYPE_CHECKING:
    import icalendar

PRODUCT = "-//School bot//Timetable//RU"

_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One event in words. `uid` never changes, `sequence` grows with each change, `zone` is the venue's.

    `link` is where an event online is held; what is no web address is left out of the file.
    """

    uid: str
    sequence: int
    starts_at: datetime
    ends_at: datetime
    zone: str
    title: str
    place: str
    point: Point | None
    description: str
    link: str
    category: str
    cancelled: bool


def uid_of(event_id: int, mark: str) -> str:
    """Return the name under which calendars know an event, in all editions and files of an installation."""
    return f"event-{event_id}@{mark}.school-bot"


def calendar_file(name: str, zone: str, entries: Sequence[Entry], made_at: datetime) -> bytes:
    """Return the file; a calendar that has the events already takes those of a higher sequence.

    `name` and `zone` are what programs show for the whole; lines are folded at 75 octets.
    """
    import icalendar  # noqa: PLC0415 - 3 MB that only calendars need

    whole = icalendar.Calendar()
    whole.add("PRODID", PRODUCT)
    whole.add("VERSION", "2.0")
    whole.add("CALSCALE", "GREGORIAN")
    whole.add("METHOD", "PUBLISH")
    whole.add("X-WR-CALNAME", icalendar.vText(legible(name)))
    whole.add("X-WR-TIMEZONE", zone)
    for used in sorted({entry.zone for entry in entries}):
        whole.add_component(_zone(used, [entry for entry in entries if entry.zone == used]))
    for entry in entries:
        whole.add_component(_event(entry, made_at))
    written: bytes = whole.to_ical()
    return written


KEPT_APART = "\\\N{WORD JOINER}N"
"""A backslash and an N somebody has typed: icalendar would write a line break for them."""


def legible(text: str) -> str:
    """Return a text without the control characters that no file of text may hold; line breaks stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    cleaned = "\n".join(
        "".join(" " if letter == "\t" else letter for letter in line if letter == "\t" or _written(letter))
        for line in lines
    )
    return cleaned.replace("\\N", KEPT_APART)


def _written(letter: str) -> bool:
    return unicodedata.category(letter) not in {"Cc", "Cs"}


def _zone(name: str, entries: Sequence[Entry]) -> "icalendar.Timezone":
    first = min(day_in(entry.starts_at, name) for entry in entries)
    return zone_of(name, first, max(day_in(entry.ends_at, name) for entry in entries))


def _event(entry: Entry, made_at: datetime) -> "icalendar.Event":
    import icalendar  # noqa: PLC0415 - as above

    event = icalendar.Event()
    event.add("UID", entry.uid)
    event.add("SEQUENCE", entry.sequence)
    event.add("DTSTAMP", made_at)
    event.add("DTSTART", local(entry.starts_at, entry.zone))
    event.add("DTEND", local(entry.ends_at, entry.zone))
    event.add("SUMMARY", legible(entry.title))
    event.add("STATUS", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT" if entry.cancelled else "OPAQUE")
    event.add("CATEGORIES", [legible(entry.category)])
    for field, text in (("LOCATION", entry.place), ("DESCRIPTION", entry.description)):
        if text:
            event.add(field, legible(text))
    if entry.point is not None:
        event.add("GEO", (entry.point.latitude, entry.point.longitude))
    if _ADDRESS.fullmatch(entry.link):
        event.add("URL", entry.link)
    return event
