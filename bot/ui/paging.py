"""Long answers go page by page: lists by rows, texts by words (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.ui.callbacks import Button
from bot.ui.screens import Rows, button
from bot.ui.texts import Markup, Texts, escape

Item = TypeVar("Item")

PAGE = 3300
"""Characters of blocks on one page: with its head a screen stays below 4,000 of Telegram's 4,096."""

LABEL = 40
"""Characters of a button's label that a phone shows whole."""

PART = 1500
"""A longer text is divided into parts that may stand on different pages."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """One page of a list; `number` counts from 0, `first` is the place of its first item in the list."""

    items: Sequence[Item]
    number: int
    count: int
    first: int


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a card: a text under a label; an empty label continues the block before it."""

    label: str
    text: str

    def __str__(self) -> str:
        """Return the block as markup."""
        text = escape(self.text)
        if not self.label:
            return text
        return f"<b>{escape(self.label)}:</b>{chr(10) if chr(10) in self.text else ' '}{text}"


def page_of(items: Sequence[Item], number: int, size: int) -> Page[Item]:
    """Return a page of a list; a number beyond the last page means the last one."""
    count = max(1, -(-len(items) // size))
    number = min(max(number, 0), count - 1)
    return Page(items[number * size : (number + 1) * size], number, count, number * size)


def blocks_page(blocks: Sequence[Block], number: int) -> Page[Block]:
    """Return a page of a card's blocks; blocks without a text are left out, long ones divided."""
    pages: list[list[Block]] = [[]]
    room = PAGE
    for block in blocks:
        for place, part in enumerate(parts(block.text, PART)):
            piece = Block("" if place else block.label, part)
            length = len(piece.label) + len(piece.text) + 4
            if length > room and pages[-1]:
                pages.append([])
                room = PAGE
            pages[-1].append(piece)
            room -= length
    chosen = page_of(pages, number, 1)
    return Page(chosen.items[0], chosen.number, chosen.count, chosen.number)


def parts(text: str, limit: int) -> list[str]:
    """Divide a text into parts no longer than the limit: between paragraphs, else sentences, else words.

    Nothing but white space at the seams is lost; a word longer than the limit is cut.
    """
    rest = text.strip()
    divided = []
    while len(rest) > limit:
        at = _seam(rest, limit)
        divided.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return [*divided, rest] if rest else divided


def shortened(text: str, limit: int) -> str:
    """Shorten a text to a line of `limit` characters at a word, with «…» for what is left out."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[:limit]
    at = cut.rfind(" ")
    return (cut[:at] if at > limit // 2 else cut[: limit - 1]).rstrip(" ,.;:–-") + "…"


def page_rows(texts: Texts, page: Page[Item], earlier: Button, later: Button) -> Rows:
    """Return a row of buttons to the pages beside this one; no row where there is only one page."""
    row = []
    if page.number > 0:
        row.append(button(texts.plain("schedule-button-page-back"), earlier))
    if page.number < page.count - 1:
        row.append(button(texts.plain("schedule-button-page-on"), later))
    return [row] if row else []


def paragraphs(*given: str) -> Markup:
    """Join pieces of markup by empty lines, leaving empty pieces out."""
    return Markup("\n\n".join(piece for piece in given if piece))


def lines(*given: str) -> Markup:
    """Join pieces of markup line by line, leaving empty pieces out."""
    return Markup("\n".join(piece for piece in given if piece))


def _seam(text: str, limit: int) -> int:
    """Find where to divide: the last paragraph's, line's, sentence's or word's end within the limit."""
    for mark in ("\n\n", "\n", ". ", " "):
        at = text.rfind(mark, limit // 3, limit)
        if at > 0:
            return at + (1 if mark == ". " else 0)
    return limit
