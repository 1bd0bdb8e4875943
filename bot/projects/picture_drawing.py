"""A page of the portfolio as SVG (pure); every text is escaped here."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from bot.projects.picture_layout import (
    BAR,
    CLOSE,
    FOOT,
    INNER,
    MARGIN,
    WIDTH,
    Look,
    Placed,
    Sheet,
    cut,
    legend_of,
    titles_of,
)
from bot.projects.picture_shapes import BAR_FILLS, PATTERNS, sign
from bot.schedule.pictures.letters import FAMILY, Weight, face
from bot.schedule.pictures.wrapping import drawable

INK, FAINT, HEAD = "#14181d", "#56606b", "#16324f"

LETTER = 0.36
"""Of a size, how far above its foot the middle of a line of letters is."""


def drawn(sheet: Sheet, page: Sequence[Placed], look: Look, number: int, count: int, left: int) -> str:
    """Draw one picture; `left` counts the projects that found no place on the last one."""
    parts, top = _head(sheet, first=number == 1)
    for placed in page:
        parts += _row(placed, look, top)
        top += placed.height
    words = [sheet.more(left) if left else "", sheet.page(number, count) if count > 1 else "", sheet.footer]
    foot = " · ".join(word for word in words if word)
    parts.append(f'<rect x="{MARGIN}" y="{top + 6}" width="{INNER}" height="2" fill="#d5dbe1"/>')
    parts.append(_text(cut(foot, INNER, 26, Weight.NORMAL, 1)[0], MARGIN, top + 46, 26, Weight.NORMAL, FAINT))
    height = top + FOOT
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH * look.scale:.0f}" '
            f'height="{height * look.scale:.0f}" viewBox="0 0 {WIDTH} {height}" '
            f"font-family={quoteattr(FAMILY)}>{PATTERNS}",
            f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
            f'<rect width="{WIDTH}" height="12" fill="{HEAD}"/>',
            *parts,
            "</svg>",
        ]
    )


def _head(sheet: Sheet, *, first: bool) -> tuple[list[str], int]:
    top, parts = MARGIN, []
    for line in titles_of(sheet, first=first):
        parts.append(_text(line, MARGIN, top + 44, 46, Weight.BOLD, HEAD))
        top += 58
    if not first:
        return parts, top + 24
    about = cut(sheet.about, INNER, 28, Weight.NORMAL, 1)
    parts += [_text(line, MARGIN, top + 26, 28, Weight.NORMAL, FAINT) for line in about]
    top += 44
    for legend in legend_of(sheet):
        for light, text, left in legend:
            parts.append(sign(light, MARGIN + left, top + 8, 30))
            parts.append(_text(text, MARGIN + left + 40, top + 34, 30, Weight.BOLD, INK))
        top += 48
    parts += _bar(sheet, top + 10)
    return parts, top + BAR + 60


def _bar(sheet: Sheet, top: int) -> list[str]:
    """Draw how the lights share the whole; each part has a pattern of its own."""
    every = sum(count for _light, _word, count in sheet.counts)
    parts, left = [], float(MARGIN)
    for light, _word, count in sheet.counts:
        width = INNER * count / every if every else 0
        if width:
            parts.append(
                f'<rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="{BAR}" '
                f'fill="{BAR_FILLS[light]}" stroke="{INK}" stroke-width="2"/>'
            )
        left += width
    return parts


def _row(placed: Placed, look: Look, top: int) -> list[str]:
    middle = top + look.size - LETTER * look.size
    parts = [sign(placed.row.light, MARGIN, middle - look.sign / 2, look.sign)]
    left, foot = MARGIN + look.sign + 20, top + look.size
    for number, line in enumerate(placed.titles):
        parts.append(_text(line, left, foot + number * look.line, look.size, Weight.BOLD, INK))
    if look is CLOSE:
        word = drawable(placed.row.word)
        right = MARGIN + INNER - face(Weight.NORMAL).width(word, look.size)
        return [*parts, _text(word, right, foot, look.size, Weight.NORMAL, FAINT)]
    foot = top + max(look.sign, len(placed.titles) * look.line) + look.detail
    for number, line in enumerate(placed.details):
        parts.append(_text(line, left, foot + number * (look.detail + 9), look.detail, Weight.NORMAL, FAINT))
    return parts


def _text(words: str, left: float, foot: float, size: int, weight: Weight, colour: str) -> str:
    return (
        f'<text x="{left:.1f}" y="{foot:.1f}" font-size="{size}" font-weight="{weight}" '
        f'fill="{colour}">{escape(words)}</text>'
    )
