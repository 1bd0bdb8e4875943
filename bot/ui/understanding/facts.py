"""Answers that are one fact of a card: the Wi-Fi, the address, the hotel, the way home."""

from collections.abc import Sequence

from bot.schedule.views import TripView, VenueView
from bot.ui.paging import PART, Block, lines, paragraphs, shortened
from bot.ui.schedule.buttons import ModuleButton, TripButton, VenueButton, VenuePointButton
from bot.ui.schedule.cards import venue_blocks
from bot.ui.schedule.trip import trip_blocks, trip_screen
from bot.ui.schedule.wording import DETAIL, TITLE, home_row, module_name, place_and_zone
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts
from bot.understanding.model import Intent

LABELS = {
    Intent.WIFI: "schedule-label-wifi",
    Intent.ADDRESS: "schedule-label-address",
    Intent.WAY: "schedule-label-way",
    Intent.CONTACTS: "schedule-label-contacts",
    Intent.DUTY: "schedule-label-duty",
    Intent.LODGING: "schedule-label-hotel",
    Intent.ARRIVAL: "schedule-label-arrival",
    Intent.DEPARTURE: "schedule-label-departure",
    Intent.BRING: "schedule-label-bring",
    Intent.GROUP: "schedule-label-group",
}
"""Under which label of the card the fact stands."""

_PLACES = frozenset({Intent.ADDRESS, Intent.WAY})


def venue_fact_screen(texts: Texts, intent: Intent, view: VenueView) -> Screen:
    """Show one fact of the venue, and the way to its card."""
    venue, stream = view.venue, view.reader.stream
    ids = {"stream_id": stream.id, "venue_id": venue.id}
    rows: Rows = []
    if intent in _PLACES and venue.point is not None:
        rows.append([button(texts.plain("schedule-button-map"), VenuePointButton(**ids))])
    rows.append([button(texts.plain("schedule-button-venue"), VenueButton(**ids)), *home_row(texts)[0]])
    about = Block("", f"{shortened(venue.title, TITLE)}, {venue.city}")
    phone = shortened(venue.duty_phone or stream.duty_phone, DETAIL)
    return Screen(_fact(texts, intent, venue_blocks(texts, view), str(about), phone), rows)


def trip_fact_screen(texts: Texts, intent: Intent, view: TripView) -> Screen:
    """Show one fact of the own travel, and the way to its card; the whole card where that was asked for."""
    if intent not in LABELS:
        return trip_screen(texts, view)
    module, stream = view.module, view.reader.stream
    card = button(texts.plain("schedule-button-trip"), TripButton(module_id=module.id))
    there = button(texts.plain("schedule-button-module"), ModuleButton(module_id=module.id))
    about = Block("", f"{module_name(texts, module)}, {place_and_zone(texts, module)}")
    phone = shortened(module.duty_phone or stream.duty_phone, DETAIL)
    text = _fact(texts, intent, trip_blocks(texts, view), str(about), phone)
    return Screen(text, [[card, there], *home_row(texts)])


def _fact(texts: Texts, intent: Intent, blocks: Sequence[Block], about: str, phone: str) -> Markup:
    """Write the fact asked for; where it is unknown, say so and whom to call."""
    label = texts.plain(LABELS[intent])
    for block in blocks:
        if block.label == label and block.text:
            return paragraphs(str(Block(label, shortened_lines(block.text))), about)
    unknown = texts("understanding-fact-none", label=label)
    return paragraphs(lines(unknown, texts("schedule-duty", phone=phone) if phone else ""), about)


def shortened_lines(text: str) -> str:
    """Keep a fact within a part of a page; its card has the rest."""
    return text if len(text) <= PART else shortened(text, PART)
