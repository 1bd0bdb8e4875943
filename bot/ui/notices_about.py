"""Screens of the notices about one thing: an occasion, an event, a person."""

from collections.abc import Sequence

from bot.notices.listing import WAITING, Fate, Line, Occasion, counted
from bot.notices.planning import HORIZON
from bot.people.model import Person
from bot.people.roster import Account
from bot.schedule.notice_views import EventNotices, OccasionView, PersonNotices, Scene
from bot.schedule.subjects import event_number, event_subject
from bot.ui.callbacks import Button
from bot.ui.dates import zone_mark
from bot.ui.notices_buttons import (
    EventNoticesButton,
    OccasionButton,
    PersonNoticesButton,
    board_link,
    number_rows,
)
from bot.ui.notices_words import (
    about,
    counts_line,
    event_hours,
    moment,
    reasons,
    reasons_line,
    repeats_line,
    state_words,
    when,
)
from bot.ui.paging import LABEL, Page, lines, page_rows, paragraphs, shortened
from bot.ui.people_buttons import PersonButton
from bot.ui.schedule.buttons import EventButton
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

NAME, TITLE = 60, 140
"""Characters of a name in a list; of a name or title at the head."""
FOUND = 20
"""People that fit the words: more are named by their number only."""
LATEST = 6
"""Occasions of one event on its screen."""


def people_screen(texts: Texts, people: Sequence[Person], words: str) -> Screen:
    """Show whom the words may mean."""
    if not people:
        return Screen(texts("notices-list-nobody", words=words), home_row(texts))
    rows = [[button(_label(person), PersonNoticesButton(person_id=person.id))] for person in people[:FOUND]]
    title = texts("notices-list-found", words=words, count=len(people))
    more = texts("notices-list-found-more", shown=str(FOUND)) if len(people) > FOUND else ""
    return Screen(paragraphs(title, more), rows)


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
    back = [] if one.stream_id is None else [board_link(texts, one.stream_id)]
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
    title = shortened(event.title, TITLE) if event else texts.plain("notices-list-event-gone")
    shown = view.occasions[:LATEST]
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
    rows = [*number_rows(Page(shown, 0, 1, 0)), [card, board_link(texts, view.stream.id)]]
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
        texts("notices-list-head-of", title=shortened(person.full_name, TITLE)),
        texts("notices-list-counts-alone", counts=counts_line(texts, counts)) if counts.all else "",
        repeats_line(texts, counts),
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
        reasons_line(texts, reasons(texts, one.tallies, Fate.UNSENT)),
        texts("notices-list-waits-line", reasons=waits) if waits else "",
        repeats_line(texts, one.counts),
    )


def _standing(texts: Texts, account: Account | None) -> Markup | str:
    """Say what keeps everything from arriving."""
    if account is None:
        return texts("notices-list-outside")
    if account.consented_at is None:
        return texts("notices-list-without-consent")
    return "" if account.reachable else texts("notices-list-blocked")


def _turning(texts: Texts, number: int, pages: int, earlier: Button, later: Button) -> Rows:
    return page_rows(texts, Page((), number, pages, 0), earlier, later)
