"""What the buttons of the list of notices carry; other rooms' cards lead here too."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.notices.listing import Occasion
from bot.people.model import Role, Visitor
from bot.schedule.notice_views import Look
from bot.ui.callbacks import Id, PageNumber
from bot.ui.paging import Page
from bot.ui.screens import Rows, button
from bot.ui.texts import Texts


class BoardButton(CallbackData, prefix="nb1"):
    """Opens a stream's notices at a glance."""

    stream_id: Id


class ListButton(CallbackData, prefix="nl1"):
    """Opens a page of one of a stream's lists."""

    stream_id: Id
    look: Look
    page: PageNumber = 0


class OccasionButton(CallbackData, prefix="no1"):
    """Opens a page of the occasion that a notice belongs to."""

    notice_id: Id
    page: PageNumber = 0


class EventNoticesButton(CallbackData, prefix="ne1"):
    """Opens the notices about an event."""

    event_id: Id


class PersonNoticesButton(CallbackData, prefix="np1"):
    """Opens a page of a person's notices."""

    person_id: Id
    page: PageNumber = 0


def event_notices_rows(texts: Texts, visitor: Visitor, stream_id: int, event_id: int) -> Rows:
    """Return the way from an event's card to its notices, for the organizers of its stream."""
    if Role.ORGANIZER not in visitor.roles_in(stream_id):
        return []
    return [[button(texts.plain("notices-list-button-notices"), EventNoticesButton(event_id=event_id))]]


def number_rows(page: Page[Occasion]) -> Rows:
    """Return a row of numbers that open the occasions of a page; no row where there are none."""
    row: list[InlineKeyboardButton] = [
        button(str(place), OccasionButton(notice_id=one.ref))
        for place, one in enumerate(page.items, start=page.first + 1)
    ]
    return [row] if row else []


def board_link(texts: Texts, stream_id: int) -> InlineKeyboardButton:
    """Return the way back to a stream's notices at a glance."""
    return button(texts.plain("notices-list-button-board"), BoardButton(stream_id=stream_id))
