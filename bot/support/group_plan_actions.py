"""Planning and reading the morning's plan of group chats."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.notices.model import Notice, Planner, Scope, Wanted
from bot.notices.planning import HORIZON
from bot.schedule.lookup import module_of_day
from bot.schedule.notice_actions import DayPlan
from bot.schedule.planning import days_of, events_of_days, night_of
from bot.support.group_plan import GROUP_PLAN, wanted_group_plans
from bot.support.settings import GROUP_MORNING
from db import coming_events
from db.engine import Tx
from db.groups import group_chat
from db.settings import settings_of_stream


async def _wanted(tx: Tx, now: datetime, scope: Scope) -> list[Wanted]:
    if not (await settings_of_stream(tx, scope.stream_id)).value(GROUP_MORNING):
        return []
    chat = await group_chat(tx, scope.stream_id)
    if chat is None or not chat.present or scope.people is not None:
        return []
    events, night = await events_of_days(tx, now, scope), await night_of(tx, scope.stream_id)
    return list(wanted_group_plans(events, chat.chat_id, night, now + HORIZON, scope.stream_id))


PLANNER = Planner(frozenset({GROUP_PLAN.name}), _wanted, days_of, by_calendar=True)


async def group_days(tx: Tx, notices: Sequence[Notice]) -> Mapping[int, DayPlan]:
    """Return, by notice id, the day a group's plan is about with the events of all its people.

    Missing where no event of it is held, and where the chat is the stream's group no longer.
    """
    found = {}
    for notice in notices:
        stream_id, day = notice.stream_id or 0, date.fromisoformat(notice.subject.removeprefix("day:"))
        chat = await group_chat(tx, stream_id)
        events = await coming_events.events_of_days(tx, stream_id, {day})
        held = tuple(event for event in events if not event.cancelled)
        if held and chat is not None and chat.chat_id == notice.chat_id:
            modules = await coming_events.published_modules(tx, stream_id)
            found[notice.id] = DayPlan(stream_id, day, module_of_day(modules, day), held)
    return found
