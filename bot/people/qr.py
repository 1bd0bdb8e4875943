"""QR images of links: one as a photo, many as pictures of a sheet (pure)."""

import io

import segno

CORRECTION = "m"
"""A quarter of the code may be smudged and it still reads (ISO/IEC 18004 calls 15 % level M)."""

BORDER = 4
"""Modules of white around the code, without which scanners miss it (ISO/IEC 18004)."""

PHOTO_SCALE = 16
"""Pixels of a module on a photo: 25 to 45 modules make 500 to 800 pixels."""

SHEET_SCALE = 6
"""Pixels of a module on a sheet to be printed."""


def picture(link: str, scale: int = PHOTO_SCALE) -> bytes:
    """Return a link as a black and white PNG image; takes some milliseconds: call it in a thread."""
    image = io.BytesIO()
    code = segno.make(link, error=CORRECTION, micro=False)
    code.save(image, kind="png", scale=scale, border=BORDER)
    return image.getvalue()
