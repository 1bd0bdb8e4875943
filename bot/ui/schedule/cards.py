"""The cards of one event and of one venue."""

from bot.schedule.model import Audience, Event, EventDetails, Module
from bot.schedule.views import EventView, Reader, VenueView
from bot.ui.dates import capital, day_words, hours
from bot.ui.paging import Block, Page, blocks_page, lines, page_rows, paragraphs, shortened
from bot.ui.schedule.buttons import (
    EventButton,
    EventPointButton,
    VenueButton,
    VenuePointButton,
    day_button,
)
from bot.ui.schedule.wording import KINDS, city_and_zone, home_city, home_clock, home_row, stream_line
from bot.ui.screens import MapPoint, Rows, Screen, button
from bot.ui.texts import Markup, Texts

TITLE = 300
"""Characters of a title at the head of a card; a longer one is given whole below."""


def event_screen(texts: Texts, view: EventView, everything: bool, page: int, extra_rows: Rows) -> Screen:
    """Show a page of an event's card; `extra_rows` (what other rooms add) go above the way back."""
    details, event, stream = view.details, view.details.event, view.reader.stream
    shown = blocks_page(_event_blocks(texts, details), page)
    head = lines(
        title_line(texts, event),
        when_lines(texts, event, view.reader, details.module),
        texts(KINDS[event.kind]),
        stream_line(texts, view.reader),
        "" if view.own else texts("schedule-card-not-yours"),
    )
    rows = page_rows(
        texts,
        shown,
        EventButton(event_id=event.id, everything=everything, page=max(0, shown.number - 1)),
        EventButton(event_id=event.id, everything=everything, page=shown.number + 1),
    )
    way = VenueButton(stream_id=stream.id, venue_id=details.module.venue_id)
    places = [button(texts.plain("schedule-button-way"), way)]
    if details.point is not None:
        places.insert(0, button(texts.plain("schedule-button-map"), EventPointButton(event_id=event.id)))
    back = texts.plain("schedule-button-back", day=day_words(texts, event.day))
    last = [[button(back, day_button(stream.id, event.day, everything)), *home_row(texts)[0]]]
    return Screen(card_text(head, shown), [*rows, places, *extra_rows, *last], event_point(details))


def venue_screen(texts: Texts, view: VenueView, page: int = 0) -> Screen:
    """Show a page of a venue's card."""
    venue, stream = view.venue, view.reader.stream
    shown = blocks_page(venue_blocks(texts, view), page)
    place = city_and_zone(texts, venue.city, venue.zone, view.reader.now)
    head = lines(
        texts("schedule-venue-title", title=shortened(venue.title, TITLE), place=place),
        stream_line(texts, view.reader),
    )
    ids = {"stream_id": stream.id, "venue_id": venue.id}
    before = VenueButton(**ids, page=max(0, shown.number - 1))
    rows = page_rows(texts, shown, before, VenueButton(**ids, page=shown.number + 1))
    if venue.point is not None:
        rows.append([button(texts.plain("schedule-button-map"), VenuePointButton(**ids))])
    return Screen(card_text(head, shown), [*rows, *home_row(texts)], venue_point(view))


def venue_blocks(texts: Texts, view: VenueView) -> list[Block]:
    """Return what is known of a venue, each fact under its label; unknown ones have no text."""
    venue = view.venue
    return [
        Block(texts.plain("schedule-label-address"), venue.address),
        Block(texts.plain("schedule-label-way"), venue.way),
        Block(texts.plain("schedule-label-halls"), venue.halls),
        Block(texts.plain("schedule-label-wifi"), venue.wifi),
        Block(texts.plain("schedule-label-meals"), venue.meals),
        Block(texts.plain("schedule-label-contacts"), venue.contacts),
        Block(texts.plain("schedule-label-duty"), venue.duty_phone or view.reader.stream.duty_phone),
    ]


def event_point(details: EventDetails) -> MapPoint | None:
    """Return where an event is on the map."""
    if details.point is None:
        return None
    title = shortened(details.event.title, 100)
    address = details.address or details.event.room or details.module.city
    return MapPoint(details.point.latitude, details.point.longitude, title, shortened(address, 200))


def venue_point(view: VenueView) -> MapPoint | None:
    """Return where a venue is on the map."""
    point, venue = view.venue.point, view.venue
    if point is None:
        return None
    address = shortened(venue.address or venue.city, 200)
    return MapPoint(point.latitude, point.longitude, shortened(venue.title, 100), address)


def card_text(head: Markup, shown: Page[Block]) -> Markup:
    """Join a card's head with the blocks of a page."""
    return paragraphs(head, lines(*(str(block) for block in shown.items)))


def title_line(texts: Texts, event: Event) -> Markup:
    """Head an event's card: the title, and «Отменено» in words where it is so."""
    key = "schedule-card-cancelled" if event.cancelled else "schedule-card-title"
    return texts(key, title=shortened(event.title, TITLE))


def _event_blocks(texts: Texts, details: EventDetails) -> list[Block]:
    event = details.event
    room = ", ".join(part for part in (event.room, details.module.venue_title) if part)
    whole = event.title if len(" ".join(event.title.split())) > TITLE else ""
    return [
        Block(texts.plain("schedule-label-title"), whole),
        Block(texts.plain("schedule-label-room"), room),
        Block(texts.plain("schedule-label-speaker"), event.speaker),
        Block(texts.plain("schedule-label-online"), event.online),
        Block(texts.plain("schedule-label-audience"), _audience(texts, details.audience)),
        Block(texts.plain("schedule-label-description"), details.description),
        Block(texts.plain("schedule-label-materials"), details.materials),
    ]


def _audience(texts: Texts, audience: Audience) -> str:
    named = (
        ("schedule-audience-groups", audience.groups),
        ("schedule-audience-directions", audience.directions),
        ("schedule-audience-teams", audience.teams),
        ("schedule-audience-buses", audience.buses),
    )
    return "; ".join(
        texts.plain(key, names=", ".join(names), count=len(names)) for key, names in named if names
    )


def when_lines(texts: Texts, event: Event, reader: Reader, module: Module) -> Markup:
    """Say when an event is: by the venue's clock, which is named, and by the reader's where of use."""
    span = hours(event.starts_at, event.ends_at, event.zone)
    day = capital(day_words(texts, event.day))
    place = city_and_zone(texts, event.city, event.zone, event.starts_at)
    there = texts("schedule-when", day=day, hours=span, place=place)
    home = home_clock(texts, event, reader, module)
    if not home:
        return there
    return lines(there, texts("schedule-home-time", time=home, city=home_city(texts, reader)))
