"""Entities the server finds by itself: commands, addresses, mentions, phone numbers.

The rules are close to those of TDLib, for Latin and Cyrillic texts; a bare domain counts only when
its last label is in a short list (Telegram holds the full list of top level domains).
"""

import re

from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.utf16 import units

_ANY = re.compile(r"[/@#$+]|\w\.\w")
_COMMAND = re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")
_MENTION = re.compile(r"(?<![\w@/.])@[A-Za-z0-9_]{4,32}(?![\w@])")
_HASHTAG = re.compile(r"(?<![\w#@])#(?=\w*[^\W\d_])\w{1,256}(?!#)")
_CASHTAG = re.compile(r"(?<![\w$])\$(?:1INCH|[A-Z]{1,8})(?![\w$])")
_EMAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}")
_PHONE = re.compile(r"(?<![\w+])\+\d[\d ()\-]{5,20}\d(?![\w])")
_URL = re.compile(
    r"(?<![\w@.])(?:(?P<scheme>https?|ftp|tg|ton)://)?"
    r"(?P<host>(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)*[^\W_](?:[\w-]{0,61}[^\W_])?)"
    r"(?::\d{1,5})?(?P<tail>[/?#][^\s<>«»\"]*)?",
    re.IGNORECASE,
)
_TLD = frozenset(
    [
        "com",
        "org",
        "net",
        "info",
        "biz",
        "edu",
        "gov",
        "mil",
        "int",
        "ru",
        "su",
        "рф",
        "рус",
        "москва",
        "дети",
        "орг",
        "сайт",
        "онлайн",
        "by",
        "kz",
        "ua",
        "de",
        "uk",
        "fr",
        "it",
        "es",
        "eu",
        "us",
        "me",
        "io",
        "co",
        "tv",
        "cc",
        "ai",
        "app",
        "dev",
        "online",
        "site",
        "store",
        "shop",
        "club",
        "pro",
        "xyz",
        "tech",
        "life",
        "travel",
        "moscow",
        "tatar",
    ]
)
_TRAILING = ".,:;!?)]}'\"»…"


def detect(text: str) -> list[Json]:
    """Return the entities a server adds to a text, in order and never overlapping."""
    if not _ANY.search(text):
        return []
    spans: list[tuple[int, int, str]] = []
    spans += _urls(text)
    for kind, pattern in (("email", _EMAIL), ("bot_command", _COMMAND), ("mention", _MENTION)):
        spans += [(found.start(), found.end(), kind) for found in pattern.finditer(text)]
    spans += [(found.start(), found.end(), "hashtag") for found in _HASHTAG.finditer(text)]
    spans += [(found.start(), found.end(), "cashtag") for found in _CASHTAG.finditer(text)]
    spans += _phones(text)
    spans.sort(key=lambda span: (span[0], -span[1]))
    entities: list[Json] = []
    last_end = 0
    for start, end, kind in spans:
        if start < last_end:
            continue
        last_end = end
        entities.append({"offset": units(text[:start]), "length": units(text[start:end]), "type": kind})
    return entities


def _urls(text: str) -> list[tuple[int, int, str]]:
    spans = []
    for found in _URL.finditer(text):
        host, scheme = found["host"], (found["scheme"] or "").lower()
        tld = host.rpartition(".")[2].lower()
        if scheme in {"tg", "ton"}:
            good = True
        elif scheme:
            good = "." in host and len(tld) >= 2
        else:
            good = "." in host and tld in _TLD
        if not good:
            continue
        end = found.end()
        while found["tail"] and text[end - 1] in _TRAILING and end > found.start("tail"):
            end -= 1
        if text[end : end + 1] != "@":
            spans.append((found.start(), end, "url"))
    return spans


def _phones(text: str) -> list[tuple[int, int, str]]:
    return [
        (found.start(), found.end(), "phone_number")
        for found in _PHONE.finditer(text)
        if 7 <= sum(symbol.isdigit() for symbol in found[0]) <= 15
    ]
