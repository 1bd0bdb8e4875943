"""Places on an excursion: how full it is, how one stands to it, and what an act came to."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.excursions.model import Bus
from bot.excursions.places import Standing
from bot.excursions.places_actions import Answer, Said
from bot.excursions.views import ExcursionView
from bot.schedule.model import Event
from bot.shared.zones import day_in
from bot.ui.dates import clock, day_words, hours
from bot.ui.excursions.buttons import ExcursionButton
from bot.ui.excursions.places_buttons import GiveUpButton, OfferButton, TakeButton, WhoButton
from bot.ui.paging import LABEL, lines, paragraphs, shortened
from bot.ui.schedule.wording import DETAIL, TITLE
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

BUSES = 6
"""Buses to choose from on a card; with more, the first with room is taken, and the rest are named there."""


def fullness(texts: Texts, standing: Standing) -> Markup:
    """Say how many places are taken, and how many people wait where there is no room."""
    if standing.capacity is None:
        return texts("places-taken-unlimited", taken=standing.taken)
    key = "places-taken" if standing.room or not standing.waiting else "places-full"
    facts = {"taken": standing.taken, "capacity": str(standing.capacity), "waiting": str(standing.waiting)}
    return texts(key, **facts)


def own_line(texts: Texts, standing: Standing, event: Event, seated: bool, bus: str) -> Markup | str:
    """Say how the reader stands: goes, waits as which, is offered a place; empty for none of these."""
    if seated:
        bus = shortened(bus, DETAIL)
        return texts("places-going-in", bus=bus) if bus else texts("places-going")
    if standing.held_until is not None:
        return texts("places-held", until=_moment(texts, standing, event))
    if standing.number:
        return texts("places-waiting", number=str(standing.number))
    return ""


def place_lines(texts: Texts, view: ExcursionView) -> Markup | str:
    """Return what the card says of places; empty where nobody signs up."""
    standing, excursion = view.standing, view.excursion
    if standing is None or excursion.event.cancelled:
        return ""
    bus = excursion.bus.title if excursion.bus else ""
    return lines(
        own_line(texts, standing, excursion.event, excursion.seated, bus),
        fullness(texts, standing),
        "" if standing.open else texts("places-closed"),
    )


def place_rows(texts: Texts, view: ExcursionView) -> Rows:
    """Return the buttons about the reader's place, and for organizers the way to who goes."""
    rows = _own_rows(texts, view)
    if view.organizes and not view.excursion.event.cancelled:
        who = WhoButton(event_id=view.excursion.event.id)
        rows.append([button(texts.plain("places-button-who"), who)])
    return rows


def said(texts: Texts, view: ExcursionView, answer: Answer) -> Markup | str:
    """Say what an act came to: the first line of the card that follows."""
    standing, excursion = view.standing, view.excursion
    match answer.said:
        case Said.SEATED if excursion.seated:
            bus = shortened(excursion.bus.title, DETAIL) if excursion.bus else ""
            return texts("places-said-seated-in", bus=bus) if bus else texts("places-said-seated")
        case Said.WAITING if standing is not None and standing.number:
            return texts("places-said-waiting", number=str(standing.number))
        case (
            Said.NO_ROOM_IN_BUS | Said.FREED | Said.LEFT_LIST | Said.DECLINED | Said.OFFER_OVER | Said.NOTHING
        ):
            return texts(f"places-said-{answer.said.value}")
        case _:
            return ""


def clash_screen(texts: Texts, view: ExcursionView, answer: Answer, other: Event) -> Screen:
    """Say on which excursion one goes at that time, and offer to go here instead."""
    event = view.excursion.event
    span = hours(other.starts_at, other.ends_at, other.zone)
    text = paragraphs(
        texts("places-clash", title=shortened(other.title, TITLE), hours=span),
        texts("places-clash-here", title=shortened(event.title, TITLE)),
    )
    swap = TakeButton(event_id=event.id, bus_id=answer.bus_id, instead=True)
    back = ExcursionButton(event_id=event.id)
    rows = [
        [button(texts.plain("places-button-swap"), swap)],
        [button(texts.plain("places-button-stay"), back)],
    ]
    return Screen(text, rows)


def give_up_screen(texts: Texts, view: ExcursionView) -> Screen:
    """Ask before a place is given up: it may not be got back."""
    event = view.excursion.event
    key = "places-ask-give-up" if view.excursion.seated else "places-ask-leave-list"
    rows = [
        [button(texts.plain("places-button-sure"), GiveUpButton(event_id=event.id, sure=True))],
        [button(texts.plain("places-button-keep"), ExcursionButton(event_id=event.id))],
    ]
    return Screen(texts(key, title=shortened(event.title, TITLE)), rows)


def _own_rows(texts: Texts, view: ExcursionView) -> Rows:
    standing, event_id = view.standing, view.excursion.event.id
    if standing is None or not standing.open:
        return []
    if view.excursion.seated:
        own = view.excursion.bus.id if view.excursion.bus else 0
        others = [bus for bus in standing.boarding if bus.id != own]
        give_up = button(texts.plain("places-button-give-up"), GiveUpButton(event_id=event_id))
        return [*_bus_rows(texts, "places-button-move", event_id, others[:BUSES]), [give_up]]
    if standing.held_until is not None:
        accept, decline = (OfferButton(event_id=event_id, accept=yes) for yes in (True, False))
        return [
            [button(texts.plain("places-button-accept"), accept)],
            [button(texts.plain("places-button-decline"), decline)],
        ]
    return _asking_rows(texts, standing, event_id) if view.may_sign_up else []


def _asking_rows(texts: Texts, standing: Standing, event_id: int) -> Rows:
    """Return how somebody without a place gets one, or in line for one."""
    if standing.room and 1 < len(standing.boarding) <= BUSES:
        return _bus_rows(texts, "places-button-take-bus", event_id, standing.boarding)
    if standing.room:
        return [[button(texts.plain("places-button-take"), TakeButton(event_id=event_id))]]
    if standing.number:
        return [[button(texts.plain("places-button-leave-list"), GiveUpButton(event_id=event_id))]]
    return [[button(texts.plain("places-button-wait"), TakeButton(event_id=event_id))]]


def _bus_rows(texts: Texts, key: str, event_id: int, buses: Sequence[Bus]) -> Rows:
    return [
        [_bus_button(texts, key, bus.title, TakeButton(event_id=event_id, bus_id=bus.id))] for bus in buses
    ]


def _bus_button(texts: Texts, key: str, title: str, data: TakeButton) -> InlineKeyboardButton:
    room = LABEL - len(texts.plain(key, bus=""))
    return button(texts.plain(key, bus=shortened(title, room)), data)


def _moment(texts: Texts, standing: Standing, event: Event) -> str:
    """Write until when a place is held, by the venue's clock, with the day."""
    if standing.held_until is None:
        return ""
    day = day_words(texts, day_in(standing.held_until, event.zone))
    return texts.plain("excursions-notice-day-time", day=day, time=clock(standing.held_until, event.zone))
