"""A module by days, and the list of modules, on the screen."""

from bot.schedule.model import Module
from bot.schedule.views import ModuleDay, ModulesView, ModuleView, Reader, StreamModules
from bot.shared.zones import day_in
from bot.ui.dates import in_days, period, short_day
from bot.ui.paging import lines, page_of, page_rows, paragraphs, shortened
from bot.ui.schedule.buttons import (
    ModuleButton,
    OpenButton,
    Place,
    TripButton,
    VenueButton,
    day_button,
)
from bot.ui.schedule.files_buttons import module_file_rows
from bot.ui.schedule.wording import (
    CITY,
    LABEL,
    TITLE,
    home_row,
    module_name,
    place_and_zone,
    stream_line,
    stream_title,
)
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts

WEEKS = 14
"""A module of more days has narrow buttons, and only for days with events."""

MOST = 60
"""Day buttons at most; Telegram takes 100 buttons below a message."""

MODULES = 8
"""Modules on a page of the list: each under a stream of its own they stay below 4,000 characters."""

SHORT = 80
"""Characters of a module's title in the list."""


def module_screen(texts: Texts, view: ModuleView) -> Screen:
    """Show a module: where, when, and a button for each day with the count of events."""
    module, stream = view.module, view.reader.stream
    text = lines(
        texts("schedule-module-title", module=module_name(texts, module)),
        texts("schedule-module-days", period=_period(texts, module, view.reader)),
        texts(
            "schedule-module-place",
            place=place_and_zone(texts, module),
            venue=shortened(module.venue_title, TITLE),
        ),
        stream_line(texts, view.reader),
        texts("schedule-scope-everything") if view.everything and view.others else "",
        texts("schedule-module-choose"),
    )
    rows = _day_rows(texts, view)
    if view.others:
        key = "schedule-button-own" if view.everything else "schedule-button-everything"
        data = ModuleButton(module_id=module.id, everything=not view.everything)
        rows.append([button(texts.plain(key), data)])
    if any(one.events for one in view.days):
        rows += module_file_rows(texts, module.id, view.everything)
    rows.append(
        [
            button(
                texts.plain("schedule-button-venue"),
                VenueButton(stream_id=stream.id, venue_id=module.venue_id),
            ),
            button(texts.plain("schedule-button-trip"), TripButton(module_id=module.id)),
        ]
    )
    modules = button(texts.plain("schedule-button-modules"), OpenButton(place=Place.MODULES))
    return Screen(text, [*rows, [modules, *home_row(texts)[0]]])


def modules_screen(texts: Texts, view: ModulesView, page: int = 0) -> Screen:
    """Show the modules of all the reader's streams, each stream under its name."""
    entries = [(part, module) for part in view.streams for module in part.modules or (None,)]
    shown = page_of(entries, page, MODULES)
    pieces = [
        _stream(texts, part, [module for owner, module in shown.items if owner is part and module])
        for part in view.streams
        if any(owner is part for owner, _module in shown.items)
    ]
    rows = [
        [button(_label(texts, module), ModuleButton(module_id=module.id))]
        for _part, module in shown.items
        if module
    ]
    before = OpenButton(place=Place.MODULES, page=max(0, shown.number - 1))
    turn = page_rows(texts, shown, before, OpenButton(place=Place.MODULES, page=shown.number + 1))
    return Screen(paragraphs(*pieces), [*rows, *turn, *home_row(texts)])


def _stream(texts: Texts, part: StreamModules, modules: list[Module]) -> Markup:
    title = texts("schedule-modules-stream", stream=stream_title(texts, part.reader.stream))
    if not part.modules:
        return lines(title, texts("schedule-modules-none"))
    return lines(title, *(_module_line(texts, module, part.reader) for module in modules))


def _module_line(texts: Texts, module: Module, reader: Reader) -> Markup:
    return texts(
        "schedule-modules-line",
        module=module_name(texts, module, SHORT),
        city=shortened(module.city, CITY),
        period=_period(texts, module, reader),
    )


def _period(texts: Texts, module: Module, reader: Reader) -> str:
    """Write a module's days and whether they are past, present or how far ahead."""
    days = period(texts, module.starts_on, module.ends_on)
    today = day_in(reader.now, module.zone)
    if today > module.ends_on:
        state = texts.plain("schedule-module-past")
    elif today >= module.starts_on:
        state = texts.plain("schedule-module-runs")
    else:
        state = in_days(texts, (module.starts_on - today).days)
    return f"{days}, {state}"


def _label(texts: Texts, module: Module) -> str:
    return shortened(f"{module.city}, {period(texts, module.starts_on, module.ends_on)}", LABEL)


def _day_rows(texts: Texts, view: ModuleView) -> Rows:
    stream, everything = view.reader.stream.id, view.everything
    if len(view.days) <= WEEKS:
        return [
            [button(_day_label(texts, one, view), day_button(stream, one.day, everything))]
            for one in view.days
        ]
    narrow = [
        button(short_day(texts, one.day), day_button(stream, one.day, everything))
        for one in view.days
        if one.events
    ][:MOST]
    return [narrow[start : start + 4] for start in range(0, len(narrow), 4)]


def _day_label(texts: Texts, one: ModuleDay, view: ModuleView) -> str:
    key = "schedule-button-day-today" if one.day == view.today else "schedule-button-day"
    return texts.plain(key, day=short_day(texts, one.day), count=one.events)
