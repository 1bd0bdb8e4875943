"""Pictures drawn by the tests themselves."""

import struct
import zlib


def png(width: int, height: int, shade: int = 140) -> bytes:
    """Return a PNG of one colour."""
    rows = (b"\0" + bytes((40, shade, 120)) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
