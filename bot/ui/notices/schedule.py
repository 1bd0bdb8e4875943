"""How the timetable's notices are worded."""

from collections.abc import Sequence
from datetime import datetime, time

from bot.notices.model import Notice
from bot.schedule.model import Event
from bot.schedule.notice_actions import DayPlan, planned_days, reminded_events
from bot.schedule.notices import DAY_PLAN, EVENT_REMINDER
from bot.shared.zones import day_in, local
from bot.ui.dates import capital, clock, day_words, days_name, hours, lasting
from bot.ui.notices.letter import Facts, Letter, Presenter
from bot.ui.paging import lines, paragraphs, shortened
from bot.ui.schedule.buttons import EventButton, day_button
from bot.ui.schedule.wording import DETAIL, LABEL, TITLE, city_and_zone
from bot.ui.screens import button
from bot.ui.texts import Markup, Texts, escape
from db.engine import Tx

EARLY = time(9)
"""A day that begins before this hour is called early: people are told so first."""

LISTED = 12
"""Events of a day in its plan; the rest are one tap away."""


async def read_reminders(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the events reminders are of."""
    return await reminded_events(tx, now, notices)


def write_reminder(texts: Texts, event: Event, now: datetime) -> Letter:
    """Say how soon an event begins, or that it has begun, and where."""
    title = shortened(event.title, TITLE)
    today = day_in(now, event.zone)
    if event.day > today:
        day = capital(days_name(texts, event.day, today) or day_words(texts, event.day, today))
        head = texts("notices-event-ahead", day=day, time=clock(event.starts_at, event.zone), title=title)
    elif event.starts_at > now:
        head = texts("notices-event-soon", left=lasting(texts, event.starts_at - now), title=title)
    else:
        head = texts("notices-event-runs", title=title, time=clock(event.starts_at, event.zone))
    span = hours(event.starts_at, event.ends_at, event.zone)
    place = city_and_zone(texts, event.city, event.zone, event.starts_at)
    known = [escape(shortened(text, DETAIL)) for text in (event.room, event.speaker, event.online) if text]
    label = shortened(event.title, LABEL)
    rows = [[button(label, EventButton(event_id=event.id))]]
    return Letter(lines(head, texts("notices-event-when", hours=span, place=place), " · ".join(known)), rows)


async def read_plans(tx: Tx, now: datetime, notices: Sequence[Notice]) -> Facts:
    """Read the days of evening plans."""
    return await planned_days(tx, now, notices)


def write_plan(texts: Texts, plan: DayPlan, now: datetime) -> Letter:
    """Write the plan of somebody's day, with the way to the day itself."""
    rows = [[button(texts.plain("notices-button-day"), day_button(plan.stream_id, plan.day, False))]]
    return Letter(plan_text(texts, plan, now), rows)


def plan_text(texts: Texts, plan: DayPlan, now: datetime) -> Markup:
    """Write the plan of a day: when it begins first of all, an early beginning by its name."""
    first = plan.events[0]
    today = day_in(now, first.zone) == plan.day
    head = texts(
        "notices-plan-today" if today else "notices-plan-tomorrow", day=capital(day_words(texts, plan.day))
    )
    early = local(first.starts_at, first.zone).time() < EARLY
    start = texts(
        "notices-plan-early" if early else "notices-plan-start",
        time=clock(first.starts_at, first.zone),
        title=shortened(first.title, TITLE),
    )
    place = city_and_zone(texts, first.city, first.zone, first.starts_at)
    listed = [_line(event) for event in plan.events[:LISTED]]
    more = len(plan.events) - LISTED
    if more > 0:
        listed.append(texts("notices-plan-more", count=more))
    return paragraphs(lines(head, start), lines(*listed), texts("notices-plan-place", place=place))


def _line(event: Event) -> Markup:
    title = escape(shortened(event.title, TITLE))
    room = f" <i>{escape(shortened(event.room, DETAIL))}</i>" if event.room else ""
    return Markup(f"<b>{hours(event.starts_at, event.ends_at, event.zone)}</b> {title}{room}")


PRESENTERS = {
    EVENT_REMINDER.name: Presenter(read_reminders, write_reminder),
    DAY_PLAN.name: Presenter(read_plans, write_plan),
}
