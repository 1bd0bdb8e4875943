"""From SVG to PNG, in a process of its own, so that the bot goes on answering."""

import asyncio
import json
import struct
from collections import OrderedDict

from bot.shared.processes import answer_of

WALL_SECONDS = 45.0
AT_ONCE = 2
REMEMBERED = 24
"""Sets of pictures that are kept: a whole group asks for the same day within a minute."""


class Unpainted(Exception):
    """The pictures could not be made; the timetable goes out as text then."""


class Painter:
    """Draws, a few at once; others wait in a line. The same pictures are drawn once."""

    def __init__(self, seconds: float = WALL_SECONDS) -> None:
        self._seconds = seconds
        self._places = asyncio.Semaphore(AT_ONCE)
        self._drawn: OrderedDict[tuple[str, ...], tuple[bytes, ...]] = OrderedDict()

    async def paint(self, pictures: tuple[str, ...]) -> tuple[bytes, ...]:
        """Return a PNG for each SVG; raises Unpainted."""
        async with self._places:
            known = self._drawn.get(pictures)
            if known is None:
                known = await _painted(pictures, self._seconds)
            self._drawn[pictures] = known
            self._drawn.move_to_end(pictures)
            while len(self._drawn) > REMEMBERED:
                self._drawn.popitem(last=False)
            return known


async def _painted(pictures: tuple[str, ...], seconds: float) -> tuple[bytes, ...]:
    made = await answer_of("bot.schedule.pictures.brush", json.dumps(pictures).encode(), seconds)
    drawn = divided(made or b"")
    if len(drawn) != len(pictures):
        raise Unpainted("the drawing process failed or took too long")
    return drawn


def divided(made: bytes) -> tuple[bytes, ...]:
    """Divide what the drawing process wrote into its pictures; half a one is none."""
    parts = []
    at = 0
    while at + 4 <= len(made):
        length: int = struct.unpack_from(">I", made, at)[0]
        at += 4 + length
        if at <= len(made):
            parts.append(made[at - length : at])
    return tuple(parts)
