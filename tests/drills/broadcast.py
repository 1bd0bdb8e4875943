"""A broadcast that was confirmed to many, and what has become of it."""

import sys
import time
from collections import Counter

from sqlalchemy import delete, select, update

from bot.broadcasts import draft_actions as drafts
from bot.broadcasts import sending_actions as sending
from bot.broadcasts.contents import Kind, Part
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

WORDS = "Завтра сбор в 8:30 у гостиницы"
ADMIN = 77_001


async def confirmed(database: Database, world: World, size: int) -> list[int]:
    """Write so many people of a stream and confirm a broadcast to them; return their chats."""
    users = await gather_recipients(database, world, size)
    clock, planning = SystemClock(), make_planning()
    async with database.write() as tx:
        await tx.execute(delete(notices))
        await tx.execute(update(streams).values(published_id=None))
        await people.appoint_from_settings(tx, frozenset({ADMIN}), "ru", clock.now())
    first, second = (Visitor(ADMIN, ADMIN, "ru", update_id=number) for number in (1, 2))
    card = await drafts.begin(database, clock, first, Part(Kind.TEXT, WORDS), urgent=False)
    assert card.count == size
    began = time.monotonic()
    await sending.confirm(
        database, clock, planning, second, card.broadcast.id, size, print_of_all(card.broadcast)
    )
    sys.stdout.write(f"\n{size} recipients frozen in {time.monotonic() - began:.2f} s")
    return users


def arrived(world: World, users: list[int]) -> Counter[int]:
    """Count how often each person has got it."""
    return Counter({user: [one.get("text") for one in world.messages(user)].count(WORDS) for user in users})


async def fates(database: Database) -> Counter[tuple[str, int]]:
    """Count states and repeats."""
    async with database.read() as tx:
        rows = await tx.execute(select(notices.c.state, notices.c.repeats))
        return Counter((row.state, row.repeats) for row in rows)
