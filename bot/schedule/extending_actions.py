"""The calendar extends the plan: what comes within the horizon becomes rows, event by event."""

from datetime import timedelta

from bot.notices.model import Scope
from bot.notices.planning import HORIZON, Planning
from bot.schedule.planning import LONGEST_LEAD, PLAN_AHEAD
from bot.shared.clock import Clock
from db import coming_events, people
from db.engine import Database


async def extend_plan(db: Database, clock: Clock, planning: Planning) -> None:
    """Plan what has come within the horizon since the last time; twice changes nothing.

    Each event and each day is a transaction of its own, so that nobody waits for all of them.
    """
    now = clock.now()
    async with db.read() as tx:
        scopes: list[Scope] = []
        for stream_id in await people.stream_ids(tx):
            until = now + HORIZON + LONGEST_LEAD
            events = await coming_events.events_between(tx, stream_id, now - timedelta(days=1), until)
            scopes += [Scope(stream_id, events=frozenset({event.id}), days=frozenset()) for event in events]
            days = {event.day for event in events if event.starts_at <= now + PLAN_AHEAD}
            scopes += [Scope(stream_id, events=frozenset(), days=frozenset({day})) for day in sorted(days)]
    for scope in scopes:
        async with db.write() as tx:
            await planning.replan(tx, now, scope, planning.by_calendar)
