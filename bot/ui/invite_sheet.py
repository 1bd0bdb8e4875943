"""QR codes of personal links to be printed and handed out: A4 pages of cards with a name under each code."""

from collections.abc import AsyncIterator, Sequence

from bot.people.link_actions import Links
from bot.shared.processes import answer_of
from bot.ui.invite import link_of
from bot.ui.invite_printing import Card, job
from bot.ui.paging import shortened
from bot.ui.tables import XLSX
from bot.ui.texts import Texts
from bot.workbook.cells import clean
from bot.workbook.writer import Unwritable

MOST = 120
"""Cards of one file: ten pages, about half a megabyte and a second of work; more make further files."""

WALL_SECONDS = 30.0

_PLACE = 90
"""Characters of a post on a card."""


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


async def sheet_files(texts: Texts, cards: Sequence[Card]) -> AsyncIterator[bytes]:
    """Make the files one after another, in a process of their own; raises Unwritable."""
    title, footer = texts.plain("invite-qr-sheet"), texts.plain("invite-qr-footer")
    for start in range(0, len(cards), MOST):
        wanted = job(title, footer, cards[start : start + MOST])
        made = await answer_of("bot.ui.invite_printing", wanted, WALL_SECONDS)
        if not made:
            raise Unwritable
        yield made
