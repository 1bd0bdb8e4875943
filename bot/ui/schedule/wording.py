"""Pieces that the screens of the timetable share: an event's line, the zone, the module, the stream."""

from datetime import UTC, datetime, time

from bot.programme.model import Stream
from bot.schedule.kinds import EventKind
from bot.schedule.model import Event, Module
from bot.schedule.views import Reader
from bot.shared.zones import day_in
from bot.ui.dates import at_home, city_of, hours, in_days, period, zone_mark
from bot.ui.paging import shortened
from bot.ui.schedule.buttons import OpenButton, Place
from bot.ui.screens import Rows, button
from bot.ui.streams import stream_name
from bot.ui.texts import Markup, Texts, escape

TITLE, DETAIL, CITY = 140, 90, 60
"""Characters of a title, of a room or speaker, and of a city where they stand in a list or at a head."""

LABEL = 28
"""Characters of a button's label that a narrow phone shows whole."""

KINDS = {
    EventKind.LECTURE: "schedule-kind-lecture",
    EventKind.WORKSHOP: "schedule-kind-workshop",
    EventKind.MEETING: "schedule-kind-meeting",
    EventKind.EXCURSION: "schedule-kind-excursion",
    EventKind.MEAL: "schedule-kind-meal",
    EventKind.TRANSFER: "schedule-kind-transfer",
    EventKind.CHECK_IN: "schedule-kind-check-in",
    EventKind.INTERNSHIP: "schedule-kind-internship",
    EventKind.DEFENCE: "schedule-kind-defence",
    EventKind.CULTURE: "schedule-kind-culture",
    EventKind.OTHER: "schedule-kind-other",
}


def event_line(
    texts: Texts, number: int, event: Event, reader: Reader, module: Module | None, own: bool
) -> Markup:
    """Write an event for a list: number, hours, title, and a second line with room and speaker.

    For an event that is not the reader's own, the second line begins with whom it is for.
    """
    title = called(texts, event, TITLE)
    span = hours(event.starts_at, event.ends_at, event.zone)
    home = home_clock(texts, event, reader, module)
    if home:
        span = texts.plain("schedule-hours-home", hours=span, home=home)
    known = (event.room, event.speaker) if own else (meant_for(texts, event), event.room, event.speaker)
    details = " · ".join(escape(shortened(text, DETAIL)) for text in known if text)
    second = f"\n<i>{details}</i>" if details else ""
    return Markup(f"{number}. <b>{escape(span)}</b> {title}{second}")


def meant_for(texts: Texts, event: Event) -> str:
    """Tell whom an event of others is for: their groups where it names any."""
    if not event.groups:
        return texts.plain("schedule-line-others")
    names = shortened(", ".join(event.groups), TITLE)
    return texts.plain("schedule-audience-groups", names=names, count=len(event.groups))


def called(texts: Texts, event: Event, limit: int) -> Markup:
    """Write an event's title; a cancelled one is named so in words and struck through."""
    title = escape(shortened(event.title, limit))
    return texts("schedule-cancelled", title=title) if event.cancelled else title


def home_clock(texts: Texts, event: Event, reader: Reader, module: Module | None) -> str:
    """Return when an event begins by the reader's own clock, where that is of use.

    It is before the module begins and for an event online; at the venue one lives by the venue's clock.
    """
    begun = module is None or day_in(reader.now, event.zone) >= module.starts_on
    if begun and not event.online:
        return ""
    return at_home(texts, event.starts_at, event.zone, reader.home_zone)


def home_city(texts: Texts, reader: Reader) -> str:
    """Name the city of the reader's own zone."""
    return city_of(reader.home_zone, texts.locale) if reader.home_zone else ""


def place_and_zone(texts: Texts, module: Module, moment: datetime | None = None) -> str:
    """Name where a module is and by which clock: «Тюмень, МСК+2»."""
    at = moment or datetime.combine(module.starts_on, time(12), UTC)
    return city_and_zone(texts, module.city, module.zone, at)


def city_and_zone(texts: Texts, city: str, zone: str, moment: datetime) -> str:
    """Name a city and its clock at a moment."""
    return f"{shortened(city, CITY)}, {zone_mark(texts, zone, moment)}"


def module_name(texts: Texts, module: Module, limit: int = TITLE) -> str:
    """Name a module by its number and title."""
    title = shortened(module.title, limit)
    if module.number is None:
        return texts.plain("schedule-module", title=title)
    return texts.plain("schedule-module-numbered", number=str(module.number), title=title)


def next_module_line(texts: Texts, module: Module, reader: Reader) -> Markup:
    """Tell which module follows, where, on which days and how soon."""
    days = (module.starts_on - day_in(reader.now, module.zone)).days
    soon = texts.plain("schedule-in-brackets", text=in_days(texts, days)) if days >= 0 else ""
    return texts(
        "schedule-next-module",
        module=module_name(texts, module),
        city=shortened(module.city, CITY),
        period=period(texts, module.starts_on, module.ends_on),
        soon=soon,
    )


def stream_line(texts: Texts, reader: Reader) -> Markup:
    """Name the stream where it is not the reader's current one."""
    return texts("schedule-stream", stream=stream_title(texts, reader.stream)) if reader.aside else Markup("")


def stream_title(texts: Texts, stream: Stream) -> str:
    """Name a stream with its programme, within a title's length."""
    return shortened(stream_name(texts, stream), TITLE)


def home_row(texts: Texts) -> Rows:
    """Return the way back to the home card."""
    return [[button(texts.plain("button-home"), OpenButton(place=Place.HOME))]]
