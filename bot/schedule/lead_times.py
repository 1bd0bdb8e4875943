"""How long before an event people are reminded of it, unless organizers have set something else."""

from collections.abc import Mapping
from datetime import timedelta

from bot.schedule.kinds import EventKind

LeadTimes = Mapping[EventKind, tuple[timedelta, ...]]

DEFAULT_LEAD_TIMES: LeadTimes = {
    EventKind.EXCURSION: (timedelta(hours=2), timedelta(minutes=15)),
    EventKind.TRANSFER: (timedelta(minutes=30),),
    EventKind.DEFENCE: (timedelta(hours=1), timedelta(minutes=15)),
    EventKind.INTERNSHIP: (timedelta(hours=1),),
    EventKind.LECTURE: (timedelta(minutes=10),),
    EventKind.WORKSHOP: (timedelta(minutes=10),),
    EventKind.MEETING: (timedelta(minutes=10),),
    EventKind.CULTURE: (timedelta(minutes=30),),
    EventKind.OTHER: (timedelta(minutes=10),),
}
"""Meals and check-in are in the plan of the day and need no call of their own."""
