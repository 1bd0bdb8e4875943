"""The words of a calendar file."""

from bot.schedule.calendar import Entry, calendar_file, uid_of
from bot.schedule.calendar_facts import FileEvent, Material
from bot.schedule.model import Event
from bot.ui.paging import lines, parts, shortened
from bot.ui.schedule.files_wording import made_when
from bot.ui.schedule.wording import KINDS, city_and_zone, stream_title
from bot.ui.texts import Texts

TITLE, TEXT = 300, 6000
"""Characters of a title and of what is known of an event: calendar programs cut longer ones anywhere."""


def calendar_bytes(texts: Texts, material: Material) -> bytes:
    """Write the calendar file of a day or a module."""
    told = [*material.events, *material.elsewhere]
    return calendar_file(
        stream_title(texts, material.reader.stream),
        material.module.zone,
        [_entry(texts, material, one) for one in told],
        material.reader.now,
    )


def _entry(texts: Texts, material: Material, told: FileEvent) -> Entry:
    event = told.event
    title = shortened(event.title, TITLE)
    return Entry(
        uid=uid_of(event.id, material.mark),
        sequence=told.sequence,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        zone=event.zone,
        title=texts.plain("along-event-cancelled", title=title) if told.off else title,
        place=", ".join(
            shortened(part, TITLE) for part in (event.room, told.venue, told.address) if part.strip()
        ),
        point=told.point,
        description=_description(texts, material, told),
        link=event.online,
        category=texts.plain(KINDS[event.kind]),
        cancelled=told.off,
    )


def _description(texts: Texts, material: Material, told: FileEvent) -> str:
    event = told.event
    known = (
        ("schedule-label-speaker", event.speaker),
        ("schedule-label-online", event.online),
        ("schedule-label-description", told.description),
        ("schedule-label-materials", told.materials),
    )
    about = lines(
        texts.plain("along-event-withdrawn") if told.withdrawn else "",
        _meant(texts, material, event),
        *(f"{texts.plain(key)}: {value.strip()}" for key, value in known if value.strip()),
    )
    made = lines(
        texts.plain("along-event-zone", place=city_and_zone(texts, event.city, event.zone, event.starts_at)),
        made_when(texts, material),
        texts.plain("along-still"),
    )
    first, *rest = parts(about, TEXT) or [""]
    return lines(f"{first} …" if rest else first, made)


def _meant(texts: Texts, material: Material, event: Event) -> str:
    """Say of an event of others that it is theirs."""
    mine = event.id in material.own or event.id in {one.event.id for one in material.elsewhere}
    return "" if mine else texts.plain("along-event-others")
