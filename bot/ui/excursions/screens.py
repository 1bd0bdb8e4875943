"""Excursions on the screen: the list, and the card with place, time, bus and what to take."""

from bot.excursions.boarding import Way
from bot.excursions.model import Entry, Excursion
from bot.excursions.views import ExcursionsView, ExcursionView
from bot.schedule.kinds import EventKind
from bot.schedule.model import Event
from bot.shared.zones import day_in
from bot.ui.dates import capital, day_words, hours
from bot.ui.excursions.boarding_buttons import boarding_rows
from bot.ui.excursions.buttons import ExcursionButton, ExcursionPointButton, ExcursionsButton
from bot.ui.excursions.places import fullness, own_line, place_lines, place_rows
from bot.ui.excursions.wording import bus_words
from bot.ui.paging import Block, Page, blocks_page, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.schedule.buttons import EventButton
from bot.ui.schedule.cards import card_text, title_line, when_lines
from bot.ui.schedule.wording import (
    DETAIL,
    TITLE,
    called,
    home_city,
    home_clock,
    home_row,
    module_name,
    place_and_zone,
    stream_line,
)
from bot.ui.screens import MapPoint, Rows, Screen, button
from bot.ui.texts import Markup, Texts

EXCURSIONS = 8
"""Excursions on a page: with the longest lines they stay below 3,500 characters."""


def excursions_screen(texts: Texts, view: ExcursionsView, page: int = 0) -> Screen:
    """Show a page of the excursions that have not ended, grouped by module."""
    shown = page_of(view.excursions, page, EXCURSIONS)
    pieces: list[str] = [texts("excursions-title")]
    module_id = None
    for place, one in enumerate(shown.items, start=shown.first + 1):
        if one.module.id != module_id:
            module_id = one.module.id
            where = place_and_zone(texts, one.module, one.event.starts_at)
            pieces.append(texts("schedule-where", place=where, module=module_name(texts, one.module)))
        pieces.append(_line(texts, place, one, view))
    if not view.excursions:
        pieces.append(_nothing(texts, view))
    return Screen(paragraphs(*pieces), _list_rows(texts, view, shown))


def excursion_screen(texts: Texts, view: ExcursionView, page: int = 0, answer: str = "") -> Screen:
    """Show a page of an excursion's card, under what the tap came to."""
    excursion, event = view.excursion, view.excursion.event
    shown = blocks_page(_blocks(texts, excursion), page)
    head = lines(
        title_line(texts, event),
        when_lines(texts, event, view.reader, excursion.module),
        stream_line(texts, view.reader),
        "" if view.own else texts("excursions-not-yours"),
        place_lines(texts, view),
    )
    before = ExcursionButton(event_id=event.id, page=max(0, shown.number - 1))
    rows = page_rows(texts, shown, before, ExcursionButton(event_id=event.id, page=shown.number + 1))
    about = [button(texts.plain("excursions-button-event"), EventButton(event_id=event.id))]
    if excursion.gathering_point is not None:
        about.insert(0, button(texts.plain("excursions-button-map"), ExcursionPointButton(event_id=event.id)))
    back = button(texts.plain("excursions-button-back"), ExcursionsButton())
    text = paragraphs(answer, card_text(head, shown))
    own = [*_boarding(texts, view), *place_rows(texts, view)]
    return Screen(text, [*own, *rows, about, [back, *home_row(texts)[0]]], gathering(view))


def _boarding(texts: Texts, view: ExcursionView) -> Rows:
    """Offer on the excursion's day to say that one is in the bus, to whoever goes."""
    excursion, event, now = view.excursion, view.excursion.event, view.reader.now
    goes = excursion.seated or (view.own and view.standing is None and not excursion.has_buses)
    if not goes or event.cancelled or event.day != day_in(now, event.zone) or event.ends_at <= now:
        return []
    return boarding_rows(texts, event.id, Way.THERE, on_foot=not excursion.has_buses)


def excursion_rows(texts: Texts, event: Event) -> Rows:
    """Return the button an excursion's event card leads on with; none for other kinds of event."""
    if event.kind is not EventKind.EXCURSION:
        return []
    return [[button(texts.plain("excursions-button-gathering"), ExcursionButton(event_id=event.id))]]


def gathering(view: ExcursionView) -> MapPoint | None:
    """Return where to gather on the map."""
    point, excursion = view.excursion.gathering_point, view.excursion
    if point is None:
        return None
    address = shortened(excursion.gathering or excursion.module.city, 200)
    return MapPoint(point.latitude, point.longitude, shortened(excursion.event.title, 100), address)


def _line(texts: Texts, number: int, one: Excursion, view: ExcursionsView) -> Markup:
    event = one.event
    span = hours(event.starts_at, event.ends_at, event.zone)
    home = home_clock(texts, event, view.reader, one.module)
    if home:
        span = texts.plain("excursions-hours-home", hours=span, home=home, city=home_city(texts, view.reader))
    title = texts(
        "excursions-line",
        number=str(number),
        day=capital(day_words(texts, event.day)),
        hours=span,
        title=called(texts, event, TITLE),
    )
    gather = (
        texts("excursions-line-gathering", place=shortened(one.gathering, DETAIL)) if one.gathering else ""
    )
    standing = view.standings.get(event.id)
    if standing is not None and not event.cancelled:
        bus = one.bus.title if one.bus else ""
        return lines(
            title, gather, own_line(texts, standing, event, one.seated, bus), fullness(texts, standing)
        )
    words = shortened(bus_words(texts, one.bus), DETAIL)
    return lines(title, gather, texts("excursions-line-bus", bus=words) if words else "")


def _nothing(texts: Texts, view: ExcursionsView) -> Markup:
    if view.others:
        return texts("excursions-none-own", others=view.others)
    return texts("excursions-none")


def _list_rows(texts: Texts, view: ExcursionsView, shown: Page[Excursion]) -> Rows:
    numbers = [
        button(str(place), ExcursionButton(event_id=one.event.id))
        for place, one in enumerate(shown.items, start=shown.first + 1)
    ]
    before = ExcursionsButton(everything=view.everything, page=max(0, shown.number - 1))
    after = ExcursionsButton(everything=view.everything, page=shown.number + 1)
    rows = [*([numbers] if numbers else []), *page_rows(texts, shown, before, after)]
    if view.others:
        key = "excursions-button-own" if view.everything else "excursions-button-everything"
        rows.append([button(texts.plain(key), ExcursionsButton(everything=not view.everything))])
    return [*rows, *home_row(texts)]


def _blocks(texts: Texts, excursion: Excursion) -> list[Block]:
    return [
        Block(texts.plain("excursions-label-gathering"), excursion.gathering),
        Block(texts.plain("excursions-label-bus"), _bus_words(texts, excursion)),
        Block(texts.plain("excursions-label-bring"), excursion.bring),
        Block(texts.plain("excursions-label-contact"), excursion.contact),
    ]


def _bus_words(texts: Texts, excursion: Excursion) -> str:
    if excursion.bus is not None:
        return bus_words(texts, excursion.bus)
    if excursion.has_buses and excursion.entry is Entry.ASSIGNED:
        return texts.plain("excursions-bus-unknown")
    return ""
