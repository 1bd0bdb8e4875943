"""Pieces that everything about boarding shares: how a bus is called, where it stands, whom to call."""

from bot.excursions.boarding import BusFacts, Scene
from bot.ui.dates import capital, clock, day_words, zone_mark
from bot.ui.paging import shortened
from bot.ui.texts import Markup, Texts

BUS, TITLE, PLACE, CONTACT, NAME, PHONE = 60, 120, 200, 120, 90, 40
"""Characters of a bus, an excursion, a meeting point, a contact, a name and a phone."""


def bus_title(texts: Texts, bus: BusFacts | None) -> str:
    """Name a bus by title and plate; people without a bus by a word of their own."""
    if bus is None:
        return texts.plain("boarding-no-bus")
    return shortened(", ".join(part for part in (bus.title, bus.plate) if part), BUS)


def excursion_title(texts: Texts, scene: Scene) -> Markup:
    """Name an excursion with its day and the hour of its beginning at the venue."""
    event = scene.event
    return texts(
        "boarding-excursion",
        title=shortened(event.title, TITLE),
        day=capital(day_words(texts, event.day)),
        time=clock(event.starts_at, event.zone),
        zone=zone_mark(texts, event.zone, event.starts_at),
    )


def gathering_line(texts: Texts, scene: Scene, bus_id: int | None) -> Markup | str:
    """Say where people gather: at the bus where it has a place of its own."""
    bus = scene.bus(bus_id)
    place = (bus.meeting_point if bus else "") or scene.meeting_point
    return texts("boarding-gathering", place=shortened(place, PLACE)) if place else ""


def guide_line(texts: Texts, scene: Scene, bus_id: int | None) -> Markup | str:
    """Say whom to call: the bus's guide, otherwise the contact of the excursion, otherwise the duty phone."""
    bus = scene.bus(bus_id)
    guide = bus.guide if bus else None
    if guide is not None and guide.phone:
        name, phone = shortened(guide.name, NAME), shortened(guide.phone, PHONE)
        return texts("boarding-guide", name=name, phone=phone)
    if scene.contact:
        return texts("boarding-contact", contact=shortened(scene.contact, CONTACT))
    if scene.duty_phone:
        return texts("boarding-duty", phone=shortened(scene.duty_phone, PHONE))
    return ""
