"""A day of the timetable on the screen."""

from datetime import timedelta

from aiogram.types import InlineKeyboardButton

from bot.schedule.model import Event
from bot.schedule.views import DayView
from bot.ui.dates import capital, day_words, days_name, short_day
from bot.ui.paging import Page, lines, page_of, page_rows, paragraphs
from bot.ui.schedule.buttons import EventButton, ModuleButton, OpenButton, Place, day_button
from bot.ui.schedule.files_buttons import day_file_rows
from bot.ui.schedule.wording import (
    event_line,
    home_city,
    home_clock,
    home_row,
    module_name,
    next_module_line,
    place_and_zone,
    stream_line,
)
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

EVENTS = 10
"""Events on a page: with the longest lines they stay below 3,500 characters."""

ROW = 8
"""Buttons in a row that are still wide enough for a finger (Telegram draws at most eight)."""


def day_screen(texts: Texts, view: DayView, page: int = 0) -> Screen:
    """Show a page of a day: its events with a button for each, and the ways to other days."""
    shown = page_of(view.events, page, EVENTS)
    listed = [
        event_line(texts, shown.first + place, event, view.reader, view.module, event.id in view.own)
        for place, event in enumerate(shown.items, start=1)
    ]
    text = paragraphs(_head(texts, view, shown), lines(*listed) or _nothing(texts, view))
    rows = [*_event_rows(view, shown), *_page_rows(texts, view, shown), *_day_rows(texts, view)]
    rows += [*_scope_rows(texts, view), *_file_rows(texts, view), *_last_rows(texts, view)]
    return Screen(text, rows)


def _head(texts: Texts, view: DayView, shown: Page[Event]) -> Markup:
    near = days_name(texts, view.day, view.today)
    named = day_words(texts, view.day, view.today)
    title = texts("schedule-day", day=capital(f"{near}, {named}" if near else named))
    parts = [title, stream_line(texts, view.reader)]
    if view.module is not None:
        first = view.events[0].starts_at if view.events else None
        where = place_and_zone(texts, view.module, first)
        parts.append(texts("schedule-where", place=where, module=module_name(texts, view.module)))
    if view.everything and view.others:
        parts.append(texts("schedule-scope-everything"))
    if any(home_clock(texts, event, view.reader, view.module) for event in shown.items):
        parts.append(texts("schedule-home-legend", city=home_city(texts, view.reader)))
    if shown.count > 1:
        parts.append(texts("schedule-page", number=str(shown.number + 1), count=str(shown.count)))
    return lines(*parts)


def _nothing(texts: Texts, view: DayView) -> Markup:
    if view.others:
        return texts("schedule-day-not-yours", others=view.others)
    if view.module is not None:
        return texts("schedule-day-free")
    following = next_module_line(texts, view.next_module, view.reader) if view.next_module else ""
    return lines(texts("schedule-day-free"), following)


def _event_rows(view: DayView, shown: Page[Event]) -> Rows:
    buttons = [
        button(str(shown.first + place), EventButton(event_id=event.id, everything=view.everything))
        for place, event in enumerate(shown.items, start=1)
    ]
    rows = -(-len(buttons) // ROW)
    width = -(-len(buttons) // rows) if rows else ROW
    return [buttons[start : start + width] for start in range(0, len(buttons), width)]


def _page_rows(texts: Texts, view: DayView, shown: Page[Event]) -> Rows:
    stream, number = view.reader.stream.id, shown.number
    earlier = day_button(stream, view.day, view.everything, max(0, number - 1))
    later = day_button(stream, view.day, view.everything, number + 1)
    return page_rows(texts, shown, earlier, later)


def _day_rows(texts: Texts, view: DayView) -> Rows:
    """Lead to the day before and after inside the module."""
    if view.module is None:
        return []
    row: list[InlineKeyboardButton] = []
    for step, key in ((-1, "schedule-button-day-before"), (1, "schedule-button-day-after")):
        day = view.day + timedelta(days=step)
        if view.module.starts_on <= day <= view.module.ends_on:
            label = texts.plain(key, day=short_day(texts, day))
            row.append(button(label, day_button(view.reader.stream.id, day, view.everything)))
    return [row] if row else []


def _scope_rows(texts: Texts, view: DayView) -> Rows:
    if not view.others:
        return []
    key = "schedule-button-own" if view.everything else "schedule-button-everything"
    data = day_button(view.reader.stream.id, view.day, not view.everything)
    return [[button(texts.plain(key), data)]]


def _file_rows(texts: Texts, view: DayView) -> Rows:
    if view.module is None or not view.events:
        return []
    return day_file_rows(texts, view.reader.stream.id, view.day, view.everything)


def _last_rows(texts: Texts, view: DayView) -> Rows:
    module = view.module or view.next_module
    first = (
        button(texts.plain("schedule-button-module"), ModuleButton(module_id=module.id))
        if module is not None
        else button(texts.plain("schedule-button-modules"), OpenButton(place=Place.MODULES))
    )
    return [[first, *home_row(texts)[0]]]
