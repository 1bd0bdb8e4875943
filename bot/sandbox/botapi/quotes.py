"""Replies: what a message answers to and which words of it are quoted."""

from typing import Any

from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.records import Chat, Json
from bot.sandbox.botapi.text import format_text
from bot.sandbox.botapi.utf16 import cut, units

NOT_FOUND = "message to be replied not found"
QUOTE_LIMIT = 1024


def reply_fields(chat: Chat, params: Params) -> Json:
    """Return ``reply_to_message`` and ``quote``, nothing when the message answers to none."""
    reply = params.mapping("reply_parameters", "reply parameters")
    if reply is None:
        reply = {
            "message_id": params.number("reply_to_message_id"),
            "allow_sending_without_reply": params.flag("allow_sending_without_reply"),
        }
    message_id = _number(reply.get("message_id"))
    if message_id <= 0:
        return {}
    elsewhere = reply.get("chat_id")
    other_chat = elsewhere not in (None, "", chat.id, str(chat.id))
    post = None if other_chat else chat.posts.get(message_id)
    if post is None:
        if reply.get("allow_sending_without_reply") and not other_chat:
            return {}
        raise bad_request(NOT_FOUND)
    answered = {key: value for key, value in post.body.items() if key != "reply_to_message"}
    fields: Json = {"reply_to_message": answered}
    if reply.get("quote"):
        fields["quote"] = _quote(reply, answered)
    return fields


def _number(value: Any) -> int:
    try:
        return int(value or 0)
    except (TypeError, ValueError):
        return 0


def _quote(reply: Json, answered: Json) -> Json:
    mode = str(reply.get("quote_parse_mode") or "")
    words, entities = format_text(str(reply["quote"]), mode, reply.get("quote_entities"))
    source = answered.get("text") or answered.get("caption") or ""
    if units(words) > QUOTE_LIMIT:
        raise bad_request("QUOTE_TEXT_INVALID")
    position = _number(reply.get("quote_position"))
    if cut(source, position, units(words)) != words:
        place = source.find(words)
        if place < 0:
            raise bad_request("QUOTE_TEXT_INVALID")
        position = units(source[:place])
    quote: Json = {"text": words, "position": position, "is_manual": True}
    return quote | ({"entities": entities} if entities else {})
