"""The part of a word that its endings leave alone (pure).

It cuts more than a linguist would («экскурсия» → «экскурс»), which is harmless: both the words of the
lexicon and the words of a question go through the same cut.
"""

from functools import lru_cache

LEAST = 3
"""Letters a stem keeps: shorter ones would make different words alike."""

_ENDINGS = """
    иями ями ами ими ыми ого его ому ему иях иям ием ией ию ия ие ии ий
    ая яя ое ее ые ую юю ой ей ый ом ем ам ям ах ях ов ев ью
    аться яться иться еться ать ять ить еть ает яет ют ут ат ят ит ет аем яем им ешь ишь
    а я о е у ю ы и ь й
"""
_RUSSIAN = tuple(sorted(_ENDINGS.split(), key=len, reverse=True))
_ENGLISH = ("ing", "es", "ed", "s", "e")


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return the stem of a folded word; Russian or English is told by its letters."""
    if word.isascii():
        return _cut(word, _ENGLISH)
    reflexive = word[:-2] if word.endswith(("ся", "сь")) and len(word) > LEAST + 3 else word
    return _cut(reflexive, _RUSSIAN)


def _cut(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            return word[: -len(ending)]
    return word
