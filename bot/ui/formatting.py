"""Formatting that people give their words: kept as it came, and made markup again where it is shown."""

import html
import json
import re
from collections.abc import Sequence
from typing import Any

from aiogram.enums import MessageEntityType as Type
from aiogram.types import MessageEntity
from aiogram.utils.text_decorations import HtmlDecoration

from bot.ui.texts import Markup, escape

SOURCE = 30_000
"""Bytes of markup below the 32 KiB Telegram reads: words with endless links go without formatting."""

_KEPT = frozenset(
    {
        Type.BOLD,
        Type.ITALIC,
        Type.UNDERLINE,
        Type.STRIKETHROUGH,
        Type.SPOILER,
        Type.CODE,
        Type.PRE,
        Type.BLOCKQUOTE,
        Type.EXPANDABLE_BLOCKQUOTE,
        Type.TEXT_LINK,
        Type.TEXT_MENTION,
    }
)
"""What a bot may send itself; links, names and numbers in plain words the messenger finds again."""


_FAR = 1 << 16
"""Further than any message is long."""


class _Decoration(HtmlDecoration):
    """Aiogram's reading of entities with this house's escaping; it leaves addresses as they are."""

    def quote(self, value: str) -> str:
        return escape(value)

    def link(self, value: str, link: str) -> str:
        return f'<a href="{escape(link)}">{value}</a>'

    def pre_language(self, value: str, language: str) -> str:
        return f'<pre><code class="language-{escape(language)}">{value}</code></pre>'


_DECORATION = _Decoration()


def kept_entities(entities: Sequence[MessageEntity] | None, since: int = 0) -> str:
    """Return the formatting of a message as JSON to keep, empty where there is none.

    With `since` (UTF-16 units) of the words from there on alone, counted from there.
    """
    whole = (one for entity in entities or () for one in _within(entity, since, _FAR))
    kept = [_plain(entity) for entity in whole if entity.type in _KEPT]
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) if kept else ""


def formatted(text: str, entities: str) -> Markup:
    """Return words as markup with the formatting that was kept."""
    return _markup(text, _read(entities))


def formatted_parts(text: str, entities: str, limit: int) -> list[Markup]:
    """Divide words that are too long for one message, at a line or a word, each part with its formatting.

    `limit` counts UTF-16 units of a part as it is shown.
    """
    found, parts, start = _read(entities), [], 0
    while start < len(text):
        end = _end(text, start, limit)
        first, last = _units(text[:start]), _units(text[:end])
        parts.append(_markup(text[start:end], [one for each in found for one in _within(each, first, last)]))
        start = end
    return parts


def reformatted(text: str, entities: Sequence[MessageEntity] | None) -> Markup:
    """Return a message the bot has sent as markup again."""
    return _markup(text, list(entities or ()))


def shown_length(markup: str) -> int:
    """Return the UTF-16 units of markup as it is shown (Telegram counts after parsing)."""
    return _units(html.unescape(re.sub(r"<[^>]*>", "", markup)))


def _plain(entity: MessageEntity) -> dict[str, Any]:
    """Return what makes the formatting; of a mentioned person the number alone."""
    if entity.type == Type.TEXT_MENTION and entity.user is not None:
        link = f"tg://user?id={entity.user.id}"
        return {"type": Type.TEXT_LINK, "offset": entity.offset, "length": entity.length, "url": link}
    values = {"type": entity.type, "offset": entity.offset, "length": entity.length}
    extra = {"url": entity.url, "language": entity.language}
    return values | {name: value for name, value in extra.items() if value is not None}


def _read(entities: str) -> list[MessageEntity]:
    return [MessageEntity(**one) for one in json.loads(entities)] if entities else []


def _markup(text: str, entities: list[MessageEntity]) -> Markup:
    markup = _DECORATION.unparse(text, _nested(entities))
    return Markup(markup) if len(markup.encode()) <= SOURCE else escape(text)


def _nested(entities: list[MessageEntity]) -> list[MessageEntity]:
    """Return entities of which each is within another or apart from it, the wider ones first.

    The reading of entities takes that for granted, and repeats the words of those that overlap.
    """
    waiting, found = sorted(entities, key=_place), list[MessageEntity]()
    while waiting:
        one = waiting.pop(0)
        around = (_last(each) for each in found if each.offset <= one.offset < _last(each))
        limit = min(around, default=_FAR)
        found += _within(one, 0, limit)
        rest = one.model_copy(update={"offset": limit, "length": _last(one) - limit})
        if rest.length > 0:
            waiting = sorted([*waiting, rest], key=_place)
    return found


def _place(entity: MessageEntity) -> tuple[int, int]:
    return entity.offset, -entity.length


def _last(entity: MessageEntity) -> int:
    return entity.offset + entity.length


def _end(text: str, start: int, limit: int) -> int:
    """Return where the part that begins at `start` ends: after a line, else after a word."""
    end = min(len(text), start + limit)
    while (over := _units(text[start:end]) - limit) > 0:
        end -= (over + 1) // 2
    if end == len(text):
        return end
    for mark in ("\n", " "):
        seam = text.rfind(mark, start + limit // 3, end)
        if seam >= 0:
            return seam + 1
    return end


def _within(entity: MessageEntity, first: int, last: int) -> list[MessageEntity]:
    """Return the piece of an entity between two places, counted from the first one."""
    begin, end = max(entity.offset, first), min(entity.offset + entity.length, last)
    if begin >= end:
        return []
    return [entity.model_copy(update={"offset": begin - first, "length": end - begin})]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
