"""`invite`: personal links as a table, for those of a stream who have not entered."""

import csv
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TextIO

from bot.delivery.client import greet, make_bot
from bot.people.entering import stream_links
from bot.settings import Settings
from bot.shared.clock import Clock
from bot.shared.errors import Trouble
from bot.ui.invite import link_of
from bot.ui.invite_printing import Card
from bot.ui.invite_sheet import cards_of, sheet_files, sheet_names
from bot.ui.tables import XLSX
from bot.ui.texts import Texts, texts_in
from bot.workbook.writer import Unwritable
from db.engine import Database

HEADINGS = ("Код", "ФИО", "Ссылка")


async def print_links(
    db: Database,
    clock: Clock,
    settings: Settings,
    stream_code: str,
    days: int,
    out: TextIO,
    sheet: Path | None = None,
) -> int:
    """Print code, name and link, separated by tabs; return the number of people.

    Earlier links that still open are printed again, not replaced. `sheet` is where QR codes to be printed
    go, as the chat sends them; a large stream makes further files beside it. Trouble where one of them
    exists already or cannot be written.
    """
    async with make_bot(settings) as bot:
        username = (await greet(bot, settings)).username or ""
    links = await stream_links(db, clock, stream_code, timedelta(days=days))
    table = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    table.writerow(HEADINGS)
    table.writerows(
        (item.person.code, item.person.full_name, link_of(item, username)) for item in links.people
    )
    if sheet is not None and links.people:
        await _print_codes(texts_in(settings.default_locale), cards_of(links, username), sheet)
    return len(links.people)


async def _print_codes(texts: Texts, cards: Sequence[Card], sheet: Path) -> None:
    names = iter(sheet_names(sheet.name.removesuffix(XLSX), len(cards)))
    try:
        async for data in sheet_files(texts, cards):
            _write(sheet.with_name(next(names)), data)
    except Unwritable:
        raise Trouble("The QR codes could not be made in time: try again when the machine is idle.") from None


def _write(path: Path, data: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise Trouble(f"{path} exists already: links are not written over it.") from None
    except OSError as fault:
        raise Trouble(f"{path} cannot be written: {fault.strerror}.") from None
