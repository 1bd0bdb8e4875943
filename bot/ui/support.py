"""Screens of the help desk: asking, ready answers, the open questions."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from aiogram.types import InlineKeyboardMarkup

from bot.people.model import Visitor
from bot.schedule.model import Venue
from bot.support.model import Content, Kind, Question, State
from bot.ui.paging import lines, page_of, page_rows, paragraphs, shortened
from bot.ui.people import ask_screen
from bot.ui.schedule.buttons import OpenButton, Place
from bot.ui.screens import Rows, Screen, button
from bot.ui.support_buttons import (
    AnswerButton,
    AskButton,
    CardButton,
    QuestionsButton,
    Ready,
    ReadyButton,
)
from bot.ui.support_parcels import ABOUT, first_line, header, staff_rows, waited
from bot.ui.texts import Markup, Texts, escape

PAGE = 8
"""Open questions on one screen."""

_READY = {
    Ready.WIFI: ("support-ready-wifi", "schedule-label-wifi"),
    Ready.MEALS: ("support-ready-meals", "schedule-label-meals"),
    Ready.ADDRESS: ("support-ready-address", "schedule-label-address"),
}


def question_screen(texts: Texts, visitor: Visitor) -> Screen:
    """Show whom to call, the ready answers, and ask for the question."""
    base = ask_screen(texts, visitor)
    rows = [[button(texts.plain(key), ReadyButton(what=what)) for what, (key, _label) in _READY.items()]]
    return Screen(paragraphs(base.text, texts("support-write")), rows)


def more_screen(texts: Texts, question_id: int) -> Screen:
    """Ask for more about a question."""
    return Screen(texts("support-write-more", number=str(question_id)), [])


def ready_screen(texts: Texts, venue: Venue | None, what: Ready) -> Screen:
    """Answer from the venue card, with the ways on."""
    _key, label = _READY[what]
    rows = [
        [button(texts.plain("schedule-button-venue"), OpenButton(place=Place.VENUE))],
        [button(texts.plain("support-ask"), AskButton())],
    ]
    facts = {Ready.WIFI: "wifi", Ready.MEALS: "meals", Ready.ADDRESS: "address"}
    said = getattr(venue, facts[what]) if venue is not None else ""
    if venue is None or not said:
        return Screen(texts("support-ready-none"), rows)
    answer = texts("support-ready", label=texts.plain(label), said=shortened(said, 2000))
    return Screen(lines(answer, texts("support-ready-place", venue=shortened(venue.title, 200))), rows)


def arrived_screen(texts: Texts, question: Question, follow_up: bool) -> Screen:
    """Tell the asker that the question has arrived."""
    key = "support-arrived-more" if follow_up else "support-arrived"
    rows = [[button(texts.plain("support-go-on"), AskButton(question_id=question.id))]]
    return Screen(texts(key, number=str(question.id)), rows)


def questions_screen(texts: Texts, questions: Sequence[Question], page: int, now: datetime) -> Screen:
    """List the open questions, the longest waiting first."""
    if not questions:
        return Screen(texts("support-none-open"), [])
    shown = page_of(questions, page, PAGE)
    listed = [_line(texts, one, now) for one in shown.items]
    rows: Rows = [
        [
            button(texts.plain("support-open", number=str(one.id)), CardButton(question_id=one.id))
            for one in shown.items[start : start + 4]
        ]
        for start in range(0, len(shown.items), 4)
    ]
    earlier = QuestionsButton(page=max(0, shown.number - 1))
    rows += page_rows(texts, shown, earlier, QuestionsButton(page=shown.number + 1))
    return Screen(paragraphs(texts("support-open-title", count=len(questions)), paragraphs(*listed)), rows)


def card_screen(texts: Texts, question: Question, thread: Sequence[tuple[bool, Content]]) -> Screen:
    """Show a question with the last of its messages, and what may be done with it."""
    messages = groupby(thread, lambda one: (one[0], one[1].album or one[1].message_id))
    said = [
        texts(
            "support-said-staff" if from_staff else "support-said",
            words=_words(texts, [content for _from_staff, content in run]),
        )
        for (from_staff, _album), run in messages
    ][-6:]
    answer = [[button(texts.plain("support-write-answer"), AnswerButton(question_id=question.id))]]
    back = [[button(texts.plain("support-back"), QuestionsButton())]]
    rows = [*answer, *staff_rows(texts, question), *back]
    return Screen(paragraphs(header(texts, question), *said), rows)


def restated(texts: Texts, html: str, question: Question) -> Markup:
    """Return a message about a question with the line of its state renewed."""
    mark = f"№ {question.id}</b> · "
    rows = html.split("\n")
    place = next((number for number, line in enumerate(rows) if mark in line), None)
    if place is not None:
        rows[place] = first_line(texts, question)
    return Markup("\n".join(rows))


def restated_markup(texts: Texts, question: Question) -> InlineKeyboardMarkup | None:
    """Return the buttons that still make sense under a message about a question."""
    return Screen("", staff_rows(texts, question)).markup


def state_words(texts: Texts, question: Question) -> str:
    """Say a question's state in a few words for an alert."""
    key = "support-now-answered" if question.state is State.ANSWERED else "support-now-taken"
    return texts.plain(key, number=str(question.id))


def _line(texts: Texts, question: Question, now: datetime) -> Markup:
    return lines(
        first_line(texts, question),
        texts(
            "support-waits",
            name=shortened(question.person.full_name, ABOUT),
            time=waited(texts, question, now),
        ),
        escape(shortened(question.first_words, 120)),
    )


def _words(texts: Texts, contents: Sequence[Content]) -> Markup:
    words = escape(shortened(" ".join(one.text for one in contents), 500))
    if contents[0].kind is Kind.TEXT:
        return words
    several = texts("support-kind-album", count=len(contents))
    kind = several if len(contents) > 1 else texts(f"support-kind-{contents[0].kind.value}")
    return Markup(f"{kind} {words}".strip())
