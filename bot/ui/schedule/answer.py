"""The screen of any answer about the timetable."""

from bot.schedule.views import (
    DayView,
    ModulesView,
    ModuleView,
    NotUnderstood,
    NowView,
    TripView,
    Unpublished,
    VenueView,
)
from bot.ui.schedule.cards import venue_screen
from bot.ui.schedule.day import day_screen
from bot.ui.schedule.home import now_screen
from bot.ui.schedule.modules import module_screen, modules_screen
from bot.ui.schedule.trip import trip_screen
from bot.ui.schedule.unpublished import not_understood_screen, unpublished_screen
from bot.ui.screens import Screen
from bot.ui.texts import Texts

Answer = DayView | NowView | ModuleView | ModulesView | VenueView | TripView | Unpublished | NotUnderstood


def answer_screen(texts: Texts, view: Answer, page: int = 0, words: str = "") -> Screen:  # noqa: PLR0911  (a line for each kind of answer)
    """Show a page of an answer; `words` are what the person wrote, named where they mean nothing."""
    match view:
        case DayView():
            return day_screen(texts, view, page)
        case NowView():
            return now_screen(texts, view)
        case ModuleView():
            return module_screen(texts, view)
        case ModulesView():
            return modules_screen(texts, view, page)
        case VenueView():
            return venue_screen(texts, view, page)
        case TripView():
            return trip_screen(texts, view, page)
        case Unpublished():
            return unpublished_screen(texts, view)
        case NotUnderstood():
            return not_understood_screen(texts, view, words)
