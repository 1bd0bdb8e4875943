"""Who has signed up for the excursions of Ш5: one is full with people waiting, one has a place left."""

from collections.abc import Iterable

from sqlalchemy import Table, select

from bot.sandbox.demo.cast import NEWCOMER, PARTICIPANT
from bot.shared.clock import Clock
from db import places as rows
from db.engine import Database, Tx
from db.excursions import buses
from db.people import people
from db.schedule import events

OTHERS = tuple(f"демо-{number}" for number in range(11, 20))
FULL, FULL_BUS = "Ш5-М2-Промплощадка", "Ш5-Промплощадка-1"
"""Ten places, all taken."""
NEARLY_FULL = "Ш5-М2-Студия"
"""Eight places, one left."""

SEATED = {FULL: (PARTICIPANT, *OTHERS), NEARLY_FULL: OTHERS[:7]}
WAITING = {FULL: (NEWCOMER, "демо-20", "демо-21")}


async def fill_places(db: Database, clock: Clock) -> None:
    """Let the demonstration's people sign up, each once."""
    async with db.write() as tx:
        bus = (await _ids(tx, buses, [FULL_BUS]))[FULL_BUS]
        ids = await _ids(tx, people, [*SEATED[FULL], *WAITING[FULL]])
        trips = await _ids(tx, events, SEATED)
        for code, seated in SEATED.items():
            for person in seated:
                await rows.seat(tx, trips[code], ids[person], bus if code == FULL else None, clock.now())
        for person in WAITING[FULL]:
            await rows.wait(tx, trips[FULL], ids[person], clock.now())


async def _ids(tx: Tx, table: Table, codes: Iterable[str]) -> dict[str, int]:
    found = await tx.execute(select(table.c.code, table.c.id).where(table.c.code.in_(list(codes))))
    return {row.code: row.id for row in found}
