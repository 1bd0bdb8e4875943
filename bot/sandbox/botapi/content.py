"""What a message says: the text fields and captions that sending and editing share."""

from bot.sandbox.botapi.errors import TEXT_TOO_LONG
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.people_names import with_users
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.state import State
from bot.sandbox.botapi.text import message_text

CONTENT_FIELDS = frozenset(
    {
        *("text", "entities", "link_preview_options"),
        *("caption", "caption_entities", "show_caption_above_media", "has_media_spoiler"),
        *("photo", "document", "video", "audio", "animation", "voice", "video_note", "sticker"),
        *("location", "venue", "contact", "poll"),
    }
)
CAPTION_FIELDS = frozenset({"caption", "caption_entities", "show_caption_above_media"})
# Buttons that work away from their message; with any other the whole keyboard stays behind.
_PORTABLE = frozenset({"url", "copy_text", "disabled"})


def text_content(state: State, params: Params, too_long: str = TEXT_TOO_LONG) -> Json:
    """Return the fields of a text message or refuse the text."""
    text, entities = message_text(params, too_long)
    content: Json = {"text": text}
    if entities:
        content["entities"] = with_users(state, entities)
    options = params.mapping("link_preview_options", "link preview options")
    if options is None and params.flag("disable_web_page_preview"):
        options = {"is_disabled": True}
    if options:
        content["link_preview_options"] = options
    return content


def caption_content(state: State, text: str, entities: list[Json], params: Params) -> Json:
    """Return the fields of a caption, none for an empty one."""
    if not text:
        return {}
    fields: Json = {"caption": text}
    if entities:
        fields["caption_entities"] = with_users(state, entities)
    if params.flag("show_caption_above_media"):
        fields["show_caption_above_media"] = True
    return fields


def only(fields: frozenset[str], body: Json) -> Json:
    """Return those fields of a message."""
    return {key: value for key, value in body.items() if key in fields}


def without(fields: frozenset[str], body: Json) -> Json:
    """Return a message without those fields."""
    return {key: value for key, value in body.items() if key not in fields}


def forwarded_content(body: Json) -> Json:
    """Return what a forward of a message carries: content, first author, portable buttons."""
    origin = body.get("forward_origin") or {
        "type": "user",
        "date": body["date"],
        "sender_user": body["from"],
    }
    fields = only(CONTENT_FIELDS, body) | {"forward_origin": origin, "forward_date": origin["date"]}
    if "sender_user" in origin:
        fields["forward_from"] = origin["sender_user"]
    rows = body.get("reply_markup", {}).get("inline_keyboard", [])
    if rows and all(_PORTABLE & button.keys() for row in rows for button in row):
        fields["reply_markup"] = body["reply_markup"]
    return fields
