"""Tables to take away: an organizer's own streams alone, everything for the operator at the machine."""

from datetime import date

from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.zones import MOSCOW, day_in
from bot.support.group_actions import organized
from bot.support.tables import AskedRow, RosterRow
from db import programme, support_tables
from db.engine import Database, Tx


async def allowed(db: Database, clock: Clock, visitor: Visitor) -> None:
    """Refuse whoever organizes no stream."""
    async with db.read() as tx:
        await organized(tx, clock, visitor)


async def roster(db: Database, clock: Clock, visitor: Visitor | None) -> list[RosterRow]:
    """Return everybody in the visitor's streams with how far they have come; None is the operator."""
    async with db.read() as tx:
        return await support_tables.roster_of(tx, await _streams(tx, clock, visitor))


async def questions(db: Database, clock: Clock, visitor: Visitor | None) -> list[AskedRow]:
    """Return every question of the visitor's streams, the earliest first; None is the operator."""
    async with db.read() as tx:
        return await support_tables.questions_of(tx, await _streams(tx, clock, visitor))


def today(clock: Clock) -> date:
    """Return the day by which a table tells who has left, Moscow's."""
    return day_in(clock.now(), MOSCOW)


async def _streams(tx: Tx, clock: Clock, visitor: Visitor | None) -> list[int]:
    found = await programme.all_streams(tx) if visitor is None else await organized(tx, clock, visitor)
    return [stream.id for stream in found]
