"""QR codes of personal links to be printed and handed out: A4 pages of cards with a name under each code."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from bot.people.link_actions import Links
from bot.people.qr import SHEET_SCALE, picture
from bot.ui.invite import link_of
from bot.ui.paging import shortened
from bot.ui.tables import OPTIONS, XLSX
from bot.ui.texts import Texts
from bot.workbook.cells import clean

ACROSS, DOWN = 3, 4
"""Cards on an A4 page."""

MOST = 120
"""Cards of one file: ten pages, about half a megabyte and a second of work; more make further files."""

_SIDE = 140
"""Pixels of a code on the sheet (96 to the inch): 37 mm of paper."""

_WIDTH = 30
"""Characters of a card's width: 215 pixels, so that three fill a page between its margins."""

_NAME_POINTS, _POST_POINTS, _GAP_POINTS = 30, 38, 10
"""With the code's 111 points four rows take 756 of the 777 an A4 page has between its margins. Fitting to
the page is not asked for: Excel then ignores where pages are to break."""

_PLACE = 90
"""Characters of a post on a card."""

Page = Any
"""XlsxWriter's worksheet, which has no types."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on one card."""

    name: str
    post: str
    link: str


def cards_of(links: Links, bot_username: str) -> list[Card]:
    """Return a card for everybody of the list, in its order."""
    return [
        Card(
            clean(item.person.full_name),
            shortened(clean(item.person.post or item.person.municipality), _PLACE),
            link_of(item, bot_username),
        )
        for item in links.people
    ]


def sheet_names(stem: str, count: int) -> list[str]:
    """Name the files that hold so many cards: «…», «… 2», «… 3»."""
    files = max(1, -(-count // MOST))
    return [f"{stem}{'' if number == 1 else f' {number}'}{XLSX}" for number in range(1, files + 1)]


def sheet_files(texts: Texts, cards: Sequence[Card]) -> Iterator[bytes]:
    """Make the files one after another; each takes about a second: take it in a thread."""
    for start in range(0, len(cards), MOST):
        yield _file(texts, cards[start : start + MOST])


def _file(texts: Texts, cards: Sequence[Card]) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    page = book.add_worksheet(texts.plain("invite-qr-sheet")[:31])
    page.set_paper(9)  # A4
    page.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.5)
    page.center_horizontally()
    page.set_footer("&C" + texts.plain("invite-qr-footer"))
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
