"""«Мой заезд»: the reader's own travel to a module, on one card."""

from datetime import datetime

from bot.schedule.model import Travel
from bot.schedule.views import TripView
from bot.ui.dates import day_words, period
from bot.ui.paging import Block, blocks_page, lines, page_rows, paragraphs, shortened
from bot.ui.schedule.buttons import ModuleButton, TripButton, VenueButton
from bot.ui.schedule.cards import card_text
from bot.ui.schedule.wording import DETAIL, home_row, module_name, place_and_zone, stream_line
from bot.ui.screens import Screen, button
from bot.ui.texts import Texts


def trip_screen(texts: Texts, view: TripView, page: int = 0) -> Screen:
    """Show a page of the reader's own travel to a module."""
    module, travel, stream = view.module, view.travel, view.reader.stream
    shown = blocks_page(trip_blocks(texts, view), page)
    head = lines(
        texts("schedule-trip-title", module=module_name(texts, module)),
        texts(
            "schedule-trip-where",
            place=place_and_zone(texts, module),
            period=period(texts, module.starts_on, module.ends_on),
        ),
        stream_line(texts, view.reader),
    )
    phone = shortened(module.duty_phone or stream.duty_phone, DETAIL)
    if travel is None:
        known = texts("schedule-trip-none-phone", phone=phone) if phone else texts("schedule-trip-none")
        head = paragraphs(head, known)
    before = TripButton(module_id=module.id, page=max(0, shown.number - 1))
    rows = page_rows(texts, shown, before, TripButton(module_id=module.id, page=shown.number + 1))
    venue = VenueButton(stream_id=stream.id, venue_id=module.venue_id)
    rows.append(
        [
            button(texts.plain("schedule-button-venue"), venue),
            button(texts.plain("schedule-button-module"), ModuleButton(module_id=module.id)),
        ]
    )
    return Screen(card_text(head, shown), [*rows, *home_row(texts)])


def trip_blocks(texts: Texts, view: TripView) -> list[Block]:
    """Return what is known of a travel, each fact under its label; unknown ones have no text."""
    travel = view.travel
    asked = dict.fromkeys((travel.bring if travel else "", view.bring))
    bring = "\n".join(part for part in asked if part)
    common = [
        Block(texts.plain("schedule-label-group"), view.group),
        Block(texts.plain("schedule-label-bring"), bring),
    ]
    if travel is None:
        return common
    return [
        Block(texts.plain("schedule-label-arrival"), _ticket(texts, travel.arrives, travel.arrival)),
        Block(texts.plain("schedule-label-transfer"), travel.transfer),
        Block(texts.plain("schedule-label-hotel"), _lodging(texts, travel)),
        Block(texts.plain("schedule-label-bus"), travel.bus),
        *common,
        Block(texts.plain("schedule-label-departure"), _ticket(texts, travel.departs, travel.departure)),
    ]


def _ticket(texts: Texts, wall: datetime | None, way: str) -> str:
    """Write a ticket's day and hour (the venue's wall clock) and the train or flight."""
    if wall is None:
        return way
    moment = texts.plain("schedule-day-and-time", day=day_words(texts, wall.date()), time=f"{wall:%H:%M}")
    return f"{moment}. {way}" if way else moment


def _lodging(texts: Texts, travel: Travel) -> str:
    """Name hotel and room; a long remark in place of a room's number stands as it is."""
    room = travel.room
    if room and len(room) <= DETAIL:
        room = texts.plain("schedule-room-number", room=room)
    return ", ".join(part for part in (travel.hotel, room) if part)
