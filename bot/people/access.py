"""Asking for access: what a stranger says about themselves, and who of the roster it may be (pure)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.people.model import Person
from bot.shared.records import fold
from bot.workbook.phones import read_phone
from bot.workbook.raw import Unclear

LONGEST = 500
"""Characters of a request that are kept: a name, a place and a stream need fewer."""

SUGGESTED = 5
"""How many people of the roster are offered at once."""

_LEAST_STEM = 4
_ENDINGS = frozenset(map(fold, ("а", "у", "е", "ы", "ой", "ым", "ом")))


class RequestState(StrEnum):
    """How far a request is."""

    WRITING = "writing"
    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class AccessRequest:
    """A stranger's request; `phone` is set only when the messenger vouched for it, else empty."""

    id: int
    user_id: int
    chat_id: int
    locale: str
    shown_name: str
    phone: str
    words: str
    state: RequestState
    person_id: int | None
    asked_at: datetime
    decided_by: int | None


def own_phone(text: str) -> str:
    """Return a number the messenger shares as `+7…`; it is international, with or without the plus.

    Empty where it is no telephone number.
    """
    digits = re.sub(r"\D", "", text)
    for spelling in (f"+{digits}", text):
        try:
            return read_phone(spelling)
        except Unclear:
            continue
    return ""


def suggestions(request: AccessRequest, roster: Iterable[Person]) -> Sequence[Person]:
    """Return who it may be, the likeliest first: by surname and further names, or by the vouched phone."""
    said = frozenset(re.findall(r"[\w-]+", fold(request.words)))
    scored = {person.id: (_likeness(person, said, request.phone), person) for person in roster}
    likely = [(score, person) for score, person in scored.values() if score]
    likely.sort(key=lambda item: (-item[0], item[1].full_name, item[1].id))
    return [person for _, person in likely[:SUGGESTED]]


def _likeness(person: Person, said: frozenset[str], phone: str) -> int:
    same_phone = bool(phone) and person.phone == phone
    if not same_phone and not any(_alike(fold(person.surname), word) for word in said):
        return 0
    names = (person.surname, person.name, person.patronymic, person.municipality)
    parts = [part for name in names for part in fold(name).split()]
    return 1 + 3 * same_phone + sum(any(_alike(part, word) for word in said) for part in parts)


def _alike(name: str, word: str) -> bool:
    """Tell whether a word is a name, perhaps in another case or gender: «Петрову», «Петрова», «Петров»."""
    if name == word:
        return True
    shorter, longer = sorted((name, word), key=len)
    return len(shorter) >= _LEAST_STEM and longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS
