"""Screens of editing: days and events of the draft, one event, what is asked for."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.programme.model import Stream
from bot.publishing.working_actions import Programme
from bot.schedule.kinds import EventKind
from bot.schedule.lookup import nearest_module
from bot.schedule.model import Event, Module
from bot.shared.clock import Clock
from bot.ui.dates import capital, clock, day_words, short_day
from bot.ui.editing_buttons import (
    AddButton,
    EditDayButton,
    EditEventButton,
    EditModuleButton,
    EditStreamButton,
    KindButton,
    NoRoomButton,
)
from bot.ui.paging import LABEL, page_of, page_rows, paragraphs, shortened
from bot.ui.schedule.wording import KINDS, module_name
from bot.ui.screens import Rows, Screen, button
from bot.ui.streams import stream_label, stream_name
from bot.ui.texts import Texts, escape
from bot.workbook.problems import Problem
from bot.workbook.report import Report
from bot.workbook.sheets import SHEETS

EVENTS, DAYS = 12, 31
"""Buttons of events and of days on one screen."""


def streams_screen(texts: Texts, streams: Sequence[Stream]) -> Screen:
    """Ask which stream is edited."""
    if not streams:
        return Screen(texts("coverage-none"), [])
    rows: Rows = [
        [button(stream_label(texts, stream), EditStreamButton(stream_id=stream.id))] for stream in streams
    ]
    return Screen(texts("coverage-choose"), rows)


def modules_screen(texts: Texts, programme: Programme) -> Screen:
    """Ask which module is edited."""
    rows: Rows = [
        [button(shortened(module_name(texts, module), LABEL), EditModuleButton(module_id=module.id))]
        for module in programme.modules
    ]
    return Screen(texts("editing-modules", stream=stream_name(texts, programme.stream)), rows)


def start_screen(texts: Texts, programme: Programme, now: Clock) -> Screen:
    """Begin with the module that runs or comes next."""
    nearest = nearest_module(programme.modules, now.now())
    if nearest is None:
        return modules_screen(texts, programme)
    return days_screen(texts, programme, nearest.id)


def days_screen(texts: Texts, programme: Programme, module_id: int) -> Screen:
    """Ask which day of a module is edited."""
    module = programme.edition.modules[module_id].module
    days = [
        button(short_day(texts, day), EditDayButton(module_id=module_id, day=number_of(day)))
        for day in days_of(module)
    ]
    rows: Rows = [days[start : start + 3] for start in range(0, len(days), 3)]
    if len(programme.modules) > 1:
        other = EditStreamButton(stream_id=programme.stream.id)
        rows.append([button(texts.plain("editing-button-modules"), other)])
    stream = stream_name(texts, programme.stream)
    return Screen(texts("editing-days", stream=stream, module=module_name(texts, module)), rows)


def events_screen(texts: Texts, programme: Programme, module_id: int, day: date, page: int) -> Screen:
    """Ask which event of a day is edited, and offer to add one."""
    module = programme.edition.modules[module_id].module
    shown = page_of(programme.events_of(module_id, day), page, EVENTS)
    rows: Rows = [[button(_label(texts, event), EditEventButton(event_id=event.id))] for event in shown.items]
    number = number_of(day)
    earlier, later = (
        EditDayButton(module_id=module_id, day=number, page=max(0, at)) for at in (page - 1, page + 1)
    )
    rows += page_rows(texts, shown, earlier, later)
    rows.append([button(texts.plain("editing-button-add"), AddButton(module_id=module_id, day=number))])
    rows.append([button(texts.plain("editing-button-days"), EditModuleButton(module_id=module_id))])
    head = texts("editing-events", day=day_words(texts, day), module=module_name(texts, module))
    return Screen(head, rows)


def add_screen(texts: Texts, step: str, module_id: int, day: date) -> Screen:
    """Ask for the next thing of a new event: its hours, kind, title or room."""
    rows: Rows = []
    if step == "kind":
        kinds = [button(texts.plain(KINDS[kind]), KindButton(kind=kind)) for kind in EventKind]
        rows = [kinds[start : start + 2] for start in range(0, len(kinds), 2)]
    if step == "room":
        rows = [[button(texts.plain("editing-button-no-room"), NoRoomButton())]]
    leave = EditDayButton(module_id=module_id, day=number_of(day))
    rows.append([button(texts.plain("editing-button-leave"), leave)])
    return Screen(texts(f"editing-add-{step}", day=day_words(texts, day)), rows)


def unclear_screen(sentence: str, again: Screen) -> Screen:
    """Say why what was typed is none, and ask again."""
    return Screen(paragraphs(escape(capital(sentence)), again.text), again.rows)


def problem_line(texts: Texts, problem: Problem) -> str:
    """Return a problem in words, unescaped; it has no place in a file."""
    return Report(texts.plain, SHEETS).problem(Problem(problem.key, None, problem.facts))


def _label(texts: Texts, event: Event) -> str:
    line = f"{clock(event.starts_at, event.zone)} {event.title}"
    return shortened(texts.plain("editing-label-off", event=line) if event.cancelled else line, LABEL)


def days_of(module: Module) -> list[date]:
    """Return the days of a module."""
    count = (module.ends_on - module.starts_on).days + 1
    return [module.starts_on + timedelta(days=shift) for shift in range(min(count, DAYS))]


def number_of(day: date) -> int:
    """Return a day as buttons carry it."""
    return day.year * 10000 + day.month * 100 + day.day
