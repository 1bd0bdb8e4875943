"""The broadcasts an organizer may see, their log, and one of them as it is now."""

from bot.broadcasts.card_actions import card_of, existing, organizer
from bot.broadcasts.model import Broadcast, Card, LogLine, State
from bot.people.model import Visitor
from bot.shared.clock import Clock
from db import broadcast_log, broadcasts
from db.engine import Database, Tx

NEWEST, LOGGED = 60, 200
"""Broadcasts and lines of the log that are shown, of those the visitor may see."""


async def own(db: Database, clock: Clock, visitor: Visitor) -> list[Broadcast]:
    """Return the newest broadcasts of the streams the visitor organizes, somebody else's drafts left out."""
    async with db.read() as tx:
        seen = [
            one.id
            for one in await _within(tx, clock, visitor)
            if one.state is not State.DRAFT or one.author_user == visitor.user_id
        ][:NEWEST]
        found = await broadcasts.by_id(tx, seen)
        return [found[number] for number in seen]


async def log(db: Database, clock: Clock, visitor: Visitor) -> list[LogLine]:
    """Return the newest lines of the log about the streams the visitor organizes."""
    async with db.read() as tx:
        seen = [one.id for one in await _within(tx, clock, visitor)]
        return await broadcast_log.log_lines(tx, seen, LOGGED)


async def _within(tx: Tx, clock: Clock, visitor: Visitor) -> list[broadcasts.Whose]:
    _staff, streams = await organizer(tx, clock, visitor)
    within = {stream.id for stream in streams}
    return [one for one in await broadcasts.newest_whose(tx) if within.issuperset(one.audience.streams)]


async def card(db: Database, clock: Clock, visitor: Visitor, broadcast_id: int) -> Card:
    """Return a broadcast as it is now."""
    async with db.read() as tx:
        one, _staff, streams = await existing(tx, clock, visitor, broadcast_id)
        return await card_of(tx, clock, visitor.user_id, one, streams)
