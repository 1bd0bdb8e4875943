"""Screens of one event as it is edited: what is changed, what is asked for."""

from collections.abc import Iterator

from bot.people.model import Role, Visitor
from bot.publishing.working_actions import EventDraft
from bot.schedule.model import Event
from bot.ui.dates import day_words, hours, short_day, zone_mark
from bot.ui.editing import days_of, number_of, problem_line
from bot.ui.editing_buttons import (
    CallOffButton,
    DaysButton,
    EditDayButton,
    EditEventButton,
    MoveButton,
    Text,
    TextButton,
)
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.publishing import DraftButton
from bot.ui.schedule.wording import KINDS
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts, escape
from bot.workbook.diff import Change
from bot.workbook.report import Report
from bot.workbook.sheets import SHEETS

TITLE, VALUE = 200, 120
CHANGED, CHANGES = 60, 10
"""Characters of an old or new value, and lines of changes."""
PROBLEM, PROBLEMS = 300, 4
"""Characters and lines of what the checks found."""


def event_screen(texts: Texts, draft: EventDraft) -> Screen:
    """Show an event as it is edited, what that changes for people, and what can be changed."""
    event = draft.event
    key = "schedule-card-cancelled" if event.cancelled else "schedule-card-title"
    return Screen(
        paragraphs(
            _said(texts, draft),
            lines(
                texts(key, title=shortened(event.title, TITLE)),
                escape(_when(texts, event)),
                texts(KINDS[event.kind]),
                _fact(texts, Text.ROOM, event.room),
                _fact(texts, Text.SPEAKER, event.speaker),
            ),
            _difference(texts, draft),
        ),
        _event_rows(texts, draft),
    )


def ask_screen(texts: Texts, draft: EventDraft, what: Text) -> Screen:
    """Ask for a text."""
    keep = button(texts.plain("editing-button-keep"), EditEventButton(event_id=draft.event.id))
    present = {
        Text.TIME: hours(draft.event.starts_at, draft.event.ends_at, draft.event.zone),
        Text.ROOM: draft.event.room,
        Text.SPEAKER: draft.event.speaker,
        Text.TITLE: draft.event.title,
    }[what]
    now = texts("editing-present", value=shortened(present, VALUE)) if present else ""
    return Screen(lines(texts(f"editing-ask-{what.value}"), now), [[keep]])


def move_screen(texts: Texts, draft: EventDraft) -> Screen:
    """Offer the other days of the module."""
    event = draft.event
    days = [
        button(short_day(texts, day), MoveButton(event_id=event.id, day=number_of(day)))
        for day in days_of(draft.module)
        if day != event.day
    ]
    rows: Rows = [days[start : start + 3] for start in range(0, len(days), 3)]
    rows.append([button(texts.plain("editing-button-keep"), EditEventButton(event_id=event.id))])
    return Screen(texts("editing-move", title=shortened(event.title, TITLE)), rows)


def edit_row(texts: Texts, visitor: Visitor, stream_id: int, event_id: int) -> Rows:
    """Return the way from an event's card to editing it, for its organizers."""
    if Role.ORGANIZER not in visitor.roles_in(stream_id):
        return []
    return [[button(texts.plain("editing-button-edit"), EditEventButton(event_id=event_id))]]


def _said(texts: Texts, draft: EventDraft) -> Markup:
    key = "editing-refused" if draft.refused else "editing-mind"
    said = (shortened(problem_line(texts, problem), PROBLEM) for problem in draft.problems[:PROBLEMS])
    return lines(*(texts(key, reason=reason) for reason in said))


def _difference(texts: Texts, draft: EventDraft) -> Markup:
    if draft.draft is None:
        return texts("editing-no-draft")
    own = [*_changed(texts, draft.change)]
    own += [line for change in draft.buses for line in _changed(texts, change)]
    first = (
        texts("editing-first")
        if draft.draft.first
        else texts("editing-new")
        if draft.added
        else texts("editing-differs")
        if own
        else texts("editing-same")
    )
    found = draft.draft.difference
    count = len(found.added) + len(found.changed) + len(found.missing)
    whole = texts("editing-draft", number=str(draft.draft.number), count=count)
    return paragraphs(lines(first, *(escape(line) for line in own[:CHANGES])), whole)


def _changed(texts: Texts, change: Change | None) -> Iterator[str]:
    if change is None:
        return
    report = Report(texts.plain, SHEETS)
    sheet = next(sheet for sheet in SHEETS if change.new.kind in sheet.kinds)
    for name, (old, new) in change.fields.items():
        yield texts.plain(
            "editing-change",
            heading=sheet.column(name).heading,
            old=shortened(report.shown(sheet, name, old), CHANGED),
            new=shortened(report.shown(sheet, name, new), CHANGED),
        )


def _event_rows(texts: Texts, draft: EventDraft) -> Rows:
    event = draft.event

    def ask(what: Text) -> TextButton:
        return TextButton(event_id=event.id, what=what)

    off = "editing-button-restore" if event.cancelled else "editing-button-cancel"
    day = EditDayButton(module_id=event.module_id, day=number_of(event.day))
    rows: Rows = [
        [
            button(texts.plain("editing-button-time"), ask(Text.TIME)),
            button(texts.plain("editing-button-day"), DaysButton(event_id=event.id)),
        ],
        [
            button(texts.plain("editing-button-room"), ask(Text.ROOM)),
            button(texts.plain("editing-button-speaker"), ask(Text.SPEAKER)),
        ],
        [
            button(texts.plain("editing-button-title"), ask(Text.TITLE)),
            button(texts.plain(off), CallOffButton(event_id=event.id, cancelled=not event.cancelled)),
        ],
        [button(texts.plain("editing-button-back", day=short_day(texts, event.day)), day)],
    ]
    if draft.draft is not None:
        publish = DraftButton(stream_id=draft.stream.id)
        rows.append([button(texts.plain("editing-button-publish"), publish)])
    return rows


def _fact(texts: Texts, what: Text, value: str) -> Markup | str:
    if not value:
        return ""
    label = texts.plain(f"editing-label-{what.value}")
    return texts("editing-fact", label=label, value=shortened(value, VALUE))


def _when(texts: Texts, event: Event) -> str:
    return texts.plain(
        "publishing-when",
        day=day_words(texts, event.day),
        hours=hours(event.starts_at, event.ends_at, event.zone),
        zone=zone_mark(texts, event.zone, event.starts_at),
    )
