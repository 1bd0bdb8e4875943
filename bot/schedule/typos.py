"""How far a mistyped word is from the right one (pure)."""

from collections.abc import Iterable


def forgiven(length: int) -> int:
    """Return how many mistakes a word of a length may have: none up to 3 letters, one up to 9, then two."""
    return 0 if length < 4 else 1 if length < 10 else 2


def distance(one: str, other: str) -> int:
    """Count the mistakes between two words: a letter missing, added, changed, or two neighbours swapped."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row]
        for column, opposite in enumerate(other, start=1):
            cost = min(
                above[column] + 1,
                line[column - 1] + 1,
                above[column - 1] + (letter != opposite),
            )
            swapped = row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == opposite
            line.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, above = above, line
    return above[-1]


def away(one: str, other: str, most: int) -> int | None:
    """Count the mistakes between two words as `distance` does; None where there are more than `most`.

    Lengths and letters are compared first: of a thousand words only a few are left to be measured.
    """
    if abs(len(one) - len(other)) > most:
        return None
    if len(set(one) - set(other)) > most or len(set(other) - set(one)) > most:
        return None
    count = distance(one, other)
    return count if count <= most else None


def nearest(word: str, known: Iterable[str]) -> set[str]:
    """Return the known words that are nearest to a word within what is forgiven to its length."""
    best, found = forgiven(len(word)), set[str]()
    if not best:
        return found
    for candidate in known:
        if abs(len(candidate) - len(word)) > best or len(candidate) < LEAST:
            continue
        away = distance(word, candidate)
        if away < best or (away == best and not found):
            found = {candidate}
            best = away
        elif away == best:
            found.add(candidate)
    return found


LEAST = 4
"""Letters a word needs to be recognised through a mistake."""
