"""Pixel sizes from the first bytes of pictures."""

import struct

import pytest

from bot.sandbox.botapi.images import picture_size
from tests.sandbox.botapi.pictures import png

WEBP = b"RIFF\0\0\0\0WEBP"


def jpeg(marker: int = 0xC0, fill: bytes = b"") -> bytes:
    """A start, a segment to skip, perhaps fill bytes, and a frame of 7 by 5."""
    skipped = b"\xff\xe0" + struct.pack(">H", 6) + b"\xff\xc0\0\0"
    frame = bytes([0xFF, marker]) + struct.pack(">HBHH", 17, 8, 5, 7)
    return b"\xff\xd8" + skipped + fill + frame + b"\0" * 9


PICTURES = [
    ("png", png(40, 30), (40, 30)),
    ("gif", b"GIF89a" + struct.pack("<HH", 40, 30), (40, 30)),
    ("old gif", b"GIF87a" + struct.pack("<HH", 1, 2), (1, 2)),
    ("jpeg", jpeg(), (7, 5)),
    ("progressive jpeg", jpeg(0xC2), (7, 5)),
    ("jpeg with fill bytes", jpeg(fill=b"\xff\xff"), (7, 5)),
    ("lossy webp", WEBP + b"VP8 " + bytes(10) + struct.pack("<HH", 40 | 0x4000, 30), (40, 30)),
    ("lossless webp", WEBP + b"VP8L" + bytes(5) + struct.pack("<I", 39 | 29 << 14) + bytes(9), (40, 30)),
    ("extended webp", WEBP + b"VP8X" + bytes(8) + b"\x27\0\0\x1d\0\0", (40, 30)),
]


@pytest.mark.parametrize(
    ("data", "size"), [case[1:] for case in PICTURES], ids=[case[0] for case in PICTURES]
)
def test_a_picture_tells_width_and_height(data: bytes, size: tuple[int, int]) -> None:
    assert picture_size(data) == size


OTHERS = [
    ("nothing", b""),
    ("a text", b"hello"),
    ("a cut png", png()[:20]),
    ("a cut gif", b"GIF89a\x01"),
    ("a cut jpeg", jpeg()[:14]),
    ("a jpeg with a table only", jpeg(0xC4)),
    ("a jpeg gone astray", b"\xff\xd8" + bytes(20)),
    ("a webp of another kind", WEBP + b"ANIM" + bytes(20)),
    ("a cut webp", WEBP + b"VP8X"),
]


@pytest.mark.parametrize("data", [case[1] for case in OTHERS], ids=[case[0] for case in OTHERS])
def test_anything_else_has_no_size(data: bytes) -> None:
    assert picture_size(data) is None
