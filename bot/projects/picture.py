"""A portfolio as pictures: the words of a page, where each stands, and the SVG (pure). Lengths are pixels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from bot.projects.model import Light
from bot.projects.picture_shapes import BAR_FILLS, PATTERNS, sign
from bot.schedule.pictures.letters import FAMILY, Weight, face
from bot.schedule.pictures.wrapping import drawable, wrapped

WIDTH, TALLEST, MARGIN = 1080, 1920, 48
INNER = WIDTH - 2 * MARGIN
MOST = 10
"""Pictures that one message may hold (Bot API, sendMediaGroup)."""

BAR = 36
LETTER = 0.36
"""Of a size, how far above its foot the middle of a line of letters is."""

FOOT = 84
INK, FAINT, HEAD = "#14181d", "#56606b", "#16324f"


@dataclass(frozen=True, slots=True)
class Row:
    """A project: its light, the light in words, its title, and what else is told."""

    light: Light
    word: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the pictures say; `counts` are the lights with their words and numbers.

    `page` names a picture among several («2 из 3»), `more` says how many projects found no place.
    """

    title: str
    about: str
    counts: tuple[tuple[Light, str, int], ...]
    rows: tuple[Row, ...]
    footer: str
    page: Callable[[int, int], str]
    more: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Look:
    """How large the rows are: with room for two lines and details, or close together for hundreds.

    `scale` makes the whole picture smaller: drawing and packing take time by the number of points, and
    hundreds of projects are ten pictures, which are to come within a second.
    """

    sign: int
    size: int
    line: int
    titles: int
    detail: int
    gap: int
    scale: float = 1.0


ROOMY = Look(sign=44, size=34, line=43, titles=2, detail=27, gap=26)
CLOSE = Look(sign=28, size=26, line=36, titles=1, detail=0, gap=9, scale=0.6)
FULL = 16
"""More roomy rows than this never stand on one picture."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A row as it is drawn: its lines and its height."""

    row: Row
    titles: tuple[str, ...]
    details: tuple[str, ...]
    height: int


def pictures(sheet: Sheet) -> tuple[str, ...]:
    """Draw a portfolio as SVG on as many pictures as it needs; many projects stand close together."""
    look = ROOMY if len(sheet.rows) <= MOST * FULL else CLOSE
    pages = _pages(sheet, look)
    if len(pages) > MOST:
        pages, look = _pages(sheet, CLOSE), CLOSE
    left = sum(map(len, pages[MOST:]))
    pages = pages[:MOST]
    return tuple(
        _drawn(sheet, page, look, number, len(pages), left if number == len(pages) else 0)
        for number, page in enumerate(pages, start=1)
    )


def _pages(sheet: Sheet, look: Look) -> list[list[Placed]]:
    pages: list[list[Placed]] = [[]]
    room = TALLEST - MARGIN - FOOT - _head_height(sheet, first=True)
    for row in sheet.rows:
        placed = _placed(row, look)
        if pages[-1] and room < placed.height:
            pages.append([])
            room = TALLEST - MARGIN - FOOT - _head_height(sheet, first=False)
        pages[-1].append(placed)
        room -= placed.height
    return pages


def _placed(row: Row, look: Look) -> Placed:
    width = float(INNER - look.sign - 20)
    if look is CLOSE:
        width -= face(Weight.NORMAL).width(drawable(row.word), look.size) + 24
    titles = _cut(row.title, width, look.size, Weight.BOLD, look.titles)
    details = _cut(f"{row.word} · {row.detail}", width, look.detail, Weight.NORMAL, 2) if look.detail else ()
    height = max(look.sign, len(titles) * look.line) + len(details) * (look.detail + 9) + look.gap
    return Placed(row, titles, details, height)


def _cut(words: str, width: float, size: int, weight: Weight, most: int) -> tuple[str, ...]:
    """Divide words into lines, no more than so many; of longer ones the rest becomes «…»."""
    lines = wrapped(drawable(words), width, size, weight)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and face(weight).width(f"{last}…", size) > width:
        last = last[:-1]
    return (*lines[: most - 1], f"{last.rstrip(' ,.;:–-')}…")


def _titles(sheet: Sheet, *, first: bool) -> tuple[str, ...]:
    return _cut(sheet.title, INNER, 46, Weight.BOLD, 3 if first else 1)


def _legend(sheet: Sheet) -> list[list[tuple[Light, str, float]]]:
    """Divide the counts into lines, each with the place where it begins."""
    lines: list[list[tuple[Light, str, float]]] = [[]]
    left = 0.0
    for light, word, count in sheet.counts:
        text = f"{drawable(word)}: {count}"
        width = 40 + face(Weight.BOLD).width(text, 30) + 34
        if lines[-1] and left + width - 34 > INNER:
            lines.append([])
            left = 0.0
        lines[-1].append((light, text, left))
        left += width
    return lines


def _head_height(sheet: Sheet, *, first: bool) -> int:
    titles = len(_titles(sheet, first=first)) * 58
    if not first:
        return MARGIN + titles + 24
    return MARGIN + titles + 44 + len(_legend(sheet)) * 48 + BAR + 60


def _drawn(sheet: Sheet, page: Sequence[Placed], look: Look, number: int, count: int, left: int) -> str:
    parts, top = _head(sheet, first=number == 1)
    for placed in page:
        parts += _row(placed, look, top)
        top += placed.height
    words = [sheet.more(left) if left else "", sheet.page(number, count) if count > 1 else "", sheet.footer]
    foot = " · ".join(word for word in words if word)
    parts.append(f'<rect x="{MARGIN}" y="{top + 6}" width="{INNER}" height="2" fill="#d5dbe1"/>')
    parts.append(
        _text(_cut(foot, INNER, 26, Weight.NORMAL, 1)[0], MARGIN, top + 46, 26, Weight.NORMAL, FAINT)
    )
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
    for line in _titles(sheet, first=first):
        parts.append(_text(line, MARGIN, top + 44, 46, Weight.BOLD, HEAD))
        top += 58
    if not first:
        return parts, top + 24
    about = _cut(sheet.about, INNER, 28, Weight.NORMAL, 1)
    parts += [_text(line, MARGIN, top + 26, 28, Weight.NORMAL, FAINT) for line in about]
    top += 44
    for legend in _legend(sheet):
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
