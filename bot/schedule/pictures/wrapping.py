"""Texts for pictures: only what the font can draw, line by line within a width (pure)."""

import unicodedata

from bot.schedule.pictures.letters import Weight, face

UNKNOWN = "□"
"""Stands for a letter that the font has not."""

_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "So", "Sk", "Mn", "Me"})
"""Kinds of character that carry no word: of these (pictures, joiners, controls) a missing one is left out."""


def drawable(text: str) -> str:
    """Return a text in one line, without what the font cannot draw: emoji go, foreign letters become □."""
    return " ".join("".join(map(_drawn, text)).split())


def wrapped(text: str, width: float, size: float, weight: Weight) -> tuple[str, ...]:
    """Divide a drawable text into lines that are no wider; a word that is wider alone is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if _fits(longer, width, size, weight):
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _cut(word, width, size, weight)
        lines += whole
    return (*lines, line) if line else tuple(lines)


def _drawn(letter: str) -> str:
    if letter.isspace():
        return " "
    if face(Weight.NORMAL).has(letter) and face(Weight.BOLD).has(letter):
        return "" if unicodedata.category(letter) in {"Cc", "Cf"} else letter
    return "" if unicodedata.category(letter) in _DROPPED else UNKNOWN


def _cut(word: str, width: float, size: float, weight: Weight) -> list[str]:
    pieces = [""]
    used = 0.0
    for letter in word:
        step = face(weight).width(letter, size)
        if pieces[-1] and used + step > width:
            pieces.append("")
            used = 0.0
        pieces[-1] += letter
        used += step
    return pieces


def _fits(text: str, width: float, size: float, weight: Weight) -> bool:
    return face(weight).width(text, size) <= width
