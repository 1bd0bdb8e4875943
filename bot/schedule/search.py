"""Which events are found by words: title, speaker, hall, whatever the case, the ending, «ё» or «е» (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.schedule.model import Event, Module
from bot.schedule.spelling import same_word, words_of
from bot.schedule.views import Reader

LONGEST = 44
"""Letters of a query with its spaces: as many as a button to the next page can carry (64 bytes)."""

BEGINNING = 4
"""Letters that are enough to find a longer word by its beginning: «инвест» finds «инвестиции»."""

_SMALL_WORDS = "а и в во на о об с со к ко по за для из от до the a an of in at for and"
_SMALL = frozenset(_SMALL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Hit:
    """A found event; `own` tells whether the reader is to attend, `reader` is of the event's stream."""

    reader: Reader
    event: Event
    module: Module
    own: bool


@dataclass(frozen=True, slots=True)
class SearchView:
    """What was looked for, in folded words, and what was found: those ahead in their order, then the past."""

    words: tuple[str, ...]
    hits: tuple[Hit, ...]


def query_words(text: str) -> tuple[str, ...]:
    """Return the words to look for, small ones left out unless there are no others; LONGEST is kept."""
    said = words_of(text)
    kept: list[str] = []
    for word in [word for word in said if word not in _SMALL] or said:
        room = LONGEST - sum(len(one) + 1 for one in kept)
        if room < 1:
            break
        kept.append(word[:room])
    return tuple(kept)


def is_found(event: Event, words: Sequence[str]) -> bool:
    """Tell whether every word stands in an event's title, speaker or hall."""
    known = words_of(f"{event.title} {event.speaker} {event.room}")
    return bool(words) and all(any(_same(word, one) for one in known) for word in words)


def in_order(hits: Iterable[Hit], now: datetime) -> tuple[Hit, ...]:
    """Put those that have not ended first, the soonest at the head; then the past, the latest at the head."""
    every = sorted(hits, key=lambda hit: (hit.event.starts_at, hit.event.ends_at, hit.event.id))
    ahead = [hit for hit in every if hit.event.ends_at > now]
    past = [hit for hit in every if hit.event.ends_at <= now]
    return (*ahead, *reversed(past))


def _same(word: str, known: str) -> bool:
    if any(letter.isdigit() for letter in word):
        return word == known
    return same_word(word, known) or (len(word) >= BEGINNING and known.startswith(word))
