"""Screens of /notices: a stream at a glance, its lists, an occasion, an event, a person."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.notices.listing import WAITING, Counts, Fate, Line, Occasion, counted
from bot.notices.planning import HORIZON
from bot.people.model import Person
from bot.people.roster import Account
from bot.programme.model import Stream
from bot.schedule.notice_list_actions import (
    RECENT,
    Board,
    EventNotices,
    ListView,
    Look,
    OccasionView,
    PersonNotices,
    Scene,
    event_number,
    event_subject,
)
from bot.ui.callbacks import Button
from bot.ui.dates import zone_mark
from bot.ui.notices_buttons import (
    BoardButton,
    EventNoticesButton,
    ListButton,
    OccasionButton,
    PersonNoticesButton,
)
from bot.ui.notices_words import about, counts_line, event_hours, moment, reasons, state_words, when
from bot.ui.paging import LABEL, Page, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.people_roster import PersonButton
from bot.ui.schedule.buttons import EventButton
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_label, stream_name
from bot.ui.texts import Markup, Texts

GLANCE = 4
"""Occasions of each list on a stream's board."""
OCCASIONS = 8
"""Occasions on one page: with the longest lines it stays below 3,000 characters."""
NAME = 60
FOUND = 20
"""People that fit the words: more are named by their number only."""

_LATEST = 6
"""Occasions of one event on its screen."""


def choose_screen(texts: Texts, streams: Sequence[Stream]) -> Screen:
    """Ask which stream is meant."""
    if not streams:
        return Screen(texts("notices-list-no-streams"), [])
    rows = [[button(stream_label(texts, stream), BoardButton(stream_id=stream.id))] for stream in streams]
    return Screen(texts("notices-list-choose"), rows)


def people_screen(texts: Texts, people: Sequence[Person], words: str) -> Screen:
    """Show whom the words may mean."""
    if not people:
        return Screen(texts("notices-list-nobody", words=words), home_row(texts))
    rows = [[button(_label(person), PersonNoticesButton(person_id=person.id))] for person in people[:FOUND]]
    title = texts("notices-list-found", words=words, count=len(people))
    more = texts("notices-list-found-more", shown=str(FOUND)) if len(people) > FOUND else ""
    return Screen(paragraphs(title, more), rows)


def board_screen(texts: Texts, view: Board) -> Screen:
    """Show a stream at a glance; the first line tells of today."""
    today = counted(view.today)
    first = counts_line(texts, today)
    head = lines(
        texts("notices-list-today", counts=first) if today.all else texts("notices-list-today-none"),
        texts("notices-list-stream", stream=stream_name(texts, view.stream)),
        _reasons_line(texts, reasons(texts, view.today, Fate.UNSENT)),
        _repeats_line(texts, today),
    )
    listed = {Look.AHEAD: view.ahead, Look.SENT: view.sent, Look.UNSENT: view.unsent}
    parts = [
        lines(
            texts(f"notices-list-title-{look.value}"),
            *(_occasion_line(texts, view.scene, look, one) for one in occasions[:GLANCE]),
        )
        for look, occasions in listed.items()
        if occasions
    ]
    rows: Rows = [
        [button(label, ListButton(stream_id=view.stream.id, look=look))]
        for look, occasions in listed.items()
        if occasions and (label := texts.plain(f"notices-list-button-{look.value}", count=len(occasions)))
    ]
    again = button(texts.plain("notices-list-button-again"), BoardButton(stream_id=view.stream.id))
    return Screen(paragraphs(head, *parts, texts("notices-list-hint")), [*rows, [again, *home_row(texts)[0]]])


