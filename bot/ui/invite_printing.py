"""The printing process: cards on standard input, a workbook with their QR codes on standard output.

Started by `bot.ui.invite_sheet` as `python -m bot.ui.invite_printing`. It has a process of its own because
codes are made in Python: in a thread each took the interpreter from the loop again and again.
"""

import io
import json
import os
import resource
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from bot.people.qr import SHEET_SCALE, picture
from bot.shared.spreadsheets import open_book

MEMORY = 512 * 1024 * 1024
PROCESSOR_SECONDS = 30

ACROSS, DOWN = 3, 4
"""Cards on an A4 page."""

_SIDE = 140
"""Pixels of a code on the sheet (96 to the inch): 37 mm of paper."""

_WIDTH = 30
"""Characters of a card's width: 215 pixels, so that three fill a page between its margins."""

_NAME_POINTS, _POST_POINTS, _GAP_POINTS = 30, 38, 10
"""With the code's 111 points four rows take 756 of the 777 an A4 page has between its margins. Fitting to
the page is not asked for: Excel then ignores where pages are to break."""

Page = Any
"""XlsxWriter's worksheet, which has no types."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on one card."""

    name: str
    post: str
    link: str


def job(title: str, footer: str, cards: Sequence[Card]) -> bytes:
    """Write down what is to be printed."""
    said = {"title": title, "footer": footer, "cards": [(one.name, one.post, one.link) for one in cards]}
    return json.dumps(said).encode()


def printed(job: bytes) -> bytes:
    """Return the workbook of a job; takes about a second for a hundred cards."""
    said = json.loads(job)
    cards = [Card(*one) for one in said["cards"]]
    file = io.BytesIO()
    book = open_book(file, in_memory=True)
    page = book.add_worksheet(said["title"][:31])
    page.set_paper(9)  # A4
    page.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.5)
    page.center_horizontally()
    page.set_footer("&C" + said["footer"])
    page.hide_gridlines(2)
    page.set_column(0, ACROSS - 1, _WIDTH)
    shared = {"align": "center", "valign": "top", "text_wrap": True, "num_format": "@"}
    name, post = book.add_format(shared | {"bold": True}), book.add_format(shared | {"font_size": 9})
    rows = [cards[start : start + ACROSS] for start in range(0, len(cards), ACROSS)]
    for number, row in enumerate(rows):
        _row(page, 4 * number, row, name, post)
    page.set_h_pagebreaks([4 * number for number in range(DOWN, len(rows), DOWN)])
    book.close()
    return file.getvalue()


def _row(page: Page, top: int, cards: Sequence[Card], name: Any, post: Any) -> None:
    """Lay a row of cards: codes, names, posts, and a gap to cut along."""
    page.set_row_pixels(top, _SIDE + 8)
    page.set_row(top + 1, _NAME_POINTS)
    page.set_row(top + 2, _POST_POINTS)
    page.set_row(top + 3, _GAP_POINTS)
    for place, card in enumerate(cards):
        image = picture(card.link, SHEET_SCALE)
        scale = _SIDE / _pixels(image)
        page.insert_image(
            top,
            place,
            f"{top}-{place}.png",
            {
                "image_data": io.BytesIO(image),
                "x_scale": scale,
                "y_scale": scale,
                "x_offset": 37,
                "y_offset": 4,
                "description": card.name,
                "object_position": 1,
            },
        )
        page.write_string(top + 1, place, card.name, name)
        page.write_string(top + 2, place, card.post, post)


def _pixels(image: bytes) -> int:
    """Return the width of a PNG image (its header's first number)."""
    return int.from_bytes(image[16:20])


def main() -> None:
    """Limit this process, then print."""
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    os.nice(10)
    sys.stdout.buffer.write(printed(sys.stdin.buffer.read()))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
