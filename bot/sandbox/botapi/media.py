"""Photos, documents and other files in messages."""

from dataclasses import dataclass

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
ALBUM_KINDS = frozenset({"photo", "document", "video", "audio"})
EDITABLE_KINDS = ALBUM_KINDS | {"animation"}
# core.telegram.org/bots/api#sendphoto
PHOTO_SIDES = 10_000
PHOTO_RATIO = 20


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


def stored_file(state: State, kind: str, value: str, upload: Upload | None, meta: "Meta") -> StoredFile:
    """Keep an upload or find a file by its identifier; refuse what Telegram refuses."""
    if upload is None:
        if value.startswith(("http://", "https://")):
            # This server reaches no network, just as Telegram may fail to reach a site.
            raise bad_request("failed to get HTTP URL content")
        return state.files.use(value, kind)
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > UPLOAD_LIMIT:
        raise Refusal(413, "Request Entity Too Large")
    size = picture_size(upload.data) or (meta.width, meta.height)
    if kind == "photo":
        _check_photo(upload)
        size = picture_size(upload.data) or size
    return state.files.add(
        kind, upload.data, name=upload.name, mime=upload.mime, size=size, duration=meta.duration
    )


def _check_photo(upload: Upload) -> None:
    if len(upload.data) > PHOTO_LIMIT:
        raise bad_request(
            f"file of size {len(upload.data)} bytes is too big for a photo; "
            f"the maximum size is {PHOTO_LIMIT} bytes"
        )
    size = picture_size(upload.data)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if min(size) < 1 or width + height > PHOTO_SIDES or max(size) > PHOTO_RATIO * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


@dataclass(frozen=True)
class Meta:
    """What a bot says about a file: sizes in pixels, seconds, names."""

    width: int = 0
    height: int = 0
    duration: int = 0
    title: str = ""
    performer: str = ""
    spoiler: bool = False


def media_fields(stored: StoredFile, meta: Meta) -> Json:
    """Return the message fields of a file."""
    body = stored.media()
    if stored.kind == "photo":
        fields: Json = {"photo": [body]}
    elif stored.kind == "animation":
        fields = {
            "animation": body,
            "document": {key: body[key] for key in body if key not in {"width", "height", "duration"}},
        }
    else:
        fields = {stored.kind: body}
    if stored.kind == "audio":
        body |= {key: value for key, value in (("title", meta.title), ("performer", meta.performer)) if value}
    if meta.spoiler:
        fields["has_media_spoiler"] = True
    return fields


def album_item(state: State, item: object, params: Params, *, edit: bool = False) -> Json:
    """Return the content of one ``InputMedia``: the file and its caption."""
    if not isinstance(item, dict):
        raise bad_request("expected an Object as InputMedia")
    kind = str(item.get("type", "")).lower()
    if kind not in (EDITABLE_KINDS if edit else ALBUM_KINDS):
        raise bad_request(
            "can't parse InputMedia: invalid type specified"
            if kind not in EDITABLE_KINDS
            else f'type "{kind}" can\'t be used in sendMediaGroup'
        )
    value = str(item.get("media", ""))
    if not value:
        raise bad_request("can't parse InputMedia: media not found")
    upload = attached(params, value, "")
    if upload is None and value.startswith("attach://"):
        raise bad_request("can't parse InputMedia: media not found")
    meta = Meta(
        width=int(item.get("width") or 0),
        height=int(item.get("height") or 0),
        duration=int(item.get("duration") or 0),
        title=str(item.get("title") or ""),
        performer=str(item.get("performer") or ""),
        spoiler=bool(item.get("has_spoiler")),
    )
    stored = stored_file(state, kind, value, upload, meta)
    text, entities = format_text(
        str(item.get("caption") or ""), str(item.get("parse_mode") or ""), item.get("caption_entities")
    )
    if units(text) > CAPTION_LIMIT:
        raise bad_request(CAPTION_TOO_LONG)
    content = media_fields(stored, meta)
    if text:
        content["caption"] = text
        if entities:
            content["caption_entities"] = with_users(state, entities)
        if item.get("show_caption_above_media"):
            content["show_caption_above_media"] = True
    return content
