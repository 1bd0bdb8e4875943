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

_UNWANTED = re.compile("[\x00-\x09\x0b-\x1f\u2028\u2029]")
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
    source = source.replace("\r", "")
    name = mode.strip().lower()
    if name and name != "none":
        if name not in _PARSERS:
            raise bad_request("unsupported parse_mode")
        text, found = _PARSERS[name](source)
    elif explicit:
        text, found = source, given_entities(source, explicit)
    else:
        text, found = source, []
    text = _UNWANTED.sub(" ", text)
    text, found = normalise(text, found)
    return text, merge_detected(found, detect(text))[:ENTITY_LIMIT]


def message_text(params: Params) -> Formatted:
    """Return the text of a message or refuse an empty or overlong one."""
    if not params.text("text"):
        raise bad_request(EMPTY_TEXT)
    text, entities = formatted(params)
    if not text:
        raise bad_request(EMPTY_TEXT)
    if units(text) > TEXT_LIMIT:
        raise bad_request(TEXT_TOO_LONG)
    return text, entities


def caption(params: Params) -> Formatted:
    """Return a caption, perhaps empty, or refuse an overlong one."""
    text, entities = formatted(params, "caption", entities="caption_entities")
    if units(text) > CAPTION_LIMIT:
        raise bad_request(CAPTION_TOO_LONG)
    return text, entities
