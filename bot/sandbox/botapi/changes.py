"""What an edit makes of a message's content: each kind of edit returns a function of the old body."""

from collections.abc import Callable

from bot.sandbox.botapi.content import (
    CAPTION_FIELDS,
    CONTENT_FIELDS,
    caption_content,
    only,
    text_content,
    without,
)
from bot.sandbox.botapi.errors import NOT_MODIFIED, bad_request
from bot.sandbox.botapi.media import CAPTIONED, EDITABLE_KINDS, album_item, media_kind
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.state import State
from bot.sandbox.botapi.text import caption

# An edit is refused in the words of the servers behind, a new message in those of TDLib.
TEXT_TOO_LONG = "MESSAGE_TOO_LONG"
CAPTION_TOO_LONG = "MEDIA_CAPTION_TOO_LONG"
_REPLACED = CONTENT_FIELDS | {"reply_markup"}
_ALBUM_SWAP = {"photo", "video"}

Change = Callable[[Json], Json]


def text_change(state: State, params: Params) -> Change:
    """Return the change of a text; only a text message can take it."""
    content = text_content(state, params, TEXT_TOO_LONG)

    def change(body: Json) -> Json:
        if "text" not in body:
            raise bad_request("there is no text in the message to edit")
        return content

    return change


def caption_change(state: State, params: Params) -> Change:
    """Return the change of a caption; the media stays."""
    text, entities = caption(params, CAPTION_TOO_LONG)
    fields = caption_content(state, text, entities, params)

    def change(body: Json) -> Json:
        if media_kind(body) not in CAPTIONED:
            raise bad_request("there is no caption in the message to edit")
        return only(CONTENT_FIELDS - CAPTION_FIELDS, body) | fields

    return change


def media_change(state: State, params: Params) -> Change:
    """Return the change of a file, which a text message can take too."""
    media = params.mapping("media", "input media")
    if media is None:
        raise bad_request('parameter "media" is required')
    content = album_item(state, media, params, album=False)

    def change(body: Json) -> Json:
        old, new = media_kind(body), media_kind(content)
        if old not in EDITABLE_KINDS and "text" not in body:
            raise bad_request("message media can't be edited")
        if "media_group_id" in body and old != new and not {old, new} <= _ALBUM_SWAP:
            raise bad_request("can't change media type in the album")
        return content

    return change


def markup_change(state: State, params: Params) -> Change:
    """Return the change of the buttons alone."""
    _ = state, params
    return lambda body: only(CONTENT_FIELDS, body)


def changed_body(body: Json, content: Json, markup: Json | None) -> Json:
    """Return a message with other content and buttons; refuse a change that changes nothing."""
    new = without(_REPLACED, body) | content | ({"reply_markup": markup} if markup else {})
    if {**new, "edit_date": 0} == {**body, "edit_date": 0}:
        raise bad_request(NOT_MODIFIED)
    return new
