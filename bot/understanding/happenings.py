"""Which events of a timetable a question means (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.schedule.kinds import EventKind
from bot.schedule.model import Event
from bot.schedule.spelling import words_of
from bot.schedule.stems import stem
from bot.understanding.model import Intent


@dataclass(frozen=True, slots=True)
class Meant:
    """Events of a kind: those with a word of `said` in the title, where any is given, and none of `never`."""

    kind: EventKind
    said: str = ""
    never: str = ""


MEANT = {
    Intent.TRANSFER: Meant(EventKind.TRANSFER),
    Intent.BREAKFAST: Meant(EventKind.MEAL, "завтрак breakfast"),
    Intent.LUNCH: Meant(EventKind.MEAL, "обед lunch"),
    Intent.DINNER: Meant(EventKind.MEAL, "ужин dinner supper"),
    Intent.COFFEE: Meant(EventKind.MEAL, "кофе перерыв пауза кофебрейк coffee break"),
    Intent.MEALS: Meant(EventKind.MEAL),
    Intent.DEFENCE: Meant(EventKind.DEFENCE),
    Intent.CHECK_IN: Meant(EventKind.CHECK_IN, never="отъезд выезд выселение departure"),
    Intent.LECTURE: Meant(EventKind.LECTURE),
    Intent.WORKSHOP: Meant(EventKind.WORKSHOP),
    Intent.MEETING: Meant(EventKind.MEETING),
    Intent.INTERNSHIP: Meant(EventKind.INTERNSHIP),
    Intent.CULTURE: Meant(EventKind.CULTURE),
    Intent.CONCERT: Meant(EventKind.CULTURE, "концерт concert"),
}
"""The intents that are answered with the next events of a kind."""


def titled(event: Event, words: str) -> bool:
    """Tell whether an event's title has one of the words, in any form."""
    stems = {stem(word) for word in words.split()}
    return any(stem(word) in stems for word in words_of(event.title))


def meant_events(events: Iterable[Event], intent: Intent) -> tuple[Event, ...]:
    """Return the events a question means, in the order given.

    An event counts by its kind, whatever its title; of meals and concerts, only those with the very
    word, since a dinner is no answer to «где обед».
    """
    meant = MEANT[intent]
    return tuple(
        event
        for event in events
        if event.kind is meant.kind
        and (not meant.said or titled(event, meant.said))
        and not titled(event, meant.never)
    )
