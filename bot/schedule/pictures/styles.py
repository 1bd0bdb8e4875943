"""What a picture is made of: texts in a few styles, and pieces of texts (pure). Lengths are pixels."""

from dataclasses import dataclass
from enum import Enum

from bot.schedule.pictures.letters import Weight, face

WIDTH, TALLEST, MARGIN = 1080, 1920, 56
"""A phone's screen; a photo that is taller comes smaller than the screen is wide."""

INNER = WIDTH - 2 * MARGIN
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
