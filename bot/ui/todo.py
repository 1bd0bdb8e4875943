"""«Что ждёт меня»: everything that waits for a person, each line with a button that leads there."""

from collections.abc import Callable, Mapping, Sequence

from aiogram.filters.callback_data import CallbackData

from bot.people.model import Role, Visitor
from bot.people.todo import Awaited, Matter
from bot.ui.access import RequestsButton
from bot.ui.broadcasts.buttons import AskedButton, LookButton
from bot.ui.callbacks import Button, PageNumber
from bot.ui.corrections import CorrectionsButton
from bot.ui.coverage import CoverageButton
from bot.ui.excursions.buttons import ExcursionButton
from bot.ui.mentoring.life_buttons import BoardButton, MeetingButton, StaffLifeButton
from bot.ui.mentoring.match_buttons import MatchButton, Part
from bot.ui.mentoring.proposals import ProposalButton
from bot.ui.paging import LABEL, lines, page_of, page_rows, paragraphs, shortened
from bot.ui.projects.report_buttons import ReportButton
from bot.ui.publishing import DraftButton
from bot.ui.schedule.wording import home_row
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_name
from bot.ui.support_buttons import CardButton, QuestionsButton
from bot.ui.texts import LANGUAGES, Markup, Texts, texts_in
from bot.ui.workbook import WaitingButton

PAGE = 8
"""Lines on one screen, a button below for each."""

NAME = 80
"""Characters of a file's name."""


class TodoButton(CallbackData, prefix="td1"):
    """Opens a page of the list."""

    page: PageNumber = 0


def _questions(one: Awaited) -> Button:
    return CardButton(question_id=one.subject_id) if one.subject_id else QuestionsButton()


def _ending(one: Awaited) -> Button:
    if one.subject_id:
        return StaffLifeButton(mentorship_id=one.subject_id)
    return BoardButton(stream_id=one.stream.id if one.stream else 0)


WAYS: Mapping[Matter, Callable[[Awaited], Button]] = {
    Matter.PLACE: lambda one: ExcursionButton(event_id=one.subject_id),
    Matter.ANSWER: lambda one: AskedButton(broadcast_id=one.subject_id),
    Matter.PROPOSAL: lambda one: ProposalButton(mentorship_id=one.subject_id),
    Matter.MEETING_LOG: lambda one: MeetingButton(meeting_id=one.subject_id),
    Matter.END_ASKED: _ending,
    Matter.LATE_QUESTIONS: _questions,
    Matter.NEW_QUESTIONS: _questions,
    Matter.OWN_QUESTIONS: _questions,
    Matter.REPORT: lambda one: ReportButton(project_id=one.subject_id),
    Matter.BROADCASTS: lambda one: LookButton(broadcast_id=one.subject_id),
    Matter.SILENT_MENTORS: lambda one: MatchButton(stream_id=one.subject_id, part=Part.WAITING),
    Matter.MATCH: lambda one: MatchButton(stream_id=one.subject_id),
    Matter.ACCESS: lambda _one: RequestsButton(),
    Matter.CORRECTIONS: lambda _one: CorrectionsButton(),
    Matter.IMPORT: lambda one: WaitingButton(import_id=one.subject_id),
    Matter.DRAFT: lambda one: DraftButton(stream_id=one.subject_id),
    Matter.OUTSIDE: lambda one: CoverageButton(stream_id=one.subject_id),
}
"""Where the button of a line leads; the words are `todo-<matter>` and `todo-way-<matter>`."""


def todo_screen(texts: Texts, awaited: Sequence[Awaited], page: int = 0) -> Screen:
    """Show a page of the list; the first line answers how much there is."""
    if not awaited:
        return Screen(paragraphs(texts("todo-nothing"), texts("todo-nothing-hint")), home_row(texts))
    shown = page_of(awaited, page, PAGE)
    listed, ways = [], []
    for number, one in enumerate(shown.items, start=shown.first + 1):
        listed.append(texts("todo-line", number=str(number), said=_said(texts, one)))
        label = texts.plain("todo-way", number=str(number), way=texts.plain(f"todo-way-{one.matter}"))
        ways.append([button(shortened(label, LABEL), WAYS[one.matter](one))])
    before, after = TodoButton(page=max(0, shown.number - 1)), TodoButton(page=shown.number + 1)
    rows = [*ways, *page_rows(texts, shown, before, after), *home_row(texts)]
    return Screen(paragraphs(texts("todo-title", count=len(awaited)), lines(*listed)), rows)


def todo_rows(texts: Texts) -> Rows:
    """Return the way to the list."""
    return [[button(texts.plain("todo-button"), TodoButton())]]


def starts_from_list(visitor: Visitor) -> bool:
    """Tell whether somebody's work comes to them by the list, so that it stands first on the home card."""
    return bool(visitor.roles & {Role.ORGANIZER, Role.ADMINISTRATOR, Role.MENTOR})


def todo_labels() -> frozenset[str]:
    """Return what the button says in any language: people type it too."""
    return frozenset(texts_in(language).plain("todo-button") for language in LANGUAGES)


def _said(texts: Texts, one: Awaited) -> Markup:
    said = texts(f"todo-{one.matter}", count=one.count, name=shortened(one.name, NAME))
    if one.stream is None:
        return said
    return texts("todo-in-stream", said=said, stream=stream_name(texts, one.stream))
