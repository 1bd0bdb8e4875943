"""The screen of an answer to a question: its first line is the answer, the usual screens follow."""

from bot.schedule.views import DayView, ModulesView, ModuleView, NowView, TripView, Unpublished, VenueView
from bot.ui.dates import capital, clock, day_words, days_name
from bot.ui.excursions.screens import excursions_screen
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.schedule.answer import answer_screen
from bot.ui.schedule.buttons import ModuleButton, OpenButton, Place
from bot.ui.schedule.day import day_screen
from bot.ui.schedule.home import now_screen
from bot.ui.schedule.wording import DETAIL, TITLE, home_row, next_module_line
from bot.ui.screens import Screen, button
from bot.ui.texts import Markup, Texts
from bot.ui.understanding.events import excursion_line, happenings_screen, no_such_line, speakers_screen
from bot.ui.understanding.facts import trip_fact_screen, venue_fact_screen
from bot.understanding.model import Intent, Question
from bot.understanding.views import AnswerView, HappeningsView, OutingsView, SpeakersView


def question_screen(texts: Texts, view: AnswerView) -> Screen:  # noqa: PLR0911  (a line for each kind of answer)
    """Show the answer to a question."""
    question, found = view.question, view.found
    match found:
        case HappeningsView():
            return happenings_screen(texts, question, found)
        case SpeakersView():
            return speakers_screen(texts, found)
        case OutingsView():
            return _outings(texts, found)
        case DayView():
            return _below(_day_lines(texts, question, found), day_screen(texts, found))
        case NowView():
            return _now(texts, question, found)
        case VenueView():
            return venue_fact_screen(texts, question.intent, found)
        case TripView():
            return trip_fact_screen(texts, question.intent, found)
        case ModuleView() | ModulesView() | Unpublished():
            return answer_screen(texts, found)


def _below(first: Markup, screen: Screen) -> Screen:
    """Put the answer above a usual screen."""
    return Screen(paragraphs(first, screen.text), screen.rows, screen.point)


def _outings(texts: Texts, found: OutingsView) -> Screen:
    screen = excursions_screen(texts, found.listed)
    if found.first is not None:
        return _below(excursion_line(texts, found.first, found.listed.reader), screen)
    if found.day is None:
        return screen
    return _below(no_such_line(texts, Intent.EXCURSION, found.day), screen)


def _now(texts: Texts, question: Question, found: NowView) -> Screen:
    if question.intent is Intent.NEXT_MODULE:
        return _next_module(texts, found)
    screen = now_screen(texts, found)
    if question.intent is not Intent.ROOM:
        return screen
    event = next(iter((*found.answer.current, *found.answer.upcoming)), None)
    if event is None:
        return screen
    if not event.room:
        return _below(texts("understanding-room-none"), screen)
    return _below(texts("understanding-room", room=shortened(event.room, DETAIL)), screen)


def _next_module(texts: Texts, found: NowView) -> Screen:
    module = found.answer.next_module
    every = button(texts.plain("schedule-button-modules"), OpenButton(place=Place.MODULES))
    last = [every, *home_row(texts)[0]]
    if module is None:
        return Screen(texts("understanding-next-module-none"), [last])
    there = button(texts.plain("schedule-button-module"), ModuleButton(module_id=module.id))
    return Screen(next_module_line(texts, module, found.reader), [[there], last])


def _day_lines(texts: Texts, question: Question, found: DayView) -> Markup:
    """Answer from when and till when a day goes, and name the part of it that is shown."""
    part = texts(f"understanding-part-{question.part}") if question.part else ""
    held = [event for event in found.events if not event.cancelled]
    if not held or question.intent is Intent.DAY:
        return lines(part)
    day = capital(days_name(texts, found.day, found.today) or day_words(texts, found.day))
    if question.intent is Intent.BEGINS:
        first = held[0]
        return texts(
            "understanding-begins",
            day=day,
            time=clock(first.starts_at, first.zone),
            title=shortened(first.title, TITLE),
        )
    last = max(held, key=lambda event: (event.ends_at, event.id))
    return texts(
        "understanding-ends",
        day=day,
        time=clock(last.ends_at, last.zone),
        title=shortened(last.title, TITLE),
    )
