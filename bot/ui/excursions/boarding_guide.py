"""What guides and organizers see of a bus: who is in it, who is missing, and what can be done."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import InlineKeyboardButton

from bot.excursions.boarding import By, Mark, Rider, Stage, Way
from bot.excursions.boarding_views import BusesView, BusView, RiderView
from bot.excursions.guide_actions import Called
from bot.ui.dates import clock, day_words, zone_mark
from bot.ui.excursions.boarding_buttons import (
    AttendancesButton,
    BusButton,
    BusDeed,
    BusDeedButton,
    BusesButton,
    EverybodyButton,
    HandButton,
    HandMark,
    RiderButton,
)
from bot.ui.excursions.boarding_words import NAME, PHONE, bus_title, excursion_title
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

MISSING, EVERYBODY, BUSES = 8, 10, 8
"""People missing, people of a bus, and buses on one screen."""

NAMED = 10
"""Names of those who do not go; the rest are counted."""


def buses_screen(texts: Texts, view: BusesView, number: int = 0) -> Screen:
    """List the buses somebody looks after."""
    page = page_of(view.buses, number, BUSES)
    rows: Rows = [[button(_bus_label(texts, one), _opens(one))] for one in page.items]
    before = BusesButton(page=max(0, page.number - 1))
    rows += page_rows(texts, page, before, BusesButton(page=page.number + 1))
    if view.organizer:
        rows.append([button(texts.plain("boarding-button-attendance"), AttendancesButton())])
    rows += home_row(texts)
    if not view.buses:
        return Screen(texts("boarding-no-buses"), rows)
    listed = [
        lines(
            texts("boarding-bus-line", bus=bus_title(texts, one.bus)), _counts(texts, one), _about(texts, one)
        )
        for one in page.items
    ]
    return Screen(paragraphs(texts("boarding-buses-title", count=len(view.buses)), *listed), rows)


def bus_screen(texts: Texts, view: BusView, number: int = 0) -> Screen:
    """Show a bus: the counts, who is missing with phones first, and what its guide can say."""
    page = page_of(view.roll.missing, number, MISSING)
    listed = [_missing(texts, place, one) for place, one in enumerate(page.items, start=page.first + 1)]
    absent = texts("boarding-missing-title", count=len(view.roll.missing)) if listed else ""
    staying = _names(texts, "boarding-staying-line", view.roll.staying)
    helped = [one for one in view.roll.aboard if _by(view, one, By.ASSISTANT)]
    head = lines(_counts(texts, view), texts("boarding-bus-line", bus=bus_title(texts, view.bus)))
    text = paragraphs(
        lines(head, _about(texts, view), excursion_title(texts, view.scene)),
        lines(absent, *listed),
        lines(staying, _names(texts, "boarding-helped-line", helped)),
    )
    rows: Rows = [[_tick(texts, view, one)] for one in page.items]
    rows += page_rows(texts, page, _opens(view, max(0, page.number - 1)), _opens(view, page.number + 1))
    return Screen(text, [*rows, *_deeds(texts, view), *_ways(texts, view, page.number)])


def everybody_screen(texts: Texts, view: BusView, number: int = 0) -> Screen:
    """List everybody of a bus, each to be marked by hand."""
    roll = view.roll
    everybody = sorted((*roll.missing, *roll.aboard, *roll.staying), key=lambda one: (one.name, one.id))
    page = page_of(everybody, number, EVERYBODY)
    ids = _ids(view)
    rows: Rows = [
        [button(_rider_label(texts, view, one), RiderButton(**ids, person_id=one.id))] for one in page.items
    ]
    before = EverybodyButton(**ids, page=max(0, page.number - 1))
    rows += page_rows(texts, page, before, EverybodyButton(**ids, page=page.number + 1))
    rows.append([button(texts.plain("boarding-button-list"), _opens(view))])
    text = paragraphs(_counts(texts, view), texts("boarding-by-hand", bus=bus_title(texts, view.bus)))
    return Screen(text, rows)


def rider_screen(texts: Texts, view: RiderView) -> Screen:
    """Show somebody of a bus, and what can be said of them."""
    bus, rider = view.bus, view.rider
    said = bus.said_of(rider)
    key = "missing" if said is None else said.mark.value
    about = texts(f"boarding-rider-{key}", name=shortened(rider.name, NAME))
    how = ""
    if said is not None:
        moment = clock(said.at, bus.scene.event.zone)
        nameless = said.by is By.STAFF and not said.name
        key = "boarding-by-hand-only" if nameless else f"boarding-by-{said.by.value}"
        how = texts(key, time=moment, name=said.name)
    phone = texts("boarding-phone", phone=shortened(rider.phone, PHONE)) if rider.phone else ""
    ids = {**_ids(bus), "person_id": rider.id}
    offered = [HandMark.IN, HandMark.OUT] if said is None else [HandMark.NONE]
    if said is not None:
        offered.insert(0, HandMark.OUT if said.mark is Mark.IN else HandMark.IN)
    rows: Rows = [
        [button(texts.plain(f"boarding-button-hand-{one.value}"), HandButton(**ids, mark=one))]
        for one in offered
    ]
    back = EverybodyButton(**_ids(bus))
    rows.append([button(texts.plain("boarding-button-everybody"), back)])
    rows.append([button(texts.plain("boarding-button-list"), _opens(bus))])
    return Screen(lines(about, phone, how), rows)


def called_words(texts: Texts, called: Called) -> str:
    """Say in a box (≤ 200 characters) how many are called, and how many only a phone reaches."""
    if not called.written and not called.to_phone:
        return texts.plain("boarding-call-nobody")
    key = "boarding-call-done" if called.written else "boarding-call-phone"
    return texts.plain(key, count=called.written, phone=called.to_phone)


def no_more_screen(texts: Texts) -> Screen:
    """Say that this bus is somebody else's by now, or is gone."""
    return Screen(texts("boarding-no-more"), [[button(texts.plain("boarding-button-buses"), BusesButton())]])


