"""Screens of group chats: what a chat is for, and the programme for everybody in it."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.programme.model import Stream
from bot.schedule.views import DayView
from bot.support.model import Purpose
from bot.ui.callbacks import Id, PageNumber
from bot.ui.dates import short_day
from bot.ui.paging import LABEL
from bot.ui.schedule.answer import Answer, answer_screen
from bot.ui.schedule.day import EVENTS
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_label, stream_name
from bot.ui.texts import Texts

FARTHEST = timedelta(days=3650)
"""A day further from today comes from a forged button."""


class BindButton(CallbackData, prefix="gb1"):
    """Ties the chat to a stream."""

    stream_id: Id
    purpose: Purpose


class View(StrEnum):
    """What the programme's message of a chat shows."""

    NOW = "now"
    DAY = "day"


class GroupButton(CallbackData, prefix="gp1"):
    """Shows another part of the programme in the chat's message; `day` counts as `date.toordinal`."""

    view: View
    day: Id = 0
    page: PageNumber = 0


def bind_screen(texts: Texts, streams: Sequence[Stream]) -> Screen:
    """Ask which stream the chat belongs to, and what it is for."""
    rows: Rows = []
    for stream in streams:
        for key, purpose in (("groups-as-staff", Purpose.STAFF), ("groups-as-group", Purpose.GROUP)):
            data = BindButton(stream_id=stream.id, purpose=purpose)
            name = stream_label(texts, stream, LABEL - len(texts.plain(key, stream="")))
            rows.append([button(texts.plain(key, stream=name), data)])
    return Screen(texts("groups-choose"), rows)


def bound_screen(texts: Texts, stream: Stream, purpose: Purpose) -> Screen:
    """Confirm what a chat is for now."""
    key = "groups-bound-staff" if purpose is Purpose.STAFF else "groups-bound-group"
    return Screen(texts(key, stream=stream_name(texts, stream)), [])


def programme_screen(texts: Texts, answer: Answer, today: date, page: int, words: str) -> Screen:
    """Show an answer about a stream's programme with the buttons that work in a group."""
    shown = answer_screen(texts, answer, page, words)
    rows: Rows = []
    if isinstance(answer, DayView):
        rows += _pages(texts, answer, page)
        around = [answer.day - timedelta(days=1), answer.day + timedelta(days=1)]
        rows.append([button(f"{short_day(texts, day)}", day_in_group(day)) for day in around])
    last = [
        button(texts.plain("key-now"), GroupButton(view=View.NOW)),
        button(texts.plain("schedule-button-today"), day_in_group(today)),
        button(texts.plain("schedule-button-tomorrow"), day_in_group(today + timedelta(days=1))),
    ]
    return Screen(shown.text, [*rows, last])


def _pages(texts: Texts, answer: DayView, page: int) -> Rows:
    last = (len(answer.events) - 1) // EVENTS
    turns = (("schedule-button-page-back", page - 1), ("schedule-button-page-on", page + 1))
    row = [
        button(texts.plain(key), GroupButton(view=View.DAY, day=answer.day.toordinal(), page=target))
        for key, target in turns
        if 0 <= target <= last
    ]
    return [row] if row else []


def day_in_group(day: date) -> GroupButton:
    """Make what a button to a day carries in a group chat."""
    return GroupButton(view=View.DAY, day=day.toordinal())
