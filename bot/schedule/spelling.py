"""When two spellings mean the same word: case, ё and е, Russian endings, Latin letters (pure)."""

import re
from functools import lru_cache

_ENDING = re.compile(
    "[аяоеуюыиьй]?|[оеыи]й|[оеыи]м|[оеиы]е|[ое]го|[ое]му|[уюое]ю|[ыи]х|[ая]м|[ая]ми|[ая]х|[ая]я|ью"
)
_LATIN = str.maketrans("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye") | str.maketrans(
    {
        "ж": "zh",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
    }
)
_ENGLISH = {"moscow": "moskva", "saint": "sankt", "st": "sankt", "petersburg": "peterburg"}
_VARIANTS = (
    ("iu", "yu"),
    ("ia", "ya"),
    ("kh", "h"),
    ("x", "ks"),
    ("ye", "e"),
    ("j", "y"),
    ("iy", "y"),
    ("yy", "y"),
)
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return the text in the one spelling that is compared: lower case, «е» for «ё», single spaces."""
    return " ".join(text.casefold().replace("ё", "е").split())


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a text without its punctuation: «Ростов-на-Дону» has three."""
    return tuple(_WORD.findall(fold(text)))


def same_word(typed: str, known: str) -> bool:
    """Tell whether two folded words are one: «тюмени» is «тюмень», and so is «tyumen»."""
    if typed == known:
        return True
    if typed.isascii() and not known.isascii():
        return reduced(typed) == reduced(latin(known))
    common = 0
    for one, other in zip(typed, known, strict=False):
        if one != other:
            break
        common += 1
    tails = typed[common:], known[common:]
    longest = max(len(tail) for tail in tails)
    return common >= (2 if longest <= 1 else 3) and all(_ENDING.fullmatch(tail) for tail in tails)


def latin(word: str) -> str:
    """Write a folded Russian word in Latin letters."""
    return word.translate(_LATIN)


def reduced(word: str) -> str:
    """Bring the many ways to write a Russian word in Latin letters to one."""
    word = _ENGLISH.get(word, word)
    for variant, usual in _VARIANTS:
        word = word.replace(variant, usual)
    return word
