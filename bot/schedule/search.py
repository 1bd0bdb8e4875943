"""Which events are found by words: title, speaker, hall, whatever the case, the ending, «ё» or «е» (pure).

A word that stands nowhere as it was typed is looked for through its mistakes: «бюджту» finds «бюджет».
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.schedule.model import Event, Module
from bot.schedule.spelling import latin, reduced, same_word, words_of
from bot.schedule.stems import stem
from bot.schedule.typos import away, forgiven
from bot.schedule.views import Reader

LONGEST = 44
"""Letters of a query with its spaces: as many as a button to the next page can carry (64 bytes)."""

BEGINNING = 4
"""Letters that are enough to find a longer word by its beginning: «инвест» finds «инвестиции»."""

MISTYPED_BEGINNING = 6
"""Letters of a mistyped word that may still be only the beginning of the right one: «инвсет»."""

MISTYPED_STEM = 5
"""Letters a stem needs to be compared through a mistake: shorter ones are near to too many others."""

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
    """What was looked for, in folded words, and what was found: those ahead in their order, then the past.

    `guessed` are words of the programme that were taken for mistyped ones.
    """

    words: tuple[str, ...]
    hits: tuple[Hit, ...]
    guessed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sought:
    """A typed word and the words of the programme it stands for; `guessed` through a mistake."""

    known: frozenset[str]
    guessed: bool = False


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


def words_about(event: Event) -> tuple[str, ...]:
    """Return the words an event is found by."""
    return words_of(f"{event.title} {event.speaker} {event.room}")


def sought(words: Iterable[str], vocabulary: Iterable[str]) -> tuple[Sought, ...]:
    """Tell what each typed word stands for among the words of a programme."""
    every = frozenset(vocabulary)
    return tuple(_sought(word, every) for word in words)


def is_found(event: Event, words: Sequence[Sought]) -> bool:
    """Tell whether every word stands in an event's title, speaker or hall."""
    about = frozenset(words_about(event))
    return bool(words) and all(word.known & about for word in words)


def guesses(words: Iterable[Sought], events: Iterable[Event]) -> tuple[str, ...]:
    """Return the words of the found events that were taken for mistyped ones, in alphabetical order."""
    about = {word for event in events for word in words_about(event)}
    return tuple(sorted({one for word in words if word.guessed for one in word.known & about}))


def in_order(hits: Iterable[Hit], now: datetime) -> tuple[Hit, ...]:
    """Put those that have not ended first, the soonest at the head; then the past, the latest at the head."""
    every = sorted(hits, key=lambda hit: (hit.event.starts_at, hit.event.ends_at, hit.event.id))
    ahead = [hit for hit in every if hit.event.ends_at > now]
    past = [hit for hit in every if hit.event.ends_at <= now]
    return (*ahead, *reversed(past))


def _sought(word: str, vocabulary: frozenset[str]) -> Sought:
    as_typed = frozenset(known for known in vocabulary if _same(word, known))
    if as_typed or any(letter.isdigit() for letter in word):
        return Sought(as_typed)
    far = {known: _mistakes(word, known) for known in vocabulary}
    least = min((count for count in far.values() if count is not None), default=None)
    return Sought(frozenset(known for known, count in far.items() if count == least is not None), True)


def _same(word: str, known: str) -> bool:
    if any(letter.isdigit() for letter in word):
        return word == known
    if same_word(word, known) or (len(word) >= BEGINNING and known.startswith(word)):
        return True
    return len(word) >= BEGINNING and stem(word) == stem(known)


def _mistakes(word: str, known: str) -> int | None:
    """Count the mistakes in a typed word, None for too many: as it stands, by its stem, or as a beginning."""
    if word.isascii() and not known.isascii():
        word, known = reduced(word), reduced(latin(known))
    most = forgiven(len(word))
    if not most or any(letter.isdigit() for letter in known):
        return None
    own = stem(word)
    pairs = [(word, known)]
    pairs += [(own, one) for one in (stem(known), known) if min(len(own), len(one)) >= MISTYPED_STEM]
    if len(word) >= MISTYPED_BEGINNING and len(known) > len(word):
        pairs.append((word, known[: len(word)]))
    found = [count for one, other in pairs if (count := away(one, other, most)) is not None]
    return min(found, default=None)
