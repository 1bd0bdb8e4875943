"""How the notices of boarding are worded."""

from collections.abc import Sequence
from datetime import datetime

from bot.excursions.boarding_notices import BOARDING_OPENED, BUS_CALLS, BUS_LEAVES, RIDE_BACK
from bot.excursions.boarding_plan_actions import Call, called, leaving, opened
from bot.notices.model import Notice
from bot.ui.dates import clock, lasting
from bot.ui.excursions.boarding_buttons import BusButton, boarding_rows
from bot.ui.excursions.boarding_words import bus_title, excursion_title, gathering_line, guide_line
from bot.ui.notices.letter import Facts, Letter, Presenter
from bot.ui.paging import lines
from bot.ui.screens import button
from bot.ui.texts import Markup, Texts
from db.engine import Tx


async def read_leaving(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read which buses leave without whom."""
    return await leaving(tx, now, notices)


async def read_called(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read whom guides call."""
    return await called(tx, now, notices)


async def read_opened(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read whose boarding has opened."""
    return await opened(tx, now, notices)


def write_leaving(texts: Texts, call: Call, now: datetime) -> Letter:
    """Say how soon the bus leaves, and where it stands."""
    if call.leaves > now:
        head = _head(texts, "leaves", call, left=lasting(texts, call.leaves - now))
    else:
        time = clock(call.leaves, call.scene.event.zone)
        head = _head(texts, "leaves-now", call, time=time)
    return _to_rider(texts, call, head)


def write_called(texts: Texts, call: Call, _now: datetime) -> Letter:
    """Say that the guide is waiting."""
    return _to_rider(texts, call, _head(texts, "called", call))


def write_back(texts: Texts, call: Call, _now: datetime) -> Letter:
    """Say that boarding for the way back has begun."""
    return _to_rider(texts, call, _head(texts, "back", call))


def write_opened(texts: Texts, call: Call, _now: datetime) -> Letter:
    """Tell the guide that boarding has opened, with the way to the list."""
    scene = call.scene
    head = texts(
        "boarding-opened",
        bus=bus_title(texts, scene.bus(call.bus_id)),
        time=clock(call.leaves, scene.event.zone),
    )
    data = BusButton(event_id=scene.event.id, bus_id=call.bus_id or 0, way=call.way)
    rows = [[button(texts.plain("boarding-button-list"), data)]]
    return Letter(lines(head, excursion_title(texts, scene)), rows)


def _head(texts: Texts, what: str, call: Call, **facts: str) -> Markup:
    """Begin with the person's bus; without one with the way on foot, or with that no bus was given."""
    bus = call.scene.bus(call.bus_id)
    if bus is not None:
        return texts(f"boarding-bus-{what}", bus=bus_title(texts, bus), **facts)
    key = f"boarding-loose-{what}" if call.scene.buses else f"boarding-foot-{what}"
    return texts(key, **facts)


def _to_rider(texts: Texts, call: Call, head: Markup) -> Letter:
    scene = call.scene
    place = gathering_line(texts, scene, call.bus_id) if call.way == "there" else ""
    guide = guide_line(texts, scene, call.bus_id)
    text = lines(head, excursion_title(texts, scene), place, guide)
    return Letter(text, boarding_rows(texts, scene.event.id, call.way, on_foot=not scene.buses))


PRESENTERS = {
    BUS_LEAVES.name: Presenter(read_leaving, write_leaving),
    BUS_CALLS.name: Presenter(read_called, write_called),
    RIDE_BACK.name: Presenter(read_called, write_back),
    BOARDING_OPENED.name: Presenter(read_opened, write_opened),
}
