"""A portfolio as pictures: divided into pages and drawn (pure)."""

from bot.projects.picture_drawing import drawn
from bot.projects.picture_layout import (
    CLOSE,
    FOOT,
    FULL,
    MARGIN,
    MOST,
    ROOMY,
    TALLEST,
    Look,
    Placed,
    Sheet,
    head_height,
    placed_row,
)


def pictures(sheet: Sheet) -> tuple[str, ...]:
    """Draw a portfolio as SVG on as many pictures as it needs; many projects stand close together."""
    look = ROOMY if len(sheet.rows) <= MOST * FULL else CLOSE
    pages = _pages(sheet, look)
    if len(pages) > MOST:
        pages, look = _pages(sheet, CLOSE), CLOSE
    left = sum(map(len, pages[MOST:]))
    pages = pages[:MOST]
    return tuple(
        drawn(sheet, page, look, number, len(pages), left if number == len(pages) else 0)
        for number, page in enumerate(pages, start=1)
    )


def _pages(sheet: Sheet, look: Look) -> list[list[Placed]]:
    pages: list[list[Placed]] = [[]]
    room = TALLEST - MARGIN - FOOT - head_height(sheet, first=True)
    for row in sheet.rows:
        placed = placed_row(row, look)
        if pages[-1] and room < placed.height:
            pages.append([])
            room = TALLEST - MARGIN - FOOT - head_height(sheet, first=False)
        pages[-1].append(placed)
        room -= placed.height
    return pages