def _counts(texts: Texts, view: BusView) -> Markup:
    roll = view.roll
    key = "boarding-counts-foot" if view.bus is None else "boarding-counts"
    return texts(
        key,
        aboard=str(len(roll.aboard)),
        expected=str(roll.expected),
        missing=str(len(roll.missing)),
        staying=len(roll.staying),
    )


def _about(texts: Texts, view: BusView) -> Markup:
    """Say when the bus leaves or left, which way, and from where the clock is read."""
    event = view.scene.event
    zone = zone_mark(texts, event.zone, event.starts_at)
    day = day_words(texts, event.day)
    if view.left_at is not None:
        return texts(f"boarding-left-{view.way.value}", time=clock(view.left_at, event.zone), zone=zone)
    if view.way is Way.BACK:
        return texts("boarding-about-back", day=day)
    time = clock(view.leaves, event.zone)
    key = "boarding-about-late" if view.now >= view.leaves else "boarding-about"
    return texts(key, day=day, time=time, zone=zone)


def _missing(texts: Texts, place: int, rider: Rider) -> Markup:
    name = shortened(rider.name, NAME)
    if not rider.phone:
        return texts("boarding-missing-line", number=str(place), name=name)
    phone = shortened(rider.phone, PHONE)
    return texts("boarding-missing-phone", number=str(place), name=name, phone=phone)


def _names(texts: Texts, key: str, riders: Sequence[Rider]) -> Markup | str:
    if not riders:
        return ""
    named = ", ".join(shortened(one.name, NAME) for one in riders[:NAMED])
    return texts(key, names=named, more=max(0, len(riders) - NAMED))


def _by(view: BusView, rider: Rider, by: By) -> bool:
    said = view.said_of(rider)
    return said is not None and said.by is by


def _tick(texts: Texts, view: BusView, rider: Rider) -> InlineKeyboardButton:
    data = HandButton(**_ids(view), person_id=rider.id, mark=HandMark.IN, listed=True)
    room = LABEL - len(texts.plain("boarding-button-tick", name=""))
    return button(texts.plain("boarding-button-tick", name=shortened(rider.name, room)), data)


def _rider_label(texts: Texts, view: BusView, rider: Rider) -> str:
    said = view.said_of(rider)
    key = f"boarding-label-{'missing' if said is None else said.mark.value}"
    return texts.plain(key, name=shortened(rider.name, LABEL - len(texts.plain(key, name=""))))


def _bus_label(texts: Texts, view: BusView) -> str:
    title = texts.plain("boarding-no-bus") if view.bus is None else view.bus.title
    event = view.scene.event
    return shortened(f"{clock(view.leaves, event.zone)} {title}, {event.title}", LABEL)


def _ids(view: BusView) -> dict[str, Any]:
    """Return what every button of a bus carries."""
    return {"event_id": view.scene.event.id, "bus_id": view.bus_id or 0, "way": view.way}


def _opens(view: BusView, page: int = 0) -> BusButton:
    return BusButton(**_ids(view), page=page)


def _deeds(texts: Texts, view: BusView) -> Rows:
    """Offer what fits the moment: to call and to say that the bus has left, or to take that back."""
    offered: list[BusDeed] = []
    if view.stage is Stage.OVER:
        return []
    if view.left_at is None:
        if view.stands:
            offered += [BusDeed.CALL, BusDeed.LEFT] if view.roll.missing else [BusDeed.LEFT]
        if view.stage is Stage.LEFT:
            offered.append(BusDeed.STANDS)
    else:
        offered.append(BusDeed.STANDS)
    if not view.back_begun and (view.left_at is not None or view.way is Way.BACK or view.stage is Stage.LEFT):
        offered.append(BusDeed.BACK)
    ids = _ids(view)
    return [
        [button(texts.plain(f"boarding-button-{deed.value}"), BusDeedButton(**ids, deed=deed))]
        for deed in offered
    ]


def _ways(texts: Texts, view: BusView, page: int) -> Rows:
    rows: Rows = [
        [
            button(texts.plain("boarding-button-hand"), EverybodyButton(**_ids(view))),
            button(texts.plain("boarding-button-anew"), _opens(view, page)),
        ]
    ]
    last = [button(texts.plain("boarding-button-buses"), BusesButton())]
    if view.back_begun:
        other = Way.THERE if view.way is Way.BACK else Way.BACK
        key = f"boarding-button-way-{other.value}"
        last.append(button(texts.plain(key), BusButton(**{**_ids(view), "way": other})))
    return [*rows, last]
