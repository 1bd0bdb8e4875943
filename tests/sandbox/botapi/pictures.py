"""Small files made on the spot."""

import struct
import zlib

from aiogram.types import BufferedInputFile


def png(width: int = 4, height: int = 3) -> bytes:
    """A grey picture of the given size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(min(height, 50)))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def picture(width: int = 4, height: int = 3) -> BufferedInputFile:
    """The same, ready to send."""
    return BufferedInputFile(png(width, height), "picture.png")


def paper(text: str = "план", name: str = "plan.txt") -> BufferedInputFile:
    """A text document, ready to send."""
    return BufferedInputFile(text.encode(), name)
