"""Entities a bot gives itself instead of a parse mode."""

from typing import Any

from bot.sandbox.botapi.entities_html import cannot_parse
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.links import checked_link, mentioned_user
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.utf16 import units

_PLAIN = frozenset(
    [
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
    ]
)
# Telegram looks for these itself and ignores what a bot says about them.
_FOUND_BY_SERVER = frozenset(["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"])

_OPTIONAL = {"pre": ("language",), "date_time": ("date_time_format",)}


def given_entities(text: str, explicit: object) -> list[Json]:
    """Return the usable entities of a list; raise a Refusal for a malformed one."""
    if not isinstance(explicit, list):
        raise bad_request("expected an Array of MessageEntity")
    end = units(text)
    entities = [_entity(item) for item in explicit]
    for entity in entities:
        _check_place(entity, end)
    return [entity for entity in entities if entity["type"] not in _FOUND_BY_SERVER and entity["length"] > 0]


def _check_place(entity: Json, end: int) -> None:
    # The words of TDLib's check of entities.
    offset, length = entity["offset"], entity["length"]
    if length < 0:
        raise bad_request(f"entity length {length} is negative")
    if offset < 0 or offset > end:
        raise bad_request(
            f"entity begins in a wrong place: offset {offset}, length {length}, text length {end}"
        )
    if offset + length > end:
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text at {end}"
        )


def _number(item: dict[str, Any], name: str) -> int:
    if name not in item:
        raise cannot_parse(f'Can\'t find field "{name}"')
    try:
        return int(item[name])
    except (TypeError, ValueError):
        raise cannot_parse(f'Field "{name}" must be of type Number') from None


def _entity(item: object) -> Json:
    if not isinstance(item, dict):
        raise cannot_parse("expected an Object")
    kind = item.get("type")
    if not isinstance(kind, str):
        raise cannot_parse('Can\'t find field "type"')
    entity: Json = {"type": kind, "offset": _number(item, "offset"), "length": _number(item, "length")}
    if kind == "text_link":
        _add_link(entity, str(item.get("url", "")))
    elif kind == "text_mention":
        entity["user"] = {"id": _user_id(item)}
    elif kind == "custom_emoji":
        entity["custom_emoji_id"] = str(item.get("custom_emoji_id", ""))
    elif kind == "date_time":
        entity["unix_time"] = _number(item, "unix_time")
    elif kind not in _PLAIN and kind != "pre":
        raise cannot_parse("Unsupported type specified")
    entity |= {name: str(item[name]) for name in _OPTIONAL.get(kind, ()) if item.get(name)}
    return entity


def _user_id(item: dict[str, Any]) -> int:
    user = item.get("user")
    if not isinstance(user, dict) or "id" not in user:
        raise cannot_parse('Can\'t find field "user"')
    return int(user["id"])


def _add_link(entity: Json, url: str) -> None:
    user = mentioned_user(url)
    if user is not None:
        entity |= {"type": "text_mention", "user": {"id": user}}
        return
    try:
        entity["url"] = checked_link(url)
    except ValueError as reason:
        raise bad_request(f"entity URL '{url}' is invalid: {reason}") from None
