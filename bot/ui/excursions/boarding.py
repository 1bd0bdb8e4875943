"""What a person hears who says «Я в автобусе» or «Не поеду»."""

from bot.excursions.boarding import Mark, Way, leaves_at
from bot.excursions.boarding_views import BoardingView, Reply
from bot.ui.dates import clock
from bot.ui.excursions.boarding_buttons import BoardButton
from bot.ui.excursions.boarding_words import (
    BUS,
    bus_title,
    excursion_title,
    gathering_line,
    guide_line,
)
from bot.ui.excursions.buttons import ExcursionButton
from bot.ui.paging import LABEL, lines, paragraphs, shortened
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

ALERTS = frozenset({Reply.ABOARD_ALREADY, Reply.STAYING_ALREADY})
"""What is said in a box: nothing has changed, the chat need not grow."""


_OF_BUS = frozenset({Reply.ABOARD, Reply.ABOARD_ALREADY, Reply.TOO_EARLY, Reply.LEFT})
"""Answers that speak of a bus."""


def reply_screen(texts: Texts, view: BoardingView) -> Screen:
    """Answer what was pressed: the first line is the answer, then what is known and the way on."""
    head = _head(texts, view)
    title = excursion_title(texts, view.scene)
    bus_id = None if view.bus is None else view.bus.id
    body: tuple[Markup | str, ...] = (title,)
    if view.reply in {Reply.TOO_EARLY, Reply.LEFT, Reply.NO_ROOM, Reply.WHICH_BUS}:
        gathering = gathering_line(texts, view.scene, bus_id) if view.way is Way.THERE else ""
        body = (title, gathering, guide_line(texts, view.scene, bus_id))
    if view.others:
        body = (*body, texts("boarding-others"))
    return Screen(paragraphs(head, lines(*body)), _rows(texts, view))


def alert_words(texts: Texts, view: BoardingView) -> str:
    """Say in a box (≤ 200 characters) that nothing has changed."""
    return _plain(texts, view)


def _head(texts: Texts, view: BoardingView) -> Markup:
    zone = view.scene.event.zone
    return texts(
        _key(view),
        bus=bus_title(texts, view.bus),
        time=clock(view.leaves, zone),
        opens=clock(view.opens, zone),
    )


def _plain(texts: Texts, view: BoardingView) -> str:
    return texts.plain(_key(view), bus=bus_title(texts, view.bus))


def _key(view: BoardingView) -> str:
    """Return the answer's words: where nobody rides in a bus, they speak of the place to gather."""
    on_foot = view.bus is None and view.reply in _OF_BUS
    on_foot |= not view.scene.buses and view.reply is Reply.STAYING_ALREADY
    return f"boarding-foot-{view.reply.value}" if on_foot else f"boarding-reply-{view.reply.value}"


_CHANGING = {
    (Mark.OUT, False): "boarding-button-not-in",
    (Mark.OUT, True): "boarding-button-not-here",
    (Mark.IN, False): "boarding-button-in",
    (Mark.IN, True): "boarding-button-here",
}
"""What takes an answer back, in a bus and on foot."""


def _rows(texts: Texts, view: BoardingView) -> Rows:
    event_id, way = view.scene.event.id, view.way
    rows: Rows = []
    for bus in view.others:
        key = "boarding-button-into" if way is Way.THERE else "boarding-button-into-back"
        room = LABEL - len(texts.plain(key, bus="", time=""))
        time = clock(leaves_at(view.scene, bus.id), view.scene.event.zone)
        label = texts.plain(key, bus=shortened(bus.title, min(room, BUS)), time=time)
        data = BoardButton(event_id=event_id, way=way, mark=Mark.IN, bus_id=bus.id)
        rows.append([button(label, data)])
    if view.reply is Reply.SURE:
        sure = BoardButton(event_id=event_id, way=way, mark=Mark.OUT, sure=True)
        rows.append([button(texts.plain("boarding-button-sure"), sure)])
    change = {Reply.ABOARD: Mark.OUT, Reply.STAYING: Mark.IN}.get(view.reply)
    if change is not None:
        key = _CHANGING[change, not view.scene.buses]
        rows.append([button(texts.plain(key), BoardButton(event_id=event_id, way=way, mark=change))])
    rows.append([button(texts.plain("boarding-button-excursion"), ExcursionButton(event_id=event_id))])
    return rows
