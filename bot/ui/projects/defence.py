"""Screens of a defence: the countdown and the checklist of a team, the jury's order for organizers."""

from collections.abc import Sequence
from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot.projects.defence import Slot
from bot.projects.defence_actions import DefenceView, Order
from bot.projects.papers import CHECKLIST, Paper
from bot.schedule.model import Event
from bot.shared.zones import day_in
from bot.ui.dates import capital, clock, day_words, hours, in_days
from bot.ui.paging import Page, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.projects.buttons import (
    DefencesButton,
    PapersButton,
    ProjectButton,
    ProjectsButton,
    ReadyButton,
    SlotButton,
)
from bot.ui.schedule.buttons import EventButton
from bot.ui.schedule.wording import city_and_zone, home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

SIZE = 8
"""Projects of the jury's order on a page."""

TITLE, TEAM, LABEL = 90, 60, 40


def defence_screen(texts: Texts, view: DefenceView) -> Screen:
    """Show the countdown, the slot and what is ready; marks are changed by tapping."""
    number = view.project.id
    rows: Rows = []
    if view.changes:
        rows += [[_mark(texts, view, paper)] for paper in CHECKLIST]
    rows.append([button(texts.plain("portfolio-button-papers"), PapersButton(project_id=number))])
    if view.slot is not None:
        rows[-1].append(
            button(texts.plain("portfolio-button-event"), EventButton(event_id=view.slot.event.id))
        )
        if view.oversees:
            data = DefencesButton(event_id=view.slot.event.id)
            rows.append([button(texts.plain("portfolio-button-defences"), data)])
    rows.append([button(texts.plain("portfolio-button-card"), ProjectButton(project_id=number))])
    return Screen(defence_text(texts, view), rows)


def defence_text(texts: Texts, view: DefenceView) -> Markup:
    """Write the defence; the first line says how many days are left."""
    title = texts("portfolio-defence-title", title=shortened(view.project.title, TITLE))
    if view.slot is None:
        return paragraphs(lines(texts("portfolio-defence-none"), title), checklist(texts, view))
    return paragraphs(
        lines(countdown(texts, view.slot, view.now), title, slot_line(texts, view.slot)),
        checklist(texts, view),
    )


def countdown(texts: Texts, slot: Slot | None, now: datetime) -> Markup:
    """Say how far the defence is; empty where it has no time."""
    if slot is None:
        return Markup("")
    if slot.over(now):
        return texts("portfolio-defence-over")
    days = (slot.event.day - day_in(now, slot.event.zone)).days
    return texts("portfolio-defence-left", when=in_days(texts, max(0, days)))


def slot_line(texts: Texts, slot: Slot) -> Markup:
    """Say when and where, and in which place."""
    event = slot.event
    return texts(
        "portfolio-defence-slot",
        day=capital(day_words(texts, event.day)),
        hours=hours(event.starts_at, event.ends_at, event.zone),
        where=city_and_zone(texts, event.city, event.zone, event.starts_at),
        place=str(slot.place),
        count=str(slot.count),
        time=clock(slot.at, event.zone),
    )


def checklist(texts: Texts, view: DefenceView) -> Markup:
    """Tell point by point what is marked as ready and which file there is."""
    files = {one.paper: one for one in view.files}
    told = []
    for paper in CHECKLIST:
        state = texts.plain("portfolio-ready" if paper in view.marks else "portfolio-not-ready")
        file = files.get(paper)
        version = (
            texts.plain("portfolio-checklist-version", number=str(file.number))
            if file
            else texts.plain("portfolio-checklist-no-file")
        )
        name = texts.plain(f"portfolio-paper-{paper}")
        told.append(texts("portfolio-checklist-line", name=name, state=state, file=version))
    return lines(texts("portfolio-checklist"), *told)


def _event_label(texts: Texts, event: Event, count: int) -> str:
    day, among = day_words(texts, event.day), f" ({count})"
    return f"{day} · {shortened(event.title, LABEL - len(day) - len(among) - 3)}{among}"


def events_screen(texts: Texts, found: Sequence[tuple[Event, int]]) -> Screen:
    """Ask which defence is meant."""
    if not found:
        rows = [[button(texts.plain("portfolio-button-list"), ProjectsButton())], home_row(texts)[0]]
        return Screen(texts("portfolio-defences-none"), rows)
    rows = [
        [button(_event_label(texts, event, count), DefencesButton(event_id=event.id))]
        for event, count in found[:SIZE]
    ]
    return Screen(texts("portfolio-defences"), [*rows, home_row(texts)[0]])


def order_screen(texts: Texts, order: Order, number: int = 0) -> Screen:
    """Show the order as the jury gets it; a number leads to moving that project."""
    page, event = page_of(order.slots, number, SIZE), order.event
    head = lines(
        texts("portfolio-order", title=shortened(event.title, TITLE), count=len(order.slots)),
        texts(
            "portfolio-order-when",
            day=capital(day_words(texts, event.day)),
            hours=hours(event.starts_at, event.ends_at, event.zone),
            where=city_and_zone(texts, event.city, event.zone, event.starts_at),
        ),
    )
    told = [_order_line(texts, slot, order) for slot in page.items]
    before = DefencesButton(event_id=event.id, page=max(0, page.number - 1))
    after = DefencesButton(event_id=event.id, page=page.number + 1)
    rows = [*_numbers(page), *page_rows(texts, page, before, after), home_row(texts)[0]]
    return Screen(paragraphs(head, *told, texts("portfolio-order-hint")), rows)


def place_screen(texts: Texts, slot: Slot, order: Order) -> Screen:
    """Ask at which place a project is to speak."""
    places = [
        button(str(place), SlotButton(project_id=slot.project.id, place=place))
        for place in range(1, len(order.slots) + 1)
        if place != slot.place
    ]
    rows = [places[at : at + SIZE] for at in range(0, min(len(places), 10 * SIZE), SIZE)]
    back = DefencesButton(event_id=order.event.id, page=(slot.place - 1) // SIZE)
    rows.append([button(texts.plain("portfolio-button-keep-order"), back)])
    title = shortened(slot.project.title, TITLE)
    return Screen(texts("portfolio-order-place", title=title, place=str(slot.place)), rows)


def _order_line(texts: Texts, slot: Slot, order: Order) -> Markup:
    marks = order.marks.get(slot.project.id, frozenset())
    missing = [texts.plain(f"portfolio-paper-{paper}").lower() for paper in CHECKLIST if paper not in marks]
    state = (
        texts("portfolio-order-missing", what=", ".join(missing))
        if missing
        else texts("portfolio-order-ready")
    )
    return texts(
        "portfolio-order-line",
        place=str(slot.place),
        time=clock(slot.at, slot.event.zone),
        title=shortened(slot.project.title, TITLE),
        team=shortened(slot.project.team, TEAM),
        state=state,
    )


def _numbers(page: Page[Slot]) -> Rows:
    row = [button(str(slot.place), SlotButton(project_id=slot.project.id)) for slot in page.items]
    return [row] if row and len(page.items) + page.count > 2 else []


def _mark(texts: Texts, view: DefenceView, paper: Paper) -> InlineKeyboardButton:
    ready = paper in view.marks
    name = texts.plain(f"portfolio-paper-{paper}")
    label = texts.plain("portfolio-button-unready" if ready else "portfolio-button-ready", name=name)
    return button(label, ReadyButton(project_id=view.project.id, paper=paper, ready=not ready))
