"""A laid out picture as SVG (pure)."""

from xml.sax.saxutils import escape, quoteattr

from bot.schedule.pictures.layout import Picture
from bot.schedule.pictures.letters import FAMILY
from bot.schedule.pictures.styles import GAP, INNER, MARGIN, WIDTH, Piece, Text

ASCENT = 0.8
"""Of a size, how far below the top of its line the letters stand."""

STRIKE = 0.28
"""Of a size, how far above its foot a text is struck through."""


def svg(picture: Picture) -> str:
    """Draw a picture; every text is escaped here."""
    height = picture.height
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f"font-family={quoteattr(FAMILY)}>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<rect width="{WIDTH}" height="14" fill="#16324f"/>',
    ]
    top = MARGIN
    for piece in (picture.head, *picture.pieces, picture.foot):
        parts += _drawn(piece, top)
        top += piece.height
    return "".join([*parts, "</svg>"])


def _drawn(piece: Piece, top: int) -> list[str]:
    parts = []
    if piece.ruled:
        rule = top + piece.above // 2
        parts.append(f'<rect x="{MARGIN}" y="{rule}" width="{INNER}" height="2" fill="#d5dbe1"/>')
    top += piece.above
    for text in piece.texts:
        foot = top + text.style.size * ASCENT + (text.style.height - text.style.size) / 2
        parts += _written(text, MARGIN, foot)
        top += text.style.height
    return parts


def _written(text: Text, left: float, foot: float) -> list[str]:
    style = text.style
    parts = [
        f'<text x="{left:.1f}" y="{foot:.1f}" font-size="{style.size}" font-weight="{style.weight}" '
        f'fill="{style.colour}">{escape(text.words)}</text>'
    ]
    if text.struck:
        at = foot - style.size * STRIKE
        parts.append(
            f'<rect x="{left}" y="{at:.1f}" width="{text.width:.1f}" height="3" fill="{style.colour}"/>'
        )
    if text.beside is not None:
        parts += _written(text.beside, left + text.width + GAP, foot)
    return parts
