"""From what was typed to what is asked for (pure)."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from bot.schedule.spelling import fold, words_of
from bot.schedule.stems import stem
from bot.schedule.typos import nearest
from bot.schedule.vocabulary import MONTHS, RELATIVE, WEEKDAYS
from bot.schedule.words import CalendarDay, RelativeDay, Subject, Weekday, read_words
from bot.understanding.concepts import Concept
from bot.understanding.lexicon import EXACT, OTHER_STEMS, OTHERS, PHRASES, STEMS
from bot.understanding.model import Part, Question
from bot.understanding.rules import RULES

LONGEST = 120
"""Characters of a question; a longer text tells a story, and stories are for people."""

LEAP = 2024
"""A year that has every date."""

GLUE = frozenset(
    {Concept.FILLER, Concept.GOOD, Concept.ME, Concept.IN, Concept.FROM, Concept.TO, Concept.TOWARDS}
)
"""What says nothing once the phrases are found."""

_SPOKEN = {"седня": 0, "сегодняшний": 0, "завтрашний": 1, "tonight": 0}
_DAYS: dict[str, Subject] = {
    **{word: RelativeDay(shift) for word, shift in (RELATIVE | _SPOKEN).items()},
    **{word: Weekday(number) for word, number in WEEKDAYS.items()},
}
_PARTS = {
    Concept.MORNING: Part.MORNING,
    Concept.AFTERNOON: Part.AFTERNOON,
    Concept.EVENING: Part.EVENING,
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?|\d{{1,2}} (?:{_MONTH})\b|\b(?:{_MONTH}) \d{{1,2}}"
)

_KEYS = dict(zip("qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё", strict=True))
_LAYOUT = str.maketrans(_KEYS)


def understand_question(text: str) -> Question | None:
    """Return what a text asks for; None where it is, or may be, something for people.

    A text typed with the keyboard left in Latin («rjulf fdnj,ec») is read as it was meant.
    """
    if not text or len(text) > LONGEST:
        return None
    folded = fold(text)
    found = _understood(folded)
    if found is None and folded.isascii():
        return _understood(fold(folded.translate(_LAYOUT)))
    return found


def _understood(folded: str) -> Question | None:
    dates = _DATE.findall(folded)
    days: list[Subject] = [phrase.subject for phrase in map(read_words, dates) if phrase is not None]
    read: list[Concept] = [Concept.DAY] * len(days)
    for word in words_of(_DATE.sub(" ", folded)):
        meaning = _meaning(word)
        if meaning is None:
            return None
        if isinstance(meaning, Concept):
            read.append(meaning)
        else:
            read.append(Concept.DAY)
            days.append(meaning)
    concepts = frozenset(_joined(read)) - GLUE
    parts = [part for concept, part in _PARTS.items() if concept in concepts]
    if len(set(days)) > 1 or len(parts) > 1 or not all(map(_possible, days)):
        return None
    for rule in RULES:
        if rule.fits(concepts):
            return Question(rule.intent, days[0] if days else None, parts[0] if parts else None)
    return None


def _possible(day: Subject) -> bool:
    """Tell whether there is such a day in some year: 31.02 is nobody's."""
    if not isinstance(day, CalendarDay) or day.month is None:
        return True
    try:
        date(day.year or LEAP, day.month, day.day)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4096)
def _meaning(word: str) -> Concept | Subject | None:
    """Find what a word stands for: as it stands, by its stem, and at last through a typing mistake."""
    if word in OTHERS:
        return None
    exact = _DAYS.get(word) or EXACT.get(word) or STEMS.get(stem(word))
    if exact is not None or stem(word) in OTHER_STEMS:
        return exact
    close = {_DAYS.get(one) or EXACT[one] for one in nearest(word, (*_DAYS, *EXACT))}
    if not close:
        close = {STEMS[one] for one in nearest(stem(word), STEMS)}
    return close.pop() if len(close) == 1 else None


def _joined(read: Sequence[Concept]) -> list[Concept]:
    """Put the meaning of each phrase in the place of its words."""
    rest = list(read)
    for words, meaning in PHRASES:
        place = 0
        while place <= len(rest) - len(words):
            if tuple(rest[place : place + len(words)]) == words:
                rest[place : place + len(words)] = [meaning]
            place += 1
    return rest
