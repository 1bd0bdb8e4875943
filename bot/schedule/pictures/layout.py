"""Where everything stands on the pictures of a timetable (pure). Lengths are pixels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from bot.schedule.pictures.letters import Weight, face
from bot.schedule.pictures.model import DayPart, Line, Poster
from bot.schedule.pictures.wrapping import drawable, wrapped

WIDTH, TALLEST, MARGIN = 1080, 1920, 56
"""A phone's screen; a photo that is taller comes smaller than the screen is wide."""

MOST = 10
"""Pictures that one message may hold (Bot API, sendMediaGroup)."""

INNER = WIDTH - 2 * MARGIN
BETWEEN, AFTER_HEADING = 26, 10
"""Room above an event."""
GAP = 26
"""Between the hours and a short title on the same line."""


class Style(Enum):
    """How a line of text looks: size, weight, colour, height of the line."""

    TITLE = (54, Weight.BOLD, "#16324f", 68)
    ABOUT = (34, Weight.NORMAL, "#56606b", 46)
    DAY = (46, Weight.BOLD, "#16324f", 62)
    HOURS = (42, Weight.BOLD, "#0b5c8a", 56)
    OFF_HOURS = (42, Weight.BOLD, "#a3262a", 56)
    EVENT = (42, Weight.NORMAL, "#14181d", 54)
    OFF_EVENT = (42, Weight.NORMAL, "#6b737c", 54)
    DETAIL = (34, Weight.NORMAL, "#56606b", 45)
    FOOT = (30, Weight.NORMAL, "#56606b", 40)

    @property
    def size(self) -> int:
        """The size of the letters."""
        return self.value[0]

    @property
    def weight(self) -> Weight:
        """The face."""
        return self.value[1]

    @property
    def colour(self) -> str:
        """The colour; on white all are dark enough to read (contrast above 4.5)."""
        return self.value[2]

    @property
    def height(self) -> int:
        """From one line to the next."""
        return self.value[3]


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text; `struck` draws a line through it, `beside` follows on the same line."""

    words: str
    style: Style
    struck: bool = False
    beside: "Text | None" = None

    @property
    def width(self) -> float:
        """The width of its own words."""
        return face(self.style.weight).width(self.words, self.style.size)


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that stay together, with room above; `ruled` draws a thin line there. `events` counts them."""

    texts: tuple[Text, ...]
    above: int = 0
    ruled: bool = False
    events: int = 0

    @property
    def height(self) -> int:
        """The height with the room above."""
        return self.above + sum(text.style.height for text in self.texts)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what stands at its head, in it and at its foot, one below the other."""

    head: Piece
    pieces: tuple[Piece, ...]
    foot: Piece

    @property
    def height(self) -> int:
        """The height of the whole picture."""
        return 2 * MARGIN + sum(piece.height for piece in (self.head, *self.pieces, self.foot))


def pictures(poster: Poster) -> tuple[Picture, ...]:
    """Lay a timetable out on as many pictures as it needs; what does not fit on the last one is counted."""
    head = Piece((*_texts(poster.title, Style.TITLE, 4), *_all(poster.about, Style.ABOUT, 2)))
    foot = Piece(_all((*poster.footer, poster.page(1, 1), poster.more(1)), Style.FOOT, 2), above=36)
    room = TALLEST - 2 * MARGIN - head.height - foot.height
    pages = _pages(poster.days, room, whole=True)
    if len(pages) > MOST:
        pages = _pages(poster.days, room, whole=False)
    left = sum(piece.events for page in pages[MOST:] for piece in page)
    kept = pages[:MOST]
    made = []
    for number, page in enumerate(kept, start=1):
        last = number == len(kept)
        footer = (
            *((poster.more(left),) if left and last else ()),
            *((poster.page(number, len(kept)),) if len(kept) > 1 else ()),
            *poster.footer,
        )
        made.append(Picture(head, page, Piece(_all(footer, Style.FOOT, 2), above=36, ruled=True)))
    return tuple(made)


def _pages(days: Sequence[DayPart], room: int, *, whole: bool) -> list[tuple[Piece, ...]]:
    """Divide the days among pictures; a day that goes on repeats its heading.

    With `whole`, a day that fits on a picture of its own is not divided.
    """
    pages: list[list[Piece]] = [[]]
    left = room
    for day in days:
        heading = Piece(_texts(day.heading, Style.DAY, 2), above=34)
        pieces = list(_pieces(day))
        length = heading.height + sum(piece.height for piece in pieces)
        if whole and pages[-1] and left < length <= room:
            pages.append([])
            left = room
        follows = False
        for piece in pieces:
            if pages[-1] and left < piece.height + (0 if follows else heading.height):
                pages.append([])
                left, follows = room, False
            if not follows:
                left -= heading.height
                pages[-1] += [heading, replace(piece, above=AFTER_HEADING, ruled=False)]
            else:
                pages[-1].append(piece)
            left -= piece.height
            follows = True
    return [tuple(page) for page in pages]


def _pieces(day: DayPart) -> Iterator[Piece]:
    if not day.lines:
        yield Piece(_texts(day.free, Style.DETAIL, 2))
    for line in day.lines:
        yield Piece(_line(line), above=BETWEEN, ruled=True, events=1)


def _line(line: Line) -> tuple[Text, ...]:
    details = _all(line.details, Style.DETAIL, 3)
    if line.cancelled:
        title = _texts(line.title, Style.OFF_EVENT, 6, struck=True)
        word = Text(drawable(line.cancelled), Style.OFF_HOURS)
        return (Text(drawable(line.hours), Style.OFF_HOURS, beside=word), *title, *details)
    title = _texts(line.title, Style.EVENT, 6)
    head = Text(drawable(line.hours), Style.HOURS)
    if len(title) == 1 and head.width + GAP + title[0].width <= INNER:
        return (replace(head, beside=title[0]), *details)
    return (head, *title, *details)


def _all(texts: Sequence[str], style: Style, most: int) -> tuple[Text, ...]:
    return tuple(line for text in texts for line in _texts(text, style, most))


def _texts(words: str, style: Style, most: int, *, struck: bool = False) -> tuple[Text, ...]:
    """Divide words into lines, no more than so many; of longer ones the rest becomes «…»."""
    lines = wrapped(drawable(words), INNER, style.size, style.weight)
    if len(lines) > most:
        last = lines[most - 1]
        while face(style.weight).width(f"{last}…", style.size) > INNER:
            last = last[:-1]
        lines = (*lines[: most - 1], f"{last.rstrip(' ,.;:–-')}…")
    return tuple(Text(line, style, struck) for line in lines)
