"""Formatted text: a parse mode or given entities become a clean text with entities."""

import re
from collections.abc import Callable

from bot.sandbox.botapi.entities_detect import detect
from bot.sandbox.botapi.entities_explicit import given_entities
from bot.sandbox.botapi.entities_html import parse_html
from bot.sandbox.botapi.entities_markdown import parse_markdown
from bot.sandbox.botapi.entities_markdown_v2 import parse_markdown_v2
from bot.sandbox.botapi.entities_order import merge_detected, normalise
from bot.sandbox.botapi.errors import CAPTION_TOO_LONG, EMPTY_TEXT, TEXT_TOO_LONG, bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.utf16 import units

# Documented at sendMessage and sendPhoto as «characters after entities parsing».
# Whether code points or UTF-16 units are meant is not said; the larger count is the safe one.
TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ENTITY_LIMIT = 100

# What TDLib does to every text: control characters become spaces, some signs vanish.
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f]")
_VANISHING = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
SOURCE_BYTES = 1 << 15
_PARSERS: dict[str, Callable[[str], tuple[str, list[Json]]]] = {
    "html": parse_html,
    "markdown": parse_markdown,
    "markdownv2": parse_markdown_v2,
}

Formatted = tuple[str, list[Json]]


def formatted(
    params: Params, name: str = "text", *, mode: str = "parse_mode", entities: str = "entities"
) -> Formatted:
    """Return a text parameter after its parse mode and with the entities the server finds."""
    return format_text(params.text(name), params.text(mode), params.structure(entities, "message entities"))


def format_text(source: str, mode: str, explicit: object) -> Formatted:
    """Return the clean text and its entities; raise a Refusal for text that cannot be parsed."""
    if len(source) * 4 > SOURCE_BYTES and len(source.encode()) > SOURCE_BYTES:
        raise bad_request("text is too long")
    name = mode.strip().lower()
    if not source:
        return "", []
    if name and name != "none":
        if name not in _PARSERS:
            raise bad_request("unsupported parse_mode")
        text, found = _PARSERS[name](source)
    elif explicit:
        text, found = source, given_entities(source, explicit)
    else:
        text, found = source, []
    text, found = _cleaned(text, found)
    text, found = normalise(text, found)
    return text, merge_detected(found, detect(text))[:ENTITY_LIMIT]


def _cleaned(text: str, entities: list[Json]) -> Formatted:
    """Drop vanishing signs, moving the entities behind them, and blank control characters."""
    gone = [units(text[: found.start()]) for found in _VANISHING.finditer(text)]
    if gone:
        text = _VANISHING.sub("", text)
        entities = [_moved(entity, gone) for entity in entities]
    return _CONTROL.sub(" ", text), entities


def _moved(entity: Json, gone: list[int]) -> Json:
    start, end = entity["offset"], entity["offset"] + entity["length"]
    before = sum(place < start for place in gone)
    inside = sum(start <= place < end for place in gone)
    return {**entity, "offset": start - before, "length": entity["length"] - inside}


def message_text(params: Params, too_long: str = TEXT_TOO_LONG) -> Formatted:
    """Return the text of a message or refuse an empty or overlong one."""
    if not params.text("text"):
        raise bad_request(EMPTY_TEXT)
    text, entities = formatted(params)
    if not text:
        raise bad_request("text must be non-empty")
    if units(text) > TEXT_LIMIT:
        raise bad_request(too_long)
    return text, entities


def caption(params: Params, too_long: str = CAPTION_TOO_LONG) -> Formatted:
    """Return a caption, perhaps empty, or refuse an overlong one."""
    text, entities = formatted(params, "caption", entities="caption_entities")
    if units(text) > CAPTION_LIMIT:
        raise bad_request(too_long)
    return text, entities
