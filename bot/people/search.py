"""Finding somebody of the roster by what an organizer remembers (pure)."""

import re

from bot.people.model import Person
from bot.shared.records import fold

_LEAST_DIGITS = 3


def fits(person: Person, words: str) -> bool:
    """Tell whether every word is a part of the name, place, post or code, or of the phone.

    Case, «ё» and «е» make no difference; a phone may be written in any spelling.
    """
    if _is_phone(words):
        return _tail(words) in re.sub(r"\D", "", person.phone)
    known = fold(" ".join((person.full_name, person.municipality, person.region, person.post, person.code)))
    return all(word in known for word in fold(words).replace(",", " ").split())


def _is_phone(words: str) -> bool:
    digits = re.sub(r"[\s()+–-]", "", words)
    return digits.isdecimal() and len(digits) >= _LEAST_DIGITS


def _tail(words: str) -> str:
    """Leave the first 8 or 7 of a whole Russian number out: they are the same."""
    digits = re.sub(r"\D", "", words)
    return digits[1:] if len(digits) == 11 and digits[0] in "78" else digits
