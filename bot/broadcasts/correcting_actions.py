"""Correcting what was sent: the new words are shown first, and stand everywhere once they are confirmed."""

from bot.broadcasts.card_actions import card_of, existing, note, present_card, require_state
from bot.broadcasts.contents import Part, corrected
from bot.broadcasts.following_actions import SENT, follow
from bot.broadcasts.model import Card, Deed
from bot.broadcasts.prints import print_of
from bot.notices.planning import Planning
from bot.people.model import Visitor
from bot.shared.clock import Clock
from bot.shared.errors import OutOfDate
from db.engine import Database
from db.entries import NOTHING, await_entry


async def proposed(
    db: Database, clock: Clock, visitor: Visitor, broadcast_id: int, part: Part
) -> tuple[Card, tuple[Part, ...]]:
    """Return a broadcast with what it would say after a correction; nothing is changed by it."""
    async with db.read() as tx:
        one, _staff, streams = await existing(tx, clock, visitor, broadcast_id)
        require_state(one, *SENT)
        return await card_of(tx, clock, visitor.user_id, one, streams), corrected(one.parts, part)


async def correct(
    db: Database,
    clock: Clock,
    planning: Planning,
    visitor: Visitor,
    broadcast_id: int,
    part: Part | None,
    shown: str,
) -> Card:
    """Change the words of a broadcast everywhere: where it was sent, and where it is still to be sent.

    OutOfDate where they would not become what was `shown` (a print); where they are that already, nothing
    happens any more.
    """
    async with db.write() as tx:
        one, staff, streams = await existing(tx, clock, visitor, broadcast_id, lock=True)
        require_state(one, *SENT)
        if print_of(one.parts) != shown:
            parts = () if part is None else corrected(one.parts, part)
            if print_of(parts) != shown:
                raise OutOfDate("error-broadcast-changed")
            await follow(tx, clock, planning, one, parts)
            await await_entry(tx, visitor.user_id, visitor.chat_id, NOTHING, clock.now())
            await note(tx, clock, staff, one, Deed.CORRECTED, [])
        return await present_card(tx, clock, visitor, broadcast_id, streams)