def list_screen(texts: Texts, view: ListView, number: int) -> Screen:
    """Show a page of one of a stream's lists."""
    page = page_of(view.occasions, number, OCCASIONS)
    title = texts(f"notices-list-title-{view.look.value}")
    name = texts("notices-list-stream", stream=stream_name(texts, view.stream))
    told = [
        Markup(f"{place}. {_occasion_line(texts, view.scene, view.look, one)}")
        for place, one in enumerate(page.items, start=page.first + 1)
    ]
    if not told:
        told = [texts(f"notices-list-none-{view.look.value}", hours=_hours(view.look))]

    def turned(number: int) -> Button:
        return ListButton(stream_id=view.stream.id, look=view.look, page=max(number, 0))

    rows = [
        *_numbers(page),
        *page_rows(texts, page, turned(page.number - 1), turned(page.number + 1)),
        [_back(texts, view.stream.id), *home_row(texts)[0]],
    ]
    return Screen(paragraphs(lines(title, name), *told), rows)


def occasion_screen(texts: Texts, view: OccasionView) -> Screen:
    """Show a page of an occasion: who got it, who waits, who did not get it and why."""
    one, scene = view.occasion, view.scene
    zone = scene.zone_of(one.subject)
    told = []
    for line in view.lines:
        whom = shortened(line.whom, NAME) or texts.plain("notices-list-group")
        at = moment(texts, line.at, zone, scene.now)
        told.append(texts("notices-list-line-whom", whom=whom, state=_fate(texts, line), at=at))
    rows = _turning(
        texts,
        view.page,
        view.pages,
        OccasionButton(notice_id=one.ref, page=max(view.page - 1, 0)),
        OccasionButton(notice_id=one.ref, page=view.page + 1),
    )
    number = event_number(one.subject)
    if number is not None:
        rows.append([button(texts.plain("notices-list-button-event"), EventNoticesButton(event_id=number))])
    back = [] if one.stream_id is None else [_back(texts, one.stream_id)]
    head = lines(
        texts("notices-list-head", about=about(texts, scene, one.kind, one.subject)),
        event_hours(texts, scene, one.subject),
        texts("notices-list-head-when", when=when(texts, scene, one)),
        _summary(texts, one),
    )
    hint = texts("notices-list-hint-person")
    return Screen(paragraphs(head, lines(*told), hint), [*rows, [*back, *home_row(texts)[0]]])


