"""`invite`: personal links as a table, for those of a stream who have not entered."""

import csv
from datetime import timedelta
from typing import TextIO

from bot.delivery.client import greet, make_bot
from bot.people.entering import issue_invitations
from bot.people.invitations import link
from bot.settings import Settings
from bot.shared.clock import Clock
from db.engine import Database

HEADINGS = ("Код", "ФИО", "Ссылка")


async def print_links(
    db: Database, clock: Clock, settings: Settings, stream_code: str, days: int, out: TextIO
) -> int:
    """Print code, name and link, separated by tabs; return the number of people.

    Earlier links that still open are printed again, not replaced.
    """
    async with make_bot(settings) as bot:
        username = (await greet(bot, settings)).username or ""
    links = await issue_invitations(db, clock, stream_code, timedelta(days=days))
    table = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    table.writerow(HEADINGS)
    table.writerows((item.person_code, item.full_name, link(username, item.code)) for item in links)
    return len(links)
