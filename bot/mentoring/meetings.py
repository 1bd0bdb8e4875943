"""Meetings of a mentor and a team: what they are, where they are, what stands beside them (pure)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.schedule.model import Event

USUAL_MINUTES = 60
LENGTHS = (30, 45, 60, 90, 120)
"""Minutes that are offered on buttons."""
LONGEST_MINUTES = 8 * 60

FARTHEST = timedelta(days=366)
"""How far ahead a meeting may be arranged."""

PLACE, RESULT = 300, 1000
"""Characters of a place with its link, and of a result: two lines with room to spare."""

_LINK = re.compile(r"(?:https?://\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}/\S+)", re.IGNORECASE)


class MeetingState(StrEnum):
    """How far a meeting has come; a draft is seen by nobody but its author."""

    DRAFT = "draft"
    PLANNED = "planned"
    HELD = "held"
    MISSED = "missed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting; `zone` is the one in which its time was named (IANA).

    `author_id` arranged it, None where that person is erased; `by_mentor` tells from which side.
    """

    id: int
    mentorship_id: int
    starts_at: datetime
    zone: str
    minutes: int
    place: str
    link: str
    state: MeetingState
    result: str = ""
    author_id: int | None = None
    by_mentor: bool = True

    @property
    def ends_at(self) -> datetime:
        """When it ends."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def where(self) -> str:
        """Place and link in one line; empty where neither is known."""
        return ", ".join(part for part in (self.place, self.link) if part)

    def open(self, now: datetime) -> bool:
        """Tell whether it may still be changed: it is arranged or a draft and has not ended."""
        return self.state in {MeetingState.DRAFT, MeetingState.PLANNED} and self.ends_at > now


@dataclass(frozen=True, slots=True)
class Clash:
    """Something at the same time: an event of the programme, or with `event` None another meeting.

    `own` tells that it is in the way of whoever arranges; otherwise of the other side.
    """

    own: bool
    event: Event | None = None
    team: str = ""


def place_and_link(words: str) -> tuple[str, str]:
    """Divide what somebody wrote about where to meet into the place and the link in it."""
    line = " ".join(words.split())
    found = _LINK.search(line)
    if found is None:
        return line[:PLACE], ""
    link = found[0].rstrip(".,;)»")
    place = (line[: found.start()] + line[found.start() + len(link) :]).strip(" ,;–-")
    return place[: PLACE - len(link[:PLACE])], link[:PLACE]


def overlapping(starts_at: datetime, ends_at: datetime, events: Iterable[Event]) -> list[Event]:
    """Return the events that run at some time between two moments; touching ends are no clash."""
    return [
        one for one in events if not one.cancelled and one.starts_at < ends_at and one.ends_at > starts_at
    ]