def event_screen(texts: Texts, view: EventNotices) -> Screen:
    """Show every occasion about an event, with what became of it."""
    event = view.scene.events.get(view.event_id)
    title = shortened(event.title, 140) if event else texts.plain("notices-list-event-gone")
    shown = view.occasions[:_LATEST]
    told = [
        lines(
            texts(
                "notices-list-event-occasion",
                number=place,
                kind=texts.plain(f"notices-kind-{one.kind}"),
                when=when(texts, view.scene, one),
            ),
            _summary(texts, one),
        )
        for place, one in enumerate(shown, start=1)
    ]
    if not told:
        hours = int(HORIZON.total_seconds() // 3600)
        told = [texts("notices-list-event-none", hours=hours)]
    left = len(view.occasions) - len(shown)
    more = texts("notices-list-event-more", count=left) if left > 0 else ""
    card = button(texts.plain("notices-list-button-card"), EventButton(event_id=view.event_id))
    rows = [*_numbers(Page(shown, 0, 1, 0)), [card, _back(texts, view.stream.id)]]
    head = lines(
        texts("notices-list-head-of", title=title),
        event_hours(texts, view.scene, event_subject(view.event_id)),
    )
    return Screen(paragraphs(head, *told, more), rows)


def person_screen(texts: Texts, view: PersonNotices) -> Screen:
    """Show a person's notices: what is ahead, then what was, each with its state and reason."""
    person, counts = view.person, counted(view.tallies)
    muted = ", ".join(sorted(texts.plain(f"settings-group-{group}") for group in view.muted))
    head = lines(
        texts("notices-list-head-of", title=shortened(person.full_name, 140)),
        texts("notices-list-counts-alone", counts=counts_line(texts, counts)) if counts.all else "",
        _repeats_line(texts, counts),
        _standing(texts, view.account),
        texts("notices-list-muted", groups=muted) if muted else "",
    )
    waits = [line for line in view.lines if line.state in WAITING]
    over = [line for line in view.lines if line.state not in WAITING]
    parts = [
        lines(texts(title), *(_person_line(texts, view.scene, line) for line in group))
        for title, group in (("notices-list-title-ahead", waits), ("notices-list-title-was", over))
        if group
    ]
    nothing = "" if parts else texts("notices-list-person-none")
    rows = _turning(
        texts,
        view.page,
        view.pages,
        PersonNoticesButton(person_id=person.id, page=max(view.page - 1, 0)),
        PersonNoticesButton(person_id=person.id, page=view.page + 1),
    )
    card = button(texts.plain("notices-list-button-person"), PersonButton(person_id=person.id))
    return Screen(paragraphs(head, *parts, nothing), [*rows, [card, *home_row(texts)[0]]])


def _label(person: Person) -> str:
    return shortened(", ".join(part for part in (person.full_name, person.municipality) if part), LABEL)


def _occasion_line(texts: Texts, scene: Scene, look: Look, one: Occasion) -> Markup:
    named, at = about(texts, scene, one.kind, one.subject), when(texts, scene, one)
    if look is not Look.UNSENT:
        return texts("notices-list-line", when=at, about=named, count=one.counts.all)
    key = "notices-list-line-unsent" if one.counts.unsent else "notices-list-line-cancelled"
    fate = Fate.UNSENT if one.counts.unsent else Fate.CANCELLED
    return texts(key, when=at, about=named, reasons=reasons(texts, one.tallies, fate))


def _person_line(texts: Texts, scene: Scene, line: Line) -> Markup:
    span = moment(texts, line.at, line.zone, scene.now)
    at = texts.plain("notices-list-when", span=span, zone=zone_mark(texts, line.zone, line.at))
    named = about(texts, scene, line.kind, line.subject)
    return texts("notices-list-line-state", when=at, about=named, state=_fate(texts, line))


def _fate(texts: Texts, line: Line) -> str:
    return state_words(texts, line.state, line.reason, line.repeats)


def _summary(texts: Texts, one: Occasion) -> Markup:
    waits = reasons(texts, one.tallies, Fate.WAITING)
    return lines(
        texts("notices-list-counts-alone", counts=counts_line(texts, one.counts)),
        _reasons_line(texts, reasons(texts, one.tallies, Fate.UNSENT)),
        texts("notices-list-waits-line", reasons=waits) if waits else "",
        _repeats_line(texts, one.counts),
    )


def _reasons_line(texts: Texts, named: str) -> Markup | str:
    return texts("notices-list-reasons", reasons=named) if named else ""


def _repeats_line(texts: Texts, counts: Counts) -> Markup | str:
    return texts("notices-list-repeats", count=counts.repeats) if counts.repeats else ""


def _standing(texts: Texts, account: Account | None) -> Markup | str:
    """Say what keeps everything from arriving."""
    if account is None:
        return texts("notices-list-outside")
    if account.consented_at is None:
        return texts("notices-list-without-consent")
    return "" if account.reachable else texts("notices-list-blocked")


def _hours(look: Look) -> int:
    span = HORIZON if look is Look.AHEAD else RECENT
    return int(span.total_seconds() // 3600)


def _numbers(page: Page[Occasion]) -> Rows:
    row: list[InlineKeyboardButton] = [
        button(str(place), OccasionButton(notice_id=one.ref))
        for place, one in enumerate(page.items, start=page.first + 1)
    ]
    return [row] if row else []


def _turning(texts: Texts, number: int, pages: int, earlier: Button, later: Button) -> Rows:
    return page_rows(texts, Page((), number, pages, 0), earlier, later)


def _back(texts: Texts, stream_id: int) -> InlineKeyboardButton:
    return button(texts.plain("notices-list-button-board"), BoardButton(stream_id=stream_id))
