"""Files a person sends: what each becomes, and which of them make an album."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from aiohttp import BodyPartReader, web

from bot.sandbox.botapi.files import PHOTO_LIMIT, UPLOAD_LIMIT
from bot.sandbox.botapi.images import picture_size
from bot.sandbox.botapi.reading import CHUNK
from bot.sandbox.page.company import Company
from bot.sandbox.page.deeds import known_message, person_of, refused_by_world
from bot.sandbox.page.guard import Handler, own_page
from bot.sandbox.page.trouble import Trouble, bad

# https://core.telegram.org/bots/api#sendmediagroup: 2-10 items; captions have up to 1024 characters.
ALBUM_SIZE = 10
CAPTION_LIMIT = 1024
FIELD_LIMIT = 16 * 1024
_PHOTO_TYPES = frozenset({"image/jpeg", "image/png", "image/webp"})
_KINDS = {
    "image/gif": "animation",
    "video/mp4": "video",
    "audio/mpeg": "audio",
    "audio/mp4": "audio",
    "audio/ogg": "voice",
}
_ALBUMS = {"photo": "pictures", "video": "pictures", "document": "documents", "audio": "audio"}


@dataclass(frozen=True, slots=True)
class SentFile:
    """One file as it came from the browser."""

    name: str
    mime: str
    data: bytes

    def kind(self, *, as_file: bool) -> str:
        """Return what a messenger makes of it: a photo, a video, … or a plain document."""
        if as_file:
            return "document"
        if self.mime in _PHOTO_TYPES:
            small = len(self.data) <= PHOTO_LIMIT and picture_size(self.data) is not None
            return "photo" if small else "document"
        return _KINDS.get(self.mime, "document")


@dataclass(frozen=True, slots=True)
class Upload:
    """A whole form: the fields and the files."""

    fields: dict[str, str]
    files: tuple[SentFile, ...]


def upload(company: Company) -> Handler:
    """Return what serves ``POST /api/people/<id>/files`` (chat, caption, as_files, reply_to, file …)."""

    async def serve(request: web.Request) -> web.Response:
        user = person_of(company, request)
        form = await read_form(request)
        digits = form.fields.get("chat", "")
        chat = company.chat_of(user, int(digits) if digits.removeprefix("-").isdecimal() else None)
        caption = form.fields.get("caption", "").strip()
        if len(caption) > CAPTION_LIMIT:
            raise bad(f"the caption is longer than {CAPTION_LIMIT} characters", "too_long")
        answered = form.fields.get("reply_to", "")
        if answered and not answered.isdecimal():
            raise bad("reply_to is the number of a message")
        reply_to = known_message(company, chat, int(answered)) if answered else None
        kinds = [(one, one.kind(as_file=bool(form.fields.get("as_files")))) for one in form.files]
        with refused_by_world():
            return web.json_response({"update_ids": send(company, user, chat, kinds, caption, reply_to)})

    return own_page(serve)


def send(
    company: Company,
    user: int,
    chat: int,
    kinds: Iterable[tuple[SentFile, str]],
    caption: str,
    reply_to: int | None = None,
) -> list[int]:
    """Send the files in order, neighbours that may share an album in one; return the update ids."""
    updates: list[int] = []
    for _, run in groupby(kinds, lambda pair: _ALBUMS.get(pair[1]) or id(pair)):
        together = list(run)
        group = str(13_000_000_000_000_000 + company.world.number()) if len(together) > 1 else None
        for file, kind in together:
            words, caption = caption, ""
            updates.append(
                company.world.send_file(
                    user,
                    kind,
                    file.name,
                    file.mime,
                    file.data,
                    caption=words,
                    chat=chat,
                    media_group=group,
                    reply_to=reply_to,
                )
            )
    return updates


async def read_form(request: web.Request) -> Upload:
    """Read a multipart body within the limits of Telegram; Trouble for anything else."""
    if request.content_type != "multipart/form-data":
        raise Trouble(415, "bad_request", "the body must be multipart/form-data")
    fields: dict[str, str] = {}
    files: list[SentFile] = []
    left = UPLOAD_LIMIT
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad("a part of the form has no name")
        if part.filename is None:
            fields[part.name] = (await _read(part, FIELD_LIMIT)).decode("utf-8", "replace")
            continue
        if len(files) == ALBUM_SIZE:
            raise bad("ten files at a time at most", "too_many_files")
        data = await _read(part, left)
        left -= len(data)
        if not data:
            raise bad("an empty file cannot be sent", "bad_file")
        mime = part.headers.get("Content-Type", "application/octet-stream").partition(";")[0].strip()
        files.append(SentFile(part.filename[-200:], mime, data))
    if not files:
        raise bad("there is no file in the form", "bad_file")
    return Upload(fields, tuple(files))


async def _read(part: BodyPartReader, limit: int) -> bytes:
    data = bytearray()
    while chunk := await part.read_chunk(CHUNK):
        data += chunk
        if len(data) > limit:
            raise Trouble(413, "too_big", "the files are too big")
    return bytes(data)
