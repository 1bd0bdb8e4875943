"""An organizer who sends a broadcast by the bot's own buttons, and the people it is for."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import update

from bench.programme import write_programme
from bench.stand import Tally, Telegram
from bot.shared.clock import SystemClock
from db.engine import Database, open_engine
from db.readiness import make_ready
from db.schedule import event_versions
from tests.drills.recipients import noon_zone

WORDS = "Завтра сбор в 8:30 у гостиницы"
GROUP, OTHERS = "А", "Б"
"""Whom the broadcast is for, and participants who do not get it."""

LOOK_S = 0.25


@dataclass(frozen=True)
class Organizer:
    """Somebody whom the settings name as the administrator (`ADMINS`)."""

    api: Telegram
    user: int

    async def begin(self, words: str, count: int) -> None:
        """Prepare a broadcast to the group and confirm it; its progress is shown from then on."""
        await self.api.ask(self.user, "/broadcast")
        await self.api.ask(self.user, words)
        for label in ("Кому", "Группа", f"{GROUP} – {count}", "‹ Назад", "‹ Назад"):
            await self.api.tap(self.user, label)
        await self.api.tap(self.user, "Отправить: ")
        await self.api.tap(self.user, "Да, отправить: ")

    async def ended(self, words: str, count: int, at_most: float) -> Tally:
        """Wait until a text has come to so many."""
        until = time.monotonic() + at_most
        while (tally := await self.api.tally(words, but=self.user)).sent < count:
            if time.monotonic() > until:
                raise RuntimeError(f"{tally.sent} of {count} have got the broadcast in {at_most:.0f} s")
            await asyncio.sleep(LOOK_S)
        return tally


async def gather(folder: Path, recipients: Sequence[int], others: Sequence[int] = ()) -> None:
    """Write a stream with these people into a database in a folder; it is about noon at their venue.

    Only the others have events today: to the recipients nothing is due but the broadcast.
    """
    url = f"sqlite+aiosqlite:///{folder / 'bot.sqlite3'}"
    await make_ready(url)
    db = Database(open_engine(url))
    now = SystemClock().now()
    groups = [GROUP] * len(recipients) + [OTHERS] * len(others)
    async with db.write() as tx:
        await write_programme(tx, now, [*recipients, *others], groups, noon_zone(now))
        await tx.execute(update(event_versions).values(groups=(OTHERS,)))
    await db.close()
