"""Entities a bot gives itself instead of a parse mode."""

from typing import Any

from bot.sandbox.botapi.errors import Refusal, bad_request
from bot.sandbox.botapi.links import checked_link, mentioned_user
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.utf16 import cut, splits_symbol, units

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
FARTHEST = 1_000_000


def _cannot(words: str) -> Refusal:
    return bad_request(f"can't parse MessageEntity: {words}")


def given_entities(text: str, explicit: object) -> list[Json]:
    """Return the usable entities of a list; raise a Refusal for a malformed one."""
    if not isinstance(explicit, list):
        raise bad_request("expected an Array of MessageEntity")
    end = units(text)
    entities = [_entity(item) for item in explicit]
    for entity in entities:
        _check_place(entity, text, end)
    return [entity for entity in entities if entity["type"] not in _FOUND_BY_SERVER and entity["length"] > 0]


def _check_place(entity: Json, text: str, end: int) -> None:
    # The words of TDLib's check of entities.
    offset, length = entity["offset"], entity["length"]
    for name, value in (("offset", offset), ("length", length)):
        if not 0 <= value <= FARTHEST:
            raise bad_request(f"receive an entity with incorrect {name} {value}")
    if length == 0:
        return
    if offset >= end:
        raise bad_request(f"entity begins after the end of the text at UTF-16 offset {offset}")
    if splits_symbol(text, offset):
        place = len(cut(text, 0, offset + 1).encode())
        raise bad_request(f"entity begins in a middle of a UTF-16 symbol at byte offset {place}")
    if offset + length > end:
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text "
            f"at UTF-16 offset {offset + length}"
        )
    if splits_symbol(text, offset + length):
        place = len(cut(text, 0, offset + length + 1).encode())
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol "
            f"at byte offset {place}"
        )


def _number(item: dict[str, Any], name: str) -> int:
    if name not in item:
        raise _cannot(f'Can\'t find field "{name}"')
    try:
        return int(item[name])
    except (TypeError, ValueError):
        raise _cannot(f'Field "{name}" must be of type Number') from None


def _entity(item: object) -> Json:
    if not isinstance(item, dict):
        raise _cannot("expected an Object")
    kind = item.get("type")
    if not isinstance(kind, str):
        raise _cannot('Can\'t find field "type"')
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
        raise _cannot("Unsupported type specified")
    entity |= {name: str(item[name]) for name in _OPTIONAL.get(kind, ()) if item.get(name)}
    return entity


def _user_id(item: dict[str, Any]) -> int:
    user = item.get("user")
    if not isinstance(user, dict) or "id" not in user:
        raise _cannot('Can\'t find field "user"')
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
