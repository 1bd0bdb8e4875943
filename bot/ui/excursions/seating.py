"""Who goes on an excursion, for its organizers: the lists by bus, and what to do about somebody."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.excursions.seating_actions import SeatView, WhoView
from bot.people.model import Person
from bot.ui.excursions.buttons import ExcursionButton
from bot.ui.excursions.places_buttons import FindButton, PutButton, SeatButton, TakeAwayButton, WhoButton
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.schedule.wording import DETAIL, TITLE
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import NAME
from bot.ui.texts import Markup, Texts

PAGE = 8
"""People on a page: their numbers stand in one row of buttons."""

MOST_FOUND = 10
"""People that fit the words: more are named by their number only."""

BUSES = 8
"""Buses offered for somebody."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Somebody in the list, and under which heading."""

    person_id: int
    heading: str


def who_screen(texts: Texts, view: WhoView, number: int = 0) -> Screen:
    """Show a page of who goes, bus by bus, and then who waits."""
    event, places = view.excursion.event, view.places
    everybody = _rows(texts, view)
    page = page_of(everybody, number, PAGE)
    pieces: list[str] = []
    heading = ""
    for place, row in enumerate(page.items, start=page.first + 1):
        if row.heading != heading:
            heading = row.heading
            pieces.append(texts("seating-heading", heading=heading))
        name = _name(view.people.get(row.person_id))
        pieces.append(texts("seating-line", number=str(place), name=name))
    numbers = [
        button(str(place), SeatButton(event_id=event.id, person_id=row.person_id))
        for place, row in enumerate(page.items, start=page.first + 1)
    ]
    before, after = (
        WhoButton(event_id=event.id, page=other) for other in (max(0, page.number - 1), page.number + 1)
    )
    taken, waiting = len(places.seats), len(places.waiting)
    count = (
        texts("seating-count-unlimited", taken=taken, waiting=waiting)
        if places.capacity is None
        else texts("seating-count", taken=taken, capacity=str(places.capacity), waiting=waiting)
    )
    head = lines(texts("seating-title", title=shortened(event.title, TITLE)), count)
    rows: Rows = [*([numbers] if numbers else []), *page_rows(texts, page, before, after)]
    rows.append([button(texts.plain("seating-button-give"), FindButton(event_id=event.id))])
    rows.append([button(texts.plain("seating-button-excursion"), ExcursionButton(event_id=event.id))])
    return Screen(paragraphs(head, lines(*pieces) if pieces else texts("seating-nobody")), rows)


def seat_screen(texts: Texts, view: SeatView, ask: bool = False) -> Screen:
    """Show how somebody stands to the excursion, and what may be done; with `ask`, the question first."""
    event, person = view.excursion.event, view.person
    title = shortened(event.title, TITLE)
    if ask and view.seated:
        sure = TakeAwayButton(event_id=event.id, person_id=person.id, sure=True)
        no = SeatButton(event_id=event.id, person_id=person.id)
        rows = [
            [button(texts.plain("seating-button-sure"), sure)],
            [button(texts.plain("places-button-keep"), no)],
        ]
        return Screen(texts("seating-ask", name=_name(person), title=title), rows)
    head = lines(texts("seating-person", name=_name(person)), texts("seating-of", title=title))
    return Screen(paragraphs(head, _stands(texts, view)), _deeds(texts, view))


def asking_screen(texts: Texts, view: WhoView) -> Screen:
    """Ask whom to give a place."""
    back = WhoButton(event_id=view.excursion.event.id)
    text = texts("seating-whom", title=shortened(view.excursion.event.title, TITLE))
    return Screen(text, [[button(texts.plain("seating-button-back"), back)]])


def found_screen(texts: Texts, event_id: int, found: Sequence[Person], words: str) -> Screen:
    """Show whom the words mean."""
    back = [button(texts.plain("seating-button-back"), WhoButton(event_id=event_id))]
    again = [button(texts.plain("seating-button-give"), FindButton(event_id=event_id))]
    if not found:
        return Screen(texts("people-nobody", words=shortened(words, NAME)), [again, back])
    rows = [
        [button(shortened(person.full_name, LABEL), SeatButton(event_id=event_id, person_id=person.id))]
        for person in found[:MOST_FOUND]
    ]
    more = texts("people-more", shown=str(MOST_FOUND)) if len(found) > MOST_FOUND else ""
    head = texts("people-found", words=shortened(words, NAME), count=len(found))
    return Screen(paragraphs(head, more), [*rows, again, back])


def _rows(texts: Texts, view: WhoView) -> list[_Row]:
    places = view.places
    listed = []
    known = {bus.id for bus in places.buses}
    for bus in places.buses:
        inside = [seat.person_id for seat in places.seats if seat.bus_id == bus.id]
        facts = {
            "bus": shortened(bus.title, DETAIL),
            "taken": str(len(inside)),
            "capacity": str(bus.capacity),
        }
        heading = texts.plain("seating-bus", **facts)
        listed += [_Row(one, heading) for one in _by_name(view, inside)]
    loose = [seat.person_id for seat in places.seats if seat.bus_id not in known]
    heading = texts.plain("seating-no-bus" if places.buses else "seating-going")
    listed += [_Row(one, heading) for one in _by_name(view, loose)]
    heading = texts.plain("seating-waiting")
    return listed + [_Row(one.person_id, heading) for one in places.waiting]


def _by_name(view: WhoView, ids: Sequence[int]) -> list[int]:
    return sorted(ids, key=lambda one: (_name(view.people.get(one)), one))


def _stands(texts: Texts, view: SeatView) -> Markup:
    number = view.places.number_of(view.person.id)
    bus = next((one for one in view.places.buses if one.id == view.bus_id), None)
    if bus is not None:
        return texts("seating-in-bus", bus=shortened(bus.title, DETAIL))
    if view.seated:
        return texts("seating-goes")
    if number:
        return texts("seating-waits", number=str(number))
    return texts("seating-goes-not")


def _deeds(texts: Texts, view: SeatView) -> Rows:
    event_id, person_id = view.excursion.event.id, view.person.id
    rows: Rows = []
    key = "seating-button-move" if view.seated else "seating-button-put"
    for bus in view.buses[:BUSES]:
        data = PutButton(event_id=event_id, person_id=person_id, bus_id=bus.id)
        title = shortened(bus.title, LABEL - len(texts.plain(key, bus="")))
        rows.append([button(texts.plain(key, bus=title), data)])
    if not view.places.buses and not view.seated:
        data = PutButton(event_id=event_id, person_id=person_id)
        rows.append([button(texts.plain("seating-button-place"), data)])
    if view.seated:
        away = TakeAwayButton(event_id=event_id, person_id=person_id)
        rows.append([button(texts.plain("seating-button-take-away"), away)])
    rows.append([button(texts.plain("seating-button-back"), WhoButton(event_id=event_id))])
    return rows


def _name(person: Person | None) -> str:
    return shortened(person.full_name, NAME) if person is not None else "–"
