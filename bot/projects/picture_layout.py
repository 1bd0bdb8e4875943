"""What the pictures of a portfolio say, and how much room it takes (pure). Lengths are pixels."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.projects.model import Light
from bot.schedule.pictures.letters import Weight, face
from bot.schedule.pictures.wrapping import drawable, wrapped

WIDTH, TALLEST, MARGIN = 1080, 1920, 48
INNER = WIDTH - 2 * MARGIN
MOST = 10
"""Pictures that one message may hold (Bot API, sendMediaGroup)."""

BAR = 36
FOOT = 84


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


def placed_row(row: Row, look: Look) -> Placed:
    """Divide a row's words into lines and measure it."""
    width = float(INNER - look.sign - 20)
    if look is CLOSE:
        width -= face(Weight.NORMAL).width(drawable(row.word), look.size) + 24
    titles = cut(row.title, width, look.size, Weight.BOLD, look.titles)
    details = cut(f"{row.word} · {row.detail}", width, look.detail, Weight.NORMAL, 2) if look.detail else ()
    height = max(look.sign, len(titles) * look.line) + len(details) * (look.detail + 9) + look.gap
    return Placed(row, titles, details, height)


def cut(words: str, width: float, size: int, weight: Weight, most: int) -> tuple[str, ...]:
    """Divide words into lines, no more than so many; of longer ones the rest becomes «…»."""
    lines = wrapped(drawable(words), width, size, weight)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and face(weight).width(f"{last}…", size) > width:
        last = last[:-1]
    return (*lines[: most - 1], f"{last.rstrip(' ,.;:–-')}…")


def titles_of(sheet: Sheet, *, first: bool) -> tuple[str, ...]:
    """Return the title's lines: whole on the first picture, one on the others."""
    return cut(sheet.title, INNER, 46, Weight.BOLD, 3 if first else 1)


def legend_of(sheet: Sheet) -> list[list[tuple[Light, str, float]]]:
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


def head_height(sheet: Sheet, *, first: bool) -> int:
    """Return where the rows of a picture begin."""
    titles = len(titles_of(sheet, first=first)) * 58
    if not first:
        return MARGIN + titles + 24
    return MARGIN + titles + 44 + len(legend_of(sheet)) * 48 + BAR + 60
