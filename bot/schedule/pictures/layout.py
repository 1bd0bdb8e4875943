"""Where everything stands on the pictures of a timetable (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.schedule.pictures.letters import face
from bot.schedule.pictures.model import DayPart, Line, Poster
from bot.schedule.pictures.styles import GAP, INNER, MARGIN, TALLEST, Piece, Style, Text
from bot.schedule.pictures.wrapping import drawable, wrapped

MOST = 10
"""Pictures that one message may hold (Bot API, sendMediaGroup)."""

BETWEEN, AFTER_HEADING = 26, 10
"""Room above an event."""


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


@dataclass(frozen=True, slots=True)
class Room:
    """The height for events on the first picture, which says more at its head, and on the later ones."""

    first: int
    later: int


def pictures(poster: Poster) -> tuple[Picture, ...]:
    """Lay a timetable out on as many pictures as it needs; what does not fit on the last one is counted."""
    title = _texts(poster.title, Style.TITLE, 4)
    first = Piece((*title, *_all(poster.about, Style.ABOUT, 2)))
    later = Piece((*title, *_all(poster.about[:1], Style.ABOUT, 2)))
    foot = Piece(_all((*poster.footer, poster.page(1, 1), poster.more(1)), Style.FOOT, 2), above=36)
    room = Room(*(TALLEST - 2 * MARGIN - head.height - foot.height for head in (first, later)))
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
        head = first if number == 1 else later
        made.append(Picture(head, page, Piece(_all(footer, Style.FOOT, 2), above=36, ruled=True)))
    return tuple(made)


def _pages(days: Sequence[DayPart], room: Room, *, whole: bool) -> list[tuple[Piece, ...]]:
    """Divide the days among pictures; a day that goes on repeats its heading.

    With `whole`, a day that fits on a picture of its own is not divided.
    """
    pages: list[list[Piece]] = [[]]
    left = room.first
    for day in days:
        heading = Piece(_texts(day.heading, Style.DAY, 2), above=34)
        pieces = list(_pieces(day))
        length = heading.height + sum(piece.height for piece in pieces)
        if whole and pages[-1] and left < length <= room.later:
            pages.append([])
            left = room.later
        follows = False
        for piece in pieces:
            if pages[-1] and left < piece.height + (0 if follows else heading.height):
                pages.append([])
                left, follows = room.later, False
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
    texts = (Text(drawable(line.hours), Style.HOURS), *title, *details)
    for count in (3, 2) if len(title) == 1 else ():
        row = texts[:count]
        if len(row) == count and (count == 2 or len(details) == 1) and _room_for(row):
            return (_row(row), *texts[count:])
    return texts


def _room_for(row: Sequence[Text]) -> bool:
    return sum(text.width for text in row) + GAP * (len(row) - 1) <= INNER


def _row(row: Sequence[Text]) -> Text:
    """Put texts beside each other."""
    first, *rest = row
    return replace(first, beside=_row(rest)) if rest else first


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
