"""Photos, documents and other files in messages."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.botapi.errors import CAPTION_TOO_LONG, Refusal, bad_request
from bot.sandbox.botapi.files import KINDS, PHOTO_LIMIT, UPLOAD_LIMIT, StoredFile
from bot.sandbox.botapi.images import picture_size
from bot.sandbox.botapi.params import Params, Upload
from bot.sandbox.botapi.people_names import with_users
from bot.sandbox.botapi.records import Json
from bot.sandbox.botapi.state import State
from bot.sandbox.botapi.text import CAPTION_LIMIT, format_text
from bot.sandbox.botapi.utf16 import units

CAPTIONED = frozenset({"photo", "document", "video", "audio", "animation", "voice"})
EDITABLE_KINDS = frozenset({"photo", "document", "video", "audio", "animation"})
# core.telegram.org/bots/api#sendphoto
PHOTO_SIDES = 10_000
PHOTO_RATIO = 20
BROKEN_PICTURES = frozenset({"IMAGE_PROCESS_FAILED", "PHOTO_INVALID_DIMENSIONS"})
_VIDEO_ONLY = frozenset({"width", "height", "duration"})


@dataclass(frozen=True)
class Meta:
    """What a sender says about a file: pixels, seconds, names."""

    width: int = 0
    height: int = 0
    duration: int = 0
    title: str = ""
    performer: str = ""
    spoiler: bool = False


def media_kind(body: Json) -> str | None:
    """Return which file a message carries (an animation also looks like a document), or None."""
    if "animation" in body:
        return "animation"
    return next((kind for kind in KINDS if kind in body), None)


def attached(params: Params, value: str, field: str) -> Upload | None:
    """Return the uploaded file a value points to, None when it is an identifier or an address."""
    if value.startswith("attach://"):
        return params.files.get(value.removeprefix("attach://"))
    return params.files.get(field) if not value else None


def stored_file(state: State, kind: str, value: str, upload: Upload | None, meta: Meta) -> StoredFile:
    """Keep an upload or find a file by its identifier; refuse what Telegram refuses."""
    if upload is None:
        if value.startswith(("http://", "https://")):
            # This server reaches no network; to a bot that is a site which does not answer.
            raise bad_request("failed to get HTTP URL content")
        return state.files.use(value, kind)
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > UPLOAD_LIMIT:
        raise Refusal(413, "Request Entity Too Large")
    size = picture_size(upload.data)
    if kind == "photo":
        _check_photo(len(upload.data), size)
    return state.files.add(
        kind,
        upload.data,
        name=upload.name,
        mime=upload.mime,
        size=size or (meta.width, meta.height),
        duration=meta.duration,
    )


def _check_photo(weight: int, size: tuple[int, int] | None) -> None:
    if weight > PHOTO_LIMIT:
        raise bad_request(
            f"file of size {weight} bytes is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes"
        )
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if min(size) < 1 or sum(size) > PHOTO_SIDES or max(size) > PHOTO_RATIO * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def media_fields(stored: StoredFile, meta: Meta) -> Json:
    """Return the message fields of a file."""
    body = stored.media()
    if stored.kind == "audio":
        body |= {key: value for key, value in (("title", meta.title), ("performer", meta.performer)) if value}
    fields: Json = {stored.kind: [body] if stored.kind == "photo" else body}
    if stored.kind == "animation":
        fields["document"] = {key: value for key, value in body.items() if key not in _VIDEO_ONLY}
    if meta.spoiler:
        fields["has_media_spoiler"] = True
    return fields


def album_item(state: State, item: object, params: Params, *, album: bool) -> Json:
    """Return the content of one ``InputMedia``: the file and its caption."""
    if not isinstance(item, dict):
        raise _cannot("expected an Object")
    text, entities = _caption(item)
    value = str(item.get("media") or "")
    upload = attached(params, value, "")
    if not value or (upload is None and value.startswith("attach://")):
        raise _cannot("media not found")
    kind = _kind(item, album=album)
    meta = Meta(
        width=_whole(item, "width"),
        height=_whole(item, "height"),
        duration=_whole(item, "duration"),
        title=str(item.get("title") or ""),
        performer=str(item.get("performer") or ""),
        spoiler=bool(item.get("has_spoiler")),
    )
    content = media_fields(stored_file(state, kind, value, upload, meta), meta)
    if text:
        content["caption"] = text
        if entities:
            content["caption_entities"] = with_users(state, entities)
        if item.get("show_caption_above_media"):
            content["show_caption_above_media"] = True
    return content


def _cannot(words: str) -> Refusal:
    return bad_request(f"can't parse InputMedia: {words}")


def _kind(item: dict[str, Any], *, album: bool) -> str:
    if "type" not in item:
        raise _cannot('Can\'t find field "type"')
    kind = str(item["type"])
    if kind not in EDITABLE_KINDS:
        raise _cannot(f'type "{kind}" is unsupported')
    if album and kind == "animation":
        raise _cannot('type "animation" can\'t be used in sendMediaGroup')
    return kind


def _caption(item: dict[str, Any]) -> tuple[str, list[Json]]:
    mode, explicit = str(item.get("parse_mode") or ""), item.get("caption_entities")
    text, entities = format_text(str(item.get("caption") or ""), mode, explicit)
    if units(text) > CAPTION_LIMIT:
        raise bad_request(CAPTION_TOO_LONG)
    return text, entities


def _whole(item: dict[str, Any], name: str) -> int:
    try:
        return max(0, int(item.get(name) or 0))
    except (TypeError, ValueError):
        return 0
