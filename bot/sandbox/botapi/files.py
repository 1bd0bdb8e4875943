"""Files the server keeps: identifiers, sizes and bytes."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass

from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.records import Json

# https://core.telegram.org/bots/api#sending-files and #getfile
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024
KEEP_BYTES = 512 * 1024 * 1024

_PREFIX = {
    "photo": "AgACAgIAAx",
    "document": "BQACAgIAAx",
    "video": "BAACAgIAAx",
    "audio": "CQACAgIAAx",
    "voice": "AwACAgIAAx",
    "animation": "CgACAgIAAx",
    "video_note": "DQACAgIAAx",
    "sticker": "CAACAgIAAx",
}
_FOLDER = {
    "photo": "photos",
    "document": "documents",
    "video": "videos",
    "audio": "music",
    "voice": "voice",
    "animation": "animations",
    "video_note": "video_notes",
    "sticker": "stickers",
}
KINDS = tuple(_PREFIX)
_TITLE = {
    "photo": "Photo",
    "document": "Document",
    "video": "Video",
    "audio": "Audio",
    "voice": "VoiceNote",
    "animation": "Animation",
    "video_note": "VideoNote",
    "sticker": "Sticker",
}


@dataclass(frozen=True)
class StoredFile:
    """One file: what it is, how it is called, and its bytes (None once forgotten)."""

    id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    size: int
    width: int
    height: int
    duration: int
    path: str

    def media(self) -> Json:
        """Return the Bot API object of this file (for a photo, one ``PhotoSize``)."""
        body: Json = {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": self.size}
        if self.kind in {"photo", "video", "animation", "sticker"}:
            body |= {"width": self.width, "height": self.height}
        if self.kind in {"video", "animation", "audio", "voice", "video_note"}:
            body["duration"] = self.duration
        if self.kind == "video_note":
            body["length"] = self.width
        if self.kind == "sticker":
            body |= {"type": "regular", "is_animated": False, "is_video": False}
        if self.kind in {"document", "video", "animation", "audio"}:
            body["file_name"] = self.name
        if self.kind in {"document", "video", "animation", "audio", "voice"}:
            body["mime_type"] = self.mime
        return body


class FileStore:
    """Files by identifier; the oldest bytes go first when too much is kept."""

    def __init__(self, keep_bytes: int = KEEP_BYTES) -> None:
        self._files: dict[str, StoredFile] = {}
        self._bytes: OrderedDict[str, bytes] = OrderedDict()
        self._by_path: dict[str, StoredFile] = {}
        self._kept = 0
        self._keep_bytes = keep_bytes

    def add(
        self,
        kind: str,
        data: bytes,
        *,
        name: str,
        mime: str,
        size: tuple[int, int] = (0, 0),
        duration: int = 0,
    ) -> StoredFile:
        """Keep a file and return its record."""
        number = len(self._files) + 1
        digest = hashlib.sha256(data).hexdigest()
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        extension = suffix if suffix.isascii() and suffix.isalnum() and len(suffix) <= 8 else "bin"
        stored = StoredFile(
            id=f"{_PREFIX[kind]}{number:06d}{digest[:24]}",
            unique_id=f"AQAD{digest[:11]}",
            kind=kind,
            name=name,
            mime=mime,
            size=len(data),
            width=size[0],
            height=size[1],
            duration=duration,
            path=f"{_FOLDER[kind]}/file_{number}.{extension}",
        )
        self.keep(stored, data)
        return stored

    def keep(self, stored: StoredFile, data: bytes) -> None:
        """Keep a file whose record exists already."""
        self._files[stored.id] = stored
        self._by_path[stored.path] = stored
        self._bytes[stored.id] = data
        self._kept += len(data)
        while self._kept > self._keep_bytes and len(self._bytes) > 1:
            self._kept -= len(self._bytes.popitem(last=False)[1])

    def everything(self) -> list[tuple[StoredFile, bytes]]:
        """Return all files whose bytes are still there."""
        return [(self._files[file_id], data) for file_id, data in self._bytes.items()]

    def find(self, file_id: str) -> StoredFile | None:
        """Return the record of an identifier, None when nobody ever got it."""
        return self._files.get(file_id)

    def use(self, file_id: str, kind: str) -> StoredFile:
        """Return a file to be sent again as the given kind; refuse a wrong identifier or kind."""
        stored = self._files.get(file_id)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if stored.kind != kind and not (kind == "document" and stored.kind == "animation"):
            raise bad_request(f"can't use file of type {_TITLE[stored.kind]} as {_TITLE[kind]}")
        return stored

    def download(self, path: str) -> tuple[StoredFile, bytes] | None:
        """Return a file by its path, None when unknown, forgotten or above 20 MB."""
        stored = self._by_path.get(path)
        data = self._bytes.get(stored.id) if stored else None
        if stored is None or data is None or stored.size > DOWNLOAD_LIMIT:
            return None
        return stored, data

    def data(self, file_id: str) -> bytes | None:
        """Return the bytes of a file whatever its size, None when forgotten (for the page)."""
        return self._bytes.get(file_id)
