"""What the time machine waits for: what comes by itself."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from bot.broadcasts.model import PLAIN
from bot.notices.model import State, Wanted
from bot.registry import make_planning
from bot.sandbox.timing import ahead
from db.engine import Database
from db.notices import notices
from tests.roster import write_roster

NOW = datetime(2025, 11, 18, 10, tzinfo=UTC)


async def test_a_broadcast_that_is_paused_keeps_the_clock_from_nothing(database: Database) -> None:
    roster = await write_roster(database)
    words = [
        Wanted(f"{one}:person", PLAIN, "-", NOW, NOW + timedelta(days=1), "UTC", person_id=roster.anna)
        for one in ("paused", "goes")
    ]
    async with database.write() as tx:
        await make_planning().put(tx, NOW, words)
        held = update(notices).where(notices.c.key == "paused:person").values(state=State.HELD)
        await tx.execute(held)
        goes = await tx.scalar(select(notices.c.id).where(notices.c.key == "goes:person"))
        assert await ahead.waiting_ids(tx, NOW) == [goes]
        assert await ahead.unsettled(tx, NOW) == 1
