"""Words by which topics meet: without endings, without what every project says of itself (pure)."""

import re
from functools import lru_cache

from bot.schedule.stems import stem

_WORD = re.compile(r"[^\W_]+")
_EMPTY = """
    а без в во для до за и из или к как на не о об от по при про с со у через это
    благо больше город городской лучший муниципалитет муниципальный новый округ опыт помочь помощь проект
    район развитие работа решение создание территория управление эффективный нужен хотим
    a an and for from in of on or the to with development management project work
"""
_OF_PLACES = """
    г гор город городского городской городское го зато мо мр муниципального муниципальный муниципальное
    образование образования округ округа п пгт поселение поселения поселок р н рн район района рп
    с село сельский сельское сп область обл край республика респ автономный автономная ао
"""


def _fold(text: str) -> str:
    return text.casefold().replace("ё", "е")


_KINDS_OF_PLACE = frozenset(_OF_PLACES.split())
_IDLE = frozenset(stem(_fold(word)) for word in _EMPTY.split())


@lru_cache(maxsize=16384)
def telling(text: str) -> frozenset[str]:
    """Return the stems of a text that tell something; «Развитие городского туризма» is tourism alone."""
    return frozenset(stem(word) for word in _WORD.findall(_fold(text))) - _IDLE


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """Return the name of a place as it is compared, however spaced, cased and punctuated."""
    return " ".join(_WORD.findall(_fold(text)))


@lru_cache(maxsize=16384)
def bare(text: str) -> str:
    """Return a place's own name without what kind of place it is: «г. Омск» and «Город Омск» are one."""
    words = plain(text).split()
    return " ".join(word for word in words if word not in _KINDS_OF_PLACE) or plain(text)


def same_place(one: str, other: str) -> bool:
    """Tell whether two names mean one place; an unknown one is no place."""
    return bool(plain(one)) and plain(one) == plain(other)
