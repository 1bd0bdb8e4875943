"""Answers that are events: the next bus, the lunch, the defence, who speaks."""

from datetime import date

from bot.excursions.model import Excursion
from bot.schedule.model import Event
from bot.schedule.views import Reader
from bot.ui.dates import capital, clock, day_words, days_name, hours
from bot.ui.excursions.buttons import ExcursionButton
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.schedule.buttons import EventButton, OpenButton, Place, day_button
from bot.ui.schedule.wording import DETAIL, TITLE, called, city_and_zone, home_clock, home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts
from bot.understanding.actions import departure
from bot.understanding.model import Intent, Question
from bot.understanding.views import HappeningsView, SpeakersView

LISTED = 4
"""Events named in an answer: the next one and a few after it, a button for each."""

SPEAKERS = 12
"""Speakers named in an answer: with the longest lines they stay below 3,500 characters."""


def happenings_screen(texts: Texts, question: Question, view: HappeningsView) -> Screen:
    """Show the next of the events asked for in the first line, the following ones below."""
    events = view.events[:LISTED]
    if not events and view.riding is None:
        return Screen(no_such_line(texts, question.intent, view.day), _last_rows(texts, view))
    first = excursion_bus_line(texts, view) if view.riding else ""
    listed = [_event_line(texts, event, view) for event in events]
    head, rest = (first, listed) if first else (listed[0], listed[1:])
    zoned = events[0] if events else view.riding.event if view.riding else None
    place = city_and_zone(texts, zoned.city, zoned.zone, zoned.starts_at) if zoned else ""
    return Screen(
        paragraphs(head, lines(*rest), texts("schedule-clock", place=place)),
        [*_event_rows(texts, view, events), *_last_rows(texts, view)],
    )


def excursion_bus_line(texts: Texts, view: HappeningsView) -> Markup:
    """Tell when and from where the own bus to an excursion leaves."""
    one = view.riding
    leaves = departure(one) if one else None
    if one is None or one.bus is None or leaves is None:
        return Markup("")
    time = f"{day_named(texts, one.event.day, view.today)}, {clock(leaves, one.event.zone)}"
    return texts(
        "understanding-riding",
        when=time,
        place=_place(texts, one.gathering),
        bus=shortened(", ".join(part for part in (one.bus.title, one.bus.plate) if part), DETAIL),
        title=shortened(one.event.title, TITLE),
    )


def excursion_line(texts: Texts, one: Excursion, reader: Reader) -> Markup:
    """Tell when an excursion is and where to gather."""
    gathering = shortened(one.gathering, DETAIL)
    span = hours(one.event.starts_at, one.event.ends_at, one.event.zone)
    return texts(
        "understanding-event",
        title=shortened(one.event.title, TITLE),
        when=f"{day_words(texts, one.event.day)}, {_with_home(texts, span, one.event, reader, one)}",
        place=texts.plain("understanding-gathering", place=gathering) if gathering else "",
    )


def no_such_line(texts: Texts, intent: Intent, day: date | None) -> Markup:
    """Tell that the own timetable has nothing of the kind, on a day or ahead."""
    about = texts.plain(f"understanding-about-{intent}")
    if day is None:
        return texts("understanding-none", about=about)
    return texts("understanding-none-day", about=about, day=day_words(texts, day))


def speakers_screen(texts: Texts, view: SpeakersView) -> Screen:
    """Show who speaks on a day, or in the part of it that was asked for."""
    day = day_named(texts, view.day, view.today)
    back = button(day_words(texts, view.day), day_button(view.reader.stream.id, view.day, everything=False))
    rows = [[back, *home_row(texts)[0]]]
    if not view.events:
        return Screen(texts("understanding-speakers-none", day=day), rows)
    named = [
        texts(
            "understanding-speaker",
            hours=hours(event.starts_at, event.ends_at, event.zone),
            speaker=shortened(event.speaker, DETAIL),
            title=called(texts, event, TITLE),
        )
        for event in view.events[:SPEAKERS]
    ]
    more = len(view.events) - SPEAKERS
    rest = texts("schedule-more", count=more) if more > 0 else ""
    return Screen(lines(texts("understanding-speakers", day=day), *named, rest), rows)


def day_named(texts: Texts, day: date, today: date) -> str:
    """Name a day as one speaks: «сегодня», «завтра», otherwise by its date."""
    return days_name(texts, day, today) or day_words(texts, day)


def _event_line(texts: Texts, event: Event, view: HappeningsView) -> Markup:
    reader, day = view.reader, day_named(texts, event.day, view.today)
    place = _place(texts, event.room)
    if not event.cancelled and event.starts_at <= reader.now < event.ends_at:
        return texts(
            "understanding-running",
            title=shortened(event.title, TITLE),
            until=clock(event.ends_at, event.zone),
            place=place,
        )
    span = hours(event.starts_at, event.ends_at, event.zone)
    module = view.modules.get(event.module_id)
    home = home_clock(texts, event, reader, module)
    if home:
        span = texts.plain("schedule-hours-home", hours=span, home=home)
    return texts(
        "understanding-event",
        title=capital(called(texts, event, TITLE)) if event.cancelled else shortened(event.title, TITLE),
        when=f"{day}, {span}",
        place=place,
    )


def _with_home(texts: Texts, span: str, event: Event, reader: Reader, one: Excursion) -> str:
    home = home_clock(texts, event, reader, one.module)
    return texts.plain("schedule-hours-home", hours=span, home=home) if home else span


def _place(texts: Texts, place: str) -> str:
    return texts.plain("understanding-place", place=shortened(place, DETAIL)) if place else ""


def _event_rows(texts: Texts, view: HappeningsView, events: tuple[Event, ...]) -> Rows:
    """Lead to the cards; the labels carry the hour, so that they are told apart without numbers."""
    rows: Rows = []
    if view.riding is not None:
        card = ExcursionButton(event_id=view.riding.event.id)
        rows.append([button(texts.plain("excursions-button-gathering"), card)])
    labelled = [
        button(
            f"{day_words(texts, event.day)}, {clock(event.starts_at, event.zone)}",
            EventButton(event_id=event.id),
        )
        for event in events
    ]
    return rows + [labelled[start : start + 2] for start in range(0, len(labelled), 2)]


def _last_rows(texts: Texts, view: HappeningsView) -> Rows:
    if view.day is None:
        shown = button(texts.plain("schedule-button-today"), OpenButton(place=Place.TODAY))
    else:
        label = day_words(texts, view.day)
        shown = button(label, day_button(view.reader.stream.id, view.day, everything=False))
    return [[shown, *home_row(texts)[0]]]
