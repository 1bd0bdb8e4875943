"""The morning's plan in the group chat of a stream (pure)."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from itertools import groupby

from bot.notices.model import NoticeKind, Urgency, Wanted
from bot.notices.night import Night
from bot.schedule.model import Event
from bot.shared.zones import zone_named

GROUP_PLAN = NoticeKind("group-plan", Urgency.LOW, bundled=False, to_groups=True)
"""It comes without a sound, to everybody of the group at once."""

USUAL = time(8)
"""When the day begins where organizers have set no quiet hours."""

AHEAD = timedelta(minutes=30)
"""How long before a day's first event its plan comes at the latest."""


def wanted_group_plans(
    events: Iterable[Event], chat_id: int, night: Night, until: datetime, stream_id: int
) -> Iterator[Wanted]:
    """Yield the plans of days with events that are due until a moment: when the quiet hours end there."""
    held = sorted((event for event in events if not event.cancelled), key=lambda event: event.starts_at)
    for day, group in groupby(sorted(held, key=lambda event: event.day), key=lambda event: event.day):
        of_day = list(group)
        first, last = of_day[0], of_day[-1]
        morning = time(night.ends.hour) if night.begins != night.ends else USUAL
        begins = datetime.combine(day, morning, zone_named(first.zone)).astimezone(UTC)
        due_at = min(begins, first.starts_at - AHEAD)
        if due_at <= until:
            yield Wanted(
                key=f"plan:{day}:stream:{stream_id}:chat:{chat_id}",
                kind=GROUP_PLAN.name,
                subject=f"day:{day}",
                due_at=due_at,
                stale_after=last.starts_at,
                zone=first.zone,
                stream_id=stream_id,
                chat_id=chat_id,
                happens_at=first.starts_at,
            )
