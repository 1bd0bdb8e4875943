"""The home card and the one line of /now: where am I to be."""

from collections.abc import Sequence

from bot.schedule.lookup import NowAndNext, Phase
from bot.schedule.model import Event
from bot.schedule.views import NowView, Reader, Unpublished
from bot.shared.zones import day_in
from bot.ui.dates import capital, clock, day_words, days_name, in_days, lasting, period
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.schedule.buttons import OpenButton, Place
from bot.ui.schedule.unpublished import unpublished_text
from bot.ui.schedule.wording import (
    CITY,
    DETAIL,
    TITLE,
    called,
    city_and_zone,
    home_city,
    home_clock,
    module_name,
    next_module_line,
)
from bot.ui.screens import Rows, Screen, button
from bot.ui.texts import Markup, Texts, escape

PARALLEL = 4
"""Events at one moment named on the card; an organizer of many groups sees how many more there are."""

_BUTTONS = (
    (("schedule-button-today", Place.TODAY), ("schedule-button-tomorrow", Place.TOMORROW)),
    (("schedule-button-module", Place.MODULE), ("schedule-button-trip", Place.TRIP)),
    (("schedule-button-venue", Place.VENUE), ("schedule-button-excursions", Place.EXCURSIONS)),
)


def home_screen(
    texts: Texts,
    view: NowView | Unpublished,
    extra_rows: Rows | None = None,
    first_rows: Rows | None = None,
) -> Screen:
    """Show the home card; its first line answers where to be now.

    `extra_rows` go below its buttons, `first_rows` above them.
    """
    rows = [*(first_rows or []), *home_rows(texts), *(extra_rows or [])]
    if isinstance(view, Unpublished):
        return Screen(unpublished_text(texts, view), rows)
    now, following = _now(texts, view), _following(texts, view)
    return Screen(paragraphs(lines(*now), lines(*following), lines(*_around(texts, view))), rows)


def now_screen(texts: Texts, view: NowView | Unpublished) -> Screen:
    """Show the one line of /now."""
    rows = home_rows(texts)[:1]
    if isinstance(view, Unpublished):
        return Screen(unpublished_text(texts, view), rows)
    said = [*_now(texts, view), *_following(texts, view)]
    return Screen(Markup(" ".join([*said, *_clock(texts, "schedule-clock-aside", view.answer)])), rows)


def home_rows(texts: Texts) -> Rows:
    """Return the buttons of the home card."""
    return [[button(texts.plain(key), OpenButton(place=place)) for key, place in row] for row in _BUTTONS]


def _now(texts: Texts, view: NowView) -> list[Markup]:
    """Tell what runs, or that nothing does."""
    answer, reader = view.answer, view.reader
    match answer.phase:
        case Phase.RUNNING:
            return [
                texts(
                    "schedule-now-running",
                    event=_event(texts, event, reader, answer),
                    until=clock(event.ends_at, event.zone),
                    left=lasting(texts, event.ends_at - reader.now),
                )
                for event in answer.current[:PARALLEL]
            ] + _more(texts, answer.current)
        case Phase.GAP:
            return [texts("schedule-now-gap")]
        case Phase.NIGHT:
            return [texts("schedule-now-night")]
        case Phase.DONE:
            return [texts("schedule-now-done")]
        case Phase.OVER:
            return [texts("schedule-now-over")]
        case Phase.AHEAD:
            return [_ahead(texts, answer, reader)]


def _ahead(texts: Texts, answer: NowAndNext, reader: Reader) -> Markup:
    module = answer.next_module
    if module is None:
        return texts("schedule-now-gap")
    days = (module.starts_on - day_in(reader.now, module.zone)).days
    return texts(
        "schedule-now-ahead",
        module=module_name(texts, module),
        when=in_days(texts, days),
        city=shortened(module.city, CITY),
        period=period(texts, module.starts_on, module.ends_on),
    )


def _following(texts: Texts, view: NowView) -> list[Markup]:
    """Tell what comes next and what was to come and is cancelled."""
    answer, reader = view.answer, view.reader
    off = [
        texts(
            "schedule-called-off", time=clock(event.starts_at, event.zone), event=called(texts, event, TITLE)
        )
        for event in answer.called_off[:PARALLEL]
    ]
    if answer.upcoming:
        named = [_event(texts, event, reader, answer) for event in answer.upcoming[:PARALLEL]]
        joined = Markup("; ".join(named))
        return [*off, _next(texts, answer.upcoming[0], reader, joined), *_more(texts, answer.upcoming)]
    if answer.phase is Phase.DONE and answer.next_module is not None:
        return [*off, next_module_line(texts, answer.next_module, reader)]
    return off


def _next(texts: Texts, event: Event, reader: Reader, named: Markup) -> Markup:
    time = clock(event.starts_at, event.zone)
    today = day_in(reader.now, event.zone)
    day = day_in(event.starts_at, event.zone)
    if day == today:
        left = lasting(texts, event.starts_at - reader.now)
        return texts("schedule-next-today", time=time, left=left, event=named)
    near = days_name(texts, day, today) or day_words(texts, day)
    return texts("schedule-next-day", day=capital(near), time=time, event=named)


def _event(texts: Texts, event: Event, reader: Reader, answer: NowAndNext) -> Markup:
    """Name an event with its room, and the reader's own clock where it is of use."""
    parts = [escape(shortened(event.title, TITLE))]
    if event.room:
        parts.append(escape(shortened(event.room, DETAIL)))
    module = answer.module if answer.module and answer.module.id == event.module_id else answer.next_module
    named = Markup(", ".join(parts))
    home = home_clock(texts, event, reader, module)
    if not home:
        return named
    return Markup(f"{named} {texts('schedule-home-time', time=home, city=home_city(texts, reader))}")


def _more(texts: Texts, events: Sequence[Event]) -> list[Markup]:
    left = len(events) - PARALLEL
    return [texts("schedule-more", count=left)] if left > 0 else []


def _around(texts: Texts, view: NowView) -> list[Markup]:
    """Name the running module, and by which clock the card speaks where it names an hour."""
    answer = view.answer
    named = [texts("schedule-around", module=module_name(texts, answer.module))] if answer.module else []
    return [*named, *_clock(texts, "schedule-clock", answer)]


def _clock(texts: Texts, key: str, answer: NowAndNext) -> list[Markup]:
    for event in (*answer.current, *answer.called_off, *answer.upcoming):
        return [texts(key, place=city_and_zone(texts, event.city, event.zone, event.starts_at))]
    return []
