"""Sending and fetching files."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.botapi.content import caption_content
from bot.sandbox.botapi.errors import Refusal, bad_request
from bot.sandbox.botapi.files import DOWNLOAD_LIMIT
from bot.sandbox.botapi.media import (
    BROKEN_PICTURES,
    CAPTIONED,
    Meta,
    album_item,
    attached,
    media_fields,
    media_kind,
    stored_file,
)
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.sending import send, send_album
from bot.sandbox.botapi.state import State
from bot.sandbox.botapi.text import caption

# Documented as 2-10 items; the public server sends a single one as an ordinary message.
ALBUM_LIMIT = 10
ALONE = ("document", "audio")


def sender(kind: str) -> Callable[[State, Params], Json]:
    """Return the method that sends one file of a kind."""

    def send_file(state: State, params: Params) -> Json:
        value = params.text(kind)
        upload = attached(params, value, kind)
        if upload is None and (not value or value.startswith("attach://")):
            raise bad_request(f"there is no {kind.replace('_', ' ')} in the request")
        text, entities = caption(params) if kind in CAPTIONED else ("", [])
        meta = Meta(
            width=params.number("width") or params.number("length"),
            height=params.number("height"),
            duration=params.number("duration"),
            title=params.text("title"),
            performer=params.text("performer"),
            spoiler=params.flag("has_spoiler"),
        )
        content = media_fields(stored_file(state, kind, value, upload, meta), meta)
        return send(state, params, content | caption_content(state, text, entities, params))

    return send_file


def send_media_group(state: State, params: Params) -> list[Json]:
    """Send files as an album; documents and audio only with their like."""
    items = params.structure("media", "media")
    if items is None:
        raise bad_request('parameter "media" is required')
    if not isinstance(items, list):
        raise bad_request("expected an Array of InputMedia")
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > ALBUM_LIMIT:
        raise bad_request("too many messages to send as an album")
    contents = [_item(state, item, params, position) for position, item in enumerate(items, 1)]
    kinds = [media_kind(content) for content in contents]
    odd = next((kind for kind in kinds if kind in ALONE), None)
    if odd and set(kinds) != {odd}:
        raise bad_request(f"{odd} can't be mixed with other media types")
    return send_album(state, params, contents)


def _item(state: State, item: object, params: Params, position: int) -> Json:
    try:
        return album_item(state, item, params, album=True)
    except Refusal as refusal:
        reason = refusal.description.removeprefix("Bad Request: ")
        if reason in BROKEN_PICTURES:
            words = f'failed to send message #{position} with the error message "{reason}"'
            raise bad_request(words) from None
        raise


def get_file(state: State, params: Params) -> Json:
    """Return the path of a file up to 20 MB."""
    file_id = params.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    stored = state.files.find(file_id)
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    if state.files.data(file_id) is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    return {
        "file_id": stored.id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
        "file_path": stored.path,
    }


METHODS: dict[str, Any] = {
    "sendphoto": sender("photo"),
    "senddocument": sender("document"),
    "sendvideo": sender("video"),
    "sendaudio": sender("audio"),
    "sendvoice": sender("voice"),
    "sendanimation": sender("animation"),
    "sendvideonote": sender("video_note"),
    "sendsticker": sender("sticker"),
    "sendmediagroup": send_media_group,
    "getfile": get_file,
}
