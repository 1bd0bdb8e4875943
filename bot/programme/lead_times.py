"""How long before an event people are reminded: a short list of durations (pure)."""

import re
from dataclasses import dataclass
from datetime import timedelta

from bot.programme.setting_kinds import NONE_WORDS, NOTHING, Kind
from bot.shared.errors import Refusal

MOST = 5
"""Reminders of one event: more would be noise."""
LEAST_MINUTES, MOST_MINUTES = 5, 7 * 24 * 60
_EVENING = "evening"
_EVENING_WORDS = re.compile(r"(?:вечер(?:ом)? )?накануне|вечер(?:ом)?|(?:the )?evening(?: before)?")
_SOLE = {"час": 60, "полчаса": 30, "полтора часа": 90, "сутки": 1440, "день": 1440, "hour": 60, "day": 1440}
_DURATION = re.compile(
    r"(?:(?P<days>\d{1,3}) ?(?:дн\w*|день|сут\w*|d\w*) ?)?"
    r"(?:(?P<hours>\d{1,3}) ?(?:ч|час\w*|h\w*)\.? ?)?"
    r"(?:(?P<minutes>\d{1,5})(?: ?(?:м|мин\w*|m\w*)\.?)?)?"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """How long before the beginning; `minutes` None is the evening before, at the hour of the day's plan."""

    minutes: int | None

    @property
    def before(self) -> timedelta | None:
        """The same as a duration."""
        return None if self.minutes is None else timedelta(minutes=self.minutes)


EVENING_BEFORE = Lead(None)
Leads = tuple[Lead, ...]
"""The earliest reminder first; empty means none."""


def leads(*minutes: int | None) -> Leads:
    """Put lead times in order, each once: the evening before first, then the longest."""
    once = {Lead(one) for one in minutes}
    return tuple(sorted(once, key=lambda lead: (lead.minutes is not None, -(lead.minutes or 0))))


class LeadTimes(Kind[Leads]):
    """Lead times, «вечер накануне, 2 часа, 15 минут»."""

    def read(self, typed: str) -> Leads:
        """Return the list; «нет» is an empty one."""
        text = re.sub(r"\s+", " ", typed).strip().rstrip(".").lower()
        if text in NONE_WORDS:
            return ()
        found = leads(*(_minutes(part) for part in re.split(r"[,;]| и | and ", text) if part.strip()))
        if not 0 < len(found) <= MOST:
            raise Refusal("error-setting-leads", most=str(MOST))
        return found

    def store(self, value: Leads) -> str:
        """Return «evening,120,15»."""
        texts = (_EVENING if one.minutes is None else str(one.minutes) for one in value)
        return ",".join(texts) or NOTHING

    def restore(self, text: str) -> Leads:
        """Return the list."""
        if text == NOTHING:
            return ()
        found = leads(*(None if part == _EVENING else int(part) for part in text.split(",")))
        if len(found) > MOST or not all(_possible(one.minutes) for one in found):
            raise ValueError(text)
        return found


def _minutes(part: str) -> int | None:
    words = re.sub(r"^(?:за|before) ", "", part.strip())
    if _EVENING_WORDS.fullmatch(words):
        return None
    found = _DURATION.fullmatch(words)
    minutes = _SOLE.get(words, 0)
    if found:
        days, hours, rest = (int(found[name] or 0) for name in ("days", "hours", "minutes"))
        minutes = minutes or (days * 24 + hours) * 60 + rest
    if not _possible(minutes):
        raise Refusal("error-setting-leads", most=str(MOST))
    return minutes


def _possible(minutes: int | None) -> bool:
    return minutes is None or LEAST_MINUTES <= minutes <= MOST_MINUTES
