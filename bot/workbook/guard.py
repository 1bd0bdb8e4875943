"""What a file must be before anybody looks inside: a small, plain, unencrypted zip with a workbook in it.

Runs in the reading process only. Nothing here trusts a number that the file says about itself: declared
sizes refuse early, real ones are counted while inflating.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes: what a bot may download from Telegram."""
LARGEST_CONTENT = 128 * 1024 * 1024
"""Bytes of all the parts that are read, inflated. Ten thousand people take about ten million."""
MOST_ENTRIES = 2000
_LARGEST_DIRECTORY = 1024 * 1024
_CHUNK = 64 * 1024
_END_OF_DIRECTORY = struct.Struct("<4s4H2LH")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES = (
    (b"MZ", "workbook-file-program"),
    (b"\x7fELF", "workbook-file-program"),
    (b"%PDF", "workbook-file-pdf"),
    (b"\x89PNG", "workbook-file-picture"),
    (b"\xff\xd8\xff", "workbook-file-picture"),
)


class Refused(Exception):
    """A file that is not read; the argument is the key of the sentence that says why."""


class Archive:
    """The parts of a workbook, inflated within one budget for all of them."""

    def __init__(self, file: BinaryIO) -> None:
        _check_outside(file)
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError) as fault:
            raise Refused("workbook-file-broken") from fault
        _check_entries(self._zip.infolist())
        self._names = {name.casefold().lstrip("/"): name for name in self._zip.namelist()}
        self._budget = LARGEST_CONTENT
        _check_kind(self)

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._names

    def read(self, name: str) -> Iterator[bytes]:
        """Inflate a part piece by piece; raises Refused when it is not there, broken or too big."""
        try:
            info = self._zip.getinfo(self._names[name.casefold()])
            if info.file_size > self._budget:
                raise Refused("workbook-file-bomb")
            with self._zip.open(info) as part:
                while piece := part.read(_CHUNK):
                    self._budget -= len(piece)
                    if self._budget < 0:
                        raise Refused("workbook-file-bomb")
                    yield piece
        except (KeyError, zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error) as fault:
            raise Refused("workbook-file-broken") from fault


def _check_outside(file: BinaryIO) -> None:
    size = file.seek(0, 2)
    if size == 0:
        raise Refused("workbook-file-empty")
    if size > LARGEST_FILE:
        raise Refused("workbook-file-big")
    file.seek(0)
    head = file.read(8)
    if head == _OLE:
        file.seek(0)
        locked = "EncryptedPackage".encode("utf-16-le") in file.read()
        raise Refused("workbook-file-password" if locked else "workbook-file-xls")
    for signature, reason in _SIGNATURES:
        if head.startswith(signature):
            raise Refused(reason)
    if not head.startswith(b"PK"):
        raise Refused("workbook-file-foreign")
    file.seek(max(0, size - 65_557))
    tail = file.read()
    _check_directory(tail[tail.rfind(b"PK\x05\x06") :])
    file.seek(0)


def _check_directory(end: bytes) -> None:
    """Bound the list of entries before the zip module reads all of it into memory."""
    if len(end) < _END_OF_DIRECTORY.size:
        raise Refused("workbook-file-broken")
    _, _, _, _, entries, directory, _, _ = _END_OF_DIRECTORY.unpack_from(end)
    if entries > MOST_ENTRIES or directory > _LARGEST_DIRECTORY:
        raise Refused("workbook-file-bomb")


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise Refused("workbook-file-bomb")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Refused("workbook-file-password")
    if len({entry.filename.casefold() for entry in entries}) != len(entries):
        raise Refused("workbook-file-broken")


def _check_kind(archive: Archive) -> None:
    for part, reason in (
        ("xl/workbook.bin", "workbook-file-xlsb"),
        ("word/document.xml", "workbook-file-word"),
        ("content.xml", "workbook-file-ods"),
    ):
        if part in archive:
            raise Refused(reason)
    if "_rels/.rels" not in archive and "xl/workbook.xml" not in archive:
        raise Refused("workbook-file-foreign")
