"""A broadcast that was confirmed to many, and what has become of it."""

import sys
import time
from collections import Counter

from sqlalchemy import delete, select, update

from bot.broadcasts import draft_actions as drafts
from bot.broadcasts import sending_actions as sending
from bot.broadcasts.contents import Kind, Part
from bot.broadcasts.model import Buttons
from bot.broadcasts.prints import print_of_all
from bot.people.model import Visitor
from bot.registry import make_planning
from bot.sandbox.botapi.world import World
from bot.shared.clock import SystemClock
from db import people
from db.engine import Database
from db.notices import notices
from db.programme import streams
from tests.drills.recipients import gather_recipients
from tests.sandbox.botapi.pictures import png

WORDS = "Завтра сбор в 8:30 у гостиницы"
ADMIN = 77_001


async def confirmed(database: Database, world: World, size: int, files: int = 0) -> list[int]:
    """Write so many people of a stream and confirm a broadcast to them; return their chats.

    With `files` it is an album of so many, and asks for «Ознакомлен(а)».
    """
    users = await gather_recipients(database, world, size)
    clock, planning = SystemClock(), make_planning()
    async with database.write() as tx:
        await tx.execute(delete(notices))
        await tx.execute(update(streams).values(published_id=None))
        await people.appoint_from_settings(tx, frozenset({ADMIN}), "ru", clock.now())
    parts = _album(world, files) if files else [Part(Kind.TEXT, WORDS)]
    card = await drafts.begin(database, clock, by(1), parts[0], urgent=False)
    number = card.broadcast.id
    for place, part in enumerate(parts[1:]):
        card = await drafts.join(database, clock, by(10 + place), part, number)
    if files:
        card = await drafts.set_buttons(database, clock, by(3), number, Buttons(ack=True))
    assert card.count == size
    began = time.monotonic()
    shown = print_of_all(card.broadcast)
    await sending.confirm(database, clock, planning, by(2), number, size, shown)
    sys.stdout.write(f"\n{size} recipients frozen in {time.monotonic() - began:.2f} s")
    return users


def by(update_id: int) -> Visitor:
    """The administrator, by one of their taps."""
    return Visitor(ADMIN, ADMIN, "ru", update_id=update_id)


def _album(world: World, files: int) -> list[Part]:
    kept = [world.files.add("photo", png(4 + one), name="а.png", mime="image/png") for one in range(files)]
    return [
        Part(Kind.PHOTO, "" if place else WORDS, file_id=one.id, album="1") for place, one in enumerate(kept)
    ]


def arrived(world: World, users: list[int]) -> Counter[int]:
    """Count how often each person has got it."""
    return Counter({user: [one.get("text") for one in world.messages(user)].count(WORDS) for user in users})


async def fates(database: Database) -> Counter[tuple[str, int]]:
    """Count states and repeats."""
    async with database.read() as tx:
        rows = await tx.execute(select(notices.c.state, notices.c.repeats))
        return Counter((row.state, row.repeats) for row in rows)
